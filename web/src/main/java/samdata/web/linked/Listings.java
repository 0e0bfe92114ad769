package samdata.web.linked;

import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import samdata.catalog.Catalog;

/** The newest listing, read anew only when the catalogue has changed. */
public final class Listings {
    private final Catalog catalog;
    private final AtomicReference<@Nullable Listing> newest = new AtomicReference<>();

    public Listings(Catalog catalog) {
        this.catalog = catalog;
    }

    Listing now() {
        Listing held = newest.get();
        if (held != null && held.generation() == catalog.generation()) return held;
        Listing now = Listing.read(catalog);
        newest.set(now);
        return now;
    }
}
