package org.qyran.evaluation.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Four points at the corners of a square have the covariance (4/3) s² I; the rest is a pencil. */
class QuadraticDiscriminantTest {

  private static final GaussianClass UNIT = GaussianClass.fit(square(0, 0, Math.sqrt(0.75)));
  private static final GaussianClass APART = GaussianClass.fit(square(2, 0, Math.sqrt(0.75)));
  private static final GaussianClass WIDE = GaussianClass.fit(square(0, 0, 2 * Math.sqrt(0.75)));

  @Test
  void theLogarithmOfTheDensityFallsWithTheSquareOfTheDistance() {
    assertThat(UNIT.logDensity(new double[] {0, 0})).isCloseTo(0, within(1e-12));
    assertThat(UNIT.logDensity(new double[] {3, 4})).isCloseTo(-12.5, within(1e-9));
    // Covariance 4 I: determinant 16, distance 25 / 4.
    assertThat(WIDE.logDensity(new double[] {3, 4}))
        .isCloseTo(-0.5 * (6.25 + Math.log(16)), within(1e-9));
  }

  @Test
  void twoClassesApartAreAsFarAsThePencilSays() {
    assertThat(UNIT.jeffriesMatusita(UNIT)).isCloseTo(0, within(1e-12));
    // B = 2² / 8 = 0.5
    assertThat(UNIT.jeffriesMatusita(APART)).isCloseTo(2 * (1 - Math.exp(-0.5)), within(1e-9));
    // B = ½ ln(2.5² / √(1 · 16))
    assertThat(WIDE.jeffriesMatusita(UNIT))
        .isCloseTo(2 * (1 - Math.exp(-0.5 * Math.log(6.25 / 4))), within(1e-9));
  }

  @Test
  void theScoreChangesSignHalfWayBetweenTwoEqualClasses() {
    QuadraticDiscriminant discriminant = new QuadraticDiscriminant(UNIT, APART);

    assertThat(discriminant.score(new double[] {1, 5})).isCloseTo(0, within(1e-9));
    // ln N(x) - ln N(x - 2) = 2 - 2x
    assertThat(discriminant.score(new double[] {0.25, 0})).isCloseTo(1.5, within(1e-9));
  }

  @Test
  void theThresholdLetsTheStatedShareThrough() {
    QuadraticDiscriminant discriminant = new QuadraticDiscriminant(UNIT, APART);
    List<double[]> wanted =
        List.of(at(-1), at(-0.5), at(0), at(0.5), at(1), at(1.5), at(-2), at(-3), at(2), at(4));

    double threshold = discriminant.thresholdAt(0.9, wanted);

    assertThat(threshold).isCloseTo(2 - 2 * 2, within(1e-9)); // the second least cannabis-like
    assertThat(discriminant.shareAbove(threshold, wanted)).isEqualTo(0.9);
    assertThat(discriminant.shareAbove(threshold, List.of(at(1.9), at(2.1)))).isEqualTo(0.5);
  }

  @Test
  void refusesFewerSamplesThanItNeeds() {
    assertThatThrownBy(() -> GaussianClass.fit(List.of(at(1), at(2))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("2 samples");
  }

  private static double[] at(double x) {
    return new double[] {x, 0};
  }

  private static List<double[]> square(double x, double y, double half) {
    return List.of(
        new double[] {x - half, y - half},
        new double[] {x - half, y + half},
        new double[] {x + half, y - half},
        new double[] {x + half, y + half});
  }
}
