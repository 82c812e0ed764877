package org.qyran.geo.mosaic;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.qyran.geo.axes.Enu;
import org.qyran.geo.axes.LocalAxes;
import org.qyran.model.BandImage;
import org.qyran.model.CameraModel;
import org.qyran.model.Capture;
import org.qyran.model.Capture.TimeSource;
import org.qyran.model.FrameIssue;
import org.qyran.model.GeoPoint;
import org.qyran.model.ImageRef;
import org.qyran.model.IssueCode;
import org.qyran.model.Mosaic;
import org.qyran.model.Mosaic.Transform;
import org.qyran.model.Outcome;
import org.qyran.model.PoseError;

/**
 * Reads what a georeferenced raster says about itself.
 *
 * <p>Assumes that the upload desk has let the file in: it is a TIFF, complete, and has a place.
 * Finds where its pixels lie, what light its channels are, when it was flown, and how large the
 * windows must be that it is looked at by. What is not said and cannot be guessed without risk is
 * refused with the setting that would say it.
 *
 * <p>How wrong: the error is the one of the settings, for nothing in a raster tells it. A raster
 * that says no date is given {@link #NO_DATE}; a file's own time is no evidence and never used.
 *
 * <p>Stateless, so one instance serves every thread.
 */
public final class MosaicReader {

  /** Stands for a time that nobody knows. */
  public static final Instant NO_DATE = Instant.EPOCH;

  /** The sensor of every mosaic, for nobody knows which cameras it was made with. */
  public static final String SENSOR = "orthophoto";

  private static final int COMPRESSION = 259;
  private static final int PREDICTOR = 317;
  private static final int DATE_TIME = 306;
  private static final int UNCOMPRESSED = 1;
  private static final int PREDICTOR_FLOAT = 3;

  /** Zlib, LZW, PackBits, JPEG, Zstandard, and how Adobe numbers zlib. */
  private static final List<Integer> COMPRESSIONS = List.of(1, 5, 7, 8, 32_773, 32_946, 50_000);

  private static final int MOST_SIDE_PIXELS = 200_000;

  /** A tile is decoded whole; a larger one is an accident or an attack. */
  private static final long MOST_TILE_BYTES = 64L << 20;

  /** What a window may hold on the working grid, all bands together. */
  private static final double MOST_SAMPLES = 50e6;

  private static final DateTimeFormatter TIFF_TIME =
      DateTimeFormatter.ofPattern("yyyy:MM:dd HH:mm:ss", Locale.ROOT);

  private static final Instant CLOCKS_WERE_SET = Instant.parse("1990-01-01T00:00:00Z");

  private final MosaicSettings settings;
  private final double workingGsdMeters;
  private final Optional<ZoneId> zone;

  /**
   * Makes a reader.
   *
   * @param workingGsdMeters ground size of a pixel on which detectors work
   * @param zone of times that do not say theirs; absent when not known, and they are then taken for
   *     UTC
   */
  public MosaicReader(MosaicSettings settings, double workingGsdMeters, Optional<ZoneId> zone) {
    this.settings = settings;
    this.workingGsdMeters = workingGsdMeters;
    this.zone = zone;
  }

  /**
   * Reads one raster.
   *
   * @return what it says; or {@link IssueCode#UNREADABLE} when its tags are damaged, {@link
   *     IssueCode#UNSUPPORTED_FORMAT} when its form, its map or its bands cannot be used
   */
  public Outcome<Capture> read(ImageRef image, String flight) {
    try {
      TiffFacts tiff = TiffFacts.read(Path.of(URI.create(image.uri())));
      return Outcome.found(capture(tiff, image, flight));
    } catch (Unusable e) {
      return Outcome.rejected(FrameIssue.of(IssueCode.UNSUPPORTED_FORMAT, flight, image, e.why()));
    } catch (IOException e) {
      return Outcome.rejected(
          FrameIssue.of(
              IssueCode.UNREADABLE,
              flight,
              image,
              "The georeferenced raster cannot be read (%s); copy it again from its source."
                  .formatted(e.getMessage())));
    }
  }

  /** The whole sentence why a raster is not looked at. */
  private static final class Unusable extends Exception {

    private static final long serialVersionUID = 1;

    private final String why;

    Unusable(String rest, Object... parts) {
      super(rest);
      this.why = "The georeferenced raster " + String.format(Locale.ROOT, rest, parts) + ".";
    }

    String why() {
      return why;
    }
  }

  private Capture capture(TiffFacts tiff, ImageRef image, String flight)
      throws Unusable, IOException {
    int width = tiff.number(256, 0);
    int height = tiff.number(257, 0);
    if (width < 1 || height < 1 || width > MOST_SIDE_PIXELS || height > MOST_SIDE_PIXELS) {
      throw new Unusable(
          "states %d x %d pixels; up to %d on each side are read", width, height, MOST_SIDE_PIXELS);
    }
    ChannelFacts channels = new ChannelFacts(tiff, settings);
    refuseForm(tiff, channels);
    List<ChannelFacts.Named> bands = bands(channels);
    CameraModel size = CameraModel.unknown(SENSOR, width, height);
    return new Capture(
        image,
        flight,
        image.sha256(),
        SENSOR,
        time(tiff),
        timeSource(tiff),
        null,
        List.of(),
        null,
        new PoseError(0, 0, 0, 0),
        null,
        bands.stream()
            .map(named -> new BandImage(image, named.channel(), named.band(), size))
            .toList(),
        false,
        mosaic(tiff, channels, width, height, bands.size()));
  }

