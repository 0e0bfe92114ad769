package samdata.web.cli;

import java.util.List;
import java.util.stream.Collectors;
import samdata.harvester.source.Source;

/** The registered sources as the command line names them. */
final class KnownSources {
    private KnownSources() {}

    /** The sources with these ids; all of them when none is named. */
    static List<String> named(List<String> ids, Opened opened) {
        for (String id : ids) if (opened.sources().get(id).isEmpty()) throw unknown(id, opened);
        return ids.isEmpty()
                ? opened.sources().list().stream().map(Source::id).toList()
                : ids.stream().distinct().toList();
    }

    static WrongUse unknown(String id, Opened opened) {
        String known = opened.sources().list().stream().map(Source::id).collect(Collectors.joining(", "));
        return new WrongUse("No source has the id \"" + id + "\"; "
                + (known.isEmpty() ? "none is registered yet (./samdata source add ID URL)" : "there are " + known));
    }
}
