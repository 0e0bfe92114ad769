package samdata.web.sparql;

import java.time.Duration;

/**
 * How much one query may take.
 *
 * @param time until the answer is ready to be sent
 * @param rows of a SELECT
 * @param triples of a CONSTRUCT or DESCRIBE
 */
public record Limits(Duration time, long rows, long triples) {}
