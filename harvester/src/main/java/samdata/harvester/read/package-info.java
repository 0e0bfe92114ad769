/** From the bytes of a document to its statements: RDF in every syntax, mended where one line would lose a catalogue, and the values of what is no RDF. */
@NullMarked
package samdata.harvester.read;

import org.jspecify.annotations.NullMarked;
