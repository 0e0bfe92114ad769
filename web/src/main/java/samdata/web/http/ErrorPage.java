package samdata.web.http;

/** An error as a page for people; the same in JSON goes to programs. */
@FunctionalInterface
public interface ErrorPage {
    /** @param lang {@code en} or {@code sv} */
    String html(int status, String title, String detail, String lang);
}
