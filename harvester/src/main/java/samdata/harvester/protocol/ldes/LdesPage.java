package samdata.harvester.protocol.ldes;

import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import samdata.harvester.fetch.Refusal;
import samdata.harvester.fetch.Visit;
import samdata.harvester.read.Reading;
import samdata.harvester.read.Statements;
import samdata.harvester.read.Terms;

/**
 * One page of an event stream, taken apart: the members, where it leads, and what it states besides. The description of a
 * member is its named graph (DCAT-AP Feeds, section 1), else what hangs together with it outside of any.
 */
public final class LdesPage {
    private static final Set<Node> PAGE_TYPES = Set.of(
            Terms.of(LdesTerms.TREE, "Node"), LdesTerms.EVENT_SOURCE, Terms.of(LdesTerms.TREE, "ViewDescription"));

    private static final Set<Node> STRUCTURE = Set.of(LdesTerms.MEMBER, LdesTerms.RELATION, LdesTerms.VIEW);

    private final URI url;
    private final Statements statements;
    private final Graph graph = GraphFactory.createDefaultGraph();
    private final Set<Node> streams;
    private final Set<Node> pages = new HashSet<>();
    private final Set<Node> members;
    /** What the members are about. */
    private final Set<Node> things = new HashSet<>();
    /** Nodes that belong to a member, and so to no other page's leftovers. */
    private final Set<Node> taken = new HashSet<>();

    /** @param asked where it was asked for, which is how others name it when {@code url} is another */
    LdesPage(Statements statements, URI url, URI asked) {
        this.url = url;
        this.statements = statements;
        statements.unnamed().forEach(graph::add);
        members = objects(LdesTerms.MEMBER);
        streams = subjects(RDF.Nodes.type, LdesTerms.EVENT_STREAM);
        streams.addAll(subjects(LdesTerms.MEMBER, Node.ANY));
        if (streams.isEmpty()) streams.addAll(subjects(LdesTerms.VIEW, Node.ANY));
        pages.addAll(objects(LdesTerms.VIEW));
        pages.addAll(objects(LdesTerms.NODE));
        pages.addAll(subjects(LdesTerms.RELATION, Node.ANY));
        PAGE_TYPES.forEach(type -> pages.addAll(subjects(RDF.Nodes.type, type)));
        for (URI own : List.of(url, asked)) pages.add(iri(own));
        pages.removeAll(members);
        pages.removeAll(streams);
    }

    /**
     * Whether these are the statements of a page, or of a stream, that is served at this very address; another one that
     * is only described there is no reason to read it.
     */
    public static boolean isServed(Collection<Triple> triples, URI url) {
        var own = url.toString();
        return triples.stream()
                .anyMatch(triple -> triple.getPredicate().equals(LdesTerms.MEMBER)
                        || triple.getPredicate().equals(LdesTerms.RELATION)
                        || (triple.getPredicate().equals(LdesTerms.VIEW)
                                && (isAt(triple.getSubject(), own) || isAt(triple.getObject(), own))));
    }

    private static boolean isAt(Node node, String url) {
        return node.isURI() && node.getURI().replaceFirst("#.*$", "").equals(url);
    }

    boolean isOfStream() {
        return statements.unnamed().stream().anyMatch(triple -> STRUCTURE.contains(triple.getPredicate()));
    }

    boolean hasStream() {
        return !streams.isEmpty();
    }

    /**
     * The stream that is meant here.
     *
     * @throws Refusal when there are several and none of them is meant more than the others
     */
    Node stream() throws Refusal {
        if (streams.size() == 1) return streams.iterator().next();
        var own = streams.stream()
                .filter(each -> each.equals(iri(url)) || graph.contains(each, LdesTerms.VIEW, iri(url)))
                .toList();
        if (own.size() == 1) return own.getFirst();
        throw Refusal.rejected(url + " describes several event streams; register one of them: "
                + streams.stream().map(Node::toString).sorted().limit(5).collect(Collectors.joining(", ")));
    }

    Graph graph() {
        return graph;
    }

    /** Whether it says that it will bring no new member, nor lead anywhere else. */
    boolean isImmutable(URI asked) {
        return Stream.of(iri(url), iri(asked))
                .flatMap(page -> graph.stream(page, LdesTerms.IMMUTABLE, Node.ANY))
                .anyMatch(triple -> triple.getObject().isLiteral()
                        && triple.getObject().getLiteralLexicalForm().matches("true|1"));
    }

