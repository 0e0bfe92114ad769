package samdata.web.pages;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import samdata.catalog.Catalog;
import samdata.catalog.licence.Licence;
import samdata.catalog.search.Facet;
import samdata.catalog.search.Results;
import samdata.catalog.search.Search;
import samdata.catalog.suitability.Level;
import samdata.vocab.Labels;
import samdata.vocab.Scheme;
import samdata.vocab.Schemes;

/** {@code /}: words, facets, and the datasets that fit them. */
final class SearchPage implements Handler {
    private static final int SIZE = 20;
    private static final int MAX_WORDS = 500;
    private static final int LAST_PAGE = 500;

    private final Catalog catalog;
    private final Templates templates;
    private final SearchAsSparql sparql;

    SearchPage(Catalog catalog, Templates templates) {
        this.catalog = catalog;
        this.templates = templates;
        this.sparql = new SearchAsSparql(catalog);
    }

    @Override
    public void handle(Context ctx) {
        Page page = templates.page(ctx, "search");
        Search search = asked(ctx, page.lang());
        Results results = catalog.search(search);
        templates.render(ctx, "search", page, Map.of("view", view(page, search, results)));
    }

    private Search asked(Context ctx, String lang) {
        String q = Optional.ofNullable(ctx.queryParam("q")).orElse("").strip();
        Map<String, Set<String>> chosen = new LinkedHashMap<>();
        for (Facet facet : catalog.facets()) {
            Set<String> values = new LinkedHashSet<>(ctx.queryParams(facet.id()));
            values.removeIf(String::isBlank);
            if (!values.isEmpty()) chosen.put(facet.id(), values);
        }
        return new Search(
                q.length() <= MAX_WORDS ? q : q.substring(0, MAX_WORDS),
                chosen,
                number(ctx.queryParam("page")),
                SIZE,
                sort(ctx.queryParam("sort")),
                lang);
    }

    private SearchView view(Page page, Search search, Results results) {
        Url here = url(search);
        long pages = Math.min(LAST_PAGE, Math.max(1, (results.total() + SIZE - 1) / SIZE));
        return new SearchView(
                search.q(),
                word(search.sort()),
                List.of("relevance", "newest", "quality", "title"),
                results.total(),
                groups(results),
                chips(page, search, results, here),
                results.facets().stream()
                        .flatMap(facet ->
                                facet.unheld().stream().map(value -> page.say("search.unheld", value, facet.label())))
                        .toList(),
                results.hits().stream().map(hit -> card(page, hit)).toList(),
                paging(page, here, search.page(), pages),
                results.didYouMean().map(words -> new SearchView.Link(words, page.link(here.with("q", words)))),
                page.link(search.q().isEmpty() ? Url.to("/") : Url.to("/").and("q", search.q())),
                here.at("/api/search").with("lang", page.lang()).toString(),
                page.link(Url.to("/sparql").and("edit", sparql.query(search, page.lang()))));
    }

    /** The search as its shortest address, on its first page. */
    private static Url url(Search search) {
        Url url = Url.to("/");
        if (!search.q().isEmpty()) url = url.and("q", search.q());
        for (var facet : search.chosen().entrySet())
            for (String value : facet.getValue()) url = url.and(facet.getKey(), value);
        return search.sort() == Search.Sort.RELEVANCE ? url : url.and("sort", word(search.sort()));
    }

    private static List<SearchView.Group> groups(Results results) {
        List<SearchView.Group> groups = new ArrayList<>();
        for (Results.FacetValues facet : results.facets()) {
            if (facet.values().isEmpty()) continue;
            FacetTree tree = new FacetTree(facet);
            long chosen =
                    facet.values().stream().filter(Results.Value::selected).count();
            groups.add(new SearchView.Group(facet.facet(), facet.label(), tree.first(), tree.more(), chosen));
        }
        return groups;
    }

