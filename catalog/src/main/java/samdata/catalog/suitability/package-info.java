/**
 * How well a dataset suits a task. What a task needs and how each criterion is tested stands in
 * {@code ontologies/schemes/tasks.ttl}; here it is held against what the publisher states. Pure functions: the same
 * graphs give the same judgement.
 */
@NullMarked
package samdata.catalog.suitability;

import org.jspecify.annotations.NullMarked;
