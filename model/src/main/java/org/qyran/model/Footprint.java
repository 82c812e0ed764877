package org.qyran.model;

import java.time.Instant;
import java.util.List;

/**
 * The ground that one frame saw.
 *
 * @param frameId the frame
 * @param flight the flight
 * @param file the frame's first file
 * @param time UTC
 * @param ring counter-clockwise seen from above, first corner not repeated
 * @param corners ground points of the picture's own corners, clockwise from the top left; none when
 *     one of them could not be placed
 * @param center the ground point of the middle of the picture
 * @param camera the point below the camera
 * @param cameraHeightMeters of the camera, above the WGS 84 ellipsoid
 * @param groundHeightMeters at the centre, above the WGS 84 ellipsoid
 * @param groundSamplingDistanceMeters ground size of a pixel at the centre
 * @param offNadirDegrees of the line of sight to the centre
 * @param ce90Meters of the centre
 * @param levelGround true when no terrain was known and the ground was taken to be level
 * @param clipped true when part of the picture looks too near the horizon, or too far, and was left
 *     out
 * @param estimated true when of the camera no more is known than plain EXIF says: the outline may
 *     be some percent too large or too small
 * @param map true when it is a piece of an orthophoto, which has no camera
 * @param search what was looked for in it; nothing until it was looked at
 */
public record Footprint(
    String frameId,
    String flight,
    String file,
    Instant time,
    List<GeoPoint> ring,
    List<GeoPoint> corners,
    GeoPoint center,
    GeoPoint camera,
    double cameraHeightMeters,
    double groundHeightMeters,
    double groundSamplingDistanceMeters,
    double offNadirDegrees,
    double ce90Meters,
    boolean levelGround,
    boolean clipped,
    boolean estimated,
    boolean map,
    Search search) {

  /** Of a photograph, in which nobody has looked for anything yet. */
  public Footprint(
      String frameId,
      String flight,
      String file,
      Instant time,
      List<GeoPoint> ring,
      List<GeoPoint> corners,
      GeoPoint center,
      GeoPoint camera,
      double cameraHeightMeters,
      double groundHeightMeters,
      double groundSamplingDistanceMeters,
      double offNadirDegrees,
      double ce90Meters,
      boolean levelGround,
      boolean clipped,
      boolean estimated) {
    this(
        frameId,
        flight,
        file,
        time,
        ring,
        corners,
        center,
        camera,
        cameraHeightMeters,
        groundHeightMeters,
        groundSamplingDistanceMeters,
        offNadirDegrees,
        ce90Meters,
        levelGround,
        clipped,
        estimated,
        false,
        Search.NOTHING);
  }

  public Footprint {
    ring = List.copyOf(ring);
    if (ring.size() < 3) {
      throw new IllegalArgumentException("a footprint needs 3 corners, has " + ring.size());
    }
    corners = List.copyOf(corners);
    if (!corners.isEmpty() && corners.size() != 4) {
      throw new IllegalArgumentException("a picture has 4 corners, not " + corners.size());
    }
    Require.finite("cameraHeightMeters", cameraHeightMeters);
    Require.finite("groundHeightMeters", groundHeightMeters);
    Require.positive("groundSamplingDistanceMeters", groundSamplingDistanceMeters);
    Require.inRange("offNadirDegrees", offNadirDegrees, 0, 180);
    Require.positive("ce90Meters", ce90Meters);
  }

  /** The same ground, in which something was looked for. */
  public Footprint searchedFor(Search kinds) {
    return new Footprint(
        frameId,
        flight,
        file,
        time,
        ring,
        corners,
        center,
        camera,
        cameraHeightMeters,
        groundHeightMeters,
        groundSamplingDistanceMeters,
        offNadirDegrees,
        ce90Meters,
        levelGround,
        clipped,
        estimated,
        map,
        kinds);
  }
}
