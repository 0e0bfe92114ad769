package samdata.catalog.store;

import org.apache.jena.query.ReadWrite;
import org.apache.jena.query.TxnType;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphWrapper;
import org.apache.jena.sparql.util.Context;
import org.jspecify.annotations.Nullable;

/** The store as a dataset that can only be read; within a transaction it is one and the same TDB2 dataset. */
final class ReadView extends DatasetGraphWrapper {
    private final Store store;

    @SuppressWarnings("ThreadLocalUsage") // a transaction is of one thread and one store
    private final ThreadLocal<@Nullable Database> reading = new ThreadLocal<>();

    @SuppressWarnings("NullAway") // every call goes through get()
    ReadView(Store store) {
        super(null);
        this.store = store;
    }

    @Override
    protected DatasetGraph get() {
        Database entered = reading.get();
        return entered == null ? store.current() : entered.dataset();
    }

    @Override
    protected DatasetGraph getW() {
        throw new UnsupportedOperationException("The catalogue is written by harvests only");
    }

    @Override
    public Context getContext() {
        return store.current().getContext();
    }

    @Override
    public void begin(TxnType type) {
        if (type == TxnType.WRITE) getW();
        reading.set(store.enter());
        try {
            super.begin(TxnType.READ);
        } catch (Throwable e) {
            release();
            throw e;
        }
    }

    @Override
    public void begin(ReadWrite mode) {
        begin(TxnType.convert(mode));
    }

    @Override
    public void begin() {
        begin(TxnType.READ);
    }

    @Override
    public void end() {
        if (reading.get() == null) return;
        try {
            super.end();
        } finally {
            release();
        }
    }

    /** The store is closed by its owner. */
    @Override
    public void close() {}

    private void release() {
        Database entered = reading.get();
        reading.remove();
        if (entered != null) entered.leave();
    }
}
