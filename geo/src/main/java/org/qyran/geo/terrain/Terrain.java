package org.qyran.geo.terrain;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.qyran.model.GeoPoint;

/**
 * What is known of the height of the ground. Threads may share implementations; whatever these keep
 * in memory, the same question has the same answer.
 */
public interface Terrain {

  /** The ground at a point; absent where it is not known. */
  Optional<Ground> findGround(GeoPoint point);

  /** Follows a line of sight to where it first meets the ground, or says why it does not. */
  Meeting follow(Sightline line);

  /** False when nothing is known anywhere. */
  boolean isKnown();

  /** The elevation tile that should tell of a point and is not there, as a sentence. */
  default Optional<String> findMissing(GeoPoint point) {
    return Optional.empty();
  }

  /** What the ground is known from, in the order in which it counts. */
  default List<TerrainSource> sources() {
    return List.of();
  }

  /** What was handed in and cannot be used, each a sentence. */
  default List<String> remarks() {
    return List.of();
  }

  /** Nothing is known of the ground anywhere. */
  static Terrain unknown() {
    return UnknownTerrain.INSTANCE;
  }

  /**
   * Opens elevation rasters: GeoTIFF, HGT, DTED, VRT, or folders with such files somewhere below.
   * Where several cover a point, the first that has a value there wins, so put the finest first; in
   * a folder, virtual rasters come first and then the finest. Headers are read now and heights when
   * they are needed.
   *
   * @param rasters files and folders; none gives {@link #unknown()}
   * @throws IOException with one sentence for a person when one of them cannot be used
   */
  static Terrain open(List<Path> rasters, TerrainSettings settings) throws IOException {
    return rasters.isEmpty() ? unknown() : RasterTerrain.open(rasters, settings);
  }
}
