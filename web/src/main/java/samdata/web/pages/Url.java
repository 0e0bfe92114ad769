package samdata.web.pages;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** A path of this site with its query parameters, in order; every change gives a new one. */
public record Url(String path, List<Parameter> parameters) {
    public record Parameter(String name, String value) {}

    public Url {
        parameters = List.copyOf(parameters);
    }

    public static Url to(String path) {
        return new Url(path, List.of());
    }

    public Url and(String name, String value) {
        List<Parameter> more = new ArrayList<>(parameters);
        more.add(new Parameter(name, value));
        return new Url(path, more);
    }

    public Url with(String name, String value) {
        return without(name).and(name, value);
    }

    public Url without(String name) {
        return keep(parameter -> !parameter.name().equals(name));
    }

    public Url without(String name, String value) {
        return keep(parameter ->
                !(parameter.name().equals(name) && parameter.value().equals(value)));
    }

    public Url at(String other) {
        return new Url(other, parameters);
    }

    private Url keep(Predicate<Parameter> wanted) {
        return new Url(path, parameters.stream().filter(wanted).toList());
    }

    @Override
    public String toString() {
        if (parameters.isEmpty()) return path;
        return path
                + parameters.stream()
                        .map(parameter -> encoded(parameter.name()) + "=" + encoded(parameter.value()))
                        .collect(Collectors.joining("&", "?", ""));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
