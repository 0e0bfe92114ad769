@NullMarked
package samdata.web.sparql;

import org.jspecify.annotations.NullMarked;
