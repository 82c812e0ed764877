package org.qyran.model;

/**
 * A place on the ground that somebody measured, as one picture shows it.
 *
 * @param flight whose list of control points says so
 * @param point its name; it may be seen in several pictures
 * @param position where it is
 * @param heightMeters its height; the list does not say above what
 * @param file the picture, as the list names it
 * @param pixel where the picture shows it
 */
public record ControlMark(
    String flight,
    String point,
    GeoPoint position,
    double heightMeters,
    String file,
    PixelPoint pixel) {

  public ControlMark {
    Require.notBlank("flight", flight);
    Require.notBlank("point", point);
    Require.finite("heightMeters", heightMeters);
  }
}
