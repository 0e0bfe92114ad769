package samdata.web.linked;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;

/**
 * One page of a list.
 *
 * @param page from 1
 * @param total items on all pages
 * @param modifiedSince as the client wrote it, carried on from page to page
 */
record Paging(int page, int size, int total, Optional<String> modifiedSince) {
    /** A list that is empty has one page all the same. */
    int last() {
        return Math.max(1, Math.ceilDiv(total, size));
    }

    <T> List<T> of(List<T> items) {
        int from = Math.min((page - 1) * size, items.size());
        return items.subList(from, Math.min(from + size, items.size()));
    }

    String query(int wanted) {
        return "page=" + wanted + "&size=" + size
                + modifiedSince
                        .map(since -> "&modified_since=" + URLEncoder.encode(since, StandardCharsets.UTF_8))
                        .orElse("");
    }

    /** RFC 8288, section 3. */
    String links(String address) {
        StringJoiner links = new StringJoiner(", ");
        links.add(link(address, 1, "first")).add(link(address, last(), "last"));
        if (page > 1) links.add(link(address, page - 1, "prev"));
        if (page < last()) links.add(link(address, page + 1, "next"));
        return links.toString();
    }

    private String link(String address, int wanted, String relation) {
        return "<" + address + "?" + query(wanted) + ">; rel=\"" + relation + "\"";
    }
}
