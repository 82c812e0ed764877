package org.qyran.evaluation.area;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A wall of 10 m across level ground, 40 to 42 m east. */
class HeightGridTest {

  private final HeightGrid grid =
      HeightGrid.of(0, 0, 100, 20, 1, (east, north) -> east > 40 && east < 42 ? 10 : 0);

  @Test
  void aWallHidesWhatLiesInItsShade() {
    // From 20 m up at 0 m east the wall's top at 42 m hides as far as 84 m: 20 / 10 = 84 / 42.
    assertThat(grid.isOpen(30.5, 10.5, 0, 0.5, 10.5, 20)).isTrue();
    assertThat(grid.isOpen(70.5, 10.5, 0, 0.5, 10.5, 20)).isFalse();
    assertThat(grid.isOpen(90.5, 10.5, 0, 0.5, 10.5, 20)).isTrue();
  }

  @Test
  void outsideNoHeightIsKnown() {
    assertThat(grid.upMeters(41, 10)).isEqualTo(10);
    assertThat(grid.upMeters(-1, 10)).isNaN();
    assertThat(grid.upMeters(41, 20.5)).isNaN();
  }
}
