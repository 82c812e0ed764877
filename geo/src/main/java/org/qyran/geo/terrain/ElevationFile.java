package org.qyran.geo.terrain;

import java.awt.Rectangle;
import java.awt.image.RenderedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import org.geotools.api.coverage.grid.GridEnvelope;
import org.geotools.api.referencing.FactoryException;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.geotools.api.referencing.crs.EngineeringCRS;
import org.geotools.api.referencing.datum.PixelInCell;
import org.geotools.api.referencing.operation.MathTransform;
import org.geotools.api.referencing.operation.TransformException;
import org.geotools.coverage.grid.GridCoverage2D;
import org.geotools.coverage.grid.io.imageio.geotiff.GeoTiffIIOMetadataDecoder;
import org.geotools.gce.geotiff.GeoTiffReader;
import org.geotools.referencing.CRS;
import org.geotools.referencing.crs.DefaultGeographicCRS;
import org.geotools.referencing.operation.transform.ConcatenatedTransform;
import org.qyran.geo.axes.LocalAxes;
import org.qyran.model.GeoPoint;

/**
 * Reads a GeoTIFF of heights into an {@link ElevationRaster}.
 *
 * <p>The whole first band is held as floats, 4 bytes a cell: GeoTools' own interpolation answers
 * 60,000 points a second, and one picture can ask for more. The first file read in a process also
 * starts GeoTools' database of projections, which takes two seconds or more.
 */
final class ElevationFile {

  /** 1.6 GB as floats; a larger survey is better handed in as tiles. */
  private static final long MOST_CELLS = 400_000_000;

  /** Below the shore of the Dead Sea, above Everest: outside this a value is a code, no height. */
  private static final double LOWEST_HEIGHT_METERS = -600;

  private static final double HIGHEST_HEIGHT_METERS = 9_100;

  /** GeoTIFF 1.1 (OGC 19-008r4), section 7.2: where a file names its systems. */
  private static final int GEODETIC_KEY = 2048;

  private static final int VERTICAL_KEY = 4096;
  private static final int VERTICAL_UNITS_KEY = 4099;

  /** EPSG codes of three-dimensional systems, whose heights are above the ellipsoid. */
  private static final Set<String> ELLIPSOIDAL_SYSTEMS = Set.of("4979", "4937", "6319", "7843");

  /** EPSG codes of vertical systems in feet, for which no unit is written beside the code. */
  private static final String NAVD88_US_FEET = "6360";

  private static final String NAVD88_FEET = "8228";
  private static final String NGVD29_US_FEET = "5702";
  private static final double METERS_PER_FOOT = 0.3048;
  private static final double METERS_PER_US_FOOT = 1200.0 / 3937;

  private ElevationFile() {}

