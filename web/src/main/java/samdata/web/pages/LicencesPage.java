package samdata.web.pages;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import samdata.catalog.Catalog;
import samdata.catalog.licence.Licence;
import samdata.catalog.licence.Licences;
import samdata.catalog.licence.Part;
import samdata.catalog.licence.Use;

/** {@code /licences}: every licence that is known, what it answers for each use, and how many datasets are under it. */
final class LicencesPage implements Handler {
    private static final int MAX_WORDS = 200;
    private static final int STRANGE_SHOWN = 20;

    private final Catalog catalog;
    private final Licences licences;
    private final Templates templates;

    LicencesPage(Catalog catalog, Licences licences, Templates templates) {
        this.catalog = catalog;
        this.licences = licences;
        this.templates = templates;
    }

    @Override
    public void handle(Context ctx) {
        Page page = templates.page(ctx, "licences");
        String q = Optional.ofNullable(ctx.queryParam("q")).orElse("").strip();
        if (q.length() > MAX_WORDS) q = q.substring(0, MAX_WORDS);
        Optional<Use> use = Optional.ofNullable(ctx.queryParam("use")).flatMap(Use::of);
        templates.render(ctx, "licences", page, Map.of("view", view(page, q, use)));
    }

    private LicencesView view(Page page, String q, Optional<Use> use) {
        LicenceWords words = new LicenceWords(catalog.schemes(), licences, page);
        LicenceCounts counts = new LicenceCounts(catalog, page.lang());
        List<LicencesView.Row> rows = licences.all().stream()
                .filter(licence -> isCalled(words, licence, q))
                .filter(licence -> use.isEmpty() || permits(licence, use.get()))
                .map(licence -> row(page, words, counts, licence))
                .sorted(Comparator.comparingLong((LicencesView.Row row) -> -row.datasets())
                        .thenComparing(row -> row.licence().label(), String.CASE_INSENSITIVE_ORDER))
                .toList();
        return new LicencesView(
                q,
                use.map(Use::id).orElse(""),
                Stream.of(Use.values())
                        .map(column -> column(page, words, q, column, use))
                        .toList(),
                rows,
                licences.all().size(),
                strange(page, counts));
    }

    private boolean isCalled(LicenceWords words, Licence licence, String q) {
        String wanted = q.toLowerCase(Locale.ROOT);
        return words.names(licence).stream()
                        .anyMatch(name -> name.toLowerCase(Locale.ROOT).contains(wanted))
                || licences.recognise(q).filter(licence::equals).isPresent();
    }

    private boolean permits(Licence licence, Use use) {
        return licences.answer(List.of(Part.under(licence)), use).verdict().permits();
    }

    private static LicencesView.Row row(Page page, LicenceWords words, LicenceCounts counts, Licence licence) {
        return new LicencesView.Row(
                words.named(licence),
                words.answers(licence),
                counts.of(licence.id()),
                page.link(LicenceCounts.search(licence.id())));
    }

    private static LicencesView.Column column(Page page, LicenceWords words, String q, Use use, Optional<Use> chosen) {
        boolean isChosen = chosen.filter(use::equals).isPresent();
        Url url = q.isEmpty() ? Url.to("/licences") : Url.to("/licences").and("q", q);
        return new LicencesView.Column(
                use.id(),
                words.name(use),
                words.label(use),
                page.link(isChosen ? url : url.and("use", use.id())),
                isChosen);
    }

    private List<LicencesView.Strange> strange(Page page, LicenceCounts counts) {
        return counts.all().stream()
                .filter(value -> licences.byId(value.value()).isEmpty())
                .limit(STRANGE_SHOWN)
                .map(value -> new LicencesView.Strange(
                        value.label(), value.count(), page.link(LicenceCounts.search(value.value()))))
                .toList();
    }
}