  private static void refuseForm(TiffFacts tiff, ChannelFacts channels) throws Unusable {
    if (!channels.complaint().isEmpty()) {
      throw new Unusable("%s", channels.complaint());
    }
    int compression = tiff.number(COMPRESSION, UNCOMPRESSED);
    if (!COMPRESSIONS.contains(compression)) {
      throw new Unusable(
          "is compressed in a way (number %d) that is not read; write it anew with gdal_translate"
              + " -co TILED=YES -co COMPRESS=DEFLATE -co BIGTIFF=IF_SAFER",
          compression);
    }
    long tile =
        (long) tiff.tileWidthPixels()
            * tiff.tileHeightPixels()
            * channels.channels()
            * (channels.bits() / 8);
    if (compression != UNCOMPRESSED && tile > MOST_TILE_BYTES) {
      throw new Unusable(
          "is stored in pieces of %d x %d pixels, %d MB each when unpacked; write it anew with"
              + " gdal_translate -co TILED=YES -co COMPRESS=DEFLATE -co BIGTIFF=IF_SAFER",
          tiff.tileWidthPixels(), tiff.tileHeightPixels(), tile >> 20);
    }
    if (tiff.number(PREDICTOR, 1) == PREDICTOR_FLOAT && tiff.isBigEndian()) {
      throw new Unusable(
          "is big-endian with a predictor for floats, which is not read; write it anew with"
              + " gdal_translate -co TILED=YES -co COMPRESS=DEFLATE");
    }
  }

  private static List<ChannelFacts.Named> bands(ChannelFacts channels) throws Unusable {
    List<ChannelFacts.Named> bands = channels.bands();
    if (bands.isEmpty() && channels.channels() == 1) {
      throw new Unusable(
          "has one band of %d-bit %s, an elevation model by its form: pass it with --terrain, or say"
              + " what light it is with raster.bands",
          channels.bits(), channels.isFloat() ? "floats" : "numbers");
    } else if (bands.isEmpty()) {
      throw new Unusable(
          "has %d bands and does not name their light; name them in their order with raster.bands ="
              + " blue,green,red,red edge,nir (and alpha or none for what is no light)",
          channels.channels());
    }
    return bands;
  }

  private Mosaic mosaic(TiffFacts tiff, ChannelFacts channels, int width, int height, int bands)
      throws Unusable {
    Georeference place;
    double gsdMeters;
    try {
      place = Georeference.of(tiff.georeference());
      gsdMeters = gsdMeters(place, width, height);
    } catch (IllegalArgumentException e) {
      throw new Unusable("cannot be placed: %s", String.valueOf(e.getMessage()));
    }
    double perWorkingPixel = Math.max(1, workingGsdMeters / gsdMeters);
    double side = Math.min(settings.windowPixels(), Math.sqrt(MOST_SAMPLES / bands));
    int window = (int) Math.min(MOST_SIDE_PIXELS, Math.max(64, Math.floor(side * perWorkingPixel)));
    int overlap = (int) Math.min(window / 4.0, Math.ceil(settings.overlapMeters() / gsdMeters));
    return new Mosaic(
        width,
        height,
        place.transform(),
        place.system(),
        gsdMeters,
        settings.ce90Meters(),
        channels.values(),
        window,
        overlap);
  }

  /** The side of a square as large as the pixel in the middle. */
  private static double gsdMeters(Georeference place, int width, int height) {
    MapPlane plane = MapPlane.of(place.system());
    double column = width / 2.0;
    double row = height / 2.0;
    LocalAxes axes = LocalAxes.at(point(plane, place.transform(), column, row), 0);
    Enu right = axes.toLocal(point(plane, place.transform(), column + 1, row), 0);
    Enu below = axes.toLocal(point(plane, place.transform(), column, row + 1), 0);
    double area =
        Math.abs(
            right.eastMeters() * below.northMeters() - right.northMeters() * below.eastMeters());
    double side = Math.sqrt(area);
    if (!(side >= 0.001 && side <= 100)) {
      throw new IllegalArgumentException(
          "a pixel would be %s m wide; 1 mm to 100 m are believed".formatted(side));
    }
    return side;
  }

  private static GeoPoint point(MapPlane plane, Transform transform, double column, double row) {
    return plane
        .findPlace(transform, column, row)
        .orElseThrow(
            () ->
                new IllegalArgumentException("its middle lies outside of where its map is valid"));
  }

  private Instant time(TiffFacts tiff) {
    return settings
        .findTime()
        .or(() -> written(tiff).map(local -> local.atZone(zone.orElse(ZoneOffset.UTC)).toInstant()))
        .orElse(NO_DATE);
  }

  private TimeSource timeSource(TiffFacts tiff) {
    if (settings.findTime().isPresent()) {
      return TimeSource.UTC_TAG;
    } else if (written(tiff).isEmpty()) {
      return TimeSource.NONE;
    }
    return zone.isPresent() ? TimeSource.ZONE_SETTING : TimeSource.ASSUMED_UTC;
  }

  private static Optional<LocalDateTime> written(TiffFacts tiff) {
    try {
      return Optional.of(LocalDateTime.parse(tiff.text(DATE_TIME), TIFF_TIME))
          .filter(time -> time.toInstant(ZoneOffset.UTC).isAfter(CLOCKS_WERE_SET));
    } catch (DateTimeException notATime) {
      return Optional.empty();
    }
  }
}
