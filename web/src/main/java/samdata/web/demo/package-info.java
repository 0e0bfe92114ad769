@NullMarked
package samdata.web.demo;

import org.jspecify.annotations.NullMarked;
