package samdata.web.describe;

/** @param sha256 of the whole file, in hexadecimal */
public record FileFacts(long bytes, String sha256) {}
