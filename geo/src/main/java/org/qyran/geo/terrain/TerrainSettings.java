package org.qyran.geo.terrain;

/**
 * How elevation rasters are read.
 *
 * @param datum what their heights are measured from; setting {@code terrain.datum}
 * @param kind whether they are of the surface or of the bare earth; setting {@code terrain.kind}.
 *     It is told in the report and changes no number
 * @param surfaceModelErrorMeters one standard deviation of the height in a raster of cells up to 1
 *     m: those are surface models made from the same kind of pictures, or lidar; setting {@code
 *     terrain.surface-model-error}
 * @param elevationModelErrorMeters the same for coarser rasters: the global models at 30 m are off
 *     by 4 to 7 m in open terrain and more under trees; setting {@code
 *     terrain.elevation-model-error}. A file that states its own error (DTED) is believed
 * @param cacheMegabytes heights that are held in memory at a time; setting {@code terrain.cache}
 */
public record TerrainSettings(
    Datum datum,
    Kind kind,
    double surfaceModelErrorMeters,
    double elevationModelErrorMeters,
    int cacheMegabytes) {

  /** What the heights of a raster are measured from. */
  public enum Datum {
    /** What the file says; mean sea level where it says nothing. */
    OF_FILE,
    /** Mean sea level, taken to be the EGM96 geoid, whatever the file says. */
    MEAN_SEA_LEVEL,
    /** The WGS 84 ellipsoid, whatever the file says. */
    ELLIPSOID
  }

  /** What the heights of a raster are the heights of. */
  public enum Kind {
    /** What its form, its name or its description says; unknown where they say nothing. */
    OF_FILE,
    /** Crowns and roofs, whatever the file says. */
    SURFACE,
    /** The ground below them, whatever the file says. */
    BARE_EARTH
  }

  private static final int DEFAULT_CACHE_MEGABYTES = 256;

  public TerrainSettings {
    requireError("surfaceModelErrorMeters", surfaceModelErrorMeters);
    requireError("elevationModelErrorMeters", elevationModelErrorMeters);
    if (cacheMegabytes < 0 || cacheMegabytes > 1_000_000) {
      throw new IllegalArgumentException(
          "cacheMegabytes is %d, must lie in [0, 1000000]".formatted(cacheMegabytes));
    }
  }

  /** A datum and errors, with the kind that the file tells and the usual memory. */
  public TerrainSettings(
      Datum datum, double surfaceModelErrorMeters, double elevationModelErrorMeters) {
    this(
        datum,
        Kind.OF_FILE,
        surfaceModelErrorMeters,
        elevationModelErrorMeters,
        DEFAULT_CACHE_MEGABYTES);
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
