package samdata.catalog.licence;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.DCTerms;
import samdata.catalog.store.Entry;
import samdata.vocab.Labels;

/**
 * Every statement about the licence of one dataset, and the parts they are about. Different licences of different parts are
 * no dispute, for each part must permit a use; different licences of one part are, and the worst of them holds.
 *
 * @param parts by the name of the component, else the distribution's IRI; the whole dataset is named by the empty text
 */
public record DatasetLicences(
        Node dataset, List<LicenceStatement> statements, Map<String, Part> parts, Licences licences) {
    /** What the dataset's home says, and what other sources claim of the same dataset; these by their ids. */
    public static DatasetLicences of(Entry entry, Licences licences) {
        return of(entry.view(), entry.iri(), entry.claims(), licences);
    }

    /**
     * @param view the description and the concepts recognised in it
     * @param claims the same of others, by who claims it; parts of which they state no licence are none
     */
    static DatasetLicences of(Graph view, Node dataset, Map<String, Graph> claims, Licences licences) {
        StatementReader home = new StatementReader(view, dataset, licences, Optional.empty());
        List<LicenceStatement> statements = new ArrayList<>(home.statements());
        Set<String> names = new HashSet<>(home.names());
        claims.forEach((by, said) -> {
            for (LicenceStatement claim : new StatementReader(said, dataset, licences, Optional.of(by)).statements()) {
                statements.add(claim);
                claim.part().ifPresent(names::add);
            }
        });
        Map<String, Part> parts = new Parts(view, dataset, licences).of(names, statements);
        return new DatasetLicences(dataset, List.copyOf(statements), parts, licences);
    }

    /** Whether different licences are stated of one and the same part. */
    public boolean disputed() {
        return parts.values().stream().anyMatch(Part::disputed);
    }

    public Answer answer(Use use) {
        return licences.answer(parts.values(), use);
    }

    /** Puts together what is said of each part. */
    private record Parts(Graph view, Node dataset, Licences licences) {
        Map<String, Part> of(Set<String> names, List<LicenceStatement> statements) {
            Map<Optional<String>, Set<Licence>> stated = statements.stream()
                    .collect(Collectors.groupingBy(
                            LicenceStatement::part,
                            Collectors.mapping(
                                    LicenceStatement::licence, Collectors.toCollection(LinkedHashSet::new))));
            Set<Licence> whole = stated.getOrDefault(Optional.<String>empty(), Set.of());
            if (names.isEmpty()) return Map.of("", part(Optional.empty(), or(List.copyOf(whole))));
            Set<Licence> somewhere = statements.stream()
                    .filter(statement -> statement.part().isPresent())
                    .map(LicenceStatement::licence)
                    .collect(Collectors.toSet());
            Map<String, Part> parts = new LinkedHashMap<>();
            for (String name : new TreeSet<>(names)) {
                Set<Licence> own = stated.getOrDefault(Optional.of(name), Set.of());
                // a licence of the whole that one part states as its own is that part's
                Stream<Licence> general =
                        own.isEmpty() ? whole.stream() : whole.stream().filter(licence -> !somewhere.contains(licence));
                parts.put(
                        name,
                        part(
                                Optional.of(name),
                                or(Stream.concat(own.stream(), general).toList())));
            }
            return parts;
        }

        private List<Licence> or(List<Licence> stated) {
            return stated.isEmpty() ? List.of(licences.unknown()) : stated;
        }

        private Part part(Optional<String> name, List<Licence> stated) {
            return new Part(Optional.of(title(name)), holder(), specific(stated));
        }

        /** A name without a version says no other than the version stated beside it. */
        private static List<Licence> specific(List<Licence> stated) {
            Set<Node> named = stated.stream()
                    .flatMap(licence -> licence.versionOf().stream())
                    .collect(Collectors.toSet());
            return new LinkedHashSet<>(stated)
                    .stream().filter(licence -> !named.contains(licence.iri())).toList();
        }

        private String title(Optional<String> name) {
            String title = Labels.of(view, dataset, "en");
            return name.filter(part -> !part.startsWith("http") && !part.startsWith("urn:"))
                    .map(part -> title + ": " + part)
                    .orElse(title);
        }

        private Optional<String> holder() {
            String holders = Stream.of(DCTerms.creator, DCTerms.publisher)
                    .map(property -> view
                            .find(dataset, property.asNode(), Node.ANY)
                            .mapWith(triple -> Labels.of(view, triple.getObject(), "en"))
                            .toList()
                            .stream()
                            .distinct()
                            .sorted()
                            .collect(Collectors.joining(", ")))
                    .filter(names -> !names.isEmpty())
                    .findFirst()
                    .orElse("");
            return holders.isEmpty() ? Optional.empty() : Optional.of(holders);
        }
    }
}
