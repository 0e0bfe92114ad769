package samdata.catalog;

/** The catalogue cannot be opened or written; the message is one line for the operator. */
public final class CatalogException extends RuntimeException {
    public CatalogException(String message) {
        super(message);
    }

    public CatalogException(String message, Throwable cause) {
        super(message, cause);
    }
}
