package samdata.web.pages;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HttpStatus;
import io.javalin.http.NotFoundResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import samdata.catalog.Catalog;
import samdata.catalog.licence.Atom;
import samdata.catalog.licence.Clause;
import samdata.catalog.licence.Licence;
import samdata.catalog.licence.Licences;

/** {@code /licences/{id}}; any other way to write the licence leads there. */
final class LicencePage implements Handler {
    private final Catalog catalog;
    private final Licences licences;
    private final Templates templates;

    LicencePage(Catalog catalog, Licences licences, Templates templates) {
        this.catalog = catalog;
        this.licences = licences;
        this.templates = templates;
    }

    @Override
    public void handle(Context ctx) {
        Page page = templates.page(ctx, "licences");
        String id = ctx.pathParam("id");
        Optional<Licence> licence = licences.byId(id);
        if (licence.isEmpty()) {
            Licence meant = licences.recognise(id).orElseThrow(NotFoundResponse::new);
            ctx.redirect(page.link("/licences/" + meant.id()), HttpStatus.FOUND);
            return;
        }
        templates.render(ctx, "licence", page, Map.of("view", view(page, licence.get())));
    }

    private LicenceView view(Page page, Licence licence) {
        LicenceWords words = new LicenceWords(catalog.schemes(), licences, page);
        return new LicenceView(
                words.named(licence),
                licence.document(),
                words.answers(licence),
                points(words, licence, licence.permissions()),
                points(words, licence, licence.duties()),
                points(words, licence, licence.prohibitions()),
                points(words, licence, licence.unclear()),
                scope(words, licence.clause(Atom.COVERS_DATABASE_RIGHT)),
                flow(words, licence),
                licence.versionOf().flatMap(licences::recognise).map(words::named),
                new LicenceCounts(catalog, page.lang()).of(licence.id()),
                page.link(LicenceCounts.search(licence.id())),
                words.names(licence),
                words.addresses(licence).stream()
                        .map(iri -> new LicenceView.Address(iri, Hrefs.of(iri)))
                        .toList());
    }

    private static List<LicenceView.Point> points(LicenceWords words, Licence licence, List<Clause> clauses) {
        return clauses.stream()
                .map(clause -> new LicenceView.Point(
                        words.point(clause.atom()), clause.text(), when(words, licence, clause.atom())))
                .toList();
    }

    private static List<String> when(LicenceWords words, Licence licence, Atom owed) {
        return Stream.of(Atom.values())
                .filter(act ->
                        licence.owed().getOrDefault(act, List.of()).stream().anyMatch(duty -> duty.atom() == owed))
                .map(words::point)
                .toList();
    }

    private static Optional<LicenceView.Scope> scope(LicenceWords words, Clause clause) {
        return switch (clause.settled()) {
            case YES -> Optional.of(new LicenceView.Scope(words.point(clause.atom()), true, clause.text()));
            case NO -> Optional.of(new LicenceView.Scope(words.point(clause.atom()), false, clause.text()));
            case UNCLEAR -> Optional.empty();
        };
    }

    private LicenceView.Flow flow(LicenceWords words, Licence licence) {
        List<Node> from = licences.all().stream()
                .filter(other ->
                        !other.id().equals(licence.id()) && other.mayFlowInto().contains(licence.iri()))
                .map(Licence::iri)
                .toList();
        return new LicenceView.Flow(
                words.named(licence.mayFlowInto()),
                words.named(licence.mayPerhapsFlowInto()),
                words.named(from),
                licence.flowClause());
    }
}
