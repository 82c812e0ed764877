/**
 * Metadata of aircraft video: key, length and value after the standards of the Motion Imagery
 * Standards Board (MISB).
 *
 * <p>Comes in: a file of sets, or an MPEG transport stream that carries them beside its pictures;
 * goes out: one {@link org.qyran.ingest.telemetry.klv.MisbReport} for each set, in words that no
 * longer depend on which of the two standards it was written by, and a {@link
 * org.qyran.ingest.telemetry.klv.KlvAccount} of what was damaged. Start with {@link
 * org.qyran.ingest.telemetry.klv.KlvFile}.
 *
 * <p>Nothing here decodes a picture, and a set is never trusted: its length, checksum and items may
 * lie. Only the items that say where a camera is and looks are read.
 */
@NullMarked
package org.qyran.ingest.telemetry.klv;

import org.jspecify.annotations.NullMarked;
