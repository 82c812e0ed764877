package org.qyran.geo.elevation.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.qyran.geo.elevation.BlockCache;
import org.qyran.geo.elevation.ElevationRaster;

/** Opens a file of heights by the kind that its name tells; GeoTIFF where it tells none. */
public final class ElevationFile {

  private static final Set<String> ENDINGS =
      Set.of("tif", "tiff", "hgt", "dt0", "dt1", "dt2", "vrt");

  private ElevationFile() {}

  /** Whether a file is named as files of heights are. */
  public static boolean isNamedLikeOne(Path file) {
    return ENDINGS.contains(PathNames.ending(file));
  }

  /**
   * Reads the header of a file.
   *
   * @throws IOException with one sentence for a person when it cannot be used
   */
  public static HeightFile read(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new IOException("the elevation raster %s is not there".formatted(file));
    }
    return switch (PathNames.ending(file)) {
      case "hgt" -> HgtFile.open(file);
      case "dt0", "dt1", "dt2" -> DtedFile.open(file);
      case "vrt" -> VrtFile.open(file);
      default -> GeoTiffFile.open(file);
    };
  }

  /**
   * A raster of a file whose header has been read.
   *
   * @throws IOException with one sentence for a person when nobody can say where it lies
   */
  public static ElevationRaster raster(Path file, HeightFile header, BlockCache cache)
      throws IOException {
    try {
      return new ElevationRaster(
          file.toString(),
          header.columns(),
          header.rows(),
          header.blockSize(),
          header.placement(),
          header.facts(),
          header,
          cache);
    } catch (IllegalArgumentException e) {
      throw new IOException(
          "the elevation raster %s cannot be used: %s".formatted(file, e.getMessage()), e);
    }
  }
}
