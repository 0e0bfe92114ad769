package samdata.catalog.identity;

import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Many at a time, not all at once. */
final class Slices {
    private Slices() {}

    static Stream<List<String>> of(Collection<String> all, int size) {
        List<String> list = List.copyOf(all);
        return IntStream.range(0, (list.size() + size - 1) / size)
                .mapToObj(slice -> list.subList(slice * size, Math.min(list.size(), (slice + 1) * size)));
    }
}
