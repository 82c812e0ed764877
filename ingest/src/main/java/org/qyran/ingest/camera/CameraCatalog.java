package org.qyran.ingest.camera;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.qyran.model.Band;
import org.qyran.model.CameraModel;
import org.qyran.model.CameraModel.Distortion;
import org.qyran.model.CameraModel.Source;

/**
 * Finds the lens and sensor of a camera that does not bring its own calibration.
 *
 * <p>Asks the table first: EXIF's focal length over the sensor's pixels, both scaled to the
 * picture. Then plain EXIF: the focal plane resolution, or the focal length for 35 mm film.
 * Otherwise the camera is unknown and nothing may be placed with it.
 *
 * <p>A picture narrower than the table's width is taken to be <b>scaled down</b>, not cropped, so
 * its focal length in pixels shrinks with it. Lower pictures of full width are taken to be cropped
 * above and below (video shapes are). For the Canon of senseFly, whose 4000 pixels arrive as 3600,
 * scaling is what the pixels say: the second differences along its rows repeat every 2.25 and every
 * 7.2 pixels, which is what a colour filter of 2 pixels, and a JPEG's blocks of 8, become when ten
 * pixels are made nine. The table's error is that of nominal figures, 2 to 3 percent; that of EXIF
 * 5 to 10.
 *
 * <p>Immutable; threads may share it.
 */
public final class CameraCatalog {

  /** Width, height and diagonal of 35 mm film; CIPA DCG-001 compares diagonals. */
  private static final double FILM_DIAGONAL_MILLIMETERS = Math.hypot(36, 24);

  /** EXIF rounds the focal length and makers round the resolution. */
  private static final double FOCAL_PLANE_ERROR = 0.05;

  /** Whole millimetres, and some makers compare widths instead of diagonals. */
  private static final double FILM_ERROR = 0.10;

  private final List<CatalogEntry> entries;

  private CameraCatalog(List<CatalogEntry> entries) {
    this.entries = List.copyOf(entries);
  }

  /** The table that comes with the program. */
  public static CameraCatalog bundled() {
    try (InputStream bytes = CameraCatalog.class.getResourceAsStream("cameras.csv")) {
      if (bytes == null) {
        throw new IllegalStateException(
            "the table of cameras, cameras.csv, is not on the class path");
      }
      return read(new InputStreamReader(bytes, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the table of cameras", e);
    }
  }

  /**
   * Reads a table with the columns of the bundled one.
   *
   * @throws IllegalArgumentException naming the row that cannot be read
   */
  public static CameraCatalog read(Reader text) throws IOException {
    CSVFormat format =
        CSVFormat.DEFAULT
            .builder()
            .setCommentMarker('#')
            .setHeader()
            .setSkipHeaderRecord(true)
            .setTrim(true)
            .get();
    List<CatalogEntry> entries = new ArrayList<>();
    for (CSVRecord row : format.parse(text)) {
      try {
        entries.add(entry(row));
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException(
            "row %d of the table of cameras: %s".formatted(row.getRecordNumber(), e.getMessage()),
            e);
      }
    }
    return new CameraCatalog(entries);
  }

  /**
   * The camera of a picture, by the best source there is. Figures that no lens has are passed over.
   */
  public CameraModel model(CameraFacts facts) {
    return findEntry(facts)
        .flatMap(entry -> catalogued(entry, facts))
        .or(() -> fromFocalPlane(facts))
        .or(() -> fromFilm(facts))
        .orElseGet(
            () -> CameraModel.unknown(facts.name(), facts.widthPixels(), facts.heightPixels()));
  }

  /** What the channels of the camera record, where the table says; else empty. */
  public List<Band> bands(CameraFacts facts) {
    return findEntry(facts).map(CatalogEntry::bands).orElse(List.of());
  }

  private Optional<CatalogEntry> findEntry(CameraFacts facts) {
    return entries.stream().filter(entry -> entry.fits(facts)).findFirst();
  }

  /** EXIF knows where a zoom stood and which lens was mounted, so it goes before the table. */
  private static double focalLengthMillimeters(CatalogEntry entry, CameraFacts facts) {
    return facts.focalLengthMillimeters() > 0
        ? facts.focalLengthMillimeters()
        : entry.focalLengthMillimeters();
  }

  private static Optional<CameraModel> catalogued(CatalogEntry entry, CameraFacts facts) {
    double scale = facts.widthPixels() / (double) entry.widthPixels();
    return pinhole(
        facts,
        focalLengthMillimeters(entry, facts) / entry.pixelPitchMillimeters() * scale,
        entry.distortion(),
        Source.CATALOG,
        entry.focalLengthErrorFraction());
  }

  private static Optional<CameraModel> fromFocalPlane(CameraFacts facts) {
    boolean scaled = facts.pitchWidthPixels() > 0;
    double scale = scaled ? facts.widthPixels() / (double) facts.pitchWidthPixels() : 1;
    return pinhole(
        facts,
        facts.focalLengthMillimeters() / facts.pixelPitchMillimeters() * scale,
        Distortion.NONE,
        Source.EXIF,
        Math.max(FOCAL_PLANE_ERROR, Math.abs(1 - scale)));
  }

  private static Optional<CameraModel> fromFilm(CameraFacts facts) {
    double diagonalPixels = Math.hypot(facts.widthPixels(), facts.heightPixels());
    return pinhole(
        facts,
        facts.focalLength35Millimeters() / FILM_DIAGONAL_MILLIMETERS * diagonalPixels,
        Distortion.NONE,
        Source.EXIF,
        FILM_ERROR);
  }

  /** Empty when a figure is missing, and so the focal length 0, endless or no number. */
  private static Optional<CameraModel> pinhole(
      CameraFacts facts,
      double focalLengthPixels,
      Distortion distortion,
      Source source,
      double errorFraction) {
    if (!facts.isFocalLength(focalLengthPixels)) {
      return Optional.empty();
    }
    return Optional.of(
        new CameraModel(
            facts.name(),
            facts.widthPixels(),
            facts.heightPixels(),
            focalLengthPixels,
            facts.widthPixels() / 2.0,
            facts.heightPixels() / 2.0,
            distortion,
            source,
            Math.min(errorFraction, 1)));
  }

  private static CatalogEntry entry(CSVRecord row) {
    return new CatalogEntry(
        row.get("make"),
        row.get("model"),
        row.get("dialect"),
        Integer.parseInt(row.get("width_px")),
        number(row, "pixel_um") / 1000,
        number(row, "focal_mm"),
        number(row, "focal_error"),
        new Distortion(
            number(row, "k1"),
            number(row, "k2"),
            number(row, "k3"),
            number(row, "p1"),
            number(row, "p2")),
        bandsOf(row.get("bands")),
        row.get("source"));
  }

  private static double number(CSVRecord row, String column) {
    String text = row.get(column);
    return text.isEmpty() ? 0 : Double.parseDouble(text);
  }

  private static List<Band> bandsOf(String text) {
    return text.isEmpty()
        ? List.of()
        : Arrays.stream(text.split(";", -1)).map(CameraCatalog::band).toList();
  }

  private static Band band(String text) {
    String[] parts = text.split(":", -1);
    if (parts.length != 3) {
      throw new IllegalArgumentException("band '%s' is not name:centre:width".formatted(text));
    }
    return new Band(parts[0], Double.parseDouble(parts[1]), Double.parseDouble(parts[2]));
  }
}
