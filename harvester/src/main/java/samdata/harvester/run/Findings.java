package samdata.harvester.run;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.zip.Deflater;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import samdata.catalog.check.Rechecked;
import samdata.catalog.check.Violation;

/**
 * All that a run found wrong, in order. A rule may be broken a million times, so they are packed, in memory as on disk:
 * what is wrong once, then its places.
 */
public final class Findings {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<List<Kind>> KINDS = new TypeReference<>() {};
    private static final int NO_LINE = 0;
    /** How a finding ends that tells of a dataset of which there is a former version. */
    private static final String STAYS = " Its former version stays.";

    private final byte[] packed;

    /**
     * One thing that is wrong in many places.
     *
     * @param broken all that is said of it but of which dataset
     */
    record Kind(Violation broken, long times) {}

    private Findings(byte[] packed) {
        this.packed = packed;
    }

    static Findings of(List<Run.Finding> all) {
        var packing = new Packing();
        all.forEach(packing::add);
        return packing.done();
    }

    /** @param packed as {@link #packed()} gave it */
    static Findings packed(byte[] packed) {
        return new Findings(packed);
    }

    byte[] packed() {
        return packed;
    }

    /**
     * Hands over all of them, one by one.
     *
     * @throws UncheckedIOException when they are damaged
     */
    public void each(Consumer<Run.Finding> use) {
        try (var parser = JSON.getFactory().createParser(new GZIPInputStream(new ByteArrayInputStream(packed)))) {
            var kinds = JSON.readValue(parser, KINDS);
            while (parser.nextToken() != null) use.accept(next(parser, kinds));
        } catch (IOException | IndexOutOfBoundsException e) {
            throw new UncheckedIOException(new IOException("What a run found cannot be read back", e));
        }
    }

    private static Run.Finding next(JsonParser parser, List<Kind> kinds) throws IOException {
        var kind = kinds.get(parser.nextIntValue(-1));
        long line = parser.nextLongValue(NO_LINE);
        var dataset = parser.nextTextValue();
        parser.nextToken();
        var broken = kind.broken();
        return new Run.Finding(
                new Violation(dataset, broken.path(), broken.severity(), broken.message(), broken.fix(), broken.rule()),
                line == NO_LINE ? OptionalLong.empty() : OptionalLong.of(line),
                kind.times());
    }

    /** Of each rule the first, at most {@value Run.Finding#EXAMPLES}. */
    public List<Run.Finding> examples() {
        Map<Violation, Integer> kept = new HashMap<>();
        List<Run.Finding> examples = new ArrayList<>();
        each(finding -> {
            if (kept.merge(finding.broken(), 1, Integer::sum) <= Run.Finding.EXAMPLES) examples.add(finding);
        });
        return List.copyOf(examples);
    }

    /** The same finding, telling also that the dataset's former version stays. */
    public static Run.Finding staying(Run.Finding finding) {
        var violation = finding.violation();
        if (violation.message().endsWith(STAYS)) return finding;
        return new Run.Finding(
                new Violation(
                        violation.dataset(),
                        violation.path(),
                        violation.severity(),
                        violation.message() + STAYS,
                        violation.fix(),
                        violation.rule()),
                finding.line(),
                finding.times());
    }

    /** Of how many datasets that could not be read the former version stays. */
    public long staying() {
        try (var parser = JSON.getFactory().createParser(new GZIPInputStream(new ByteArrayInputStream(packed)))) {
            return JSON.readValue(parser, KINDS).stream()
                    .filter(kind -> kind.broken().message().endsWith(STAYS))
                    .mapToLong(Kind::times)
                    .sum();
        } catch (IOException e) {
            throw new UncheckedIOException(new IOException("What a run found cannot be read back", e));
        }
    }

    /** Those that shapes found; what could not be read is found anew by each reading. */
    public Findings checked() {
        var packing = new Packing();
        each(finding -> {
            if (isChecked(finding.violation())) packing.add(finding);
        });
        return packing.done();
    }

    /**
     * What the shapes find after a change, when these are what they found before it.
     *
     * @return empty when these are not what they found
     */
    public Optional<Findings> after(Rechecked change) {
        Map<Violation, Integer> gone = new HashMap<>();
        change.gone().forEach(violation -> gone.merge(violation, 1, Integer::sum));
        var come = new ArrayList<>(change.come());
        come.sort(Violation.ORDER.reversed());
        var packing = new Packing();
        each(finding -> {
            var violation = finding.violation();
            if (!isChecked(violation)) return;
            if (gone.containsKey(violation)) {
                gone.computeIfPresent(violation, (any, times) -> times == 1 ? null : times - 1);
                return;
            }
            while (!come.isEmpty() && Violation.ORDER.compare(come.getLast(), violation) < 0)
                packing.add(Run.Finding.of(come.removeLast()));
            packing.add(finding);
        });
        come.reversed().forEach(violation -> packing.add(Run.Finding.of(violation)));
        return gone.isEmpty() ? Optional.of(packing.done()) : Optional.empty();
    }

    private static boolean isChecked(Violation violation) {
        return !violation.rule().id().isEmpty();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Findings findings && Arrays.equals(packed, findings.packed);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(packed);
    }

    /** Packs findings one by one; how often each rule is broken is counted anew. */
    public static final class Packing {
        private final Map<Violation, Integer> numbers = new LinkedHashMap<>();
        private final List<Long> times = new ArrayList<>();
        private final ByteArrayOutputStream places = new ByteArrayOutputStream();
        private final JsonGenerator out = generator(places);

        public void add(Run.Finding finding) {
            int number = numbers.computeIfAbsent(finding.broken(), any -> {
                times.add(0L);
                return times.size() - 1;
            });
            times.set(number, times.get(number) + 1);
            try {
                out.writeStartArray();
                out.writeNumber(number);
                out.writeNumber(finding.line().orElse(NO_LINE));
                out.writeString(finding.violation().dataset());
                out.writeEndArray();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        public Findings done() {
            List<Kind> kinds = new ArrayList<>();
            numbers.forEach((broken, number) -> kinds.add(new Kind(broken, times.get(number))));
            var packed = new ByteArrayOutputStream();
            try (var head = generator(packed)) {
                out.close();
                JSON.writeValue(head, kinds);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            packed.writeBytes(places.toByteArray());
            return new Findings(packed.toByteArray());
        }

        private static JsonGenerator generator(OutputStream packed) {
            try {
                return JSON.getFactory().createGenerator(new Quick(packed));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** They are written at each harvest and seldom read. */
    private static final class Quick extends GZIPOutputStream {
        Quick(OutputStream out) throws IOException {
            super(out, 1 << 14);
            def.setLevel(Deflater.BEST_SPEED);
        }
    }
}