    /**
     * The pages it leads to. One that only describes the stream leads to the view to read: the source of events if it names
     * one, else the first, since every view holds the same members.
     */
    Set<URI> next() throws Refusal {
        Set<URI> next = new LinkedHashSet<>();
        for (Node node : sorted(objects(LdesTerms.NODE))) next.add(address(node));
        if (!next.isEmpty() || !members.isEmpty()) return next;
        var views = objects(LdesTerms.VIEW);
        var sources = views.stream()
                .filter(view -> graph.contains(view, RDF.Nodes.type, LdesTerms.EVENT_SOURCE))
                .collect(Collectors.toSet());
        for (Node view : sorted(sources.isEmpty() ? views : sources)) {
            if (view.equals(iri(url))) return Set.of();
            return Set.of(address(view));
        }
        return Set.of();
    }

    /**
     * The members that can be understood; the others are reported. What several members share counts for each of them.
     *
     * @throws Refusal when that comes to more than a harvest may take
     */
    List<LdesVersion> versions(LdesStream stream, Visit visit, Reading reading) throws Refusal {
        List<LdesVersion> versions = new ArrayList<>();
        long counted = statements.size();
        members.forEach(member -> stream.object(graph, member).ifPresent(things::add));
        for (Node member : sorted(members)) {
            visit.checkTime();
            boolean activity = stream.isActivity(graph, member);
            var object = stream.object(graph, member);
            var own = activity ? blanksBelow(Set.of(member)) : below(member);
            taken.addAll(own);
            if (object.isEmpty()) {
                reading.leftOut(
                        member.toString(),
                        "This member of the event stream does not say which dataset it is about, so it was left out.",
                        "Give it the property that ldes:versionOfPath names, such as as:object, with an IRI.",
                        OptionalLong.empty());
                continue;
            }
            var version = version(stream, member, object.get(), activity, own, reading);
            version.ifPresent(versions::add);
            counted -= version.map(LdesVersion::statements).map(List::size).orElse(0);
            if (counted < 0) visit.countTriples(-counted);
            counted = Math.max(0, counted);
        }
        return versions;
    }

    private Optional<LdesVersion> version(
            LdesStream stream, Node member, Node object, boolean activity, Set<Node> own, Reading reading) {
        boolean deletion = stream.isDeletion(graph, member);
        List<Triple> described = described(stream, member, object, activity, own);
        if (!deletion && described.isEmpty()) {
            reading.leftOut(
                    object.toString(),
                    "The member " + member + " of the event stream describes nothing, so what was known stays.",
                    "Put the description into the named graph of the member.",
                    OptionalLong.empty());
            return Optional.empty();
        }
        var time = first(stream.times(), member);
        var when = time.flatMap(LdesVersion::time);
        if (time.isPresent() && when.isEmpty())
            reading.leftOut(
                    object.toString(),
                    "The time \"" + time.get() + "\" of the member " + member
                            + " cannot be read; every version with a time counts as newer.",
                    "Write it as an xsd:dateTime, such as 2026-02-03T12:00:00Z.",
                    OptionalLong.empty());
        var sequence = first(stream.sequences(), member).orElse("");
        if (deletion) return Optional.of(new LdesVersion(object, member, when, sequence, true, List.of()));
        return Optional.of(new LdesVersion(object, member, when, sequence, false, described));
    }

    /** What the source states with this member; empty when it describes nothing. */
    private List<Triple> described(LdesStream stream, Node member, Node object, boolean activity, Set<Node> own) {
        List<Triple> description = new ArrayList<>(statements.named().getOrDefault(member, List.of()));
        if (description.isEmpty()) description.addAll(statements.named().getOrDefault(object, List.of()));
        List<Triple> envelope = of(own);
        if (activity) {
            if (description.isEmpty()) {
                var nodes = below(object);
                taken.addAll(nodes);
                description.addAll(of(nodes));
            }
            if (!description.isEmpty()) description.addAll(envelope);
            return description;
        }
        boolean bare = description.isEmpty()
                && envelope.stream().allMatch(triple -> isAboutVersion(stream, triple, member) || isDeletion(triple));
        if (bare) return List.of();
        description.addAll(envelope);
        return object.equals(member)
                ? description
                : description.stream()
                        .map(triple ->
                                isAboutVersion(stream, triple, member) ? triple : renamed(triple, member, object))
                        .toList();
    }

    private static boolean isDeletion(Triple triple) {
        return triple.getPredicate().equals(RDF.Nodes.type)
                && triple.getObject().equals(LdesTerms.DELETE);
    }

