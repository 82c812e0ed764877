package org.qyran.detection.vegetation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.qyran.detection.find.Canvas;
import org.qyran.detection.find.Detector;
import org.qyran.detection.find.DetectorSuite;
import org.qyran.detection.find.Finding;
import org.qyran.model.DetectionType;
import org.qyran.model.Evidence;

class VegetationStandDetectorTest extends DetectorSuite {

  private static final Shape PATCH = new Ellipse2D.Double(120, 90, 130, 100);

  @Override
  protected Detector detector() {
    return new VegetationStandDetector(2, 5_000);
  }

  private static Map<String, Double> only(Map<String, Double> colour, String bands) {
    Map<String, Double> chosen = new HashMap<>();
    for (String band : bands.split("\\+", -1)) {
      chosen.put(band, colour.getOrDefault(band, 0.0));
    }
    return chosen;
  }

  private List<Finding> onSoil(Shape patch, String bands, double clumps) {
    return detector()
        .find(
            new Canvas(400, 300, only(SOIL, bands), 0.02, 11)
                .paint(patch, only(PLANTS, bands), 0.02, clumps)
                .prepared(GSD_METERS));
  }

  private static double evidence(Finding finding, String feature) {
    return finding.evidence().stream()
        .filter(evidence -> evidence.feature().equals(feature))
        .mapToDouble(Evidence::value)
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + feature + " in " + finding.evidence()));
  }

  @ParameterizedTest(name = "with {0} by {1}")
  @CsvSource({
    "blue+green+red, excess_green",
    "green+red+red edge+nir, ndvi_uncalibrated",
    "blue+green+red+red edge+nir, ndvi_uncalibrated",
    "blue+green+nir, nir_blue_index",
    "green+nir, nir_green_index",
  })
  void findsAPatchOnSoilByTheIndexThatSuitsTheBands(String bands, String index) {
    List<Finding> found = onSoil(PATCH, bands, 0.25);

    assertThat(found).hasSize(1);
    Finding stand = found.get(0);
    assertThat(stand.type()).isEqualTo(DetectionType.VEGETATION_STAND);
    assertThat(Canvas.overlap(stand.outline(), PATCH, 400, 300)).isGreaterThan(0.9);
    assertThat(evidence(stand, index)).isPositive();
    // π/4 · 130 · 100 pixels of 0.08 m · 0.08 m = 65.3 m²
    assertThat(evidence(stand, "area_m2")).isCloseTo(65.3, within(4.0));
  }

  @Test
  void neverUsesTheFormulaForPlainColourOnACameraConvertedToNearInfrared() {
    Finding stand = onSoil(PATCH, "blue+green+nir", 0.25).get(0);

    assertThat(stand.evidence()).extracting(Evidence::feature).doesNotContain("excess_green");
  }

  @Test
  void namesTheRedEdgeIndexAsSupportWhereThereIsOne() {
    Finding stand = onSoil(PATCH, "green+red+red edge+nir", 0.25).get(0);

    // (0.80 - 0.45) / (0.80 + 0.45) = 0.28; the clumps' noise is in both bands alike.
    assertThat(evidence(stand, "ndre_uncalibrated")).isCloseTo(0.28, within(0.03));
    assertThat(evidence(stand, "ndvi_uncalibrated")).isCloseTo(0.63, within(0.03)); // 0.62 / 0.98
  }

  @Test
  void saysNothingWithoutAnyLightThatPlantsStandOutIn() {
    assertThat(onSoil(PATCH, "blue+green", 0.25)).isEmpty();
  }

  @Test
  void takesSmoothGrassForALawn() {
    assertThat(onSoil(PATCH, "blue+green+red", 0)).isEmpty();
  }

  @Test
  void takesPlantsInRowsAndColumnsForOneStand() {
    // Crowns of 1.1 m at 1.6 m, a lattice as it is planted.
    Canvas canvas = new Canvas(400, 300, only(SOIL, "blue+green+red"), 0.02, 5);
    for (int row = 0; row < 5; row++) {
      for (int column = 0; column < 7; column++) {
        canvas.paint(
            new Ellipse2D.Double(100 + 20 * column, 90 + 20 * row, 14, 14), PLANTS, 0.02, 0.25);
      }
    }

    List<Finding> found = detector().find(canvas.prepared(GSD_METERS));

    assertThat(found).hasSize(1);
    Shape plot = new Rectangle2D.Double(100, 90, 6 * 20 + 14, 4 * 20 + 14);
    assertThat(Canvas.overlap(found.get(0).outline(), plot, 400, 300)).isGreaterThan(0.8);
  }

  @Test
  void takesAStripAlongARoadForNoStand() {
    assertThat(onSoil(new Rectangle2D.Double(40, 140, 320, 22), "blue+green+red", 0.25)).isEmpty();
  }

  @Test
  void takesAFieldThatLeavesTheFrameForNoStand() {
    assertThat(onSoil(new Rectangle2D.Double(0, 0, 180, 300), "blue+green+red", 0.25)).isEmpty();
  }

  @Test
  void scoresAPatchLowerThatTheBorderCuts() {
    Finding whole = onSoil(new Ellipse2D.Double(50, 60, 200, 160), "blue+green+red", 0.25).get(0);
    Finding cut = onSoil(new Ellipse2D.Double(-2, 60, 200, 160), "blue+green+red", 0.25).get(0);

    assertThat(evidence(whole, "border_share")).isZero();
    assertThat(evidence(cut, "border_share")).isPositive();
    assertThat(cut.score()).isLessThan(whole.score());
  }

  @ParameterizedTest(name = "a patch of {0} pixels across is found: {1}")
  @CsvSource({"14, false", "26, true"}) // 0.98 m² and 3.4 m², the limit is 2 m²
  void leavesOutWhatIsTooSmall(int across, boolean found) {
    Shape patch = new Ellipse2D.Double(150, 120, across, across);

    assertThat(onSoil(patch, "green+red+nir", 0.3).isEmpty()).isEqualTo(!found);
  }

  @Test
  void namesCannabisLastAmongWhatItCouldBe() {
    List<String> alternatives = onSoil(PATCH, "blue+green+red", 0.25).get(0).alternatives();

    assertThat(alternatives).endsWith("cannabis plantation").hasSizeGreaterThan(2);
  }
}
