package org.qyran.detection.plant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.qyran.detection.find.Canvas;
import org.qyran.detection.image.PreparedImage;
import org.qyran.detection.learn.Forest;

/** With a forest of one fork, so that what is found can be told with a pencil. */
class StandFinderTest {

  private static final double GSD_METERS = 0.08;
  private static final Map<String, Double> SOIL =
      Map.of("blue", 0.1, "green", 0.12, "red", 0.15, "red edge", 0.2, "nir", 0.25);
  private static final Map<String, Double> LEAVES =
      Map.of("blue", 0.02, "green", 0.055, "red", 0.02, "red edge", 0.18, "nir", 0.52);

  private static final Palette PALETTE = Palette.MULTISPECTRAL;
  private static final List<String> FEATURES = StandFinder.features(PALETTE);

  /** A cell is a plant's when its near infrared is three times its red. */
  private final StandFinder finder =
      new StandFinder(PALETTE, fork("nir_red_1m", (float) Math.log(3)));

  @Test
  void aPatchOfLeavesIsOneStandOfItsSize() {
    Stand stand = only(finder.find(patch(500, 400, 1).prepared(GSD_METERS)));

    double cell = 4 * GSD_METERS;
    double area = 100 * 80 * GSD_METERS * GSD_METERS;
    assertThat(stand.blob().areaPixels() * cell * cell).isCloseTo(area, within(0.2 * area));
    assertThat(feature(stand, "area_m2")).isCloseTo(area, within(0.2 * area));
  }

  @Test
  void theColourOfItsLeavesIsThatOfLeaves() {
    Stand stand = only(finder.find(patch(500, 400, 2).prepared(GSD_METERS)));

    assertThat(feature(stand, "leaf_nir_red")).isCloseTo(Math.log(0.524 / 0.024), within(0.1));
    assertThat(feature(stand, "edge_contrast_nir_red"))
        .isCloseTo(Math.log(0.524 / 0.024) - Math.log(0.254 / 0.154), within(0.45));
    assertThat(feature(stand, "border_share")).isZero();
  }

  @Test
  void aBandThatIsMissingIsNotKnownAndTheRestIs() {
    Map<String, Double> soil = Map.of("green", 0.12, "red", 0.15, "red edge", 0.2, "nir", 0.25);
    Canvas canvas =
        new Canvas(400, 400, soil, 0.005, 3)
            .paint(new Rectangle2D.Double(150, 150, 90, 90), LEAVES, 0.01, 0);

    Stand stand = only(finder.find(canvas.prepared(GSD_METERS)));

    assertThat(feature(stand, "leaf_green_blue")).isNaN();
    assertThat(feature(stand, "leaf_nir_red")).isFinite();
  }

  @Test
  void standsAreTheSameWhateverTheTiles() {
    List<Stand> whole = finder.find(patch(500, 400, 4).prepared(GSD_METERS));

    for (int tilePixels : new int[] {64, 97, 200}) {
      List<Stand> tiled = finder.find(patch(500, 400, 4).prepared(GSD_METERS, tilePixels));
      assertThat(tiled).hasSameSizeAs(whole);
      assertThat(tiled.get(0).features()).containsExactly(whole.get(0).features());
    }
  }

  @Test
  void aPatchAndItsTwinFarAwayAreTwoStands() {
    Canvas canvas =
        patch(500, 400, 5).paint(new Ellipse2D.Double(60, 260, 80, 80), LEAVES, 0.01, 0);

    assertThat(finder.find(canvas.prepared(GSD_METERS))).hasSize(2);
  }

  @Test
  void thePaletteIsTheRichestThatTheBandsAllow() {
    PreparedImage five = patch(100, 100, 6).prepared(GSD_METERS);
    PreparedImage colour =
        new Canvas(100, 100, Map.of("blue", 0.1, "green", 0.1, "red", 0.1), 0, 1)
            .prepared(GSD_METERS);

    assertThat(Palette.of(five)).contains(Palette.MULTISPECTRAL);
    assertThat(Palette.of(colour)).contains(Palette.COLOUR);
  }

  @Test
  void everyFeatureHasAName() {
    Stand stand = only(finder.find(patch(500, 400, 7).prepared(GSD_METERS)));

    assertThat(stand.features()).hasSize(FEATURES.size());
    assertThat(FEATURES).doesNotHaveDuplicates();
    assertThat(PALETTE.cellFeatures()).doesNotHaveDuplicates();
  }

  private static Canvas patch(int width, int height, long seed) {
    return new Canvas(width, height, SOIL, 0.005, seed)
        .paint(new Rectangle2D.Double(240, 120, 100, 80), LEAVES, 0.01, 0);
  }

  private static Stand only(List<Stand> stands) {
    assertThat(stands).hasSize(1);
    return stands.get(0);
  }

  private static double feature(Stand stand, String name) {
    return stand.features()[FEATURES.indexOf(name)];
  }

  private static Forest fork(String feature, float threshold) {
    int at = PALETTE.cellFeatures().indexOf(feature);
    Forest.Tree tree =
        new Forest.Tree(
            new int[] {at, -1, -1},
            new float[] {threshold, 0, 0},
            new int[] {1, 0, 0},
            new int[] {2, 0, 0},
            new boolean[3],
            new float[] {0, -3, 3});
    return new Forest(0, Arrays.asList(tree));
  }
}
