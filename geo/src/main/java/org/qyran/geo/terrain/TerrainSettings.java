package org.qyran.geo.terrain;

/**
 * How elevation rasters are read.
 *
 * @param datum what their heights are measured from; setting {@code terrain.datum}
 * @param surfaceModelErrorMeters one standard deviation of the height in a raster of cells up to 1
 *     m: those are surface models made from the same kind of pictures, or lidar; setting {@code
 *     terrain.surface-model-error}
 * @param elevationModelErrorMeters the same for coarser rasters: the global models at 30 m are off
 *     by 4 to 7 m in open terrain and more under trees; setting {@code
 *     terrain.elevation-model-error}
 */
public record TerrainSettings(
    Datum datum, double surfaceModelErrorMeters, double elevationModelErrorMeters) {

  /** What the heights of a raster are measured from. */
  public enum Datum {
    /** What the file says; mean sea level where it says nothing. */
    OF_FILE,
    /** Mean sea level, taken to be the EGM96 geoid, whatever the file says. */
    MEAN_SEA_LEVEL,
    /** The WGS 84 ellipsoid, whatever the file says. */
    ELLIPSOID
  }

  public TerrainSettings {
    requireError("surfaceModelErrorMeters", surfaceModelErrorMeters);
    requireError("elevationModelErrorMeters", elevationModelErrorMeters);
  }

  /** The datum of the file, 1 m for fine rasters, 4 m for coarse ones. */
  public static TerrainSettings defaults() {
    return new TerrainSettings(Datum.OF_FILE, 1, 4);
  }

  /** The error of a raster whose cells are this wide. */
  double errorMeters(double cellMeters) {
    return cellMeters <= 1 ? surfaceModelErrorMeters : elevationModelErrorMeters;
  }

  private static void requireError(String name, double value) {
    if (!(value >= 0 && value <= 1_000)) {
      throw new IllegalArgumentException("%s is %s, must lie in [0, 1000]".formatted(name, value));
    }
  }
}
