@NullMarked
package samdata.web.http;

import org.jspecify.annotations.NullMarked;
