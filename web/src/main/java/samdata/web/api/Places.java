package samdata.web.api;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import samdata.catalog.check.Violation;
import samdata.harvester.run.Findings;
import samdata.harvester.run.Report;
import samdata.harvester.run.Run;

/**
 * Where each rule of a report is broken, asked for in the order of the report: all findings are read again for as many
 * rules at a time as there is room for.
 */
final class Places {
    private static final long AT_ONCE = 100_000;

    private final Findings all;
    private final List<Report.Broken> rules;
    private final Map<Violation, List<Run.Finding>> read = new HashMap<>();

    Places(Findings all, Report report) {
        this.all = all;
        this.rules = report.profiles().stream()
                .flatMap(profile -> profile.rules().stream())
                .toList();
    }

    List<Run.Finding> of(Report.Broken rule) {
        if (!read.containsKey(key(rule))) read(rules.indexOf(rule));
        return read.getOrDefault(key(rule), List.of());
    }

    private void read(int from) {
        read.clear();
        long expected = 0;
        for (int i = from;
                i < rules.size() && (i == from || expected + rules.get(i).times() <= AT_ONCE);
                i++) {
            expected += rules.get(i).times();
            read.put(key(rules.get(i)), new ArrayList<>());
        }
        all.each(finding -> {
            List<Run.Finding> places = read.get(finding.broken());
            if (places != null) places.add(finding);
        });
    }

    private static Violation key(Report.Broken rule) {
        return rule.examples().getFirst().broken();
    }
}
