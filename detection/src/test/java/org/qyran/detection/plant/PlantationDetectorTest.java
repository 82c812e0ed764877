package org.qyran.detection.plant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.opencv.core.Core;
import org.qyran.detection.find.Canvas;
import org.qyran.detection.find.Finding;
import org.qyran.detection.image.PixelUnit;
import org.qyran.detection.image.PreparedImage;
import org.qyran.detection.learn.PlantModel;
import org.qyran.detection.plane.Plane;
import org.qyran.model.Band;
import org.qyran.model.Belief;
import org.qyran.model.DetectionType;
import org.qyran.model.Evidence;
import org.qyran.sampledata.Simulator;
import org.qyran.sampledata.SurveyDesign;
import org.qyran.sampledata.SurveyDesign.Payload;
import org.qyran.sampledata.flight.FlightPlan;

/** With the models that come with the program. How right they are is for the evaluation to say. */
class PlantationDetectorTest {

  private static final Map<String, Double> SOIL =
      Map.of("blue", 0.1, "green", 0.12, "red", 0.15, "red edge", 0.2, "nir", 0.25);
  private static final Map<String, Double> LEAVES =
      Map.of("blue", 0.022, "green", 0.056, "red", 0.02, "red edge", 0.175, "nir", 0.53);
  private static final Map<String, Double> COLOUR_SOIL =
      Map.of("blue", 0.35, "green", 0.42, "red", 0.5);

  private static final double GSD_METERS = 0.08;

  @TempDir private static Path folder;

  private static BufferedImage jpeg;

  private final PlantationDetector detector = new PlantationDetector(2, 5_000);

  @BeforeAll
  static void simulate() throws IOException {
    FlightPlan onePicture =
        new FlightPlan(20, 1, 50, 1, 40, 110, -90, 8, Set.of(), Set.of(), 1 / 1_000.0, 0);
    SurveyDesign design =
        SurveyDesign.of("steppe-river", 31).with(Payload.COLOUR).overBlock().asNursery();
    Simulator.write(folder, design.flown(onePicture), (done, total) -> {});
    try (Stream<Path> files = Files.list(folder.resolve("flight"))) {
      Path file = files.filter(one -> one.toString().endsWith(".jpg")).findFirst().orElseThrow();
      jpeg = ImageIO.read(file.toFile());
    }
  }

  @ParameterizedTest
  @EnumSource(Palette.class)
  void modelsThatComeWithTheProgramAreOfItsFeatures(Palette palette) {
    PlantModel model = ShippedModels.find(palette).orElseThrow();

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
    List<Finding> found = detector.find(picture(2_048));

    assertThat(found).isNotEmpty();
    for (Finding finding : found) {
      assertThat(finding.type()).isEqualTo(DetectionType.CANNABIS_PLANTATION);
      assertThat(finding.belief()).isNotNull();
      assertThat(finding.evidence()).extracting(Evidence::feature).contains("leaf_green_red");
      assertThat(finding.alternatives()).noneMatch(word -> word.contains("cannabis"));
    }
    assertThat(found).extracting(Finding::score).isSortedAccordingTo((a, b) -> b.compareTo(a));
  }

  /** What is left over is the expectation of the forest against the prior: the same for all. */
  @Test
  void reasonsAddUpToTheBeliefButForOneConstant() {
    List<Finding> found = detector.find(picture(2_048));
    double constant = left(found.get(0));

    for (Finding finding : found) {
      assertThat(left(finding)).isCloseTo(constant, within(1e-3));
    }
  }

  @Test
  void pixelsCoarserThanTheModelKnowsAreNotLookedAt() {
    PreparedImage coarse = leaves(400, 300).prepared(0.3).meaning(PixelUnit.REFLECTANCE);

    assertThat(detector.find(coarse)).isEmpty();
    assertThat(detector.findReasonNotToLook(coarse).orElseThrow()).endsWith("fly lower");
  }

  @Test
  void countsOfSeveralLensesAreNotComparedUnlessTheyAreReflectance() {
    PreparedImage counts = leaves(400, 300).prepared(GSD_METERS).meaning(PixelUnit.DN);

    assertThat(detector.find(counts)).isEmpty();
    assertThat(detector.findReasonNotToLook(counts).orElseThrow()).contains("reflectance panel");
    assertThat(detector.findReasonNotToLook(counts.meaning(PixelUnit.REFLECTANCE))).isEmpty();
  }

  @Test
  void findsTheSameWhateverTheThreadsAndTiles() {
    List<Finding> first = detector.find(picture(2_048));
    int threads = Core.getNumThreads();
    try {
      Core.setNumThreads(4);
      assertThat(detector.find(picture(97))).isEqualTo(first);
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

  /** A simulated colour picture, twice as coarse as it was taken. */
  private static PreparedImage picture(int tilePixels) {
    int width = jpeg.getWidth() / 2;
    int height = jpeg.getHeight() / 2;
    List<Plane> planes = new ArrayList<>();
    for (int shift = 16; shift >= 0; shift -= 8) {
      float[] values = new float[width * height];
      for (int i = 0; i < values.length; i++) {
        int x = i % width * 2;
        int y = i / width * 2;
        int sum = 0;
        for (int part = 0; part < 4; part++) {
          sum += jpeg.getRGB(x + part % 2, y + part / 2) >> shift & 0xFF;
        }
        values[i] = sum / (4 * 255f);
      }
      planes.add(new Plane(width, height, values));
    }
    return PreparedImage.of(
        List.of(new Band("red", 620, 90), new Band("green", 540, 90), new Band("blue", 460, 80)),
        planes,
        GSD_METERS,
        tilePixels);
  }

  private static Canvas leaves(int width, int height) {
    return new Canvas(width, height, SOIL, 0.004, 3)
        .paint(new Rectangle2D.Double(100, 100, 120, 90), LEAVES, 0.01, 0.2);
  }
}
