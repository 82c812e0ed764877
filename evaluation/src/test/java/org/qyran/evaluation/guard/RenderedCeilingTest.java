package org.qyran.evaluation.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.qyran.sampledata.spectrum.BandSet;
import org.qyran.sampledata.spectrum.PlantClass;

/**
 * How well five bands tell tended cannabis from thirteen other plants in simulated pictures,
 * against the figures of the canopy model's own runs: at a recall of 0.90 a mean of 0.243 pass, of
 * nettle 0.85, of alfalfa 0.54, of tomato 0.48.
 *
 * <p>If a spectrum tells much more than that in pictures, the simulator gives plants away that
 * nature does not, and every other figure from it is too good. The canopy model knows no crowns, so
 * only sunlit leaves count, away from edges: with all that is green, a nettle patch is told by its
 * few shadows and edges alone, which is texture and no spectrum.
 *
 * <p>Draws of the table come apart somewhat better than the canopy model's runs, nettle by a
 * distance of 0.6 to 0.7 instead of 0.39; pictures must not add much to that.
 */
@Tag("slow")
class RenderedCeilingTest {

  private static final int TRAINING = 90;
  private static final int TRIAL = 60;
  private static final double PIXEL_METERS = 0.075;
  private static final int RED = 2;
  private static final int INFRARED = 4;
  private static final double GAIN_SPREAD = 0.05;
  private static final double BAND_SPREAD = 0.02;
  private static final double RECALL = 0.90;

  private static final Map<PlantClass, List<double[]>> TRAINED = new EnumMap<>(PlantClass.class);
  private static final Map<PlantClass, List<double[]>> TRIED = new EnumMap<>(PlantClass.class);

  @BeforeAll
  static void photographGardens() {
    for (PlantClass plant : PlantClass.values()) {
      if (plant.derived() || plant == PlantClass.CANNABIS_WILD) {
        continue;
      }
      TestGarden garden =
          new TestGarden(
              plant,
              TRAINING + TRIAL,
              BandSet.MICASENSE_FIVE.responses(),
              RED,
              INFRARED,
              PIXEL_METERS);
      List<double[]> plots = measured(garden.spectra(), plant);
      int training = plots.size() * TRAINING / (TRAINING + TRIAL);
      TRAINED.put(plant, plots.subList(0, training));
      TRIED.put(plant, plots.subList(training, plots.size()));
    }
  }

  @Test
  void aSpectrumAloneTellsNoMoreInPicturesThanInTheCanopyModel() {
    Map<PlantClass, Double> passing = passing();

    double mean = passing.values().stream().mapToDouble(share -> share).average().orElseThrow();
    assertThat(mean).as("%s", passing).isBetween(0.10, 0.40);
  }

  @Test
  void nettlePassesForCannabisMoreOftenThanNotAndTreesHardlyEver() {
    Map<PlantClass, Double> passing = passing();

    List<PlantClass> worst =
        passing.entrySet().stream()
            .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
            .limit(2)
            .map(Map.Entry::getKey)
            .toList();
    assertThat(worst).as("%s", passing).contains(PlantClass.NETTLE);
    assertThat(passing.get(PlantClass.NETTLE)).isGreaterThanOrEqualTo(0.5);
    for (PlantClass easy : List.of(PlantClass.CONIFER, PlantClass.STEPPE_GRASS)) {
      assertThat(passing.get(easy)).as("%s", easy).isLessThan(0.1);
    }
  }

  @Test
  void nettleStandsNearCannabisAndGrassFarFromIt() {
    GaussianClass tended = GaussianClass.fit(of(TRAINED, PlantClass.CANNABIS_TENDED));

    // The canopy model's runs: 0.39 and 2.00.
    assertThat(tended.jeffriesMatusita(GaussianClass.fit(of(TRAINED, PlantClass.NETTLE))))
        .isLessThan(1.0);
    assertThat(tended.jeffriesMatusita(GaussianClass.fit(of(TRAINED, PlantClass.STEPPE_GRASS))))
        .isGreaterThan(1.8);
  }

