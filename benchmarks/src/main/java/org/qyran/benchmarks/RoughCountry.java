package org.qyran.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import org.qyran.geo.crs.MapPoint;
import org.qyran.geo.crs.MapSystem;
import org.qyran.model.GeoPoint;
import org.qyran.sampledata.chance.ValueNoise;
import org.qyran.sampledata.place.ElevationFile;
import org.qyran.sampledata.place.LocalPlane;
import org.qyran.sampledata.place.PlanePoint;
import org.qyran.sampledata.place.UtmZone;

/** Rough ground as an elevation raster: hills of 100 m within a kilometre, in cells of 30 m. */
final class RoughCountry {

  private static final int ZONE = 43;
  private static final double CELL_METERS = 30;
  private static final int CELLS = 500;
  private static final double HILL_METERS = 60;
  private static final double HILL_WIDTH_METERS = 500;

  private RoughCountry() {}

  /** Fifteen kilometres of it around a place in UTM zone 43 north. */
  static Path write(Path file, GeoPoint middle) throws IOException {
    ValueNoise hills = new ValueNoise(30);
    LocalPlane plane = new LocalPlane(middle, 0);
    MapPoint center = MapSystem.of("EPSG:326" + ZONE).findOnMap(middle).orElseThrow();
    double half = CELLS * CELL_METERS / 2;
    new ElevationFile(
            new UtmZone(ZONE),
            center.eastingMeters() - half,
            center.northingMeters() + half,
            CELL_METERS,
            CELLS)
        .write(
            file,
            place -> {
              PlanePoint at = plane.pointAt(place);
              return 800
                  + HILL_METERS
                      * hills.fractal(
                          at.eastMeters() / HILL_WIDTH_METERS,
                          at.northMeters() / HILL_WIDTH_METERS,
                          5);
            });
    return file;
  }
}
