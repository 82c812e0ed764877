package org.qyran.geo.elevation.file;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.geotools.api.referencing.FactoryException;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.geotools.api.referencing.crs.EngineeringCRS;
import org.geotools.api.referencing.datum.PixelInCell;
import org.geotools.api.referencing.operation.TransformException;
import org.geotools.coverage.grid.io.imageio.geotiff.GeoTiffIIOMetadataDecoder;
import org.geotools.gce.geotiff.GeoTiffReader;
import org.geotools.referencing.CRS;
import org.geotools.referencing.crs.DefaultGeographicCRS;
import org.geotools.referencing.operation.transform.ConcatenatedTransform;
import org.qyran.geo.elevation.ElevationRaster.BlockSize;
import org.qyran.geo.elevation.GridPlacement;
import org.qyran.geo.elevation.GridSource;
import org.qyran.geo.elevation.RasterFacts;
import org.qyran.geo.elevation.StatedDatum;
import org.qyran.geo.elevation.SurfaceKind;

/**
 * A GeoTIFF of heights, in any projection that GeoTools knows; its first band counts.
 *
 * <p>The first file placed in a process starts GeoTools' database of projections, which takes two
 * seconds or more. Immutable; threads may share it.
 */
final class GeoTiffFile implements HeightFile {

  /** GeoTIFF 1.1 (OGC 19-008r4), section 7.2: where a file names its systems. */
  private static final int GEODETIC_KEY = 2048;

  private static final int VERTICAL_KEY = 4096;
  private static final int VERTICAL_UNITS_KEY = 4099;

  /** TIFF 6.0, page 34, and GDAL's own tag: where a file is described in words. */
  private static final List<String> DESCRIPTIONS = List.of("270", "42112");

  /** EPSG codes of three-dimensional systems, whose heights are above the ellipsoid. */
  private static final Set<String> ELLIPSOIDAL_SYSTEMS = Set.of("4979", "4937", "6319", "7843");

  /** EPSG codes of vertical systems in feet, for which no unit is written beside the code. */
  private static final String NAVD88_US_FEET = "6360";

  private static final String NAVD88_FEET = "8228";
  private static final String NGVD29_US_FEET = "5702";
  private static final double METERS_PER_FOOT = 0.3048;
  private static final double METERS_PER_US_FOOT = 1200.0 / 3937;

  private final Path file;
  private final TiffPixels pixels;
  private final double unknown;
  private final double metersPerUnit;

  private GeoTiffFile(Path file, TiffPixels pixels) {
    this.file = file;
    this.pixels = pixels;
    GeoTiffIIOMetadataDecoder metadata = pixels.metadata();
    unknown = metadata.hasNoData() ? metadata.getNoData() : Double.NaN;
    metersPerUnit = metersPerUnit(metadata);
  }

  static GeoTiffFile open(Path file) throws IOException {
    return new GeoTiffFile(file, TiffPixels.open(file));
  }

  @Override
  public boolean looksLikeAPicture() {
    return pixels.bands() > 1 || pixels.bitsPerBand() <= 8;
  }

  @Override
  public int columns() {
    return pixels.columns();
  }

  @Override
  public int rows() {
    return pixels.rows();
  }

  @Override
  public BlockSize blockSize() {
    return pixels.blockSize();
  }

  @Override
  public RasterFacts facts() {
    return new RasterFacts(statedDatum(pixels.metadata()), kind(), 0, 1);
  }

  @Override
  public GridPlacement placement() throws IOException {
    GeoTiffReader reader = opened();
    try {
      CoordinateReferenceSystem system = reader.getCoordinateReferenceSystem();
      CoordinateReferenceSystem level = system == null ? null : CRS.getHorizontalCRS(system);
      if (level == null || level instanceof EngineeringCRS) {
        throw new IOException(
            "the elevation raster %s does not say where it lies: give it a projection"
                .formatted(file));
      }
      return GridPlacement.of(
          columns(),
          rows(),
          ConcatenatedTransform.create(
              CRS.findMathTransform(DefaultGeographicCRS.WGS84, level, true),
              reader.getOriginalGridToWorld(PixelInCell.CELL_CENTER).inverse()),
          GridPlacement.HALF_A_CELL);
    } catch (FactoryException | TransformException e) {
      throw new IOException(
          "the projection of the elevation raster %s cannot be used: %s. Warp it to WGS 84 or UTM"
              .formatted(file, e.getMessage()),
          e);
    } finally {
      reader.dispose();
    }
  }

  private GeoTiffReader opened() throws IOException {
    try {
      return new GeoTiffReader(file.toFile());
    } catch (IOException | RuntimeException e) {
      throw TiffPixels.unreadable(file, e);
    }
  }

  @Override
  public float[] read(int column, int row, int columns, int rows) throws IOException {
    float[] heights = pixels.read(column, row, columns, rows);
    for (int at = 0; at < heights.length; at++) {
      heights[at] =
          heights[at] == (float) unknown
              ? Float.NaN
              : GridSource.heightOrUnknown(heights[at] * metersPerUnit);
    }
    return heights;
  }

  private SurfaceKind kind() {
    List<String> texts = new ArrayList<>();
    texts.add(PathNames.of(file));
    Path folder = file.toAbsolutePath().getParent();
    if (folder != null) {
      texts.add(PathNames.of(folder));
    }
    for (String tag : DESCRIPTIONS) {
      String text = pixels.metadata().getAsciiTIFFTag(tag);
      if (text != null) {
        texts.add(text);
      }
    }
    return KindWords.guess(texts);
  }

  /** What the file's heights are in: by its vertical system, else by its vertical unit. */
  private static double metersPerUnit(GeoTiffIIOMetadataDecoder metadata) {
    return switch (keyOf(metadata, VERTICAL_KEY)) {
      case NAVD88_US_FEET, NGVD29_US_FEET -> METERS_PER_US_FOOT;
      case NAVD88_FEET -> METERS_PER_FOOT;
      default ->
          switch (keyOf(metadata, VERTICAL_UNITS_KEY)) {
            case "9002" -> METERS_PER_FOOT;
            case "9003" -> METERS_PER_US_FOOT;
            default -> 1;
          };
    };
  }

  private static StatedDatum statedDatum(GeoTiffIIOMetadataDecoder metadata) {
    String vertical = keyOf(metadata, VERTICAL_KEY);
    if (ELLIPSOIDAL_SYSTEMS.contains(keyOf(metadata, GEODETIC_KEY)) || isEllipsoidal(vertical)) {
      return StatedDatum.ELLIPSOID;
    }
    return vertical.isEmpty() ? StatedDatum.NOT_STATED : StatedDatum.MEAN_SEA_LEVEL;
  }

  /** 5001 to 5033 were the ellipsoids in GeoTIFF 1.0, section 6.3.4.1. */
  private static boolean isEllipsoidal(String system) {
    return ELLIPSOIDAL_SYSTEMS.contains(system) || system.matches("50([0-2][0-9]|3[0-3])");
  }

  /** The value of a key as written, empty when the file does not have it. */
  private static String keyOf(GeoTiffIIOMetadataDecoder metadata, int key) {
    if (!metadata.hasGeoKey()) {
      return "";
    }
    String value = metadata.getGeoKey(key);
    return value == null ? "" : value;
  }
}
