package org.qyran.detection.plant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.qyran.detection.plane.Mask;
import org.qyran.detection.plane.Plane;

class LatticeTest {

  private static final int SIDE = 200;
  private static final double PIXEL_METERS = 0.08;

  @Test
  void plantsInASquareLatticeShowTheirSpacing() {
    for (double spacing : new double[] {1.0, 1.3, 1.6, 2.0}) {
      Lattice lattice = Lattice.of(plants(spacing, spacing, 0), whole(), PIXEL_METERS);

      assertThat(lattice.strength()).isGreaterThan(0.6);
      assertThat(lattice.spacingMeters()).isCloseTo(spacing, within(0.09));
    }
  }

  @Test
  void aLatticeTurnedByAnyAngleIsAsStrong() {
    for (int degrees = 0; degrees < 90; degrees += 15) {
      Lattice lattice =
          Lattice.of(plants(1.4, 1.4, Math.toRadians(degrees)), whole(), PIXEL_METERS);

      assertThat(lattice.strength()).as("at %d degrees", degrees).isGreaterThan(0.6);
    }
  }

  @Test
  void closedRowsAreStrongAlongTheRowAndRepeatAcross() {
    Lattice rows = Lattice.of(plants(1.5, 0.2, 0.4), whole(), PIXEL_METERS);
    Lattice single = Lattice.of(plants(1.5, 1.5, 0.4), whole(), PIXEL_METERS);

    assertThat(rows.rowStrength()).isGreaterThan(0.6).isGreaterThan(single.rowStrength() + 0.3);
    assertThat(rows.spacingMeters()).isCloseTo(1.5, within(0.09));
  }

  @Test
  void aMeadowHasNoLattice() {
    Random random = new Random(4);
    float[] values = new float[SIDE * SIDE];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) random.nextGaussian();
    }
    Plane meadow = new Plane(SIDE, SIDE, values).boxMean(3);

    assertThat(Lattice.of(meadow, whole(), PIXEL_METERS).strength()).isLessThan(0.25);
  }

  @Test
  void crownsAreAsWideAsTheyAre() {
    Lattice narrow = Lattice.of(plants(2, 2, 0, 0.3), whole(), PIXEL_METERS);
    Lattice wide = Lattice.of(plants(2, 2, 0, 0.6), whole(), PIXEL_METERS);

    assertThat(narrow.crownMeters()).isCloseTo(0.6, within(0.2));
    assertThat(wide.crownMeters()).isGreaterThan(narrow.crownMeters() + 0.3);
  }

  @Test
  void aStandOfAFewPlantsIsNotMeasured() {
    Plane few = new Plane(20, 20, new float[400]);
    byte[] all = new byte[400];
    Arrays.fill(all, (byte) 1);

    assertThat(Lattice.of(few, new Mask(20, 20, all), PIXEL_METERS)).isEqualTo(Lattice.UNKNOWN);
  }

  private static Plane plants(double row, double step, double radians) {
    return plants(row, step, radians, 0.35);
  }

  /** Bright round crowns on dark ground. */
  private static Plane plants(double row, double step, double radians, double radiusMeters) {
    float[] values = new float[SIDE * SIDE];
    for (int y = 0; y < SIDE; y++) {
      for (int x = 0; x < SIDE; x++) {
        double east = (x * Math.cos(radians) - y * Math.sin(radians)) * PIXEL_METERS;
        double north = (x * Math.sin(radians) + y * Math.cos(radians)) * PIXEL_METERS;
        double offRow = east - row * Math.rint(east / row);
        double offPlant = north - step * Math.rint(north / step);
        values[y * SIDE + x] = Math.hypot(offRow, offPlant) < radiusMeters ? 1 : 0;
      }
    }
    return new Plane(SIDE, SIDE, values);
  }

  private static Mask whole() {
    byte[] all = new byte[SIDE * SIDE];
    Arrays.fill(all, (byte) 1);
    return new Mask(SIDE, SIDE, all);
  }
}
