package samdata.web.pages;

import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.SameSite;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import samdata.web.http.Problem;

/**
 * The licences and datasets that a reader wants to use together, in the order in which they were added. The reader's
 * browser keeps them in a cookie for as long as it is open: ids and nothing else.
 */
public record Basket(List<Item> items) {
    /** More is not asked together. */
    static final int MOST = 50;

    static final Basket EMPTY = new Basket(List.of());
    private static final String COOKIE = "samdata-basket";
    private static final String BETWEEN = "~";
    /** Browsers keep 4,096 bytes, name and attributes included. */
    private static final int LONGEST = 3800;

    private static final Pattern ITEM =
            Pattern.compile("(" + Item.LICENCE + "|" + Item.DATASET + "):([A-Za-z0-9][A-Za-z0-9.+_-]{0,149})");

    public Basket {
        items = List.copyOf(items);
    }

    /** @param kind {@link #LICENCE} or {@link #DATASET}, which are also the names of the parameters */
    public record Item(String kind, String id) {
        static final String LICENCE = "licence";
        static final String DATASET = "dataset";

        /** @throws Problem 422 when it is no kind and id, such as {@code licence:CC-BY-4.0} */
        static Item of(String written) {
            return read(written)
                    .orElseThrow(() -> Problem.unprocessable(
                            "A basket holds licence:ID and dataset:ID, and this is neither: " + written));
        }

        static Optional<Item> read(String written) {
            Matcher matcher = ITEM.matcher(written);
            return matcher.matches() ? Optional.of(new Item(matcher.group(1), matcher.group(2))) : Optional.empty();
        }

        @Override
        public String toString() {
            return kind + ":" + id;
        }
    }

    /** What the reader's browser kept; what is no basket of ours is passed over. */
    static Basket of(Context ctx) {
        String kept = Optional.ofNullable(ctx.cookie(COOKIE)).orElse("");
        return new Basket(Stream.of(kept.split(BETWEEN, MOST + 1))
                .flatMap(written -> Item.read(written).stream())
                .distinct()
                .limit(MOST)
                .toList());
    }

    void keep(Context ctx) {
        Cookie cookie = new Cookie(COOKIE, written());
        cookie.setPath("/");
        cookie.setHttpOnly(true);
        cookie.setSameSite(SameSite.LAX);
        cookie.setSecure(ctx.scheme().equals("https"));
        if (items.isEmpty()) cookie.setMaxAge(0);
        ctx.cookie(cookie);
    }

    /** @throws Problem 422 when it is full */
    Basket with(Item item) {
        Set<Item> more = new LinkedHashSet<>(items);
        more.add(item);
        Basket with = new Basket(new ArrayList<>(more));
        if (more.size() > MOST || with.written().length() > LONGEST)
            throw Problem.unprocessable(
                    "The basket is full: it holds " + MOST + " licences and datasets. Take one out first.");
        return with;
    }

    Basket without(Item item) {
        return new Basket(items.stream().filter(each -> !each.equals(item)).toList());
    }

    public boolean holds(String kind, String id) {
        return items.contains(new Item(kind, id));
    }

    public int size() {
        return items.size();
    }

    /** The address that answers for it, which others may be sent. */
    Url url() {
        Url url = Url.to("/licences/combine");
        for (Item item : items) url = url.and(item.kind(), item.id());
        return url;
    }

    private String written() {
        return items.stream().map(Item::toString).collect(Collectors.joining(BETWEEN));
    }
}
