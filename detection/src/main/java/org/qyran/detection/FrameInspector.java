package org.qyran.detection;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.qyran.detection.baseline.GlobalRxDetector;
import org.qyran.detection.baseline.IndexBlobDetector;
import org.qyran.detection.find.Detector;
import org.qyran.detection.find.Finding;
import org.qyran.detection.image.ImageOpener;
import org.qyran.detection.image.PreparedImage;
import org.qyran.detection.image.WorkingScale;
import org.qyran.detection.onnx.OnnxDetector;
import org.qyran.detection.onnx.OnnxModel;
import org.qyran.detection.onnx.SizeLimits;
import org.qyran.detection.plant.PlantationDetector;
import org.qyran.detection.structure.StructureDetector;
import org.qyran.model.Detection;
import org.qyran.model.Evidence;
import org.qyran.model.Frame;
import org.qyran.model.FrameCalibration;
import org.qyran.model.FrameIssue;
import org.qyran.model.IssueCode;
import org.qyran.model.MosaicWindow;
import org.qyran.model.NotSearched;
import org.qyran.model.Outcome;
import org.qyran.model.PixelPoint;
import org.qyran.model.Search;
import org.qyran.model.SeenArea;

/**
 * Looks at a frame with every detector there is: the door of this room.
 *
 * <p>Assumes that the ground sampling distance at the middle of the frame holds for all of it; in a
 * picture that looks far off straight down, sizes in the upper part are understated. A frame is
 * opened once, at the working scale, and closed before the answer is given. Frames of a reflectance
 * panel are not searched.
 *
 * <p>A detector answers nothing for numbers that it cannot use, counts or reflectance. What was
 * used is evidence of every detection: {@code unit_reflectance}, {@code unit_dn} and so on.
 *
 * <p>Keeps nothing between frames but what it measured of reflectance panels, so threads may share
 * it; the same frame gives the same answer. Closing it closes the model from outside.
 */
public final class FrameInspector implements AutoCloseable {

  private final DetectionSettings settings;
  private final ImageOpener opener;
  private final List<Detector> detectors;

  /**
   * Looks for plant stands and for structures, with the detectors that the settings choose.
   *
   * @throws IllegalArgumentException when the model from outside is not what its manifest says
   */
  public FrameInspector(DetectionSettings settings) {
    this(settings, detectors(settings));
  }

  /** Looks with these detectors. */
  public FrameInspector(DetectionSettings settings, List<Detector> detectors) {
    this.settings = settings;
    this.opener = new ImageOpener(settings.imageLimitPixels(), settings.tilePixels());
    this.detectors = List.copyOf(detectors);
  }

  private static List<Detector> detectors(DetectionSettings settings) {
    double leastStand = settings.standAtLeastSquareMeters();
    double mostStand = settings.standAtMostSquareMeters();
    double leastStructure = settings.structureAtLeastSquareMeters();
    double mostStructure = settings.structureAtMostSquareMeters();
    List<Detector> own =
        switch (settings.by()) {
          case QYRAN ->
              List.of(
                  new PlantationDetector(leastStand, mostStand),
                  new StructureDetector(leastStructure, mostStructure));
          case BASELINE ->
              List.of(
                  new IndexBlobDetector(leastStand, mostStand),
                  new GlobalRxDetector(leastStructure, mostStructure));
        };
    List<Detector> all = new ArrayList<>(own);
    SizeLimits sizes = new SizeLimits(leastStand, mostStand, leastStructure, mostStructure);
    settings
        .findModel()
        .ifPresent(manifest -> all.add(new OnnxDetector(OnnxModel.open(manifest), sizes)));
    return all;
  }

  @Override
  public void close() {
    detectors.forEach(Detector::close);
  }

  /**
   * What stands out in a frame, best first; none in a frame of a reflectance panel.
   *
   * @param groundSamplingDistanceMeters ground size of a pixel of the frame, in (0, 10000]
   * @return or {@link org.qyran.model.IssueCode#UNREADABLE} when a file cannot be decoded or is not
   *     the size that the frame says, {@link org.qyran.model.IssueCode#DETECTOR_FAILED} when a
   *     detector fails over it
   */
  public Outcome<List<Detection>> inspect(Frame frame, double groundSamplingDistanceMeters) {
    return examine(frame, groundSamplingDistanceMeters)
        .then(inspection -> Outcome.found(inspection.detections()));
  }

  /** The same, with the word of how the frame's counts were understood. */
  public Outcome<Inspection> examine(Frame frame, double groundSamplingDistanceMeters) {
    return examine(
        frame, WorkingScale.of(groundSamplingDistanceMeters, settings.workingGsdMeters()));
  }

  /**
   * What stands out in a piece of a mosaic, and how much of it there is to see.
   *
   * @param frame a piece of a mosaic
   * @return or a refusal as for other frames
   */
  public Outcome<WindowInspection> inspectWindow(Frame frame, MosaicWindow window) {
    WorkingScale scale =
        WorkingScale.of(
            window.mosaic().groundSamplingDistanceMeters(), settings.workingGsdMeters());
    double pixels = (double) window.widthPixels() * window.heightPixels();
    return opener
        .open(frame, scale.bounded(pixels * frame.bands().size()))
        .then(image -> windowInspection(frame, window, image));
  }

