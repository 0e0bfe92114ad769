package samdata.harvester.protocol.oai;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.w3c.dom.Element;

/** DataCite's geometries as WKT, longitude first; nothing when a coordinate is missing or is no number. */
final class DataCitePlace {
    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d+(\\.\\d+)?");

    private DataCitePlace() {}

    static Optional<String> box(Element box) {
        var sides = Stream.of("westBoundLongitude", "southBoundLatitude", "eastBoundLongitude", "northBoundLatitude")
                .flatMap(name -> number(box, name).stream())
                .toList();
        if (sides.size() < 4) return Optional.empty();
        var west = sides.get(0);
        var south = sides.get(1);
        var east = sides.get(2);
        var north = sides.get(3);
        return Optional.of(
                "POLYGON((%1$s %2$s, %3$s %2$s, %3$s %4$s, %1$s %4$s, %1$s %2$s))".formatted(west, south, east, north));
    }

    static Optional<String> point(Element point) {
        return position(point).map(position -> "POINT(" + position + ")");
    }

    static Optional<String> polygon(Element polygon) {
        List<String> positions = new ArrayList<>();
        for (Element point : Xml.children(polygon)) {
            var position = position(point);
            if (position.isEmpty() || !point.getLocalName().equals("polygonPoint")) return Optional.empty();
            positions.add(position.get());
        }
        return positions.size() < 4 ? Optional.empty() : Optional.of("POLYGON((" + String.join(", ", positions) + "))");
    }

    private static Optional<String> position(Element point) {
        return number(point, "pointLongitude")
                .flatMap(longitude -> number(point, "pointLatitude").map(latitude -> longitude + " " + latitude));
    }

    private static Optional<String> number(Element parent, String name) {
        return Xml.text(parent, name).filter(text -> NUMBER.matcher(text).matches());
    }
}
