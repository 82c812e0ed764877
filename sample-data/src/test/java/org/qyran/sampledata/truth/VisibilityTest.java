package org.qyran.sampledata.truth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.qyran.model.Attitude;
import org.qyran.model.CameraModel;
import org.qyran.model.DetectionType;
import org.qyran.sampledata.camera.Pose;
import org.qyran.sampledata.place.PlanePoint;
import org.qyran.sampledata.shape.Outline;
import org.qyran.sampledata.surface.Blocks;
import org.qyran.sampledata.surface.Country;
import org.qyran.sampledata.surface.Layer;
import org.qyran.sampledata.surface.Scale;
import org.qyran.sampledata.surface.Sheen;
import org.qyran.sampledata.surface.Skin;
import org.qyran.sampledata.surface.SunDirection;
import org.qyran.sampledata.world.TrueTarget;

/** What could have been seen of a plot of 10 m by 6 m, by pencil. */
class VisibilityTest {

  private static final Skin EARTH = Skin.of(new float[] {0.2f}, Sheen.GROUND, 0);
  private static final Skin LEAVES = Skin.of(new float[] {0.1f}, Sheen.LEAVES, 0);
  private static final SunDirection SUN = SunDirection.of(60, 180);
  private static final CameraModel CAMERA =
      new CameraModel(
          "ideal",
          1_200,
          800,
          1_000,
          600,
          400,
          CameraModel.Distortion.NONE,
          CameraModel.Source.METADATA,
          0);

  private static final TrueTarget PLOT = target(1.5);

  /** A row of trees 10 m high along the near, southern, side of the plot. */
  private static final Layer TREES = Blocks.box(-20, -9, 20, -5, 10, LEAVES);

  @Test
  void aPlotInTheOpenIsSeenWhole() {
    Visibility.Seen seen = look(List.of(), PLOT, over(0, 0, 100, -90)).orElseThrow();

    assertThat(seen.shareInFrame()).isEqualTo(1);
    assertThat(seen.shareVisible()).isEqualTo(1);
    assertThat(seen.shareSunlit()).isEqualTo(1);
    // 100 m over 1,000 pixels; 60 m² of a hundredth of a square meter each.
    assertThat(seen.groundSamplingMeters()).isCloseTo(0.1, within(1e-9));
    assertThat(seen.pixels()).isCloseTo(6_000, within(1e-3));
    assertThat(seen.offNadirDegrees()).isCloseTo(0, within(1e-9));
    assertThat(seen.slopeDegrees()).isCloseTo(0, within(1e-9));
  }

  @Test
  void behindTreesItIsSeenFromAboveAndHardlyFromAside() {
    // From 60 m south and 60 m up, a tree of 10 m at -5 m hides 10 m of what lies behind it.
    Pose aside = over(0, -60, 60, -45);

    assertThat(look(List.of(), PLOT, aside).orElseThrow().shareVisible()).isEqualTo(1);
    assertThat(look(List.of(TREES), PLOT, over(0, 0, 100, -90)).orElseThrow().shareVisible())
        .isEqualTo(1);
    Visibility.Seen hidden = look(List.of(TREES), PLOT, aside).orElseThrow();
    assertThat(hidden.shareInFrame()).isEqualTo(1);
    assertThat(hidden.shareVisible()).isLessThan(0.3);
  }

  @Test
  void inTheShadowOfTreesItIsSeenAndNotLit() {
    // A sun 30 degrees high in the south: the trees' shadow is 17 m long.
    Visibility.Seen seen =
        new Visibility(
                Blocks.level(List.of(Blocks.ground(EARTH), TREES), 0.2, SunDirection.of(30, 180)))
            .of(PLOT, CAMERA, over(0, 0, 100, -90))
            .orElseThrow();

    assertThat(seen.shareVisible()).isEqualTo(1);
    assertThat(seen.shareSunlit()).isZero();
  }

  @Test
  void aRoofOverItIsTheTargetAndABranchOverItIsNot() {
    Layer cover = Blocks.box(-5, -3, 5, 3, 2.5, EARTH);
    Layer crown = Blocks.box(-5, -3, 5, 3, 9, LEAVES);
    Pose above = over(0, 0, 100, -90);

    assertThat(look(List.of(cover), target(2.5), above).orElseThrow().shareVisible()).isEqualTo(1);
    assertThat(look(List.of(crown), target(2.5), above).orElseThrow().shareVisible()).isZero();
    assertThat(look(List.of(crown), target(2.5), above).orElseThrow().pixels()).isZero();
  }

  @Test
  void outOfTheFrameItIsAbsentAndOnTheEdgeHalfOfItIsIn() {
    // The picture is 120 m wide on the ground, so 60 m to either side.
    assertThat(look(List.of(), PLOT, over(70, 0, 100, -90))).isEmpty();
    assertThat(look(List.of(), PLOT, over(60, 0, 100, -90)).orElseThrow().shareInFrame())
        .isCloseTo(0.5, within(0.06));
    assertThat(look(List.of(), PLOT, over(0, 200, 100, -45))).isEmpty();
  }

  @Test
  void askanceItIsFartherAndFlatter() {
    // 60 m up and 80 m aside: 100 m away, tan = 80/60.
    Visibility.Seen seen = look(List.of(), target(0), over(0, -80, 60, -36.87)).orElseThrow();

    assertThat(seen.offNadirDegrees()).isCloseTo(53.13, within(0.01));
    assertThat(seen.groundSamplingMeters()).isCloseTo(0.1, within(1e-9));
    assertThat(seen.pixels()).isCloseTo(6_000 * 0.6, within(1.0));
  }

  @Test
  void theSlopeIsTheGrounds() {
    Visibility.Seen seen =
        new Visibility(
                new Country(
                    (east, north) -> 100 + 0.3 * east + 0.4 * north,
                    List.of(Blocks.ground(EARTH)),
                    new Scale(0.2, 64, 5, 0.6, 64),
                    SUN))
            .of(PLOT, CAMERA, over(0, 0, 100, -90))
            .orElseThrow();

    // √(0.3² + 0.4²) = 0.5.
    assertThat(seen.slopeDegrees()).isCloseTo(26.565, within(0.01));
  }

  private static Optional<Visibility.Seen> look(List<Layer> things, TrueTarget target, Pose pose) {
    List<Layer> layers = new ArrayList<>();
    layers.add(Blocks.ground(EARTH));
    layers.addAll(things);
    return new Visibility(Blocks.level(layers, 0.2, SUN)).of(target, CAMERA, pose);
  }

  private static TrueTarget target(double heightMeters) {
    return new TrueTarget(
        "plot-1",
        DetectionType.CANNABIS_PLANTATION,
        "rows",
        Outline.rectangle(new PlanePoint(0, 0), 10, 6, 90),
        90,
        heightMeters);
  }

  private static Pose over(double east, double north, double aboveMeters, double pitch) {
    return new Pose(
        new PlanePoint(east, north), Blocks.GROUND_METERS + aboveMeters, new Attitude(0, pitch, 0));
  }
}