  @Test
  void labelsDealtOutAtRandomTellNothing() {
    List<double[]> all = new ArrayList<>();
    TRAINED.values().forEach(all::addAll);
    TRIED.values().forEach(all::addAll);
    Random cards = new Random(20260724);
    double areas = 0;
    double passing = 0;
    int deals = 20;
    for (int deal = 0; deal < deals; deal++) {
      Collections.shuffle(all, cards);
      List<double[]> wanted = all.subList(0, TRAINING);
      List<double[]> wantedTrial = all.subList(TRAINING, TRAINING + TRIAL);
      List<double[]> others = all.subList(TRAINING + TRIAL, all.size());
      List<double[]> crowd = others.subList(0, others.size() / 2);
      List<double[]> crowdTrial = others.subList(others.size() / 2, others.size());
      QuadraticDiscriminant discriminant = QuadraticDiscriminant.fit(wanted, crowd);
      areas += areaUnderCurve(discriminant, wantedTrial, crowdTrial) / deals;
      double threshold = discriminant.thresholdAt(RECALL, wantedTrial);
      passing += discriminant.shareAbove(threshold, crowdTrial) / deals;
    }

    // One area of m = 60 wanted among many has a deviation of 1 / sqrt(12 m) = 0.037 (Hanley and
    // McNeil, Radiology 143, 1982), the mean of 20 one of 0.0083, and a share of 60 one of 0.039.
    // The threshold is the 7th lowest of 60, below which 7 / 61 of anything alike lie.
    assertThat(areas).isCloseTo(0.5, within(3 * 0.0083));
    assertThat(passing).isCloseTo(RECALL * TRIAL / (TRIAL + 1), within(3 * 0.0087));
  }

  /** The share of each other plant that scores at least what cannabis does at the recall. */
  private static Map<PlantClass, Double> passing() {
    List<PlantClass> others = TRAINED.keySet().stream().filter(plant -> !plant.cannabis()).toList();
    List<double[]> crowd = others.stream().flatMap(plant -> of(TRAINED, plant).stream()).toList();
    QuadraticDiscriminant discriminant =
        QuadraticDiscriminant.fit(of(TRAINED, PlantClass.CANNABIS_TENDED), crowd);
    double threshold = discriminant.thresholdAt(RECALL, of(TRIED, PlantClass.CANNABIS_TENDED));
    Map<PlantClass, Double> passing = new EnumMap<>(PlantClass.class);
    for (PlantClass plant : others) {
      passing.put(plant, discriminant.shareAbove(threshold, of(TRIED, plant)));
    }
    return passing;
  }

  /** The chance that a wanted sample scores above another (Mann and Whitney). */
  private static double areaUnderCurve(
      QuadraticDiscriminant discriminant, List<double[]> wanted, List<double[]> others) {
    double[] scores = others.stream().mapToDouble(discriminant::score).sorted().toArray();
    double below = 0;
    for (double[] sample : wanted) {
      double score = discriminant.score(sample);
      for (double other : scores) {
        below += other < score ? 1 : 0;
      }
    }
    return below / (wanted.size() * (double) scores.length);
  }

  private static List<double[]> of(Map<PlantClass, List<double[]>> plots, PlantClass plant) {
    return Objects.requireNonNull(plots.get(plant), plant::name);
  }

  /** Logarithms, after what a camera and its calibration add: a gain per plot, and one per band. */
  private static List<double[]> measured(List<double[]> spectra, PlantClass plant) {
    Random noise = new Random(20260724L + plant.name().hashCode());
    List<double[]> measured = new ArrayList<>();
    for (double[] spectrum : spectra) {
      double gain = 1 + GAIN_SPREAD * noise.nextGaussian();
      double[] bands = new double[spectrum.length];
      for (int band = 0; band < bands.length; band++) {
        bands[band] = Math.log(spectrum[band] * gain * (1 + BAND_SPREAD * noise.nextGaussian()));
      }
      measured.add(bands);
    }
    return measured;
  }
}
