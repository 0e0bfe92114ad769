package samdata.catalog.identity;

import java.util.List;
import java.util.OptionalDouble;
import org.apache.jena.graph.Node;

/**
 * One thing that two descriptions share.
 *
 * @param properties where it was read, in either description
 * @param values as they were written, each way of writing once; empty when they are whole texts
 * @param similarity from 0 to 1, where it is less than equality that counts
 */
public record Evidence(Kind kind, List<Node> properties, List<String> values, OptionalDouble similarity) {}
