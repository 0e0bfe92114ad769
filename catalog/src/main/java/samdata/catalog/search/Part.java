package samdata.catalog.search;

/** What of a dataset a word was found in. A word in the title says more about it than the same word in the description. */
enum Part {
    TITLE(4),
    KEYWORD(2),
    /** Everything, the title and the keywords included. */
    TEXT(1);

    final float weight;

    Part(float weight) {
        this.weight = weight;
    }

    /** The field in which words are compared as they stand, whatever their language. */
    String anyLanguage() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    /** The field in which words are compared by their stem in {@code language}. */
    String in(String language) {
        return anyLanguage() + "." + language;
    }
}
