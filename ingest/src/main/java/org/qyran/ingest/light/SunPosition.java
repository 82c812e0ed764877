package org.qyran.ingest.light;

import java.time.Instant;
import org.qyran.model.GeoPoint;

/**
 * Where the sun stands, by the low-precision formulas of the Astronomical Almanac as J. Michalsky
 * gives them (Solar Energy 40(3), 1988): wrong by at most a hundredth of a degree between 1950 and
 * 2050. Refraction is left out; it is below a tenth of a degree where the sun is higher than ten.
 *
 * @param elevationRadians above the horizon
 * @param azimuthRadians from true north, clockwise, in [0, 2π)
 */
record SunPosition(double elevationRadians, double azimuthRadians) {

  private static final Instant J2000 = Instant.parse("2000-01-01T12:00:00Z");

  static SunPosition of(Instant time, GeoPoint place) {
    double days = (time.toEpochMilli() - J2000.toEpochMilli()) / 86_400_000.0;
    double meanLongitude = 280.460 + 0.9856474 * days;
    double anomaly = Math.toRadians(357.528 + 0.9856003 * days);
    double longitude =
        Math.toRadians(meanLongitude + 1.915 * Math.sin(anomaly) + 0.020 * Math.sin(2 * anomaly));
    double obliquity = Math.toRadians(23.439 - 0.0000004 * days);
    double ascension = Math.atan2(Math.cos(obliquity) * Math.sin(longitude), Math.cos(longitude));
    double declination = Math.asin(Math.sin(obliquity) * Math.sin(longitude));
    double hoursOfDay = (days + 0.5 - Math.floor(days + 0.5)) * 24;
    double siderealHours = 6.697375 + 0.0657098242 * days + hoursOfDay;
    double hourAngle = Math.toRadians(15 * siderealHours + place.longitudeDegrees()) - ascension;
    double latitude = Math.toRadians(place.latitudeDegrees());
    double elevation =
        Math.asin(
            Math.sin(declination) * Math.sin(latitude)
                + Math.cos(declination) * Math.cos(latitude) * Math.cos(hourAngle));
    double azimuth =
        Math.atan2(
            -Math.cos(declination) * Math.sin(hourAngle),
            Math.sin(declination) * Math.cos(latitude)
                - Math.cos(declination) * Math.sin(latitude) * Math.cos(hourAngle));
    return new SunPosition(elevation, azimuth < 0 ? azimuth + 2 * Math.PI : azimuth);
  }
}
