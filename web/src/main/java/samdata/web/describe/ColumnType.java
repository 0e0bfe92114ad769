package samdata.web.describe;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What all present values of a column have in common. */
public enum ColumnType {
    INTEGER("integer", "numeric", "Integer"),
    DECIMAL("decimal", "numeric", "Float"),
    BOOLEAN("boolean", "nominal", "Boolean"),
    DATE("date", "date", "Date"),
    DATE_TIME("dateTime", "date", "DateTime"),
    /** Text of few different values, each of them often. */
    CATEGORICAL("categorical", "nominal", "Text"),
    TEXT("text", "string", "Text"),
    LIST("list", null, null),
    BINARY("binary", null, null),
    /** No value is there to tell. */
    EMPTY("empty", null, null);

    private final String word;
    private final @Nullable String featureType;
    private final @Nullable String croissant;

    ColumnType(String word, @Nullable String featureType, @Nullable String croissant) {
        this.word = word;
        this.featureType = featureType;
        this.croissant = croissant;
    }

    public String word() {
        return word;
    }

    /** In OpenML's feature types. */
    public Optional<String> featureType() {
        return Optional.ofNullable(featureType);
    }

    /** The data type in schema.org's namespace, as Croissant names it. */
    public Optional<String> croissant() {
        return Optional.ofNullable(croissant);
    }

    boolean isNumber() {
        return this == INTEGER || this == DECIMAL;
    }
}
