@NullMarked
package samdata.web.describe;

import org.jspecify.annotations.NullMarked;
