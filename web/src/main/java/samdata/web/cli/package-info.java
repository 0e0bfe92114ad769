@NullMarked
package samdata.web.cli;

import org.jspecify.annotations.NullMarked;
