package samdata.harvester.protocol.oai;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.w3c.dom.Element;

/**
 * One record of a repository.
 *
 * @param identifier by which the repository knows it; empty when not even that can be read
 * @param metadata what it says, absent when it is deleted or cannot be read
 * @param fault why it cannot be read, as the end of a sentence
 * @param line where it begins in the answer, when it cannot be read
 */
record OaiRecord(
        String identifier,
        boolean deleted,
        List<String> sets,
        Optional<Element> metadata,
        Optional<String> fault,
        OptionalLong line) {

    static OaiRecord of(Element record) {
        var header = Xml.child(record, "header");
        var identifier =
                header.flatMap(element -> Xml.text(element, "identifier")).orElse("");
        boolean deleted = header.flatMap(element -> Xml.attribute(element, "status"))
                .filter("deleted"::equals)
                .isPresent();
        var sets = header.map(element -> Xml.children(element, "setSpec")).orElse(List.of()).stream()
                .map(Xml::text)
                .toList();
        var metadata = Xml.child(record, "metadata")
                .flatMap(element -> Xml.children(element).stream().findFirst());
        boolean said = metadata.isPresent() && !identifier.isEmpty();
        Optional<String> fault = deleted || said
                ? Optional.empty()
                : Optional.of(identifier.isEmpty() ? "it has no identifier" : "it has no metadata");
        return new OaiRecord(
                identifier, deleted, sets, deleted ? Optional.empty() : metadata, fault, OptionalLong.empty());
    }

    static OaiRecord unreadable(String identifier, String fault, long line) {
        return new OaiRecord(identifier, false, List.of(), Optional.empty(), Optional.of(fault), OptionalLong.of(line));
    }
}
