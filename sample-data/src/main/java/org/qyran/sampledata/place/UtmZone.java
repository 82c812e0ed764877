package org.qyran.sampledata.place;

import org.qyran.model.GeoPoint;

/**
 * A northern zone of the Universal Transverse Mercator grid, from grid to latitude and longitude.
 *
 * <p>Krüger's series in the third flattening n, third order (C. F. F. Karney, Transverse Mercator
 * with an accuracy of a few nanometers, J. Geodesy 85, 2011, section 2): good to a millimetre
 * within a zone.
 *
 * @param number from 1 to 60; the zone's middle lies at 6 number − 183 degrees east
 */
public record UtmZone(int number) {

  private static final double SCALE = 0.9996;
  private static final double FALSE_EASTING_METERS = 500_000;
  private static final double N = LocalPlane.FLATTENING / (2 - LocalPlane.FLATTENING);
  private static final double RECTIFYING_RADIUS_METERS =
      LocalPlane.SEMI_MAJOR_AXIS_METERS / (1 + N) * (1 + N * N / 4 + N * N * N * N / 64);

  /** To the conformal sphere. */
  private static final double[] BETA = {
    N / 2 - N * N * 2 / 3 + N * N * N * 37 / 96, N * N / 48 + N * N * N / 15, N * N * N * 17 / 480
  };

  /** From conformal to geodetic latitude. */
  private static final double[] DELTA = {
    N * 2 - N * N * 2 / 3 - N * N * N * 2, N * N * 7 / 3 - N * N * N * 8 / 5, N * N * N * 56 / 15
  };

  public UtmZone {
    if (number < 1 || number > 60) {
      throw new IllegalArgumentException("number is %d, must lie in [1, 60]".formatted(number));
    }
  }

  /** The EPSG code of the zone on WGS 84. */
  public int epsgCode() {
    return 32_600 + number;
  }

  /** The place at a grid point. */
  public GeoPoint geoPointAt(double eastingMeters, double northingMeters) {
    double xi = northingMeters / (SCALE * RECTIFYING_RADIUS_METERS);
    double eta = (eastingMeters - FALSE_EASTING_METERS) / (SCALE * RECTIFYING_RADIUS_METERS);
    double sphereXi = xi;
    double sphereEta = eta;
    for (int j = 1; j <= BETA.length; j++) {
      sphereXi -= BETA[j - 1] * Math.sin(2 * j * xi) * Math.cosh(2 * j * eta);
      sphereEta -= BETA[j - 1] * Math.cos(2 * j * xi) * Math.sinh(2 * j * eta);
    }
    double conformal = Math.asin(Math.sin(sphereXi) / Math.cosh(sphereEta));
    double latitudeRadians = conformal;
    for (int j = 1; j <= DELTA.length; j++) {
      latitudeRadians += DELTA[j - 1] * Math.sin(2 * j * conformal);
    }
    double fromMiddleRadians = Math.atan2(Math.sinh(sphereEta), Math.cos(sphereXi));
    return new GeoPoint(
        Math.toDegrees(latitudeRadians), 6.0 * number - 183 + Math.toDegrees(fromMiddleRadians));
  }
}