  private Outcome<WindowInspection> windowInspection(
      Frame frame, MosaicWindow window, PreparedImage image) {
    List<SeenArea> seen = SeenAreas.of(image, window);
    if (seen.isEmpty()) {
      return Outcome.found(new WindowInspection(List.of(), List.of(), Search.NOTHING, List.of()));
    }
    WindowShare share = new WindowShare(window, image.framePixelsPerPixel());
    return detections(frame, image)
        .then(
            all ->
                Outcome.found(
                    new WindowInspection(
                        all.stream().filter(found -> share.holds(found.outline())).toList(),
                        seen,
                        search(image),
                        notSearched(frame, image))));
  }

  /**
   * The same for a frame of which nobody knows how far the ground is: it is looked at with 4 x 4 of
   * its pixels in one, taken to be as large as the working ground sampling distance. What is found
   * is evidence {@code size_unknown} 1, and its sizes are in pixels.
   */
  public Outcome<Inspection> examineUnplaced(Frame frame) {
    return examine(frame, WorkingScale.unplaced(settings.workingGsdMeters()));
  }

  private Outcome<Inspection> examine(Frame frame, WorkingScale scale) {
    if (frame.calibrationPanel()) {
      return Outcome.found(new Inspection(List.of(), Search.NOTHING, List.of(), null));
    }
    double pixels = (double) frame.camera().widthPixels() * frame.camera().heightPixels();
    WorkingScale bounded = scale.bounded(pixels * frame.bands().size());
    return opener
        .open(frame, bounded)
        .then(
            image ->
                detections(frame, image)
                    .then(
                        found ->
                            Outcome.found(
                                new Inspection(
                                    found,
                                    search(image),
                                    notSearched(frame, image),
                                    calibration(frame, image)))));
  }

  private Search search(PreparedImage image) {
    return Search.of(
        detectors.stream()
            .filter(detector -> detector.findReasonNotToLook(image).isEmpty())
            .flatMap(detector -> detector.seeks().stream())
            .collect(Collectors.toSet()));
  }

  private List<NotSearched> notSearched(Frame frame, PreparedImage image) {
    List<NotSearched> all = new ArrayList<>();
    for (Detector detector : detectors) {
      detector
          .findReasonNotToLook(image)
          .ifPresent(
              reason ->
                  all.add(
                      new NotSearched(
                          frame.flight(), frame.image().file(), detector.name(), reason)));
    }
    return all;
  }

  private static FrameCalibration calibration(Frame frame, PreparedImage image) {
    OptionalDouble residual = image.findBandResidualPixels();
    return new FrameCalibration(
        frame.flight(),
        frame.sensor(),
        frame.image().file(),
        image.unit().name().toLowerCase(Locale.ROOT),
        image.calibratedBy().name().toLowerCase(Locale.ROOT),
        residual.isPresent() ? residual.getAsDouble() : null);
  }

  /**
   * A detector that fails over one frame, in native code or in ours, must not end a run of
   * thousands: the frame is refused, so that nobody takes it for searched.
   */
  private Outcome<List<Detection>> detections(Frame frame, PreparedImage image) {
    List<Detection> detections = new ArrayList<>();
    for (Detector detector : detectors) {
      try {
        for (Finding finding : detector.find(image)) {
          detections.add(detection(frame, detector, finding, image));
        }
      } catch (RuntimeException e) {
        return Outcome.rejected(
            FrameIssue.of(
                IssueCode.DETECTOR_FAILED,
                frame.flight(),
                frame.image(),
                "%s could not finish the frame (%s); please report it with this picture"
                    .formatted(detector.name(), e)));
      }
    }
    detections.sort(
        Comparator.comparingDouble(Detection::score).reversed().thenComparing(Detection::id));
    return Outcome.found(detections);
  }

  private static Detection detection(
      Frame frame, Detector detector, Finding finding, PreparedImage image) {
    List<Evidence> evidence = new ArrayList<>(finding.evidence());
    if (image.gsdKnown()) {
      evidence.add(Evidence.measured("working_gsd_m", image.gsdMeters()));
    } else {
      evidence.add(Evidence.measured("size_unknown", 1));
      evidence.add(Evidence.measured("frame_px_per_working_px", image.framePixelsPerPixel()));
    }
    evidence.add(Evidence.measured(image.unit().feature(), 1));
    image
        .findBandResidualPixels()
        .ifPresent(left -> evidence.add(Evidence.measured("band_residual_px", left)));
    return new Detection(
        id(frame, detector, finding),
        frame.id(),
        finding.type(),
        finding.subtype(),
        finding.outline(),
        finding.score(),
        finding.belief(),
        evidence,
        finding.alternatives(),
        detector.name());
  }

  /** Outlines are rounded to whole pixels, so that the last digit of a sum does not rename. */
  private static String id(Frame frame, Detector detector, Finding finding) {
    StringBuilder text = new StringBuilder(frame.id()).append('|').append(detector.name());
    for (PixelPoint corner : finding.outline().ring()) {
      text.append('|').append(Math.round(corner.xPixels()));
      text.append(',').append(Math.round(corner.yPixels()));
    }
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256")
              .digest(text.toString().getBytes(StandardCharsets.UTF_8));
      return "d-" + HexFormat.of().formatHex(digest, 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
