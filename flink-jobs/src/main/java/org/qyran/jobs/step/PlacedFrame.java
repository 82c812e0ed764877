package org.qyran.jobs.step;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.qyran.model.Footprint;
import org.qyran.model.Frame;
import org.qyran.model.FrameIssue;

/**
 * A frame and the ground it saw; or why that is not known.
 *
 * @param frame the frame
 * @param footprint the ground; null when {@code unlocated} is not, and for calibration panels
 * @param unlocated why the ground is not known
 */
public record PlacedFrame(
    Frame frame, @Nullable Footprint footprint, @Nullable FrameIssue unlocated) {

  Optional<Footprint> findFootprint() {
    return Optional.ofNullable(footprint);
  }

  Optional<FrameIssue> findUnlocated() {
    return Optional.ofNullable(unlocated);
  }
}
