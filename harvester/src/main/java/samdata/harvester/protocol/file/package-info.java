/** Catalogues that lie on this machine, for the operator alone: each document read as the protocol reads it that serves such. */
@NullMarked
package samdata.harvester.protocol.file;

import org.jspecify.annotations.NullMarked;
