package org.qyran.evaluation.set.picture;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.qyran.detection.DetectionSettings;
import org.qyran.detection.FrameInspector;
import org.qyran.detection.image.ImageOpener;
import org.qyran.detection.image.PreparedImage;
import org.qyran.detection.image.WorkingScale;
import org.qyran.detection.index.VegetationIndex;
import org.qyran.detection.plane.Plane;
import org.qyran.detection.plant.PlantationDetector;
import org.qyran.detection.structure.OddnessMap;
import org.qyran.detection.structure.StructureDetector;
import org.qyran.geo.fuse.TriageSettings;
import org.qyran.model.Band;
import org.qyran.model.BandImage;
import org.qyran.model.Belief;
import org.qyran.model.CameraModel;
import org.qyran.model.Capture;
import org.qyran.model.Detection;
import org.qyran.model.DetectionType;
import org.qyran.model.Frame;
import org.qyran.model.FrameIssue;
import org.qyran.model.ImageRef;
import org.qyran.model.IssueCode;
import org.qyran.model.Outcome;

/**
 * A colour picture as the product's detectors see it: through the same door as a frame of a flight,
 * with the default settings.
 *
 * <p>Assumes that the ground size of a pixel is known and even. The picture goes to a temporary
 * file, because that is where frames come from, and is gone when this returns.
 *
 * @param detections best first, outlines in pixels of the picture
 * @param oddness the structure detector's map, on the working grid; absent in a tiny picture
 * @param greenness the vegetation index that the stand detector goes by, on the working grid,
 *     averaged over 3 x 3
 */
public record SearchedPicture(
    List<Detection> detections, Optional<Plane> oddness, Optional<Plane> greenness) {

  /** As a colour camera's channels are named on the way in. */
  private static final List<Band> COLOURS =
      List.of(new Band("red", 620, 90), new Band("green", 540, 90), new Band("blue", 460, 80));

  public SearchedPicture {
    detections = List.copyOf(detections);
  }

  /**
   * Looks at a picture.
   *
   * @param name that stands for it in detections
   * @param gsdMeters ground size of a pixel, in (0, 10000]
   */
  public static SearchedPicture of(String name, BufferedImage picture, double gsdMeters)
      throws IOException {
    Path file = Files.createTempFile("qyran-set", ".png");
    try {
      ImageIO.write(picture, "png", file.toFile());
      return of(frame(name, picture, file), gsdMeters);
    } finally {
      Files.deleteIfExists(file);
    }
  }

  private static SearchedPicture of(Frame frame, double gsdMeters) throws IOException {
    DetectionSettings settings = DetectionSettings.defaults();
    List<Detection> detections =
        found(new FrameInspector(settings).inspect(frame, gsdMeters), frame);
    PreparedImage image =
        found(
            new ImageOpener(settings.imageLimitPixels(), settings.tilePixels())
                .open(frame, WorkingScale.of(gsdMeters, settings.workingGsdMeters())),
            frame);
    return new SearchedPicture(
        detections,
        OddnessMap.of(image),
        VegetationIndex.best(image).map(index -> index.within(image, image.whole()).boxMean(1)));
  }

  /** Detections of one type. */
  public List<Detection> of(DetectionType type) {
    return detections.stream().filter(detection -> detection.type() == type).toList();
  }

  /** Plants that an analyst would be shown. */
  public List<Detection> flaggedPlants() {
    return plantsAtLeast(TriageSettings.defaults().reviewAtLeast());
  }

  /** Plants that would be worth a visit; what no calibrated model judged never is. */
  public List<Detection> plantsToVisit() {
    return plantsAtLeast(TriageSettings.defaults().visitAtLeast()).stream()
        .filter(detection -> detection.findBelief().isPresent())
        .toList();
  }

  private List<Detection> plantsAtLeast(double probability) {
    return detections.stream()
        .filter(detection -> detection.type() != DetectionType.STRUCTURE_OF_INTEREST)
        .filter(
            detection -> detection.findBelief().map(Belief::probability).orElse(1.0) >= probability)
        .toList();
  }

  /** The names and versions of the detectors of a run with default settings. */
  public static List<String> detectors() {
    DetectionSettings settings = DetectionSettings.defaults();
    return List.of(
        new StructureDetector(
                settings.structureAtLeastSquareMeters(), settings.structureAtMostSquareMeters())
            .name(),
        new PlantationDetector(
                settings.standAtLeastSquareMeters(), settings.standAtMostSquareMeters())
            .name());
  }

  private static <T> T found(Outcome<T> outcome, Frame frame) throws IOException {
    Optional<T> found = outcome.find();
    if (found.isEmpty()) {
      throw new IOException(
          "%s could not be searched: %s"
              .formatted(frame.id(), outcome.findIssue().map(FrameIssue::detail).orElse("")));
    }
    return found.get();
  }

  private static Frame frame(String name, BufferedImage picture, Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    ImageRef image = new ImageRef(file.toUri().toString(), sha256(bytes), name, bytes.length);
    CameraModel camera = CameraModel.unknown(name, picture.getWidth(), picture.getHeight());
    List<BandImage> bands = new ArrayList<>();
    for (int channel = 0; channel < COLOURS.size(); channel++) {
      bands.add(new BandImage(image, channel, COLOURS.get(channel), camera));
    }
    return new Frame(
        name,
        name,
        "labelled set",
        Instant.EPOCH,
        Capture.TimeSource.NONE,
        bands,
        null,
        FrameIssue.of(IssueCode.NO_POSITION, name, image, "a picture of a labelled set"),
        false);
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
