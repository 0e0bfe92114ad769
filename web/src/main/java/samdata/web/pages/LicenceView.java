package samdata.web.pages;

import java.util.List;
import java.util.Optional;
import samdata.web.pages.AnswerView.Named;

/**
 * One licence in words.
 *
 * @param document where its text can be read
 * @param scope whether the European database right is covered, when that is settled
 * @param general the licence without a version that names this one too
 * @param names what it is called, its id first
 * @param addresses IRIs that mean it
 */
public record LicenceView(
        Named licence,
        Optional<String> document,
        List<AnswerView> answers,
        List<Point> may,
        List<Point> must,
        List<Point> mustNot,
        List<Point> unclear,
        Optional<Scope> scope,
        Flow flow,
        Optional<Named> general,
        long datasets,
        String search,
        List<String> names,
        List<Address> addresses) {

    /** @param when the acts that it is owed for; empty when it always holds */
    public record Point(String label, String clause, List<String> when) {}

    public record Scope(String label, boolean covered, String clause) {}

    /** @param from licences of which material may become part of something under this one */
    public record Flow(List<Named> into, List<Named> perhaps, List<Named> from, String clause) {}

    public record Address(String iri, Optional<String> href) {}
}
