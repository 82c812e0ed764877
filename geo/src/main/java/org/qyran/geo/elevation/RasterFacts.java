package org.qyran.geo.elevation;

/**
 * What a file says of its heights.
 *
 * @param datum that they are measured from
 * @param kind of surface
 * @param errorMeters one standard deviation; 0 where the file states none
 * @param tiles files that it is made of
 */
public record RasterFacts(StatedDatum datum, SurfaceKind kind, double errorMeters, int tiles) {

  public RasterFacts {
    if (!(errorMeters >= 0 && Double.isFinite(errorMeters))) {
      throw new IllegalArgumentException(
          "errorMeters is %s, must be finite and not below 0".formatted(errorMeters));
    }
  }
}
