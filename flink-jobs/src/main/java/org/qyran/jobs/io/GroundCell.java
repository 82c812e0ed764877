package org.qyran.jobs.io;

import org.qyran.model.GeoPoint;

/** The cell of a hundredth of a degree that a place lies in; the key of topics about the ground. */
public final class GroundCell {

  private GroundCell() {}

  /** For example {@code 4330:7090}: hundredths of a degree north and east of the cell's corner. */
  public static String of(GeoPoint point) {
    return "%d:%d"
        .formatted(
            (long) Math.floor(point.latitudeDegrees() * 100),
            (long) Math.floor(point.longitudeDegrees() * 100));
  }
}
