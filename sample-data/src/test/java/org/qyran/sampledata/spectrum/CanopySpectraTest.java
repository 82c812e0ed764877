package org.qyran.sampledata.spectrum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Means and spreads are those of the canopy model's own 1,500 runs per class. */
class CanopySpectraTest {

  private static final CanopySpectra CANOPIES = CanopySpectra.load();
  private static final int DRAWS = 2_000;

  /**
   * The mean of a band may be off by 6 % or 0.002; its spread by 0.3 of itself or 0.002, since the
   * model's runs have longer tails.
   */
  @ParameterizedTest
  @CsvSource({
    "CANNABIS_TENDED, .021,.002, .054,.010, .019,.003, .175,.022, .536,.055, .92",
    "CANNABIS_WILD,   .028,.011, .074,.016, .032,.016, .198,.028, .421,.067, .83",
    "MAIZE,           .019,.005, .045,.010, .019,.008, .141,.020, .425,.057, .90",
    "SUNFLOWER,       .026,.005, .073,.013, .025,.007, .204,.025, .481,.056, .88",
    "SORGHUM,         .021,.008, .052,.012, .023,.012, .154,.023, .405,.062, .88",
    "REED,            .015,.006, .044,.012, .016,.008, .124,.025, .331,.053, .89",
    "NETTLE,          .022,.002, .063,.012, .020,.002, .202,.026, .596,.053, .92",
    "WILLOW,          .016,.003, .052,.011, .016,.004, .144,.023, .349,.048, .89",
    "POPLAR,          .015,.003, .048,.011, .015,.004, .136,.022, .342,.046, .90",
    "ALFALFA,         .021,.008, .051,.011, .022,.012, .155,.022, .464,.079, .90",
    "STEPPE_GRASS,    .055,.026, .082,.030, .079,.037, .155,.040, .243,.052, .51",
    "BIRCH,           .017,.003, .059,.012, .017,.004, .160,.025, .365,.049, .89",
    "CONIFER,         .008,.002, .026,.006, .008,.002, .069,.014, .157,.027, .88",
    "TOMATO,          .022,.005, .058,.011, .021,.007, .178,.023, .464,.056, .90",
    "POTATO,          .024,.006, .071,.014, .024,.009, .203,.027, .506,.075, .89",
  })
  void drawsHaveTheBandsOfTheCanopyModel(
      PlantClass plant,
      double blue,
      double blueSpread,
      double green,
      double greenSpread,
      double red,
      double redSpread,
      double edge,
      double edgeSpread,
      double infrared,
      double infraredSpread,
      double index) {
    double[] means = {blue, green, red, edge, infrared};
    double[] spreads = {blueSpread, greenSpread, redSpread, edgeSpread, infraredSpread};

    List<double[]> draws = micaSense(plant);

    double sumOfIndices = 0;
    for (double[] draw : draws) {
      sumOfIndices += (draw[4] - draw[2]) / (draw[4] + draw[2]);
    }
    for (int band = 0; band < means.length; band++) {
      double mean = mean(draws, band);
      assertThat(mean)
          .as("%s mean of band %d", plant, band)
          .isCloseTo(means[band], within(Math.max(0.002, 0.06 * means[band])));
      assertThat(spread(draws, band, mean))
          .as("%s spread of band %d", plant, band)
          .isCloseTo(spreads[band], within(Math.max(0.002, 0.3 * spreads[band])));
    }
    assertThat(sumOfIndices / DRAWS).as("%s NDVI", plant).isCloseTo(index, within(0.03));
  }

  @ParameterizedTest
  @EnumSource(PlantClass.class)
  void everyStandIsGreenAndSmooth(PlantClass plant) {
    List<PlantClass> sparse =
        List.of(PlantClass.STEPPE_GRASS, PlantClass.CAMEL_THORN, PlantClass.ARTEMISIA);
    for (long seed = 0; seed < 1_000; seed++) {
      Spectrum stand = CANOPIES.draw(plant, seed);

      for (int index = 1; index < Spectrum.COUNT; index++) {
        double step = Math.abs(stand.value(index) - stand.value(index - 1));
        // The red edge climbs by 0.5 within 60 nm, at its steepest 0.07 in 5 nm.
        assertThat(step).as("%s seed %d at %d", plant, seed, index).isLessThan(0.08);
        assertThat(stand.value(index)).isBetween(0.000_99, 0.990_1);
      }
      // Of cured grass the table's normal tail reaches below what grass does, to an index of -0.2.
      assertThat((stand.at(842) - stand.at(670)) / (stand.at(842) + stand.at(670)))
          .as("%s seed %d index", plant, seed)
          .isGreaterThan(sparse.contains(plant) ? -0.3 : 0.1);
    }
  }

  @Test
  void theSameSeedGivesTheSameStandAndTheNextSeedAnother() {
    for (PlantClass plant : PlantClass.values()) {
      assertThat(CANOPIES.draw(plant, 7)).isEqualTo(CanopySpectra.load().draw(plant, 7));
      assertThat(CANOPIES.draw(plant, 7)).isNotEqualTo(CANOPIES.draw(plant, 8));
    }
  }

  @Test
  void neighbouringSeedsGiveUnrelatedStands() {
    double sum = 0;
    for (long seed = 0; seed < DRAWS; seed++) {
      sum +=
          StandardNormals.of(seed, "HOP", 1)[0] * StandardNormals.of(seed + 1, "HOP", 1)[0] / DRAWS;
    }

    assertThat(sum).isCloseTo(0, within(3 / Math.sqrt(DRAWS)));
  }

  @Test
  void wormwoodIsGreyerThanGrassIsGreenAndPaleInTheBlue() {
    Spectrum wormwood = CANOPIES.typical(PlantClass.ARTEMISIA);
    Spectrum nettle = CANOPIES.typical(PlantClass.NETTLE);

    double wormwoodGreen = wormwood.at(550) / wormwood.at(670);
    assertThat(wormwoodGreen).isLessThan(nettle.at(550) / nettle.at(670) / 1.5);
    assertThat(wormwood.at(475)).isGreaterThan(2 * nettle.at(475));
  }

  @Test
  void tellsModelledClassesFromDerivedOnes() {
    assertThat(PlantClass.values()).filteredOn(plant -> !plant.derived()).hasSize(15);
    assertThat(PlantClass.find("steppe_grass")).contains(PlantClass.STEPPE_GRASS);
    assertThat(PlantClass.find("Steppe grass")).isEmpty();
    assertThat(PlantClass.HOP.derived()).isTrue();
  }

  private static List<double[]> micaSense(PlantClass plant) {
    List<double[]> draws = new ArrayList<>();
    for (long seed = 0; seed < DRAWS; seed++) {
      draws.add(BandSet.MICASENSE_FIVE.in(CANOPIES.draw(plant, seed)));
    }
    return draws;
  }

  private static double mean(List<double[]> draws, int band) {
    return draws.stream().mapToDouble(draw -> draw[band]).average().orElseThrow();
  }

  private static double spread(List<double[]> draws, int band, double mean) {
    return Math.sqrt(
        draws.stream()
            .mapToDouble(draw -> (draw[band] - mean) * (draw[band] - mean))
            .average()
            .orElseThrow());
  }
}
