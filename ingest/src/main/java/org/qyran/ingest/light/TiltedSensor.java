package org.qyran.ingest.light;

import java.time.Instant;
import java.util.OptionalDouble;
import org.qyran.model.Attitude;
import org.qyran.model.GeoPoint;

/**
 * Light on level ground from a flat sensor that tilts with the aircraft (MicaSense's DLS 1).
 *
 * <p>Assumes a clear sky in which six times as much light comes straight from the sun as from the
 * rest of the sky, as the maker's program does; under cloud the correction for tilt is too strong.
 * With φ between the sun and the sensor's axis, T(φ) what the sensor's cover lets through, and f =
 * 1/6 (micasense/imageprocessing, dls.py):
 *
 * <pre>
 *   direct = measured / T(φ) / (f + cos φ),   level = direct (sin(sun's elevation) + f)
 * </pre>
 *
 * <p>Compared with a panel this is off by 3 % under clear sky and 5 % under overcast sky
 * (Schneider-Zapp et al., 2019), more where an arm or a wing shades the sensor.
 */
public final class TiltedSensor {

  private static final double SCATTERED_SHARE = 1 / 6.0;

  /** Air, polycarbonate, teflon: what light passes on its way in. */
  private static final double[] REFRACTION = {1.000277, 1.6, 1.38};

  /** A sun lower than this over the sensor, or over the ground, says nothing reliable. */
  private static final double LEAST_COSINE = 0.1;

  private TiltedSensor() {}

  /**
   * Light on level ground, in the unit of what was measured.
   *
   * @param measured by the sensor
   * @param sensor its attitude: yaw of its front from true north, pitch front up, roll right down
   * @return none where the sun is too low over the sensor or the ground
   */
  public static OptionalDouble level(
      double measured, Attitude sensor, Instant time, GeoPoint place) {
    SunPosition sun = SunPosition.of(time, place);
    double cosine = cosine(sun, sensor);
    double sine = Math.sin(sun.elevationRadians());
    if (!(cosine >= LEAST_COSINE && sine >= LEAST_COSINE && measured > 0)) {
      return OptionalDouble.empty();
    }
    double direct =
        measured / transmission(Math.acos(Math.min(1, cosine))) / (SCATTERED_SHARE + cosine);
    return OptionalDouble.of(direct * (sine + SCATTERED_SHARE));
  }

  /** Between the sun and the sensor's axis, which points out of the top of the airframe. */
  private static double cosine(SunPosition sun, Attitude sensor) {
    double yaw = Math.toRadians(sensor.yawDegrees());
    double pitch = Math.toRadians(sensor.pitchDegrees());
    double roll = Math.toRadians(sensor.rollDegrees());
    double upNorth =
        -(Math.cos(yaw) * Math.sin(pitch) * Math.cos(roll) + Math.sin(yaw) * Math.sin(roll));
    double upEast =
        -(Math.sin(yaw) * Math.sin(pitch) * Math.cos(roll) - Math.cos(yaw) * Math.sin(roll));
    double up = Math.cos(pitch) * Math.cos(roll);
    double level = Math.cos(sun.elevationRadians());
    return upNorth * level * Math.cos(sun.azimuthRadians())
        + upEast * level * Math.sin(sun.azimuthRadians())
        + up * Math.sin(sun.elevationRadians());
  }

  /** Unpolarised light through each surface (Fresnel), refracted at each as dls.py does it. */
  private static double transmission(double angleRadians) {
    double angle = angleRadians;
    double share = 1;
    for (int layer = 0; layer + 1 < REFRACTION.length; layer++) {
      double from = REFRACTION[layer];
      double to = REFRACTION[layer + 1];
      angle = Math.asin(Math.sin(angle) / from);
      double inside = Math.cos(angle);
      double refracted = from / to * Math.sin(angle);
      double outside = Math.sqrt(1 - refracted * refracted);
      double square = (from * inside - to * outside) / (from * inside + to * outside);
      double parallel = (from * outside - to * inside) / (from * outside + to * inside);
      share *= 1 - 0.5 * square * square - 0.5 * parallel * parallel;
    }
    return share;
  }
}
