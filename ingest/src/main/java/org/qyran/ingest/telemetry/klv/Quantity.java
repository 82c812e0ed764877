package org.qyran.ingest.telemetry.klv;

/** What a number in a set says, in the units of the house. Angles are degrees. */
public enum Quantity {
  /** Since 1970, by the clock of the recorder. */
  TIME_MICROSECONDS,
  /** To be taken from the time to get UTC. */
  LEAP_SECONDS,
  /** Of the sensor. */
  LATITUDE_DEGREES,
  /** Of the sensor. */
  LONGITUDE_DEGREES,
  /** Of the sensor above mean sea level. */
  SEA_LEVEL_METERS,
  /** Of the sensor above the ellipsoid. */
  ELLIPSOID_METERS,
  /** Of the nose, clockwise from true north. */
  HEADING_DEGREES,
  /** Nose up. */
  PITCH_DEGREES,
  /** Right wing down. */
  ROLL_DEGREES,
  /** Of the sensor, clockwise from the nose, in the airframe's plane. */
  RELATIVE_AZIMUTH_DEGREES,
  /** Of the sensor, above the airframe's plane. */
  RELATIVE_ELEVATION_DEGREES,
  /** Of the sensor about its line of sight, right side down. */
  RELATIVE_ROLL_DEGREES,
  /** Of the sensor, clockwise from true north. */
  ANGLE_TO_NORTH_DEGREES,
  /** Of the sensor, above the horizon. */
  OBLIQUITY_DEGREES,
  /** Of the sensor about its line of sight, against the horizon. */
  SENSOR_ROLL_DEGREES
}
