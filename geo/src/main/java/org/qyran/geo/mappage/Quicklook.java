package org.qyran.geo.mappage;

import org.qyran.model.GeoPoint;

/**
 * A small picture of a frame, and where its corners lie on the ground.
 *
 * @param file of the frame
 * @param topLeft ground point of the picture's top left corner
 * @param topRight of its top right corner
 * @param bottomLeft of its bottom left corner; the fourth follows, so the picture is drawn as a
 *     parallelogram
 * @param jpeg the picture
 */
@SuppressWarnings("ArrayRecordComponent") // a picture's bytes, handed on once and never compared
public record Quicklook(
    String file, GeoPoint topLeft, GeoPoint topRight, GeoPoint bottomLeft, byte[] jpeg) {}
