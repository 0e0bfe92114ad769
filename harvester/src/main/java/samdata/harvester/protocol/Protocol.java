package samdata.harvester.protocol;

import samdata.harvester.fetch.Refusal;
import samdata.harvester.fetch.Visit;
import samdata.harvester.read.Former;
import samdata.harvester.read.Reading;
import samdata.harvester.source.Source;

/** One way of reading a company's catalogue. A new one is one class, and one word where {@code Reader} lists them. */
public interface Protocol {
    /** The name that it is registered by: the {@code --protocol} of the command line. */
    String name();

    /**
     * Reads the whole catalogue; fetches by {@code visit} alone.
     *
     * @throws Refusal when it cannot be had whole: nothing of it may then be used
     */
    Reading read(Source source, Visit visit) throws Refusal;

    /**
     * Reads what is new since the last reading that was stored; a protocol that cannot tell reads everything.
     *
     * @param state what that reading left with {@link Former#remember}
     */
    default Reading readSince(String state, Source source, Visit visit) throws Refusal {
        return read(source, visit);
    }
}
