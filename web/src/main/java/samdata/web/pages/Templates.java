package samdata.web.pages;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.javalin.http.Context;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import samdata.web.http.Languages;

/** Turns a page's model into HTML, in the reader's language. */
final class Templates {
    private static final int USUAL_LENGTH = 32 * 1024;

    private final TemplateEngine engine = TemplateEngine.createPrecompiled(
            null, ContentType.Html, Templates.class.getClassLoader(), "samdata.web.templates");
    private final Map<String, Texts> texts = Texts.load();
    private final Assets assets;
    private final LongSupplier generation;

    Templates(Assets assets, LongSupplier generation) {
        this.assets = assets;
        this.generation = generation;
    }

    /** The frame for the page that is asked for. */
    Page page(Context ctx, String section) {
        String lang = Languages.of(ctx);
        Url here = Url.to(ctx.path());
        for (var parameter : ctx.queryParamMap().entrySet())
            for (String value : parameter.getValue()) here = here.and(parameter.getKey(), value);
        boolean chosen = ctx.queryParamMap().getOrDefault("lang", List.of()).contains(lang);
        return page(here, section, Basket.of(ctx), lang, chosen);
    }

    void render(Context ctx, String template, Page page, Map<String, ?> model) {
        ctx.header("Content-Language", page.lang());
        ctx.header("Vary", "Accept, Accept-Language");
        ctx.html(html(template, page, model));
    }

    /** An error in the site's own frame; {@code detail} is shown as it is. */
    String error(int status, String title, String detail, String lang) {
        Page page = page(Url.to("/"), "", Basket.EMPTY, lang, false);
        return html("error", page, Map.of("status", status, "detail", detail));
    }

    private Page page(Url here, String section, Basket basket, String lang, boolean chosen) {
        Texts words = texts.get(lang);
        if (words == null) throw new IllegalArgumentException("The site has no texts in " + lang);
        return new Page(words, assets, here, section, basket, chosen, generation.getAsLong());
    }

    private String html(String template, Page page, Map<String, ?> model) {
        Map<String, Object> parameters = new HashMap<>(model);
        parameters.put("page", page);
        StringOutput output = new StringOutput(USUAL_LENGTH);
        engine.render(template + ".jte", parameters, output);
        return output.toString();
    }
}
