package org.qyran.geo.elevation.file;

import java.awt.geom.AffineTransform;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.geotools.api.referencing.FactoryException;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.geotools.api.referencing.operation.MathTransform;
import org.geotools.api.referencing.operation.TransformException;
import org.geotools.referencing.CRS;
import org.geotools.referencing.crs.DefaultGeographicCRS;
import org.geotools.referencing.operation.transform.AffineTransform2D;
import org.geotools.referencing.operation.transform.ConcatenatedTransform;
import org.qyran.geo.elevation.ElevationRaster.BlockSize;
import org.qyran.geo.elevation.GridPlacement;
import org.qyran.geo.elevation.RasterFacts;
import org.qyran.geo.elevation.StatedDatum;
import org.qyran.geo.elevation.SurfaceKind;
import org.qyran.geo.elevation.file.VrtPart.Window;

/**
 * A virtual raster of GDAL: an XML file that lays windows of other files side by side.
 *
 * <p>Understood is what {@code gdalbuildvrt} writes: simple sources, and complex sources whose only
 * extra is a value for "unknown". Whatever would change values (scales, offsets, pixel functions,
 * masks, warping) is refused rather than ignored. The later of two sources that overlap wins, as in
 * GDAL. A source that is not there leaves a hole, which is named by whoever falls into it.
 *
 * <p>Names of sources are data from outside: one that leads out of the folder of the VRT, also by a
 * link, is refused. Immutable; threads may share it.
 */
final class VrtFile implements HeightFile {

  private static final int MOST_PARTS = 20_000;
  private static final Set<String> SOURCES = Set.of("SimpleSource", "ComplexSource");

  /** What a band may hold besides sources without its values being changed. */
  private static final Set<String> HARMLESS =
      Set.of(
          "NoDataValue",
          "HideNoDataValue",
          "ColorInterp",
          "Metadata",
          "Description",
          "UnitType",
          "Histograms",
          "Overview");

  private static final Set<String> PARTS_OF_A_SOURCE =
      Set.of("SourceFilename", "SourceBand", "SourceProperties", "SrcRect", "DstRect", "NODATA");

  private static final Set<String> METERS = Set.of("", "m", "metre", "metres", "meter", "meters");

  private final Path file;
  private final int columns;
  private final int rows;
  private final XmlElement root;
  private final double unknown;
  private final List<VrtPart> parts;

  private VrtFile(
      Path file, int columns, int rows, XmlElement root, double unknown, List<VrtPart> parts) {
    this.file = file;
    this.columns = columns;
    this.rows = rows;
    this.root = root;
    this.unknown = unknown;
    this.parts = parts;
  }

  static VrtFile open(Path file) throws IOException {
    try {
      XmlElement root = XmlElement.read(file);
      if (!root.name().equals("VRTDataset") || !root.attribute("subClass").isEmpty()) {
        throw new IOException("only a plain VRTDataset is read, not one that is warped or derived");
      }
      XmlElement band =
          root.findChild("VRTRasterBand")
              .orElseThrow(() -> new IOException("it has no VRTRasterBand"));
      refuseWhatChangesValues(root, band);
      return new VrtFile(
          file,
          size(root, "rasterXSize"),
          size(root, "rasterYSize"),
          root,
          number(band.textOf("NoDataValue")),
          parts(file, band));
    } catch (IOException | NumberFormatException e) {
      throw new IOException(
          "the virtual raster %s cannot be used: %s".formatted(file, e.getMessage()), e);
    }
  }

  private static void refuseWhatChangesValues(XmlElement root, XmlElement band) throws IOException {
    if (root.findChild("MaskBand").isPresent()) {
      throw new IOException("it has a mask");
    }
    if (!band.attribute("subClass").isEmpty()) {
      throw new IOException("its band is a " + band.attribute("subClass"));
    }
    if (!METERS.contains(band.textOf("UnitType"))) {
      throw new IOException(
          "its heights are in '%s'; hand in the files themselves"
              .formatted(band.textOf("UnitType")));
    }
    for (XmlElement child : band.children()) {
      if (!HARMLESS.contains(child.name()) && !SOURCES.contains(child.name())) {
        throw new IOException("its band has a %s, which is not read".formatted(child.name()));
      }
    }
  }

