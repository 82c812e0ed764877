package org.qyran.geo.locate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.qyran.geo.axes.Enu;
import org.qyran.geo.axes.LocalAxes;
import org.qyran.geo.terrain.LevelPlane;
import org.qyran.model.Footprint;
import org.qyran.model.FrameIssue;
import org.qyran.model.GeoPoint;
import org.qyran.model.IssueCode;
import org.qyran.model.Outcome;

/** Expected numbers can be checked with a pencil. */
class FootprinterTest {

  private static final GeoPoint STEPPE = new GeoPoint(43.2, 75.1);

  private final Footprinter flat = new Footprinter(new LevelPlane(0, 4), LocateSettings.defaults());

  @Test
  void aFootprintIsTheWholePicture() {
    Footprint footprint = found(flat.footprint(Pictures.above(STEPPE, 100).frame()));

    assertThat(signedArea(footprint.ring())).isCloseTo(80 * 60, within(0.5));
    assertThat(footprint.clipped()).isFalse();
    assertThat(footprint.levelGround()).isFalse();
    assertThat(footprint.cameraHeightMeters()).isCloseTo(100, within(1e-9));
    assertThat(footprint.groundSamplingDistanceMeters()).isCloseTo(0.1, within(1e-6));
    assertThat(footprint.center().latitudeDegrees()).isCloseTo(43.2, within(1e-9));
  }

  @Test
  void aFootprintLeavesOutWhatLooksNearTheHorizon() {
    Footprint footprint =
        found(flat.footprint(Pictures.above(STEPPE, 100).looking(0, -15, 0).frame()));

    // Cut at 5 degrees of dip: 100 m / tan 5° = 1,143 m, and 1 m for the curvature.
    double furthest =
        footprint.ring().stream()
            .mapToDouble(point -> LocalAxes.at(STEPPE, 0).toLocal(point, 0).northMeters())
            .max()
            .orElseThrow();
    assertThat(footprint.clipped()).isTrue();
    assertThat(furthest).isBetween(1_130.0, 1_146.0);
    assertThat(signedArea(footprint.ring())).isPositive();
  }

  @Test
  void refusesTheFootprintOfAPictureOfTheSky() {
    assertThat(
            refused(flat.footprint(Pictures.above(STEPPE, 100).looking(0, 20, 0).frame())).code())
        .isEqualTo(IssueCode.NEAR_HORIZON);
  }

  /** The shoelace formula: positive when counter-clockwise seen from above. */
  private static double signedArea(List<GeoPoint> ring) {
    LocalAxes axes = LocalAxes.at(ring.get(0), 0);
    double twice = 0;
    for (int at = 0; at < ring.size(); at++) {
      Enu one = axes.toLocal(ring.get(at), 0);
      Enu next = axes.toLocal(ring.get((at + 1) % ring.size()), 0);
      twice += one.eastMeters() * next.northMeters() - one.northMeters() * next.eastMeters();
    }
    return twice / 2;
  }

  private static <T> T found(Outcome<T> outcome) {
    assertThat(outcome.findIssue()).isEmpty();
    return outcome.find().orElseThrow();
  }

  private static FrameIssue refused(Outcome<?> outcome) {
    return outcome.findIssue().orElseThrow(() -> new AssertionError("found " + outcome));
  }
}
