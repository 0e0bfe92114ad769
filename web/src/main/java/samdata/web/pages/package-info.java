/** The site: HTML pages that work without JavaScript, in English and Swedish. */
@NullMarked
package samdata.web.pages;

import org.jspecify.annotations.NullMarked;
