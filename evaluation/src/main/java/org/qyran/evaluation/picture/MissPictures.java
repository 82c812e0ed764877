package org.qyran.evaluation.picture;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.qyran.detection.chip.ChipMaker;
import org.qyran.detection.chip.ChipMaker.Wish;
import org.qyran.evaluation.figure.Missed;
import org.qyran.evaluation.geojson.GroundArea;
import org.qyran.evaluation.truth.TruePose;
import org.qyran.evaluation.truth.TrueTarget;
import org.qyran.evaluation.truth.TrueView;
import org.qyran.evaluation.truth.Truth;
import org.qyran.evaluation.truth.Visibility;
import org.qyran.ingest.frame.FrameAssembler;
import org.qyran.ingest.metadata.MetadataReader;
import org.qyran.ingest.metadata.ReadSettings;
import org.qyran.ingest.upload.UploadDesk;
import org.qyran.model.Capture;
import org.qyran.model.Frame;
import org.qyran.model.PixelOutline;

/**
 * Draws a missed target in the frame that shows it best: by {@code visibility.csv} the one with the
 * most visible pixels of it, without that file the one in whose middle it lies most nearly.
 *
 * <p>The files of one exposure are those that share a true pose; the camera is read from the files
 * themselves. What cannot be read is not drawn: a page without a picture is better than none.
 */
public final class MissPictures {

  private static final long MOST_PIXELS = 500_000_000;
  private static final int WHOLE_PIXELS = 64;

  private final ChipMaker chips = new ChipMaker(MOST_PIXELS);
  private final MetadataReader metadata = new MetadataReader(ReadSettings.defaults());

  /** A target as one frame shows it. */
  private record Look(Frame frame, PixelOutline outline, double gsdMeters) {

    double fromMiddlePixels() {
      double x = outline.ring().stream().mapToDouble(c -> c.xPixels()).average().orElse(0);
      double y = outline.ring().stream().mapToDouble(c -> c.yPixels()).average().orElse(0);
      return Math.hypot(
          x - frame.camera().widthPixels() / 2.0, y - frame.camera().heightPixels() / 2.0);
    }
  }

  /** A JPEG of the miss; none where no picture shows it or can be read. */
  public Optional<byte[]> draw(Missed miss) {
    Truth truth = miss.survey().truth();
    TrueTarget target = miss.truth().target();
    Optional<Look> look =
        truth.visibilityTold()
            ? bestByVisibility(truth, target)
            : truth.poses().stream()
                .flatMap(pose -> look(truth, pose, target).stream())
                .min(Comparator.comparingDouble(Look::fromMiddlePixels));
    try {
      return look.map(
          one ->
              chips
                  .draw(
                      one.frame(), List.of(new Wish(one.outline(), one.gsdMeters())), WHOLE_PIXELS)
                  .chips()
                  .get(0));
    } catch (UncheckedIOException e) {
      return Optional.empty();
    }
  }

  private Optional<Look> bestByVisibility(Truth truth, TrueTarget target) {
    return truth.visibilityOf(target.id()).stream()
        .filter(row -> row.share() > 0)
        .max(
            Comparator.comparingDouble((Visibility row) -> row.share() * Math.max(1, row.pixels()))
                .thenComparing(Visibility::file))
        .flatMap(
            row ->
                truth.poses().stream().filter(pose -> pose.file().equals(row.file())).findFirst())
        .flatMap(pose -> look(truth, pose, target));
  }

  private Optional<Look> look(Truth truth, TruePose pose, TrueTarget target) {
    return frame(truth, pose)
        .flatMap(
            frame -> {
              TrueView view = new TrueView(pose, frame.camera());
              GroundArea area = target.areas().get(0);
              double height = target.groundHeightMeters();
              return view.outline(area, height)
                  .map(
                      outline ->
                          new Look(
                              frame,
                              outline,
                              view.groundSamplingDistanceMeters(area.ring().get(0), height)));
            });
  }

  private Optional<Frame> frame(Truth truth, TruePose pose) {
    List<Capture> captures = new ArrayList<>();
    for (TruePose band : truth.poses()) {
      if (band.place().equals(pose.place()) && band.attitude().equals(pose.attitude())) {
        captures.addAll(captures(truth, band.file()));
      }
    }
    return captures.isEmpty()
        ? Optional.empty()
        : new FrameAssembler().pair(captures, List.of()).frames().stream().findFirst();
  }

  private List<Capture> captures(Truth truth, String file) {
    List<Capture> captures = new ArrayList<>();
    for (Path flight : truth.facts().flight()) {
      Path path = flight.resolve(file);
      if (Files.isRegularFile(path)) {
        new UploadDesk("flight", flight)
            .receive(path)
            .then(received -> metadata.read(received, "flight"))
            .find()
            .ifPresent(captures::add);
      }
    }
    return captures;
  }
}
