package org.qyran.sampledata.spectrum;

import java.time.Instant;
import org.qyran.model.GeoPoint;

/**
 * Where the sun stands, seen from a place at an instant.
 *
 * <p>NOAA's solar calculator, which is J. Meeus, Astronomical Algorithms, chapters 25 and 28, in
 * the short form: within 0.02 degrees from 1950 to 2050. The elevation is the geometric one plus
 * the air's refraction by NOAA's formula, which matters below ten degrees.
 *
 * @param elevationDegrees above the horizon, negative at night
 * @param azimuthDegrees from true north, clockwise, [0, 360)
 */
public record SunPosition(double elevationDegrees, double azimuthDegrees) {

  private static final double SECONDS_OF_DAY = 86_400;
  private static final double EPOCH_1970_JULIAN_DAY = 2_440_587.5;
  private static final double EPOCH_2000_JULIAN_DAY = 2_451_545.0;
  private static final double DAYS_OF_CENTURY = 36_525;

  public SunPosition {
    if (!(elevationDegrees >= -90 && elevationDegrees <= 91)
        || !(azimuthDegrees >= 0 && azimuthDegrees < 360)) {
      throw new IllegalArgumentException(
          "sun is at elevation %s, azimuth %s, must lie in [-90, 91] and [0, 360)"
              .formatted(elevationDegrees, azimuthDegrees));
    }
  }

  /** The sun over a place. */
  public static SunPosition at(GeoPoint place, Instant instant) {
    double secondsOf1970 = instant.getEpochSecond() + instant.getNano() * 1e-9;
    double days = secondsOf1970 / SECONDS_OF_DAY + EPOCH_1970_JULIAN_DAY - EPOCH_2000_JULIAN_DAY;
    double centuries = days / DAYS_OF_CENTURY;

    double meanLongitude =
        Math.toRadians(280.46646 + centuries * (36_000.76983 + centuries * 0.0003032));
    double anomaly = Math.toRadians(357.52911 + centuries * (35_999.05029 - centuries * 0.0001537));
    double center =
        Math.sin(anomaly) * (1.914602 - centuries * (0.004817 + 0.000014 * centuries))
            + Math.sin(2 * anomaly) * (0.019993 - 0.000101 * centuries)
            + Math.sin(3 * anomaly) * 0.000289;
    double node = Math.toRadians(125.04 - 1934.136 * centuries);
    double longitude = meanLongitude + Math.toRadians(center - 0.00569 - 0.00478 * Math.sin(node));
    double obliquity =
        Math.toRadians(23.4392911 - centuries * 0.0130042 + 0.00256 * Math.cos(node));
    double declination = Math.asin(Math.sin(obliquity) * Math.sin(longitude));
    double rightAscension =
        Math.atan2(Math.cos(obliquity) * Math.sin(longitude), Math.cos(longitude));

    // Meeus, equation 12.4: the sidereal time of Greenwich in degrees.
    double sidereal = 280.46061837 + 360.98564736629 * days;
    double hourAngle = Math.toRadians(sidereal + place.longitudeDegrees()) - rightAscension;
    return of(Math.toRadians(place.latitudeDegrees()), declination, hourAngle);
  }

  private static SunPosition of(double latitude, double declination, double hourAngle) {
    double up =
        Math.sin(latitude) * Math.sin(declination)
            + Math.cos(latitude) * Math.cos(declination) * Math.cos(hourAngle);
    double east = -Math.cos(declination) * Math.sin(hourAngle);
    double north =
        Math.cos(latitude) * Math.sin(declination)
            - Math.sin(latitude) * Math.cos(declination) * Math.cos(hourAngle);
    double elevation = Math.toDegrees(Math.asin(Math.max(-1, Math.min(1, up))));
    double azimuth = Math.toDegrees(Math.atan2(east, north));
    double turned = azimuth < 0 ? azimuth + 360 : azimuth;
    return new SunPosition(elevation + refractionDegrees(elevation), turned >= 360 ? 0 : turned);
  }

  /** NOAA's piecewise formula, for sea-level air. */
  private static double refractionDegrees(double elevationDegrees) {
    if (elevationDegrees > 85) {
      return 0;
    }
    double tangent = Math.tan(Math.toRadians(elevationDegrees));
    double seconds;
    if (elevationDegrees > 5) {
      seconds = 58.1 / tangent - 0.07 / Math.pow(tangent, 3) + 0.000086 / Math.pow(tangent, 5);
    } else if (elevationDegrees > -0.575) {
      double e = elevationDegrees;
      seconds = 1735 + e * (-518.2 + e * (103.4 + e * (-12.79 + e * 0.711)));
    } else {
      seconds = -20.774 / tangent;
    }
    return seconds / 3600;
  }
}
