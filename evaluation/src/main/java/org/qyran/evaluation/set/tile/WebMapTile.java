package org.qyran.evaluation.set.tile;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.qyran.model.GeoPoint;
import org.qyran.model.PixelPoint;

/**
 * A tile of the web map: of 2^zoom by 2^zoom that cover the spherical Mercator square, counted from
 * its north-west corner (OGC 17-083r2, annex D, WebMercatorQuad).
 *
 * @param x column, to the east
 * @param y row, to the south
 * @param zoom level, in [0, 30]
 */
public record WebMapTile(int x, int y, int zoom) {

  /** Pixels on a side. */
  public static final int SIDE_PIXELS = 256;

  /** Radius of the sphere that Web Mercator wraps, EPSG 3857. */
  private static final double RADIUS_METERS = 6_378_137;

  private static final Pattern NAME = Pattern.compile("(?:.*\\D)?(\\d+)-(\\d+)-(\\d+)\\.png");

  public WebMapTile {
    if (zoom < 0 || zoom > 30) {
      throw new IllegalArgumentException("zoom is %d, must lie in [0, 30]".formatted(zoom));
    }
    long count = 1L << zoom;
    if (x < 0 || x >= count || y < 0 || y >= count) {
      throw new IllegalArgumentException(
          "tile %d-%d is outside the %d x %d of zoom %d".formatted(x, y, count, count, zoom));
    }
  }

  /** Of a file name that ends in {@code x-y-zoom.png}; nothing for other names. */
  public static Optional<WebMapTile> ofName(String fileName) {
    Matcher matcher = NAME.matcher(fileName);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new WebMapTile(
              Integer.parseInt(matcher.group(1)),
              Integer.parseInt(matcher.group(2)),
              Integer.parseInt(matcher.group(3))));
    } catch (IllegalArgumentException e) {
      // A number too large, or a tile outside its zoom: a name that only looks like a tile's.
      return Optional.empty();
    }
  }

  /**
   * The place of a pixel, counted from the tile's top-left corner, which may lie outside it: λ = 2π
   * u - π, φ = atan(sinh(π - 2π v)), with u and v the shares of the square to the west and north.
   */
  public GeoPoint place(double xPixels, double yPixels) {
    double side = (double) SIDE_PIXELS * (1L << zoom);
    double u = ((double) x * SIDE_PIXELS + xPixels) / side;
    double v = ((double) y * SIDE_PIXELS + yPixels) / side;
    return new GeoPoint(
        Math.toDegrees(Math.atan(Math.sinh(Math.PI - 2 * Math.PI * v))),
        Math.toDegrees(2 * Math.PI * u - Math.PI));
  }

  /** East of a column in the metres of EPSG 3857, from this tile's left edge. */
  public double mercatorEastMeters(double xPixels) {
    return mercatorPixelMeters() * (x * (double) SIDE_PIXELS + xPixels) - Math.PI * RADIUS_METERS;
  }

  /** North of a row in the metres of EPSG 3857, from this tile's top edge. */
  public double mercatorNorthMeters(double yPixels) {
    return Math.PI * RADIUS_METERS - mercatorPixelMeters() * (y * (double) SIDE_PIXELS + yPixels);
  }

  /** Side of a pixel in the metres of EPSG 3857, which are longer than the ground's. */
  public double mercatorPixelMeters() {
    return 2 * Math.PI * RADIUS_METERS / ((double) SIDE_PIXELS * (1L << zoom));
  }

  /**
   * The pixel of a place, counted from this tile's top-left corner; may lie outside it.
   *
   * @param place between 85° south and 85° north, where the map ends
   */
  public PixelPoint pixel(GeoPoint place) {
    double side = (double) SIDE_PIXELS * (1L << zoom);
    double latitude = Math.toRadians(place.latitudeDegrees());
    double u = (place.longitudeDegrees() + 180) / 360;
    double v = 0.5 - asinh(Math.tan(latitude)) / (2 * Math.PI);
    return new PixelPoint(u * side - (double) x * SIDE_PIXELS, v * side - (double) y * SIDE_PIXELS);
  }

  /** Ground size of a pixel at the middle of the tile, on the sphere: good to 0.3 %. */
  public double groundMeters() {
    double middle = place(SIDE_PIXELS / 2.0, SIDE_PIXELS / 2.0).latitudeDegrees();
    return mercatorPixelMeters() * Math.cos(Math.toRadians(middle));
  }

  private static double asinh(double value) {
    double size = Math.abs(value);
    return Math.copySign(Math.log(size + Math.hypot(size, 1)), value);
  }
}
