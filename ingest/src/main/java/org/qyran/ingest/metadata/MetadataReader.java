package org.qyran.ingest.metadata;

import com.drew.imaging.ImageProcessingException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.qyran.ingest.camera.CameraCatalog;
import org.qyran.ingest.camera.CameraFacts;
import org.qyran.ingest.upload.ReceivedFile;
import org.qyran.model.Band;
import org.qyran.model.BandImage;
import org.qyran.model.CameraModel;
import org.qyran.model.Capture;
import org.qyran.model.FrameIssue;
import org.qyran.model.ImageRef;
import org.qyran.model.IssueCode;
import org.qyran.model.LensTurn;
import org.qyran.model.Outcome;
import org.qyran.model.Radiometry;

/**
 * Reads what one picture says about itself.
 *
 * <p>Assumes that the upload desk has let the file in: it is a JPEG or a TIFF and complete. Finds
 * the dialect of the metadata, asks it for time, place, heights, angles and light, and asks the
 * table of cameras for the lens where the picture brings no calibration. What is not said stays
 * unsaid; what cannot be true is kept as a doubt.
 *
 * <p>The errors it states are priors of the dialect, with reasons beside them; the picture's own
 * statement of accuracy goes before them. The XMP library keeps one parser for the whole process,
 * so readers in several threads share it; it is only ever asked the same way.
 */
public final class MetadataReader {

  private static final int GEO_PIXEL_SCALE = 33550;
  private static final int GEO_TRANSFORMATION = 34264;
  private static final int GEO_KEYS = 34735;
  private static final int DNG_VERSION = 50706;
  private static final int PHOTOMETRIC = 262;
  private static final int COLOUR_FILTER_ARRAY = 32803;
  private static final int LINEAR_RAW = 34892;

  /** What a colour camera's filters let through, roughly alike for all of them. */
  private static final List<Band> COLOURS =
      List.of(new Band("red", 620, 90), new Band("green", 540, 90), new Band("blue", 460, 80));

  private static final Band GREY = new Band("grey", 550, 300);

  /** Long-wave infrared, 7 to 13 micrometres: what uncooled cameras see. */
  private static final Band THERMAL = new Band("thermal", 10_000, 6_000);

  /** The first that fits; a Parrot camera on a senseFly aircraft must be met as Parrot's. */
  private static final List<Dialect> DIALECTS =
      List.of(
          new ParrotXmp(),
          new MicaSenseXmp(),
          new SenseFlyXmp(),
          new SkydioXmp(),
          new TealXmp(),
          new DjiXmp(),
          new Exif());

  private final ReadSettings settings;
  private final CameraCatalog cameras;
  private final PanelWord panel;

  public MetadataReader(ReadSettings settings) {
    this(settings, settings.catalog());
  }

  public MetadataReader(ReadSettings settings, CameraCatalog cameras) {
    this.settings = settings;
    this.cameras = cameras;
    this.panel = new PanelWord(settings);
  }

  /**
   * Reads one picture.
   *
   * @param file a picture, not a flight log
   * @param flight the flight it belongs to
   * @return what it says; or {@link IssueCode#UNREADABLE} when its tags are damaged, {@link
   *     IssueCode#UNSUPPORTED_FORMAT} when it is a map, a raw sensor dump, or has bands it does not
   *     name
   * @throws IllegalArgumentException when the file is a flight log
   */
  public Outcome<Capture> read(ReceivedFile file, String flight) {
    if (!file.kind().isPicture()) {
      throw new IllegalArgumentException(
          "%s is %s, must be a picture".formatted(file.image().file(), file.kind()));
    }
    ImageRef image = file.image();
    try {
      PictureTags tags = PictureTags.of(Path.of(URI.create(image.uri())), file.kind());
      return refusal(tags, image, flight)
          .<Outcome<Capture>>map(Outcome::rejected)
          .orElseGet(() -> capture(tags, image, flight));
    } catch (ImageProcessingException | IOException e) {
      return Outcome.rejected(
          FrameIssue.of(
              IssueCode.UNREADABLE,
              flight,
              image,
              "The tags of the picture cannot be read (%s); copy it again from the card."
                  .formatted(Objects.requireNonNullElse(e.getMessage(), "no reason given"))));
    }
  }

