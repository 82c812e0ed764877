package org.qyran.jobs.step;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.qyran.model.Footprint;
import org.qyran.model.Frame;
import org.qyran.model.FrameIssue;
import org.qyran.model.FrameReceipt;
import org.qyran.model.FrameReceipt.Status;
import org.qyran.model.Height;
import org.qyran.model.ImageRef;
import org.qyran.model.IssueCode;
import org.qyran.model.Mosaic;
import org.qyran.model.PlatformState;

/** What became of the files of a frame that was looked at. */
final class Receipts {

  private Receipts() {}

  static List<FrameReceipt> of(PlacedFrame placed) {
    return placed.frame().images().stream().map(image -> receipt(placed, image)).toList();
  }

  /** The same for every window of a mosaic, so that a file has one receipt. */
  private static String note(Mosaic mosaic) {
    return String.format(
        Locale.ROOT,
        "orthophoto of %d x %d pixels of %.3f m, %s",
        mosaic.widthPixels(),
        mosaic.heightPixels(),
        mosaic.groundSamplingDistanceMeters(),
        mosaic.system().startsWith("EPSG:") ? mosaic.system() : "a system of its own");
  }

  private static FrameReceipt receipt(PlacedFrame placed, ImageRef image) {
    Frame frame = placed.frame();
    Optional<FrameIssue> unlocated = placed.findUnlocated();
    Optional<PlatformState> platform = frame.findPlatform();
    @Nullable IssueCode reason = unlocated.map(FrameIssue::code).orElse(null);
    return new FrameReceipt(
        image.file(),
        image.sha256(),
        reason == null ? Status.PROCESSED : Status.UNLOCATED,
        reason,
        unlocated.map(FrameIssue::detail).orElseGet(() -> note(frame)),
        frame.time(),
        platform.map(PlatformState::position).orElse(null),
        frame.findWindow().isPresent() ? null : height(placed),
        platform.map(PlatformState::cameraAttitude).orElse(null),
        platform.map(state -> state.error().deviations()).orElse(null),
        placed.findFootprint().map(Footprint::ce90Meters).orElse(null),
        frame.flight(),
        frame.sensor());
  }

  private static String note(Frame frame) {
    Optional<String> mosaic = frame.findWindow().map(window -> note(window.mosaic()));
    if (mosaic.isPresent()) {
      return mosaic.get();
    }
    return frame.calibrationPanel() ? "calibration panel or ground picture, not searched" : "";
  }

  /** Above the ellipsoid, as the ground was asked with; what the picture says where it was not. */
  private static @Nullable Double height(PlacedFrame placed) {
    return placed
        .findFootprint()
        .map(Footprint::cameraHeightMeters)
        .or(
            () ->
                placed
                    .frame()
                    .findPlatform()
                    .flatMap(state -> state.findHeight(Height.Datum.ELLIPSOID))
                    .map(Height::meters))
        .orElse(null);
  }
}
