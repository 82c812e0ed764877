package org.qyran.geo.terrain;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.qyran.model.GeoPoint;

/**
 * What is known of the height of the ground. Implementations are immutable; threads may share them.
 */
public interface Terrain {

  /** The ground at a point; absent where it is not known. */
  Optional<Ground> findGround(GeoPoint point);

  /** Follows a line of sight to where it first meets the ground, or says why it does not. */
  Meeting follow(Sightline line);

  /** False when nothing is known anywhere. */
  boolean isKnown();

  /** Nothing is known of the ground anywhere. */
  static Terrain unknown() {
    return UnknownTerrain.INSTANCE;
  }

  /**
   * Reads elevation rasters. Where several cover a point, the first in the list that has a value
   * there wins, so put the finest first.
   *
   * @param rasters GeoTIFF files; none gives {@link #unknown()}
   * @throws IOException with one sentence for a person when a file cannot be used
   */
  static Terrain open(List<Path> rasters, TerrainSettings settings) throws IOException {
    if (rasters.isEmpty()) {
      return unknown();
    }
    List<ElevationRaster> read = new ArrayList<>();
    for (Path raster : rasters) {
      read.add(ElevationFile.read(raster, settings));
    }
    return new RasterTerrain(read);
  }
}