  private static List<VrtPart> parts(Path file, XmlElement band) throws IOException {
    Path folder = file.toRealPath().getParent();
    if (folder == null) {
      throw new IOException("it lies in no folder");
    }
    List<VrtPart> parts = new ArrayList<>();
    for (XmlElement source : band.children()) {
      if (SOURCES.contains(source.name())) {
        parts.add(part(folder, source));
      }
      if (parts.size() > MOST_PARTS) {
        throw new IOException("it has more than %d sources".formatted(MOST_PARTS));
      }
    }
    if (parts.isEmpty()) {
      throw new IOException("it has no sources");
    }
    return List.copyOf(parts);
  }

  private static VrtPart part(Path folder, XmlElement source) throws IOException {
    String name = source.textOf("SourceFilename");
    for (XmlElement child : source.children()) {
      boolean nothing =
          (child.name().equals("ScaleOffset") && number(child.text()) == 0)
              || (child.name().equals("ScaleRatio") && number(child.text()) == 1);
      if (!PARTS_OF_A_SOURCE.contains(child.name()) && !nothing) {
        throw new IOException(
            "its source %s has a %s, which is not read".formatted(name, child.name()));
      }
    }
    if (!source.attribute("resampling").isEmpty()
        && !source.attribute("resampling").equalsIgnoreCase("nearest")) {
      throw new IOException(
          "its source %s is to be resampled by %s, which is not done"
              .formatted(name, source.attribute("resampling")));
    }
    String band = source.textOf("SourceBand");
    if (!band.isEmpty() && !band.equals("1")) {
      throw new IOException("its source %s is asked for band %s, not 1".formatted(name, band));
    }
    Path path = inside(folder, name);
    return new VrtPart(
        path,
        name,
        Files.isRegularFile(path),
        window(source, "SrcRect", name),
        window(source, "DstRect", name),
        number(source.textOf("NODATA")));
  }

  /** The path of a source, which must not lead out of the folder. */
  private static Path inside(Path folder, String name) throws IOException {
    try {
      Path path = folder.resolve(name).normalize();
      Path real = Files.exists(path) ? path.toRealPath() : path;
      if (!real.startsWith(folder) || real.equals(folder)) {
        throw new IOException(
            "its source %s lies outside its own folder; only files beside it or below are read"
                .formatted(name));
      }
      if (PathNames.ending(path).equals("vrt")) {
        throw new IOException("its source %s is a VRT again, which is not read".formatted(name));
      }
      return path;
    } catch (InvalidPathException e) {
      throw new IOException("its source '%s' is no path".formatted(name), e);
    }
  }

  private static Window window(XmlElement source, String rect, String name) throws IOException {
    XmlElement element =
        source
            .findChild(rect)
            .orElseThrow(() -> new IOException("its source %s has no %s".formatted(name, rect)));
    Window window =
        new Window(
            number(element.attribute("xOff")),
            number(element.attribute("yOff")),
            number(element.attribute("xSize")),
            number(element.attribute("ySize")));
    if (!(window.columns() > 0
        && window.rows() > 0
        && Math.abs(window.column()) < 1e9
        && Math.abs(window.row()) < 1e9
        && window.columns() < 1e9
        && window.rows() < 1e9)) {
      throw new IOException("the %s of its source %s cannot be".formatted(rect, name));
    }
    return window;
  }

  private static int size(XmlElement root, String attribute) throws IOException {
    int size = Integer.parseInt(root.attribute(attribute));
    if (size < 1) {
      throw new IOException("its %s is %d".formatted(attribute, size));
    }
    return size;
  }

  private static double number(String text) {
    return text.isEmpty() ? Double.NaN : Double.parseDouble(text);
  }

