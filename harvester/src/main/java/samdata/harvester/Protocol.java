package samdata.harvester;

/** One way of reading a company's catalogue. A new one is one class, and one word where {@link Harvests} lists them. */
interface Protocol {
    /** Its name in INTERFACE 3b. */
    String name();

    /**
     * Reads the whole catalogue; fetches by {@code visit} alone.
     *
     * @throws Refusal when it cannot be had whole: nothing of it may then be used
     */
    Reading read(Source source, Visit visit) throws Refusal;
}