    /**
     * Whether it is said of the version and not of the thing: what it is a version of, and when it was made. When it was
     * modified is true of both.
     */
    private static boolean isAboutVersion(LdesStream stream, Triple triple, Node member) {
        if (!triple.getSubject().equals(member)) return false;
        var property = triple.getPredicate();
        return stream.versionOf().stream().anyMatch(path -> path.is(property))
                || (!property.equals(DCTerms.modified.asNode())
                        && stream.times().stream().anyMatch(path -> path.is(property)));
    }

    private static Triple renamed(Triple triple, Node member, Node object) {
        return Triple.create(
                triple.getSubject().equals(member) ? object : triple.getSubject(),
                triple.getPredicate(),
                triple.getObject().equals(member) ? object : triple.getObject());
    }

    private Optional<String> first(List<PropertyPath> paths, Node member) {
        return paths.stream()
                .flatMap(path -> path.from(graph, member).stream())
                .filter(Node::isLiteral)
                .map(Node::getLiteralLexicalForm)
                .findFirst();
    }

    /**
     * What it states besides its members, without what is about the paging; to be asked after {@link #versions}.
     *
     * @param described whether this is the page that describes the stream
     */
    List<Triple> leftovers(LdesStream stream, boolean described) {
        streams.add(stream.iri());
        Set<Node> paging = new HashSet<>(pages);
        if (!described) paging.addAll(streams);
        paging = blanksBelow(paging);
        if (described)
            for (Node each : streams)
                graph.stream(each, Node.ANY, Node.ANY)
                        .filter(LdesPage::isPaging)
                        .map(Triple::getObject)
                        .filter(Node::isBlank)
                        .map(Set::of)
                        .map(this::blanksBelow)
                        .forEach(paging::addAll);
        List<Triple> left = new ArrayList<>();
        for (Triple triple : statements.unnamed())
            if (!paging.contains(triple.getSubject())
                    && !taken.contains(triple.getSubject())
                    && !(streams.contains(triple.getSubject()) && isPaging(triple))) left.add(triple);
        statements.named().forEach((name, triples) -> {
            if (!members.contains(name) && !taken.contains(name)) left.addAll(triples);
        });
        return left;
    }

    private static boolean isPaging(Triple triple) {
        var property = triple.getPredicate().getURI();
        return property.startsWith(LdesTerms.TREE) || property.startsWith(LdesTerms.LDES);
    }

    /** {@code start} and all that the page describes below it, but for other members and what they are about. */
    private Set<Node> below(Node start) {
        return reached(
                Set.of(start),
                node -> (node.isBlank() || node.isURI())
                        && !members.contains(node)
                        && !things.contains(node)
                        && !streams.contains(node)
                        && !pages.contains(node)
                        && graph.contains(node, Node.ANY, Node.ANY));
    }

    private Set<Node> blanksBelow(Set<Node> start) {
        return reached(start, node -> node.isBlank() && !members.contains(node));
    }

    private Set<Node> reached(Set<Node> start, Predicate<Node> further) {
        Set<Node> found = new LinkedHashSet<>(start);
        var queue = new ArrayDeque<>(found);
        while (!queue.isEmpty())
            graph.find(queue.remove(), Node.ANY, Node.ANY)
                    .mapWith(Triple::getObject)
                    .filterKeep(further)
                    .forEachRemaining(node -> {
                        if (found.add(node)) queue.add(node);
                    });
        return found;
    }

    private List<Triple> of(Set<Node> nodes) {
        return nodes.stream()
                .flatMap(node -> graph.stream(node, Node.ANY, Node.ANY))
                .toList();
    }

    private Set<Node> objects(Node property) {
        return graph.find(Node.ANY, property, Node.ANY)
                .mapWith(Triple::getObject)
                .filterDrop(Node::isLiteral)
                .toSet();
    }

    private Set<Node> subjects(Node property, Node object) {
        return graph.find(Node.ANY, property, object)
                .mapWith(Triple::getSubject)
                .toSet();
    }

    private static List<Node> sorted(Set<Node> nodes) {
        return nodes.stream().sorted(Comparator.comparing(Node::toString)).toList();
    }

    private static Node iri(URI url) {
        return NodeFactory.createURI(url.toString());
    }

    private URI address(Node page) throws Refusal {
        try {
            if (page.isURI()) return URI.create(page.getURI().replaceFirst("#.*$", ""));
        } catch (IllegalArgumentException e) {
            // said below
        }
        throw Refusal.rejected(url + " leads to a page that is no URL: " + page);
    }
}