  static ElevationRaster read(Path file, TerrainSettings settings) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new IOException("the elevation raster %s is not there".formatted(file));
    }
    GeoTiffReader reader = opened(file);
    try {
      return read(reader, file, settings);
    } catch (FactoryException | TransformException e) {
      throw new IOException(
          "the projection of the elevation raster %s cannot be used: %s. Warp it to WGS 84 or UTM"
              .formatted(file, e.getMessage()),
          e);
    } finally {
      reader.dispose();
    }
  }

  private static GeoTiffReader opened(Path file) throws IOException {
    try {
      return new GeoTiffReader(file.toFile());
    } catch (IOException | RuntimeException e) {
      throw new IOException(
          "the elevation raster %s cannot be read as a GeoTIFF: %s".formatted(file, e.getMessage()),
          e);
    }
  }

  private static ElevationRaster read(GeoTiffReader reader, Path file, TerrainSettings settings)
      throws IOException, FactoryException, TransformException {
    GridEnvelope range = reader.getOriginalGridRange();
    int columns = range.getSpan(0);
    int rows = range.getSpan(1);
    if ((long) columns * rows > MOST_CELLS) {
      throw new IOException(
          String.format(
              Locale.ROOT,
              "the elevation raster %s has %,d x %,d cells, more than %,d: cut or coarsen it",
              file,
              columns,
              rows,
              MOST_CELLS));
    }
    CoordinateReferenceSystem system = reader.getCoordinateReferenceSystem();
    CoordinateReferenceSystem level = system == null ? null : CRS.getHorizontalCRS(system);
    if (level == null || level instanceof EngineeringCRS) {
      throw new IOException(
          "the elevation raster %s does not say where it lies: give it a projection"
              .formatted(file));
    }
    GeoTiffIIOMetadataDecoder metadata = reader.getMetadata();
    float[] heights = heights(reader, columns, rows, metadata);
    requireSomeHeight(heights, file);
    MathTransform gridToWorld = reader.getOriginalGridToWorld(PixelInCell.CELL_CENTER);
    MathTransform toGrid =
        ConcatenatedTransform.create(
            CRS.findMathTransform(DefaultGeographicCRS.WGS84, level, true), gridToWorld.inverse());
    double[] middle = toWorld(toGrid, columns / 2.0, rows / 2.0);
    double spacing = spacingMeters(toGrid, columns / 2.0, rows / 2.0);
    return new ElevationRaster(
        columns,
        rows,
        heights,
        new ElevationRaster.Placement(
            toGrid,
            middle[0],
            spacing,
            settings.errorMeters(spacing),
            isAboveSeaLevel(settings, metadata)));
  }

  private static float[] heights(
      GeoTiffReader reader, int columns, int rows, GeoTiffIIOMetadataDecoder metadata)
      throws IOException {
    double unknown = metadata.hasNoData() ? metadata.getNoData() : Double.NaN;
    double metersPerUnit = metersPerUnit(metadata);
    GridCoverage2D coverage = reader.read(null);
    try {
      RenderedImage image = coverage.getRenderedImage();
      float[] heights = new float[columns * rows];
      int strip = Math.max(1, Math.min(rows, image.getTileHeight()));
      float[] values = new float[columns * strip];
      for (int row = 0; row < rows; row += strip) {
        int count = Math.min(strip, rows - row);
        Rectangle area = new Rectangle(image.getMinX(), image.getMinY() + row, columns, count);
        image.getData(area).getSamples(area.x, area.y, area.width, area.height, 0, values);
        for (int at = 0; at < columns * count; at++) {
          double meters = values[at] * metersPerUnit;
          boolean known =
              values[at] != (float) unknown
                  && meters > LOWEST_HEIGHT_METERS
                  && meters < HIGHEST_HEIGHT_METERS;
          heights[row * columns + at] = known ? (float) meters : Float.NaN;
        }
      }
      return heights;
    } finally {
      coverage.dispose(true);
    }
  }

  private static void requireSomeHeight(float[] heights, Path file) throws IOException {
    for (float height : heights) {
      if (!Float.isNaN(height)) {
        return;
      }
    }
    throw new IOException(
        String.format(
            Locale.ROOT,
            "the elevation raster %s holds no height between %.0f and %.0f m",
            file,
            LOWEST_HEIGHT_METERS,
            HIGHEST_HEIGHT_METERS));
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

  private static boolean isAboveSeaLevel(
      TerrainSettings settings, GeoTiffIIOMetadataDecoder metadata) {
    return switch (settings.datum()) {
      case MEAN_SEA_LEVEL -> true;
      case ELLIPSOID -> false;
      case OF_FILE ->
          !ELLIPSOIDAL_SYSTEMS.contains(keyOf(metadata, GEODETIC_KEY))
              && !isEllipsoidal(keyOf(metadata, VERTICAL_KEY));
    };
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

  private static double[] toWorld(MathTransform toGrid, double column, double row)
      throws TransformException {
    double[] place = {column, row};
    toGrid.inverse().transform(place, 0, place, 0, 1);
    if (!Arrays.stream(place).allMatch(Double::isFinite)) {
      throw new TransformException("the middle of the grid lies nowhere on earth");
    }
    return place;
  }

  /** The side of a square as large as the cell in the middle of the grid. */
  private static double spacingMeters(MathTransform toGrid, double column, double row)
      throws TransformException {
    LocalAxes axes = LocalAxes.at(pointOf(toWorld(toGrid, column, row)), 0);
    double across =
        axes.toLocal(pointOf(toWorld(toGrid, column + 1, row)), 0).levelDistanceMeters();
    double along = axes.toLocal(pointOf(toWorld(toGrid, column, row + 1)), 0).levelDistanceMeters();
    return Math.sqrt(across * along);
  }

  private static GeoPoint pointOf(double[] place) {
    return new GeoPoint(place[1], Math.IEEEremainder(place[0], 360));
  }
}