  @Override
  public int columns() {
    return columns;
  }

  @Override
  public int rows() {
    return rows;
  }

  @Override
  public BlockSize blockSize() {
    return new BlockSize(Math.min(columns, 512), Math.min(rows, 512));
  }

  /** As its first source that is there says; its own name may tell the kind. */
  @Override
  public RasterFacts facts() {
    SurfaceKind named = KindWords.guess(List.of(PathNames.of(file)));
    RasterFacts first =
        parts.stream()
            .filter(VrtPart::there)
            .findFirst()
            .flatMap(VrtFile::findFacts)
            .orElse(new RasterFacts(StatedDatum.NOT_STATED, SurfaceKind.UNKNOWN, 0, 1));
    return new RasterFacts(
        first.datum(),
        named == SurfaceKind.UNKNOWN ? first.kind() : named,
        first.errorMeters(),
        parts.size());
  }

  /** A source that cannot be read will say so when it is needed. */
  private static Optional<RasterFacts> findFacts(VrtPart part) {
    try {
      return Optional.of(ElevationFile.read(part.file()).facts());
    } catch (IOException unreadable) {
      return Optional.empty();
    }
  }

  @Override
  public GridPlacement placement() throws IOException {
    try {
      CoordinateReferenceSystem level = CRS.getHorizontalCRS(system());
      if (level == null) {
        throw new IOException(
            "the virtual raster %s does not say where it lies: its SRS is not one of the earth"
                .formatted(file));
      }
      return GridPlacement.of(
          columns,
          rows,
          ConcatenatedTransform.create(
              eastFirst(CRS.findMathTransform(DefaultGeographicCRS.WGS84, level, true), level),
              gridToWorld().inverse()),
          GridPlacement.HALF_A_CELL);
    } catch (FactoryException | TransformException | NumberFormatException e) {
      throw new IOException(
          "the virtual raster %s does not say where it lies: %s".formatted(file, e.getMessage()),
          e);
    }
  }

  private CoordinateReferenceSystem system() throws FactoryException {
    String text = root.textOf("SRS");
    return text.startsWith("EPSG:") ? CRS.decode(text, true) : CRS.parseWKT(text);
  }

  /** The geotransform of a VRT has x to the east, whatever order its system has. */
  private static MathTransform eastFirst(MathTransform toWorld, CoordinateReferenceSystem level) {
    return CRS.getAxisOrder(level) == CRS.AxisOrder.NORTH_EAST
        ? ConcatenatedTransform.create(toWorld, new AffineTransform2D(0, 1, 1, 0, 0, 0))
        : toWorld;
  }

  /** From the middles of cells; the geotransform counts from their north-western corners. */
  private MathTransform gridToWorld() {
    double[] numbers =
        Arrays.stream(root.textOf("GeoTransform").split(",", -1))
            .mapToDouble(number -> Double.parseDouble(number.strip()))
            .toArray();
    if (numbers.length != 6) {
      throw new NumberFormatException("its GeoTransform has %d numbers".formatted(numbers.length));
    }
    AffineTransform transform =
        new AffineTransform(numbers[1], numbers[4], numbers[2], numbers[5], numbers[0], numbers[3]);
    transform.translate(0.5, 0.5);
    return new AffineTransform2D(transform);
  }

  @Override
  public float[] read(int column, int row, int width, int height) throws IOException {
    float[] heights = new float[width * height];
    Arrays.fill(heights, Float.NaN);
    for (VrtPart part : parts) {
      part.layOver(heights, column, row, width, height);
    }
    for (int at = 0; at < heights.length; at++) {
      if (heights[at] == (float) unknown) {
        heights[at] = Float.NaN;
      }
    }
    return heights;
  }

  @Override
  public Optional<String> findMissing(int column, int row) {
    return parts.stream()
        .filter(part -> !part.there() && part.covers(column, row))
        .findFirst()
        .map(
            part ->
                "%s, a source of %s, is not there; add it"
                    .formatted(part.name(), PathNames.of(file)));
  }
}
