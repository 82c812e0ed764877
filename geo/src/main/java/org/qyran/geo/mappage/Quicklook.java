package org.qyran.geo.mappage;

import java.util.List;
import org.qyran.model.GeoPoint;

/**
 * A small picture of a frame, and where its corners lie on the ground.
 *
 * @param file of the frame
 * @param corners ground points of the picture's four corners, clockwise from its top left; the page
 *     draws the picture in perspective between them, as level ground would look
 * @param jpeg the picture
 */
@SuppressWarnings("ArrayRecordComponent") // a picture's bytes, handed on once and never compared
public record Quicklook(String file, List<GeoPoint> corners, byte[] jpeg) {

  public Quicklook {
    corners = List.copyOf(corners);
    if (corners.size() != 4) {
      throw new IllegalArgumentException("a picture has 4 corners, not " + corners.size());
    }
  }
}
