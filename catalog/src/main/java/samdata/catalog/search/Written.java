package samdata.catalog.search;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.jena.graph.Node;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TieredMergePolicy;
import org.apache.lucene.store.Directory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import samdata.catalog.store.Entry;

/** What is written into the index. All but adding and forgetting is for whoever holds {@link #lock}. */
final class Written {
    static final String GENERATION = "generation";
    static final String BUILT_BY = "built-by";

    private static final Logger LOG = LoggerFactory.getLogger(Written.class);
    private static final int RAM_MEGABYTES = 32;
    /** Larger segments are not merged with what a small change leaves: with Lucene's 16 MB nearly every one would be. */
    private static final double FLOOR_MEGABYTES = 0.5;

    private final ReentrantLock lock = new ReentrantLock();
    private final Directory directory;
    private final Analysis analysis;
    private final Documents documents;
    private final String builtBy;
    private IndexWriter writer;

    Written(Directory directory, Analysis analysis, Documents documents, String builtBy) throws IOException {
        this.directory = directory;
        this.analysis = analysis;
        this.documents = documents;
        this.builtBy = builtBy;
        this.writer = newWriter();
    }

    ReentrantLock lock() {
        return lock;
    }

    /** Goes on after a failure that closed the writer: a full disk, say. */
    void begin() throws IOException {
        if (!writer.isOpen()) writer = newWriter();
    }

    /** A description that cannot be indexed must not keep all others from being found: it is left out, and logged. */
    void add(Entry entry) throws IOException {
        try {
            writer.addDocument(documents.of(entry));
        } catch (IllegalArgumentException e) {
            LOG.warn("Left out of the index, {} of {}: {}", entry.id(), entry.home(), e.getMessage());
        }
    }

    void forget(Node iri) throws IOException {
        if (Documents.takes(iri)) writer.deleteDocuments(new Term(Documents.IRI, iri.getURI()));
    }

    void forgetAll() throws IOException {
        writer.deleteAll();
    }

    /** @param generation of the store that is written down with it */
    void commit(long generation) throws IOException {
        writer.setLiveCommitData(
                Map.of(GENERATION, Long.toString(generation), BUILT_BY, builtBy).entrySet());
        writer.commit();
    }

    /** What a failed update left must not slip into the next one. */
    void rollback() {
        try {
            writer.rollback();
            writer = newWriter();
        } catch (IOException | RuntimeException e) {
            LOG.warn("The index cannot be written for now: {}", e.getMessage()); // the next update tries again
        }
    }

    void close() throws IOException {
        lock.lock();
        try {
            writer.rollback();
        } finally {
            lock.unlock();
        }
    }

    private IndexWriter newWriter() throws IOException {
        return new IndexWriter(
                directory,
                new IndexWriterConfig(analysis)
                        .setMergePolicy(new TieredMergePolicy().setFloorSegmentMB(FLOOR_MEGABYTES))
                        .setRAMBufferSizeMB(RAM_MEGABYTES)
                        .setCommitOnClose(false));
    }
}
