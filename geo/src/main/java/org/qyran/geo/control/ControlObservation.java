package org.qyran.geo.control;

import org.qyran.model.GeoPoint;
import org.qyran.model.Height;
import org.qyran.model.PixelPoint;

/**
 * One measured point, seen in one picture.
 *
 * @param point its name; observations of the same name are of the same point
 * @param position where it was measured
 * @param statedMeters its height as the file has it, in metres above a surface that the file does
 *     not name; see {@link #height}
 * @param image the picture, as the file names it
 * @param pixel where the picture shows it
 * @param line of the file, from 1
 */
public record ControlObservation(
    String point,
    GeoPoint position,
    double statedMeters,
    String image,
    PixelPoint pixel,
    int line) {

  public ControlObservation {
    if (point.isBlank() || image.isBlank()) {
      throw new IllegalArgumentException(
          "point is '%s' and image '%s', neither may be blank".formatted(point, image));
    }
    if (!Double.isFinite(statedMeters)) {
      throw new IllegalArgumentException("statedMeters is " + statedMeters + ", must be finite");
    }
  }

  /** Its height, once it is decided what the file's heights are measured from. */
  public Height height(Height.Datum datum) {
    return new Height(statedMeters, datum);
  }
}
