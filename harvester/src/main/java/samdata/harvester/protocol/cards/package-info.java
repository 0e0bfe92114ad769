/** Dataset cards as Hugging Face has them, as files or listed, and entries of the AWS registry: YAML and Markdown as DCAT. */
@NullMarked
package samdata.harvester.protocol.cards;

import org.jspecify.annotations.NullMarked;
