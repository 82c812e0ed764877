package org.qyran.sampledata.sensor.micasense;

import java.time.Instant;
import org.qyran.model.Attitude;
import org.qyran.model.GeoPoint;

/**
 * What a camera states about one exposure of all its bands.
 *
 * @param number of the capture, 0 to 9999, as in the files' names
 * @param time UTC
 * @param position stated
 * @param meanSeaLevelMeters stated height
 * @param airframe as the light sensor on top of it measures: yaw of the nose from true north, pitch
 *     nose up, roll right wing down
 */
public record MicaSenseShot(
    int number, Instant time, GeoPoint position, double meanSeaLevelMeters, Attitude airframe) {

  public MicaSenseShot {
    if (number < 0 || number > 9_999) {
      throw new IllegalArgumentException("number is %d, must lie in [0, 9999]".formatted(number));
    }
  }

  String file(int band) {
    return "IMG_%04d_%d.tif".formatted(number, band);
  }
}
