package samdata.harvester.protocol.openml;

import java.net.URI;
import java.util.regex.Pattern;

/**
 * Where the parts of an OpenML server are, from any address of its API or from its root.
 *
 * @param api up to {@code /api/v1/json}; empty when the address is that of a file beside no API
 * @param list the filters of a list as they stand in the address, without a slash at the end
 */
record OpenMlAddress(URI url, String api, String list, boolean isDescription) {
    static final String API = "/api/v1/json";
    private static final Pattern LIST = Pattern.compile("(.*/api/v1/json)/data/list((?:/[^?#]+?)?)/?");
    private static final Pattern DESCRIPTION = Pattern.compile("(.*/api/v1/json)/data/\\d+/?");

    static OpenMlAddress of(URI url) {
        var text = url.toString().replaceFirst("[?#].*$", "");
        var list = LIST.matcher(text);
        if (list.matches()) return new OpenMlAddress(url, list.group(1), list.group(2), false);
        var description = DESCRIPTION.matcher(text);
        if (description.matches()) return new OpenMlAddress(url, description.group(1), "", true);
        if (text.endsWith(".json")) return new OpenMlAddress(url, "", "", true);
        var root = text.replaceFirst("(/api(/v1(/json(/data)?)?)?)?/*$", "");
        return new OpenMlAddress(url, root + API, "", false);
    }

    boolean hasApi() {
        return !api.isEmpty();
    }

    /** Whether the address names one page of a list, so that no other is asked for. */
    boolean isPage() {
        return list.contains("/limit/") || list.contains("/offset/");
    }

    URI list(int size, int offset) {
        return URI.create(api + "/data/list" + list + (isPage() ? "" : "/limit/" + size + "/offset/" + offset));
    }

    URI tasks(int size, int offset) {
        return URI.create(api + "/task/list/limit/" + size + "/offset/" + offset);
    }

    URI description(String id) {
        return URI.create(api + "/data/" + escaped(id));
    }

    URI features(String id) {
        return URI.create(api + "/data/features/" + escaped(id));
    }

    URI qualities(String id) {
        return URI.create(api + "/data/qualities/" + escaped(id));
    }

    /** The page of a dataset, which is its name: {@code https://www.openml.org/d/31}. */
    String page(String id) {
        return root() + "/d/" + escaped(id);
    }

    String taskPage(String id) {
        return root() + "/t/" + escaped(id);
    }

    private String root() {
        return hasApi() ? api.substring(0, api.length() - API.length()) : "https://www.openml.org";
    }

    private static String escaped(String id) {
        return id.replaceAll("[^A-Za-z0-9._-]", "-");
    }
}
