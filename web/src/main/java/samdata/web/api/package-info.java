@NullMarked
package samdata.web.api;

import org.jspecify.annotations.NullMarked;