    private static List<SearchView.Chip> chips(Page page, Search search, Results results, Url here) {
        List<SearchView.Chip> chips = new ArrayList<>();
        for (Results.FacetValues facet : results.facets()) {
            Map<String, String> labels = new LinkedHashMap<>();
            facet.values().forEach(value -> labels.put(value.value(), value.label()));
            for (String value : search.chosen().getOrDefault(facet.facet(), Set.of()))
                chips.add(new SearchView.Chip(
                        facet.label(),
                        labels.getOrDefault(value, value),
                        page.link(here.without(facet.facet(), value))));
        }
        return chips;
    }

    private SearchView.Card card(Page page, Results.Hit hit) {
        return new SearchView.Card(
                hit.id(),
                hit.title(),
                page.link("/datasets/" + hit.id()),
                passage(hit),
                hit.publisher().map(Results.Named::name),
                hit.licences().stream().map(this::licence).toList(),
                hit.tasks().stream()
                        .map(fit -> new SearchView.Task(
                                fit.task().label(),
                                page.link(Url.to("/").and("task", fit.task().id())),
                                fit.level().equals(Level.UNKNOWN.word()) ? "" : fit.level()))
                        .toList(),
                new TreeSet<>(hit.modality())
                        .stream().map(id -> modality(id, page.lang())).toList(),
                Optional.of(hit.modified()).filter(date -> !date.isEmpty()).map(page.text()::date),
                hit.quality());
    }

    private SearchView.Licence licence(Results.Concept stated) {
        boolean known = catalog.schemes().licences().recognise(stated.id()).isPresent();
        return new SearchView.Licence(stated.label(), known && !stated.id().equals(Licence.UNKNOWN));
    }

    /** The passage of the description that matched, else how it begins: title and tags show for themselves. */
    private static String passage(Results.Hit hit) {
        String beginning = Markup.escaped(beginning(hit.description()));
        boolean described = Markup.escaped(hit.description()).contains(Markup.withoutMarks(hit.highlight()));
        boolean telling = !hit.highlight().isEmpty() && (described || beginning.isEmpty());
        return telling ? Markup.onlyMarks(hit.highlight()) : beginning;
    }

    private String modality(String id, String lang) {
        Scheme modalities = catalog.schemes().get(Schemes.MODALITIES);
        return modalities
                .recognise(id)
                .map(concept -> Labels.of(catalog.vocabulary(), concept, lang))
                .orElse(id);
    }

    private static SearchView.Paging paging(Page page, Url here, int current, long pages) {
        List<SearchView.PageLink> links = new ArrayList<>();
        long before = 0;
        for (long number = 1; number <= pages; number++) {
            if (number != 1 && number != pages && Math.abs(number - current) > 2) continue;
            links.add(new SearchView.PageLink(
                    number, page.link(pageOf(here, number)), number == current, number > before + 1));
            before = number;
        }
        return new SearchView.Paging(
                current,
                pages,
                links,
                current > 1 ? Optional.of(page.link(pageOf(here, Math.min(pages, current - 1)))) : Optional.empty(),
                current < pages ? Optional.of(page.link(pageOf(here, current + 1L))) : Optional.empty());
    }

    private static Url pageOf(Url search, long number) {
        return number == 1 ? search : search.and("page", Long.toString(number));
    }

    private static String beginning(String description) {
        String line = description.replaceAll("\\s+", " ").strip();
        if (line.length() <= 260) return line;
        int end = line.lastIndexOf(' ', 250);
        return line.substring(0, end > 200 ? end : 250) + " …";
    }

    private static int number(@org.jspecify.annotations.Nullable String page) {
        try {
            return page == null ? 1 : Math.clamp(Integer.parseInt(page.strip()), 1, LAST_PAGE);
        } catch (NumberFormatException e) {
            return 1;
        }
    }

    private static Search.Sort sort(@org.jspecify.annotations.Nullable String sort) {
        for (Search.Sort known : Search.Sort.values()) if (word(known).equals(sort)) return known;
        return Search.Sort.RELEVANCE;
    }

    private static String word(Search.Sort sort) {
        return sort.name().toLowerCase(Locale.ROOT);
    }
}
