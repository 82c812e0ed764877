package org.qyran.ingest.camera;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.qyran.model.Band;
import org.qyran.model.CameraModel;
import org.qyran.model.CameraModel.Distortion;
import org.qyran.model.CameraModel.Source;

/**
 * Finds the lens and sensor of a camera that does not bring its own calibration.
 *
 * <p>Asks the table first: the focal length over the sensor's pixels, both scaled to the picture.
 * Rows of a user's own file go before the program's. Then plain EXIF: the focal plane resolution,
 * or the focal length for 35 mm film. Otherwise the camera is unknown and nothing may be placed
 * with it.
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

  /** EXIF that is further from the table than this speaks of another lens. */
  private static final double ROUNDED_FOCAL_LENGTH = 0.1;

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
      return read(new InputStreamReader(bytes, StandardCharsets.UTF_8), "cameras.csv");
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the table of cameras", e);
    }
  }

  /**
   * The table of a user's file, in front of the program's own.
   *
   * @param file as {@code docs/CAMERAS.md} describes it
   * @throws IllegalArgumentException when it cannot be read, or naming each mistake in it
   */
  public static CameraCatalog extendedBy(Path file) {
    CameraCatalog own;
    try (Reader text = Files.newBufferedReader(file)) {
      own = read(text, file.toString());
    } catch (NoSuchFileException e) {
      throw new IllegalArgumentException(
          "the table of cameras %s does not exist".formatted(file), e);
    } catch (IOException e) {
      throw new IllegalArgumentException(
          "the table of cameras %s cannot be read (%s)"
              .formatted(file, Objects.requireNonNullElse(e.getMessage(), "no reason given")),
          e);
    }
    return new CameraCatalog(
        Stream.concat(own.entries.stream(), bundled().entries.stream()).toList());
  }

  /**
   * Reads a table with the columns of the bundled one.
   *
   * @param name of the table, for its mistakes
   * @throws IllegalArgumentException naming each mistake in it, a line each
   */
  public static CameraCatalog read(Reader text, String name) throws IOException {
    return new CameraCatalog(CameraTable.read(text, name));
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

  private static Optional<CameraModel> catalogued(CatalogEntry entry, CameraFacts facts) {
    double scale = facts.widthPixels() / (double) entry.widthPixels();
    boolean otherLens = isOtherLens(entry, facts);
    return pinhole(
        facts,
        (otherLens ? facts.focalLengthMillimeters() : entry.focalLengthMillimeters())
            / entry.pixelPitchMillimeters()
            * scale,
        otherLens ? Distortion.NONE : entry.distortion(),
        Source.CATALOG,
        entry.focalLengthErrorFraction());
  }

  /** EXIF knows which lens was mounted and where a zoom stood, but rounds what it says. */
  private static boolean isOtherLens(CatalogEntry entry, CameraFacts facts) {
    double stated = facts.focalLengthMillimeters();
    return stated > 0
        && !(Math.abs(stated / entry.focalLengthMillimeters() - 1) <= ROUNDED_FOCAL_LENGTH);
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
}
