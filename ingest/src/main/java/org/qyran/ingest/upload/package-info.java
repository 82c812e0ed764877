/**
 * Room 1, upload: bytes are received, and named by their hash.
 *
 * <p>In come the files of a folder, whatever they are; out goes an {@link
 * org.qyran.ingest.upload.ReceivedFile} for each one that a later room can use, or the reason why
 * not. What a file is, is told by its bytes and never by its extension. Every byte is looked at
 * once, with a fixed amount of memory, and a file that was cut short on its way is found here and
 * not in the middle of a run.
 *
 * <p>Start with {@link org.qyran.ingest.upload.UploadDesk}. What a picture <i>says</i> is never
 * read here: that is {@code ingest.metadata}.
 */
@NullMarked
package org.qyran.ingest.upload;

import org.jspecify.annotations.NullMarked;
