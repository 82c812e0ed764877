package org.qyran.geo.elevation.set;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.qyran.geo.elevation.BlockCache;
import org.qyran.geo.elevation.ElevationRaster;
import org.qyran.geo.elevation.file.ElevationFile;
import org.qyran.geo.elevation.file.HeightFile;
import org.qyran.model.GeoPoint;

/**
 * The rasters of one file, or of all files of a folder.
 *
 * <p>A folder is searched with all that is below it. Its virtual rasters come first, since somebody
 * has put them together on purpose; then finer rasters before coarser ones, then by name. What
 * cannot be used is left out and told, once.
 *
 * <p>Immutable but for the blocks that its rasters hold; threads may share it.
 */
public final class ElevationSet {

  private final String name;
  private final List<ElevationRaster> rasters;
  private final List<TileFamily> families;
  private final List<String> remarks;

  private ElevationSet(
      String name, List<ElevationRaster> rasters, List<TileFamily> families, List<String> remarks) {
    this.name = name;
    this.rasters = List.copyOf(rasters);
    this.families = List.copyOf(families);
    this.remarks = List.copyOf(remarks);
  }

  /**
   * Opens a file or a folder. A single file must hold a height, of a folder only headers are read.
   *
   * @throws IOException with one sentence for a person when there is nothing that can be used
   */
  public static ElevationSet open(Path path, BlockCache cache) throws IOException {
    return Files.isDirectory(path) ? ofFolder(path, cache) : ofFile(path, cache);
  }

  private static ElevationSet ofFile(Path file, BlockCache cache) throws IOException {
    HeightFile header = ElevationFile.read(file);
    ElevationRaster raster = ElevationFile.raster(file, header, cache);
    requireSomeHeight(raster);
    return new ElevationSet(
        nameOf(file),
        List.of(raster),
        header.findCorner().stream()
            .map(corner -> new TileFamily("", nameOf(file), corner))
            .toList(),
        List.of());
  }

  private static void requireSomeHeight(ElevationRaster raster) throws IOException {
    if (!raster.hasAnyHeight()) {
      throw new IOException(
          "the elevation raster %s holds no height between %.0f and %.0f m"
              .formatted(
                  raster.name(),
                  HeightFile.LOWEST_HEIGHT_METERS,
                  HeightFile.HIGHEST_HEIGHT_METERS));
    }
  }

  private static ElevationSet ofFolder(Path folder, BlockCache cache) throws IOException {
    FolderSearch search = FolderSearch.of(folder);
    List<ElevationRaster> rasters = new ArrayList<>();
    TreeMap<String, TileFamily> families = new TreeMap<>();
    for (Path file : search.candidates()) {
      try {
        HeightFile header = ElevationFile.read(file);
        if (header.looksLikeAPicture()) {
          search.leaveOut(file, "it is a picture and no elevation");
          continue;
        }
        rasters.add(ElevationFile.raster(file, header, cache));
        header
            .findCorner()
            .ifPresent(
                corner -> TileFamily.collect(families, nameOf(folder), folder, file, corner));
      } catch (IOException e) {
        search.leaveOut(file, String.valueOf(e.getMessage()));
      }
    }
    if (rasters.isEmpty()) {
      throw new IOException(search.nothingFound());
    }
    rasters.sort(FolderSearch.ORDER);
    return new ElevationSet(
        nameOf(folder), rasters, List.copyOf(families.values()), search.remarks());
  }

  static String nameOf(Path path) {
    Path name = path.getFileName();
    return name == null ? path.toString() : name.toString();
  }

  /** The last part of the path that was opened. */
  public String name() {
    return name;
  }

  /** In the order in which they count: the first that knows a place wins. */
  public List<ElevationRaster> rasters() {
    return rasters;
  }

  /** What was left out, and why; each a sentence. */
  public List<String> remarks() {
    return remarks;
  }

  /** The tile that should hold a point and is not there, as a sentence that names it. */
  public Optional<String> findMissing(GeoPoint point) {
    for (ElevationRaster raster : rasters) {
      if (raster.placement().mayHold(point)) {
        Optional<String> missing = raster.findMissing(point);
        if (missing.isPresent()) {
          return missing;
        }
      }
    }
    return families.stream().flatMap(family -> family.findMissing(point).stream()).findFirst();
  }
}
