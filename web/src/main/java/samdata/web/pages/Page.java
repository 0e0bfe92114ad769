package samdata.web.pages;

/**
 * What every page has around its content.
 *
 * @param here this page's own address
 * @param section the entry of the navigation it belongs to; empty for none
 * @param basket what the reader has put together
 * @param languageChosen whether the reader chose the language by {@code ?lang=}, so that links must carry it on
 */
public record Page(
        Texts text, Assets assets, Url here, String section, Basket basket, boolean languageChosen, long generation) {

    /** The same frame for another address of the page. */
    Page at(Url address) {
        return new Page(text, assets, address, section, basket, languageChosen, generation);
    }

    /** A link that keeps the chosen language. */
    public String link(Url url) {
        return (languageChosen ? url.with("lang", text.lang()) : url).toString();
    }

    public String link(String path) {
        return link(Url.to(path));
    }

    /** This very page in another language. */
    public String in(String lang) {
        return here.with("lang", lang).toString();
    }

    public String say(String key, Object... values) {
        return text.say(key, values);
    }

    public String lang() {
        return text.lang();
    }
}
