/**
 * Room 3, pair: captures become frames.
 *
 * <p>In come all captures and flight logs of one flight; out go its frames, each with a pose or
 * with the reason why it has none, the files that could not become part of a frame, and what a
 * person should know about the whole flight. The files of one exposure are joined, what a picture
 * does not say is completed from the log, and facts that only a whole flight tells are drawn: the
 * take-off level, and how the camera's clock stands to the log's.
 *
 * <p>Start with {@link org.qyran.ingest.frame.FrameAssembler}. Nothing is invented here: a height,
 * place or angle comes from a file or stays missing. Terrain and ground points belong to {@code
 * geo}.
 */
@NullMarked
package org.qyran.ingest.frame;

import org.jspecify.annotations.NullMarked;
