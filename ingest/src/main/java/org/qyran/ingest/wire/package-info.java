/**
 * How records look outside the program: JSON, one version number in front, the same on Kafka
 * topics, in spool files and in tests. Comes in: any record of the model; goes out: bytes, and the
 * other way round. Start with {@link org.qyran.ingest.wire.RecordJson}. Pictures are never put in a
 * message: they travel as {@link org.qyran.model.ImageRef}.
 */
@NullMarked
package org.qyran.ingest.wire;

import org.jspecify.annotations.NullMarked;
