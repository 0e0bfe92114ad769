@NullMarked
package samdata.web.bench;

import org.jspecify.annotations.NullMarked;
