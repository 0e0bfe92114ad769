/**
 * Profiles a data file in constant memory and drafts its description. No cell's value leaves a profile unless it was asked
 * for; what cannot be measured is not said.
 */
@NullMarked
package samdata.web.describe;

import org.jspecify.annotations.NullMarked;
