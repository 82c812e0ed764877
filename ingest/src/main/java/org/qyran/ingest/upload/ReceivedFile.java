package org.qyran.ingest.upload;

import org.qyran.model.ImageRef;

/**
 * A file that was accepted.
 *
 * @param image where it rests, and its hash
 * @param kind what it is
 */
public record ReceivedFile(ImageRef image, Kind kind) {}
