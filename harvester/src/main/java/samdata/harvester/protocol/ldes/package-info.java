/** Linked Data Event Streams: the newest version of each thing in a stream, page by page, from where it was left. */
@NullMarked
package samdata.harvester.protocol.ldes;

import org.jspecify.annotations.NullMarked;
