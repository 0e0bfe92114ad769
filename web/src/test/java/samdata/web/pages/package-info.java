@NullMarked
package samdata.web.pages;

import org.jspecify.annotations.NullMarked;
