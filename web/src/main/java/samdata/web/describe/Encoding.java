package samdata.web.describe;

import java.nio.charset.Charset;

/**
 * How the characters of a text file are written.
 *
 * @param why how sure that is, in words
 * @param mark bytes at the beginning that are no text
 */
public record Encoding(Charset charset, String why, int mark) {}
