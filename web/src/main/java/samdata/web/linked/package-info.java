@NullMarked
package samdata.web.linked;

import org.jspecify.annotations.NullMarked;
