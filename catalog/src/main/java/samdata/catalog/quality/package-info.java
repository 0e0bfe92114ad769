/**
 * How well a dataset is described: the points of the European Metadata Quality Assessment and, apart from them, of what a
 * machine learner asks for. Pure functions of a dataset's description; the indicators stand in schemes/quality.ttl.
 */
@NullMarked
package samdata.catalog.quality;

import org.jspecify.annotations.NullMarked;
