package samdata.web.pages;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HttpStatus;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import samdata.catalog.Catalog;
import samdata.catalog.licence.Licence;
import samdata.catalog.licence.Licences;
import samdata.web.http.Problem;
import samdata.web.pages.Basket.Item;

/**
 * {@code /licences/combine}: may these be used together? What the address names is answered for; an address that names
 * nothing leads to the one of the reader's basket. The basket is changed by POST, which leads back by GET.
 */
final class CombinePage implements Handler {
    /** A path of this site: another site's address would begin with two slashes or hide behind a backslash. */
    private static final Pattern BACK = Pattern.compile("/(?![/\\\\])[\\x21-\\x7e&&[^\\\\]]{0,2000}|/");

    private static final int LONGEST_NAME = 200;

    private final Catalog catalog;
    private final Licences licences;
    private final Templates templates;

    CombinePage(Catalog catalog, Licences licences, Templates templates) {
        this.catalog = catalog;
        this.licences = licences;
        this.templates = templates;
    }

    @Override
    public void handle(Context ctx) {
        Page page = templates.page(ctx, "licences");
        List<String> named = ctx.queryParams(Item.LICENCE);
        List<String> datasets = ctx.queryParams(Item.DATASET);
        ctx.header("Cache-Control", "no-store"); // what it answers hangs on the cookie
        if (named.isEmpty() && datasets.isEmpty() && page.basket().size() > 0) {
            Url url = page.basket().url();
            String unknown = unknown(ctx);
            ctx.redirect(page.link(unknown.isEmpty() ? url : url.and("unknown", unknown)), HttpStatus.SEE_OTHER);
            return;
        }
        if (named.size() + datasets.size() > Basket.MOST)
            throw Problem.badRequest("At most " + Basket.MOST + " licences and datasets are answered for together.");
        CombineReader reader = new CombineReader(catalog, licences, page);
        named.forEach(reader::addLicence);
        datasets.forEach(reader::addDataset);
        templates.render(ctx, "combine", page, Map.of("view", reader.view(unknown(ctx))));
    }

    /** Adds, takes out or empties, and leads back to where the reader was. */
    void change(Context ctx) {
        refuseOtherSites(ctx);
        List<String> kept = ctx.formParams("keep");
        if (kept.size() > Basket.MOST) throw Problem.unprocessable("A basket holds " + Basket.MOST + " at most.");
        Basket basket = kept.isEmpty()
                ? Basket.of(ctx)
                : new Basket(kept.stream().map(Item::of).distinct().toList());
        @Nullable String add = ctx.formParam("add");
        @Nullable String remove = ctx.formParam("remove");
        String written = Optional.ofNullable(ctx.formParam("name")).orElse("").strip();
        Optional<Licence> meant = licences.recognise(written);
        if (ctx.formParam("empty") != null) basket = Basket.EMPTY;
        else if (remove != null) basket = basket.without(Item.of(remove));
        else if (add != null) basket = basket.with(Item.of(add));
        else if (meant.isPresent())
            basket = basket.with(new Item(Item.LICENCE, meant.get().id()));
        basket.keep(ctx);
        boolean unknown = add == null && remove == null && !written.isEmpty() && meant.isEmpty();
        Url url = unknown ? basket.url().with("unknown", shortened(written)) : basket.url();
        @Nullable String lang = ctx.queryParam("lang");
        String here = (lang == null ? url : url.with("lang", lang)).toString();
        ctx.redirect(back(ctx, add).orElse(here), HttpStatus.SEE_OTHER);
    }

    /** The page that the button stood on, at the button. */
    private static Optional<String> back(Context ctx, @Nullable String add) {
        @Nullable String back = ctx.formParam("back");
        if (back == null) return Optional.empty();
        if (!BACK.matcher(back).matches())
            throw Problem.unprocessable("The field \"back\" is the path of a page of this site.");
        return Optional.of(add == null ? back : back + "#" + anchor(Item.of(add)));
    }

    /** The id of the button that adds or takes out. */
    static String anchor(Item item) {
        return "basket-" + item.id();
    }

    /** Another site's page can neither fill nor empty a reader's basket. */
    private static void refuseOtherSites(Context ctx) {
        if ("cross-site".equals(ctx.header("Sec-Fetch-Site")))
            throw new Problem(403, "Not allowed", "Baskets are changed from the pages of this site only.", Map.of());
    }

    private static String unknown(Context ctx) {
        return shortened(
                Optional.ofNullable(ctx.queryParam("unknown")).orElse("").strip());
    }

    private static String shortened(String name) {
        return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME);
    }
}
