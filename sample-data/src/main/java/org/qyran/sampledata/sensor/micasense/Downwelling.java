package org.qyran.sampledata.sensor.micasense;

import org.qyran.model.Attitude;
import org.qyran.sampledata.sensor.Turn;

/**
 * The light from above in one band, as the light sensor of the aircraft knows it. The sensor's own
 * error is the caller's to put in.
 *
 * @param directNormal on a plane that faces the sun, W m⁻² nm⁻¹
 * @param scattered from the sky on level ground, W m⁻² nm⁻¹
 * @param sunElevationDegrees above the horizon
 * @param sunAzimuthDegrees from true north, clockwise
 */
public record Downwelling(
    double directNormal, double scattered, double sunElevationDegrees, double sunAzimuthDegrees) {

  /** The maker's light sensors, which write differently. */
  public enum LightSensor {
    /** What fell on it, tilted as it was; W m⁻² nm⁻¹. */
    DLS1,
    /** Direct, scattered and on level ground too; µW cm⁻² nm⁻¹, with the factor to SI. */
    DLS2
  }

  /** Air, polycarbonate, teflon: what light passes on its way into the sensor (dls.py). */
  private static final double[] REFRACTION = {1.000277, 1.6, 1.38};

  public Downwelling {
    if (!(directNormal >= 0) || !(scattered >= 0)) {
      throw new IllegalArgumentException(
          "irradiance %s direct, %s scattered: neither may be below 0"
              .formatted(directNormal, scattered));
    }
  }

  /** On level ground. */
  public double horizontal() {
    double sine = Math.sin(Math.toRadians(sunElevationDegrees));
    return directNormal * Math.max(0, sine) + scattered;
  }

  /**
   * What a flat sensor on top of the airframe measures, behind its cover: T(angle) (direct
   * cos(angle) + scattered), where the angle is between the sun and the sensor's axis.
   */
  double measured(Attitude airframe) {
    double cosine = Math.max(0, -sunSeenFrom(airframe)[2]);
    return transmission(Math.acos(Math.min(1, cosine))) * (directNormal * cosine + scattered);
  }

  /** Towards the sun in the airframe's axes: ahead, right, down; of length one. */
  double[] sunSeenFrom(Attitude airframe) {
    double elevation = Math.toRadians(sunElevationDegrees);
    double azimuth = Math.toRadians(sunAzimuthDegrees);
    return Turn.of(airframe)
        .reversed()
        .of(
            Math.cos(elevation) * Math.cos(azimuth),
            Math.cos(elevation) * Math.sin(azimuth),
            -Math.sin(elevation));
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
      double sine = from / to * Math.sin(angle);
      double outside = Math.sqrt(1 - sine * sine);
      double square = (from * inside - to * outside) / (from * inside + to * outside);
      double parallel = (from * outside - to * inside) / (from * outside + to * inside);
      share *= 1 - 0.5 * square * square - 0.5 * parallel * parallel;
    }
    return share;
  }
}
