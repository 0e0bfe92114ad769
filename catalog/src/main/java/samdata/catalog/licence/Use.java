package samdata.catalog.licence;

import java.util.Arrays;
import java.util.Optional;

/** What somebody wants to do with data. What each use needs of a licence stands with its concept in the use scheme. */
public enum Use {
    /** A model is trained for research or evaluation; neither data nor model leave the house. */
    TRAIN_RESEARCH("train-research"),
    /** A model is trained commercially, and kept or served. */
    TRAIN_COMMERCIAL("train-commercial"),
    /** A model is trained commercially and handed to others. */
    PUBLISH_MODEL("publish-model"),
    /** A combined or changed set is handed to others. */
    PUBLISH_DERIVED("publish-derived"),
    /** Unchanged parts are handed on together. */
    PUBLISH_COLLECTION("publish-collection");

    private final String id;

    Use(String id) {
        this.id = id;
    }

    /** The {@code skos:notation} of its concept. */
    public String id() {
        return id;
    }

    public static Optional<Use> of(String id) {
        return Arrays.stream(values()).filter(use -> use.id.equals(id)).findFirst();
    }
}
