package org.qyran.evaluation.honesty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * "No honest error estimate": nine errors in ten lie within CE90, however the camera looks and
 * however steep the ground is.
 */
@Tag("slow")
class HonestErrorEstimateTest {

  private static final int FLIGHTS = 800;
  private static final int LEAST_FLIGHTS_OF_A_BIN = 300;

  private static Honesty honesty =
      new Honesty(0, 0, 0, 0, 0, bin(), List.of(), List.of(), List.of(), bin(), 0);

  private static Honesty.Bin bin() {
    return HonestyTally.bin("", "", List.of());
  }

  @BeforeAll
  static void fly() throws IOException {
    honesty = HonestyStudy.of(FLIGHTS, 20_261_124);
  }

  @Test
  void ce90HoldsNineTruePlacesInTenAtEveryAngleAndSlope() {
    assertThat(honesty.bins()).hasSize(8);
    for (Honesty.Bin bin : honesty.bins()) {
      assertThat(bin.ce90().total()).as("flights in %s", bin).isGreaterThan(LEAST_FLIGHTS_OF_A_BIN);
      assertThat(bin.insideCe90()).as("%s", bin).isCloseTo(0.90, within(0.03));
    }
  }

  @Test
  void noCarrierIsTooSureOfItselfAtTheCostOfAnother() {
    assertThat(honesty.carriers())
        .extracting(Honesty.Bin::range)
        .containsExactly("aircraft", "careful drone", "drone");
    for (Honesty.Bin bin : honesty.carriers()) {
      assertThat(bin.insideCe90()).as("%s", bin).isCloseTo(0.90, within(0.03));
    }
  }

  @Test
  void le90HoldsNineTrueHeightsInTenAtEveryAngleAndSlope() {
    for (Honesty.Bin bin : honesty.bins()) {
      assertThat(bin.insideLe90()).as("%s", bin).isCloseTo(0.90, within(0.03));
    }
  }

  @Test
  void aCe90AFifthTooSmallWouldHaveBeenCaught() {
    assertThat(honesty.fifthSmaller()).isLessThan(0.87);
  }

  @Test
  void everyPixelThatShowsGroundIsPlacedOrSaidToGraze() {
    assertThat(honesty.refused()).isZero();
    assertThat(honesty.points()).isGreaterThan(FLIGHTS * 6);
    assertThat(honesty.grazing()).isLessThan(honesty.points() / 100);
  }
}
