package org.qyran.detection.plant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.geom.Ellipse2D;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.opencv.core.Core;
import org.qyran.detection.find.Canvas;
import org.qyran.detection.find.Finding;
import org.qyran.detection.image.PixelUnit;
import org.qyran.detection.image.PreparedImage;
import org.qyran.detection.learn.PlantModel;
import org.qyran.model.Belief;
import org.qyran.model.DetectionType;
import org.qyran.model.Evidence;

/** With the models that come with the program. How right they are is for the evaluation to say. */
class PlantationDetectorTest {

  private static final Map<String, Double> SOIL =
      Map.of("blue", 0.1, "green", 0.12, "red", 0.15, "red edge", 0.2, "nir", 0.25);
  private static final Map<String, Double> LEAVES =
      Map.of("blue", 0.022, "green", 0.056, "red", 0.02, "red edge", 0.175, "nir", 0.53);
  private static final Map<String, Double> COLOUR_SOIL =
      Map.of("blue", 0.35, "green", 0.42, "red", 0.5);

  private final PlantationDetector detector = new PlantationDetector(2, 5_000);

  @ParameterizedTest
  @EnumSource(
      value = Palette.class,
      names = {"MULTISPECTRAL", "COLOUR"})
  void modelsThatComeWithTheProgramAreOfItsFeatures(Palette palette) {
    PlantModel model = PlantationDetector.shipped(palette).orElseThrow();

    assertThat(model.card().cellFeatures()).isEqualTo(palette.cellFeatures());
    assertThat(model.card().standFeatures()).isEqualTo(StandFinder.features(palette));
    assertThat(model.card().trainedOn()).isNotEmpty().noneMatch(name -> name.contains("foreign"));
    assertThat(model.kinds()).containsKey("cannabis_tended");
  }

  @Test
  void bareGroundHasNoStands() {
    Canvas soil = new Canvas(300, 300, SOIL, 0.004, 1);

    assertThat(detector.find(soil.prepared(0.08).meaning(PixelUnit.REFLECTANCE))).isEmpty();
    assertThat(detector.find(new Canvas(300, 300, COLOUR_SOIL, 0.01, 1).prepared(0.08))).isEmpty();
  }

  @Test
  void everyFindingHasABeliefReasonsAndNoCannabisAmongTheAlternatives() {
    List<Finding> found = detector.find(crowns(3));

    assertThat(found).isNotEmpty();
    for (Finding finding : found) {
      assertThat(finding.type()).isEqualTo(DetectionType.CANNABIS_PLANTATION);
      assertThat(finding.belief()).isNotNull();
      assertThat(finding.evidence()).extracting(Evidence::feature).contains("leaf_nir_red");
      assertThat(finding.alternatives()).noneMatch(word -> word.contains("cannabis"));
    }
    assertThat(found).extracting(Finding::score).isSortedAccordingTo((a, b) -> b.compareTo(a));
  }

  /** What is left over is the expectation of the forest against the prior: the same for all. */
  @Test
  void reasonsAddUpToTheBeliefButForOneConstant() {
    List<Finding> found = detector.find(crowns(4));
    double constant = left(found.get(0));

    for (Finding finding : found) {
      assertThat(left(finding)).isCloseTo(constant, within(1e-3));
    }
  }

  @Test
  void pixelsCoarserThanTheModelKnowsAreNotLookedAt() {
    assertThat(detector.find(crowns(3))).isNotEmpty();
    assertThat(detector.find(canvas(3).prepared(0.3).meaning(PixelUnit.REFLECTANCE))).isEmpty();
  }

  @Test
  void countsOfSeveralLensesAreNotComparedUnlessTheyAreReflectance() {
    assertThat(detector.find(crowns(3).meaning(PixelUnit.DN))).isEmpty();
  }

  @Test
  void findsTheSameWhateverTheThreadsAndTiles() {
    List<Finding> first = detector.find(crowns(5));
    int threads = Core.getNumThreads();
    try {
      Core.setNumThreads(4);
      assertThat(detector.find(canvas(5).prepared(0.08, 97).meaning(PixelUnit.REFLECTANCE)))
          .isEqualTo(first);
    } finally {
      Core.setNumThreads(threads);
    }
  }

  private static double left(Finding finding) {
    Belief belief = Objects.requireNonNull(finding.belief());
    return belief.logLikelihoodRatio()
        - finding.evidence().stream()
            .mapToDouble(e -> e.findLogLikelihoodRatio().orElseThrow())
            .sum();
  }

  private static PreparedImage crowns(long seed) {
    return canvas(seed).prepared(0.08).meaning(PixelUnit.REFLECTANCE);
  }

  /** Two plots of crowns 1.4 m apart, and some shrubs. */
  private static Canvas canvas(long seed) {
    Random random = new Random(seed);
    Canvas canvas = new Canvas(500, 400, SOIL, 0.004, seed);
    for (int row = 0; row < 8; row++) {
      for (int column = 0; column < 8; column++) {
        canvas =
            canvas
                .paint(crown(60 + 17.5 * column, 60 + 17.5 * row, 12), LEAVES, 0.01, 0.2)
                .paint(crown(310 + 17.5 * column, 200 + 17.5 * row, 12), LEAVES, 0.01, 0.2);
      }
    }
    for (int shrub = 0; shrub < 12; shrub++) {
      canvas =
          canvas.paint(
              crown(random.nextInt(20, 470), random.nextInt(20, 370), 20), LEAVES, 0.01, 0.2);
    }
    return canvas;
  }

  private static Ellipse2D crown(double x, double y, double width) {
    return new Ellipse2D.Double(x, y, width, width);
  }
}
