package samdata.web.pages;

import java.util.List;
import java.util.Optional;

/** What the page of one dataset shows, in the order in which a reader asks. */
public record DatasetView(
        String id,
        String iri,
        String title,
        List<String> description,
        List<Value> publishers,
        List<Value> keywords,
        DatasetLicenceView licence,
        List<Fact> facts,
        List<Size> sizes,
        List<Distribution> distributions,
        List<Person> people,
        List<Part> splits,
        List<Part> features,
        List<Part> quality,
        Harvest harvest,
        List<Elsewhere> elsewhere,
        List<Subject> statements) {

    /**
     * A stated value as it is read.
     *
     * @param search the search for all that have it
     * @param href where it leads outside of this site, when that is a web or mail address
     */
    public record Value(String text, Optional<String> search, Optional<String> href) {}

    public record Fact(String label, List<Value> values) {}

    /** @param of the distribution it is stated for; empty for the dataset */
    public record Size(String label, String figure, String of) {}

    public record Distribution(
            String title,
            List<Value> formats,
            List<Value> licences,
            List<Value> access,
            List<Value> downloads,
            String size) {}

    public record Person(Value name, List<String> roles) {}

    /** A split, a feature or a measurement: its name, and what is said of it. */
    public record Part(String name, String detail) {}

    /** @param others sources besides the home that state it too */
    public record Harvest(String home, List<String> others, String firstSeen, String lastChanged) {}

    /** A description of the same data under another IRI, and what shows that it is. */
    public record Elsewhere(String id, String title, List<String> sources, String percent, List<Reason> reasons) {}

    /**
     * @param of the property that it was read from; empty when it is an IRI itself
     * @param values as the sources write it; empty when it is a whole text
     * @param similarity in percent; empty when the values are equal
     */
    public record Reason(String kind, String of, List<String> values, String similarity) {}

    /** All statements with one subject. */
    public record Subject(String name, String iri, List<Statement> statements) {}

    public record Statement(String property, String propertyIri, List<Value> values) {}
}
