package org.qyran.sampledata.spectrum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class MaterialTest {

  @ParameterizedTest
  @EnumSource(Material.class)
  void everyPieceIsSmoothAndSendsBackNoMoreThanItGets(Material material) {
    for (long seed = 0; seed < 1_000; seed++) {
      Spectrum piece = material.draw(seed);

      for (int index = 0; index < Spectrum.COUNT; index++) {
        assertThat(piece.value(index))
            .as("%s seed %d", material, seed)
            .isBetween(0.000_99, 0.990_1);
        if (index > 0) {
          // Titanium white rises fastest: 0.26 in 20 nm, and a bright piece half as much again.
          assertThat(Math.abs(piece.value(index) - piece.value(index - 1)))
              .as("%s seed %d at %d", material, seed, index)
              .isLessThan(0.10);
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Material.class)
  void piecesVaryAboutTheTypicalOne(Material material) {
    double sum = 0;
    for (long seed = 0; seed < 2_000; seed++) {
      sum += Math.log(material.draw(seed).at(650) / material.typical().at(650)) / 2_000;
    }

    // A spread of 0.3 at most, over the root of 2,000.
    assertThat(sum).isCloseTo(0, within(0.03));
    Spectrum third = material.draw(3);
    assertThat(material.draw(3)).isEqualTo(third);
    assertThat(material.draw(4)).isNotEqualTo(third);
  }

  @ParameterizedTest
  @CsvSource({
    "SOIL_DRY, .226, .264, .320, .346, .404", // PROSAIL's soils in the MicaSense bands
    "SOIL_WET, .025, .029, .039, .045, .069",
  })
  void soilsHaveTheBandsOfTheCanopyModelsSoils(
      Material soil, double blue, double green, double red, double edge, double infrared) {
    double[] bands = BandSet.MICASENSE_FIVE.in(soil.typical());

    assertThat(bands)
        .containsExactly(new double[] {blue, green, red, edge, infrared}, within(0.004));
  }

  @Test
  void filmPassesWhatGrowersHandbooksSayAndMakesNoLight() {
    for (long seed = 0; seed < 1_000; seed++) {
      Spectrum back = Material.GREENHOUSE_FILM.draw(seed);
      Spectrum through = Material.GREENHOUSE_FILM.drawTransmittance(seed).orElseThrow();

      for (int index = 0; index < Spectrum.COUNT; index++) {
        assertThat(back.value(index) + through.value(index)).as("seed %d", seed).isLessThan(1);
      }
      assertThat(through.at(600)).as("seed %d", seed).isBetween(0.74, 0.92);
    }
    assertThat(Material.TARP_GREEN.transmittance()).isEmpty();
  }

  @Test
  void aGreenSheetLooksGreenAndHasNoInfraredOfLeavesButAFlatNetHas() {
    assertThat(index(Material.TARP_GREEN)).isBetween(-0.2, 0.05);
    assertThat(index(Material.NET_DEEP)).isBetween(-0.3, 0.0);
    assertThat(index(Material.NET_FLAT)).isGreaterThan(0.5);
    Spectrum sheet = Material.TARP_GREEN.typical();
    assertThat(sheet.at(510)).isGreaterThan(1.5 * sheet.at(460)).isGreaterThan(2 * sheet.at(620));
  }

  @Test
  void waterSwallowsTheInfrared() {
    assertThat(index(Material.WATER_CLEAR)).isNegative();
    assertThat(index(Material.WATER_TURBID)).isNegative();
  }

  private static double index(Material material) {
    double red = material.typical().at(668);
    double infrared = material.typical().at(842);
    return (infrared - red) / (infrared + red);
  }
}
