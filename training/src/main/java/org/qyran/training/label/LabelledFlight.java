package org.qyran.training.label;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.qyran.detection.image.ImageOpener;
import org.qyran.detection.image.PreparedImage;
import org.qyran.detection.image.WorkingScale;
import org.qyran.evaluation.truth.TruePose;
import org.qyran.evaluation.truth.Truth;
import org.qyran.evaluation.truth.TruthReader;
import org.qyran.ingest.frame.FrameAssembler;
import org.qyran.ingest.metadata.MetadataReader;
import org.qyran.ingest.metadata.ReadSettings;
import org.qyran.ingest.upload.UploadDesk;
import org.qyran.model.Capture;
import org.qyran.model.Frame;

/**
 * A simulated flight whose pictures are opened as the product opens them, each with the truth laid
 * on it by the camera's true pose.
 */
public final class LabelledFlight {

  private static final double WORKING_GSD_METERS = 0.08;
  private static final int TILE_PIXELS = 2_048;
  private static final long MOST_PIXELS = 500_000_000;

  private final TruthOnGround ground;
  private final Map<String, TruePose> poses = new HashMap<>();
  private final ImageOpener opener = new ImageOpener(MOST_PIXELS, TILE_PIXELS);
  private final List<Frame> frames;

  private LabelledFlight(Truth truth, TruthOnGround ground, List<Frame> frames) {
    this.ground = ground;
    this.frames = frames;
    truth.poses().forEach(pose -> poses.put(pose.file(), pose));
  }

  /** A picture and what stands in it. */
  public record LabelledPicture(Frame frame, PreparedImage image, TruthInPicture truth) {

    /** The same ground, seen by another camera. */
    public LabelledPicture through(UnaryOperator<PreparedImage> camera) {
      return new LabelledPicture(frame, camera.apply(image), truth);
    }
  }

  /**
   * Opens a survey of the simulator.
   *
   * @param survey folder with {@code flight}, {@code dem.tif} and {@code truth}
   */
  public static LabelledFlight open(Path survey) throws IOException {
    Truth truth = TruthReader.read(survey.resolve("truth"));
    return new LabelledFlight(
        truth,
        TruthOnGround.of(truth, survey.resolve("dem.tif")),
        frames(survey.resolve("flight")));
  }

  private static List<Frame> frames(Path folder) {
    UploadDesk desk = new UploadDesk("training", folder, new HashMap<>());
    MetadataReader reader = new MetadataReader(ReadSettings.defaults());
    List<Capture> captures = new ArrayList<>();
    for (Path file : desk.list()) {
      desk.receive(file)
          .find()
          .filter(received -> received.kind().isPicture())
          .flatMap(received -> reader.read(received, "training").find())
          .ifPresent(captures::add);
    }
    return new FrameAssembler()
        .pair(captures, List.of()).frames().stream()
            .filter(frame -> !frame.calibrationPanel())
            .toList();
  }

  /** The frames, in order of time. */
  public List<Frame> frames() {
    return frames;
  }

  /** Opens a frame; nothing where its pose is not told or it cannot be read. */
  public Optional<LabelledPicture> open(Frame frame) {
    TruePose pose = poses.get(Path.of(frame.image().file()).getFileName().toString());
    if (pose == null) {
      return Optional.empty();
    }
    TruthInPicture.Lens lens = new TruthInPicture.Lens(pose, frame.camera());
    double gsd = ground.gsdMeters(lens);
    return opener
        .open(frame, WorkingScale.of(gsd, WORKING_GSD_METERS))
        .find()
        .map(
            image ->
                new LabelledPicture(
                    frame, image, ground.in(lens, 1 / image.framePixelsPerPixel())));
  }
}