  private static Optional<FrameIssue> refusal(PictureTags tags, ImageRef image, String flight) {
    boolean georeferenced =
        tags.hasImageTag(GEO_KEYS)
            || tags.hasImageTag(GEO_PIXEL_SCALE)
            || tags.hasImageTag(GEO_TRANSFORMATION);
    if (georeferenced && Exif.camera(tags, "").make().isEmpty()) {
      return issue(
          IssueCode.UNSUPPORTED_FORMAT,
          flight,
          image,
          "This is a georeferenced raster and no photograph; pass an elevation model with --terrain.");
    }
    int photometric = (int) tags.imageNumber(PHOTOMETRIC).orElse(0);
    if (tags.hasImageTag(DNG_VERSION)
        || photometric == COLOUR_FILTER_ARRAY
        || photometric == LINEAR_RAW) {
      return issue(
          IssueCode.UNSUPPORTED_FORMAT,
          flight,
          image,
          "This is a raw picture that must be developed first; hand in the JPEG of the same exposure.");
    }
    boolean sized = isSize(tags.widthPixels()) && isSize(tags.heightPixels());
    return sized
        ? Optional.empty()
        : issue(
            IssueCode.UNREADABLE,
            flight,
            image,
            "The picture states a size of %d by %d pixels; copy it again from the card."
                .formatted(tags.widthPixels(), tags.heightPixels()));
  }

  private static boolean isSize(int pixels) {
    return pixels >= 1 && pixels <= 200_000;
  }

  private static Optional<FrameIssue> issue(
      IssueCode code, String flight, ImageRef image, String detail) {
    return Optional.of(FrameIssue.of(code, flight, image, detail));
  }

  private Outcome<Capture> capture(PictureTags tags, ImageRef image, String flight) {
    Dialect dialect =
        DIALECTS.stream().filter(candidate -> candidate.speaks(tags)).findFirst().orElseThrow();
    CameraFacts facts = Exif.camera(tags, dialect.name());
    List<Band> bands = bands(tags, dialect, facts);
    if (bands.isEmpty()) {
      return Outcome.rejected(
          FrameIssue.of(
              IssueCode.UNSUPPORTED_FORMAT,
              flight,
              image,
              "The picture has %d channels and does not name their light; hand in colour pictures or one band per file."
                  .formatted(tags.channels())));
    }
    CameraModel camera = dialect.calibration(tags, facts).orElseGet(() -> cameras.model(facts));
    PictureTime time = PictureTime.of(tags, dialect, settings);
    Dialect.AttitudeClaim angles = dialect.attitude(tags);
    String exposure = dialect.exposure(tags);
    return Outcome.found(
        new Capture(
            image,
            flight,
            exposure.isBlank() ? image.sha256() : exposure,
            facts.name(),
            time.instant(),
            time.source(),
            dialect.position(tags).orElse(null),
            dialect.heights(tags),
            angles.attitude(),
            dialect.error(tags),
            doubt(angles, flight, image),
            bandImages(image, bands, camera, tags, dialect, time),
            dialect.calibrationPanel(tags) || panel.isNamed(image.file())));
  }

  private static @Nullable FrameIssue doubt(
      Dialect.AttitudeClaim angles, String flight, ImageRef image) {
    return angles.doubt().isEmpty()
        ? null
        : FrameIssue.of(IssueCode.IMPLAUSIBLE_ATTITUDE, flight, image, angles.doubt());
  }

  private List<Band> bands(PictureTags tags, Dialect dialect, CameraFacts facts) {
    int channels = tags.channels();
    List<Band> stated = dialect.bands(tags);
    if (!stated.isEmpty() && stated.size() <= channels) {
      return stated;
    }
    List<Band> catalogued = cameras.bands(facts);
    if (!catalogued.isEmpty() && catalogued.size() <= channels) {
      return catalogued;
    }
    if (facts.make().toUpperCase(Locale.ROOT).contains("FLIR")) {
      return List.of(THERMAL);
    }
    return switch (channels) {
      case 1, 2 -> List.of(GREY);
      case 3, 4 -> COLOURS;
      default -> List.of();
    };
  }

  private List<BandImage> bandImages(
      ImageRef image,
      List<Band> bands,
      CameraModel camera,
      PictureTags tags,
      Dialect dialect,
      PictureTime time) {
    LensTurn turn = dialect.turn(tags, camera);
    // Makers write one set of figures per file, so they are believed for files of one channel.
    Radiometry radiometry =
        tags.channels() == 1 && bands.size() == 1
            ? dialect.radiometry(tags, Optional.ofNullable(time.instant()))
            : Radiometry.NONE;
    List<BandImage> images = new ArrayList<>();
    for (int channel = 0; channel < bands.size(); channel++) {
      Band band = bands.get(channel);
      images.add(
          new BandImage(image, channel, band, camera, turn, panel.applied(radiometry, band)));
    }
    return images;
  }
}
