package org.qyran.geo.elevation.set;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.qyran.geo.elevation.file.DegreeCorner;
import org.qyran.model.GeoPoint;

/** One-degree tiles of one kind, of which one can be found missing. */
final class TileFamily {

  private final String folder;
  private final String sampleName;
  private final DegreeCorner sample;
  private final Set<DegreeCorner> there = new HashSet<>();

  /**
   * A family of one tile so far.
   *
   * @param folder that they lie in; empty when the tile was handed in by itself
   * @param sampleName how the tile is named, below the folder
   * @param sample the tile
   */
  TileFamily(String folder, String sampleName, DegreeCorner sample) {
    this.folder = folder;
    this.sampleName = sampleName;
    this.sample = sample;
    there.add(sample);
  }

  /** Adds a tile to the family of its ending. */
  static void collect(
      Map<String, TileFamily> families,
      String folderName,
      Path folder,
      Path file,
      DegreeCorner corner) {
    String name = ElevationSet.nameOf(file);
    String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    TileFamily family =
        families.computeIfAbsent(
            ending,
            first ->
                new TileFamily(
                    folderName,
                    name.contains(corner.longitudeName())
                            || name.contains(corner.longitudeName().toLowerCase(Locale.ROOT))
                        ? name
                        : folder.relativize(file).toString().replace('\\', '/'),
                    corner));
    family.there.add(corner);
  }

  /** The tile that should hold a point, unless it is there. */
  Optional<String> findMissing(GeoPoint point) {
    DegreeCorner corner = DegreeCorner.of(point);
    if (there.contains(corner)) {
      return Optional.empty();
    }
    String renamed = sample.rename(sampleName, corner);
    String tile =
        renamed.equals(sampleName)
            ? "the tile %s%s".formatted(corner.latitudeName(), corner.longitudeName())
            : renamed;
    return Optional.of(
        "%s is not among the elevation tiles; %s"
            .formatted(tile, folder.isEmpty() ? "add it with --terrain" : "add it to " + folder));
  }
}
