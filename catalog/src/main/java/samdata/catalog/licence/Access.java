package samdata.catalog.licence;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.SKOS;
import samdata.catalog.store.Entry;
import samdata.vocab.Labels;
import samdata.vocab.Scheme;
import samdata.vocab.Schemes;

/**
 * Who gets the data of a dataset, as its publisher says. A licence does not speak of that: it may permit every use of data
 * that nobody gets.
 *
 * @param concept a right of the EU's access rights that is not open to everybody
 */
public record Access(Node concept, Schemes schemes) {
    private static final String SCHEME = "http://publications.europa.eu/resource/authority/access-right";
    private static final String PUBLIC = "PUBLIC";

    /** The restrictions that are stated of the dataset, or of a distribution of it, each once; none when nothing is stated. */
    public static List<Access> restrictions(Entry entry, Schemes schemes) {
        Scheme rights = schemes.get(SCHEME);
        Graph view = entry.view();
        return Stream.concat(
                        Stream.of(entry.iri()),
                        view.stream(entry.iri(), DCAT.distribution.asNode(), Node.ANY)
                                .map(triple -> triple.getObject()))
                .flatMap(part -> view.stream(part, DCTerms.accessRights.asNode(), Node.ANY))
                .flatMap(triple -> rights.recognise(triple.getObject()).stream())
                .filter(right -> !rights.id(right).equals(PUBLIC))
                .distinct()
                .map(right -> new Access(right, schemes))
                .toList();
    }

    public String id() {
        return schemes.id(concept).orElse(concept.getURI());
    }

    public String label(String lang) {
        return Labels.of(schemes.graph(), concept, lang);
    }

    /** What it means beside a licence, in a sentence or two. */
    public String caution(String lang) {
        Optional<String> note = Labels.best(schemes.graph(), concept, SKOS.scopeNote.asNode(), lang);
        return note.orElseGet(() -> label(lang));
    }
}
