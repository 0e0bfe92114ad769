package samdata.web.pages;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import samdata.catalog.Catalog;
import samdata.catalog.licence.Answer;
import samdata.catalog.licence.DatasetLicences;
import samdata.catalog.licence.Licence;
import samdata.catalog.licence.Licences;
import samdata.catalog.licence.Part;
import samdata.catalog.licence.Use;
import samdata.catalog.store.Entry;
import samdata.vocab.Labels;
import samdata.web.pages.Basket.Item;

/** Reads the answers for what an address names. What is not known is not left out: it counts as unknown. */
final class CombineReader {
    private final Catalog catalog;
    private final Licences licences;
    private final Page page;
    private final LicenceWords words;
    private final List<CombineView.Entry> entries = new ArrayList<>();
    private final List<Part> parts = new ArrayList<>();
    private Url api = Url.to("/api/licences/combine");

    CombineReader(Catalog catalog, Licences licences, Page page) {
        this.catalog = catalog;
        this.licences = licences;
        this.page = page;
        this.words = new LicenceWords(catalog.schemes(), licences, page);
    }

    void addLicence(String written) {
        Licence licence = licences.recognise(written).orElse(licences.unknown());
        boolean recognised = licences.recognise(written).isPresent();
        AnswerView.Named named = words.named(licence);
        parts.add(Part.under(licence));
        api = api.and(Item.LICENCE, written);
        entries.add(new CombineView.Entry(
                new Item(Item.LICENCE, licence.id()).toString(),
                recognised ? "licence" : "unrecognised",
                recognised ? named.label() : written,
                named.href(),
                recognised ? List.of(named) : List.of(),
                false,
                List.of()));
    }

    void addDataset(String id) {
        Optional<Entry> entry = catalog.entry(id);
        api = api.and(Item.DATASET, id);
        if (entry.isPresent()) add(id, entry.get());
        else {
            Item kept = Item.read(Item.DATASET + ":" + id)
                    .orElseGet(() -> new Item(Item.LICENCE, licences.unknown().id()));
            parts.add(Part.under(licences.unknown()));
            entries.add(new CombineView.Entry(kept.toString(), "missing", id, "", List.of(), false, List.of()));
        }
    }

    private void add(String id, Entry entry) {
        DatasetLicences stated = DatasetLicences.of(entry, licences);
        parts.addAll(stated.parts().values());
        entries.add(new CombineView.Entry(
                new Item(Item.DATASET, id).toString(),
                "dataset",
                Labels.of(entry.view(), entry.iri(), page.lang()),
                page.link("/datasets/" + id),
                stated.parts().values().stream()
                        .map(Part::stated)
                        .flatMap(Collection::stream)
                        .distinct()
                        .map(words::named)
                        .toList(),
                stated.disputed(),
                words.cautions(entry)));
    }

    /** @param unknown words that could not be added */
    CombineView view(String unknown) {
        List<Answer> answers = parts.isEmpty()
                ? List.of()
                : Stream.of(Use.values())
                        .map(use -> licences.answer(parts, use))
                        .toList();
        return new CombineView(
                entries,
                answers.stream().map(this::asked).toList(),
                attributions(answers),
                unknown,
                licences.all().stream()
                        .map(words::named)
                        .sorted(Comparator.comparing(AnswerView.Named::label))
                        .toList(),
                parts.stream()
                        .anyMatch(part ->
                                part.disputed() || part.stated().stream().anyMatch(licence -> !licence.isKnown())));
    }

    private CombineView.Asked asked(Answer answer) {
        return new CombineView.Asked(
                words.answer(answer),
                api.and("use", answer.use().id()).and("lang", page.lang()).toString());
    }

    /** A text for each way in which it differs, for the uses that are permitted. */
    private List<CombineView.Attribution> attributions(List<Answer> answers) {
        Map<String, List<String>> uses = new LinkedHashMap<>();
        answers.stream()
                .filter(answer -> answer.verdict().permits())
                .forEach(answer -> uses.computeIfAbsent(answer.attribution(page.lang()), any -> new ArrayList<>())
                        .add(words.name(answer.use())));
        return uses.entrySet().stream()
                .map(text -> new CombineView.Attribution(text.getKey(), text.getValue()))
                .toList();
    }
}
