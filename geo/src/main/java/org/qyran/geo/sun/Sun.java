package org.qyran.geo.sun;

import java.time.Instant;
import java.time.ZoneOffset;
import net.e175.klaus.solarpositioning.Grena3;
import org.qyran.model.GeoPoint;

/**
 * How high the sun stood at a place.
 *
 * <p>By the third algorithm of R. Grena, Five new algorithms for the computation of sun position
 * from 2010 to 2110, Solar Energy 86(5), 2012: within 0.01° in those years. The bend of light in
 * air is left out; it lifts the sun by 0.1° at 10° and by half a degree at the horizon.
 */
public final class Sun {

  /** The earth's clock runs this far behind uniform time; a minute more or less is 0.001°. */
  private static final double DELTA_T_SECONDS = 69;

  private Sun() {}

  /** Degrees above the level horizon, negative at night. */
  public static double elevationDegrees(Instant time, GeoPoint place) {
    return 90
        - Grena3.calculateSolarPosition(
                time.atZone(ZoneOffset.UTC),
                place.latitudeDegrees(),
                place.longitudeDegrees(),
                DELTA_T_SECONDS)
            .zenithAngle();
  }
}
