package org.qyran.sampledata.shape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Distances from a pencil. */
class SolidTest {

  private static final Colour GREY = new Colour(0.5, 0.5, 0.5);
  private static final ValueNoise NOISE = new ValueNoise(1);

  @Test
  void aTentIsHighestAlongItsRidge() {
    Block tent = Block.tent(10, 20, 600, 90, new Block.Box(5, 4, 2), GREY);

    assertThat(tent.metersTo(down(10, 20))).isCloseTo(98, within(1e-9)); // the ridge, 2 m up
    assertThat(tent.metersTo(down(12.4, 20))).isCloseTo(98, within(1e-9)); // it runs to the east
    assertThat(tent.metersTo(down(10, 21))).isCloseTo(99, within(1e-9)); // half way down the cloth
    assertThat(tent.metersTo(down(12.6, 20))).isInfinite(); // beyond the end
    // The cloth runs on for a metre under the floor, so that no slope shows a gap below the hem.
    assertThat(tent.metersTo(down(10, 22.1))).isCloseTo(100.1, within(1e-9));
    assertThat(tent.metersTo(down(10, 23.1))).isInfinite();
  }

  @Test
  void aShedIsEnteredThroughTheSideThatARayComesFrom() {
    Block shed = Block.shed(0, 0, 600, 0, new Block.Box(8, 4, 2.8), GREY);
    Ray fromTheEast = new Ray(52, 0, 601, -1, 0, 0);

    assertThat(shed.metersTo(fromTheEast)).isCloseTo(50, within(1e-9));
    assertThat(shed.surfaceAt(fromTheEast, 50).eastward()).isCloseTo(1, within(1e-9));
    assertThat(shed.metersTo(down(0, 0))).isCloseTo(97.2, within(1e-9));
  }

  @Test
  void aCrownIsMetAtItsTop() {
    Crown crown = new Crown(3, 4, 605, 1, 2, GREY, NOISE);

    assertThat(crown.metersTo(down(3, 4))).isCloseTo(93, within(1e-9));
    assertThat(crown.surfaceAt(down(3, 4), 93).upward()).isCloseTo(1, within(1e-9));
    assertThat(crown.metersTo(down(4.01, 4))).isInfinite();
  }

  @Test
  void theGridFindsWhatAskingEveryBodyFinds() {
    Random random = new Random(20260724);
    List<Solid> solids = new ArrayList<>();
    for (int crown = 0; crown < 200; crown++) {
      solids.add(
          new Crown(
              random.nextDouble(-50, 50),
              random.nextDouble(-50, 50),
              random.nextDouble(601, 604),
              random.nextDouble(0.3, 3),
              random.nextDouble(0.3, 2),
              GREY,
              NOISE));
    }
    SolidGrid grid = new SolidGrid(solids, 100);
    int hits = 0;
    for (int trial = 0; trial < 1_000; trial++) {
      double dip = Math.toRadians(random.nextDouble(15, 90));
      double azimuth = random.nextDouble(2 * Math.PI);
      Ray ray =
          new Ray(
              random.nextDouble(-50, 50),
              random.nextDouble(-50, 50),
              610,
              Math.cos(dip) * Math.sin(azimuth),
              Math.cos(dip) * Math.cos(azimuth),
              -Math.sin(dip));
      double toGround = 10 / Math.sin(dip);
      double nearest =
          solids.stream()
              .mapToDouble(solid -> solid.metersTo(ray))
              .filter(meters -> meters < toGround)
              .min()
              .orElse(-1);

      double found = grid.findFirst(ray, 0, toGround).map(SolidGrid.Hit::meters).orElse(-1.0);

      assertThat(found).as("trial %d: %s", trial, ray).isEqualTo(nearest);
      hits += found > 0 ? 1 : 0;
    }
    assertThat(hits).isBetween(100, 900);
  }

  private static Ray down(double east, double north) {
    return new Ray(east, north, 700, 0, 0, -1);
  }
}
