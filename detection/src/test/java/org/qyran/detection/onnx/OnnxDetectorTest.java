package org.qyran.detection.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.qyran.detection.find.Canvas;
import org.qyran.detection.find.Detector;
import org.qyran.detection.find.DetectorSuite;
import org.qyran.detection.find.Finding;
import org.qyran.detection.image.PixelUnit;
import org.qyran.detection.image.PreparedImage;
import org.qyran.detection.onnx.wire.ManifestFile;
import org.qyran.detection.plane.Plane;
import org.qyran.model.Band;
import org.qyran.model.Belief;
import org.qyran.model.DetectionType;
import org.qyran.model.Evidence;

class OnnxDetectorTest extends DetectorSuite {

  private static final Shape PLOT = new Rectangle2D.Double(100, 80, 100, 80);

  private static OnnxModel tiny;

  @TempDir private Path folder;

  @BeforeAll
  static void open() {
    tiny = OnnxModel.open(ManifestFile.read(ModelsOnDisk.tiny()));
  }

  @AfterAll
  static void close() {
    tiny.close();
  }

  @Override
  protected Detector detector() {
    return new OnnxDetector(tiny, ModelsOnDisk.SIZES);
  }

  @Test
  void findsWhatItsModelWasTrainedOnAndNamesTheModel() {
    List<Finding> found =
        detector().find(soil(400, 300, 3).paint(PLOT, PLANTS, 0.02, 0).prepared(GSD_METERS));

    assertThat(detector().name()).isEqualTo("tiny-leaves 1");
    assertThat(found).hasSize(1);
    assertThat(found.get(0).type()).isEqualTo(DetectionType.VEGETATION_STAND);
    assertThat(found.get(0).subtype()).isEqualTo("leaves");
    assertThat(found.get(0).belief()).isNull();
    assertThat(Canvas.overlap(found.get(0).outline(), PLOT, 400, 300)).isGreaterThan(0.9);
    // 100 x 80 pixels of 8 cm
    assertThat(evidence(found.get(0), "area_m2")).isCloseTo(51.2, within(2.5));
    assertThat(evidence(found.get(0), "max_probability")).isBetween(0.9, 1.0);
  }

  @Test
  void finerPicturesAreAveragedToTheModelsPixelsAndOutlinesComeBackInTheFrames() {
    // 0.027 m: three pixels make one of 0.081 m
    List<Finding> found =
        detector().find(soil(401, 302, 3).paint(PLOT, PLANTS, 0.02, 0).prepared(0.027));

    assertThat(found).hasSize(1);
    assertThat(evidence(found.get(0), "model_gsd_m")).isCloseTo(0.081, within(1e-9));
    assertThat(Canvas.overlap(found.get(0).outline(), PLOT, 401, 302)).isGreaterThan(0.85);
  }

  @Test
  void doesNotDependOnWhereThePictureIsCut() {
    Random random = new Random(11);
    PreparedImage picture = speckled(211, 173, 4).prepared(GSD_METERS);
    List<Finding> whole = cut(tiny, new Slicing(256, 1, 1, 0, 0), picture);
    assertThat(whole).hasSizeGreaterThan(3);

    for (int trial = 0; trial < 40; trial++) {
      int core = 1 + random.nextInt(trial < 3 ? 3 : 120);
      int margin = 1 + random.nextInt(3);
      int right = random.nextInt(core);
      int down = random.nextInt(core);
      Slicing slicing = new Slicing(core + 2 * margin, margin, 1, right, down);
      PreparedImage small = trial < 3 ? speckled(40, 30, 4).prepared(GSD_METERS) : picture;
      List<Finding> expected = trial < 3 ? cut(tiny, new Slicing(64, 1, 1, 0, 0), small) : whole;

      assertThat(cut(tiny, slicing, small)).as("%s", slicing).isEqualTo(expected);
    }
  }

  @Test
  void aNetworkThatHalvesThePictureDoesNotDependOnItEither() {
    Random random = new Random(12);
    PreparedImage picture = speckled(211, 173, 4).prepared(GSD_METERS);
    try (OnnxModel halving = ModelsOnDisk.halving(folder)) {
      List<Finding> whole = cut(halving, new Slicing(256, 4, 2, 0, 0), picture);
      assertThat(whole).isNotEmpty();

      for (int trial = 0; trial < 40; trial++) {
        int core = 2 * (4 + random.nextInt(60));
        Slicing slicing =
            new Slicing(core + 8, 4, 2, 2 * random.nextInt(core / 2), 2 * random.nextInt(core / 2));

        assertThat(cut(halving, slicing, picture)).as("%s", slicing).isEqualTo(whole);
      }
    }
  }

  @Test
  void aMarginThatIsNarrowerThanTheModelLooksShowsWhereThePictureIsCut() {
    PreparedImage picture = speckled(211, 173, 4).prepared(GSD_METERS);

    assertThat(cut(tiny, new Slicing(9, 0, 1, 0, 0), picture))
        .isNotEqualTo(cut(tiny, new Slicing(256, 1, 1, 0, 0), picture));
  }

  @Test
  void boxesDoNotDependOnWhereThePictureIsCut() {
    Random random = new Random(13);
    PreparedImage picture = dots();
    try (OnnxModel boxes = ModelsOnDisk.boxes(folder)) {
      List<Finding> whole = cut(boxes, new Slicing(256, 2, 1, 0, 0), picture);

      for (int trial = 0; trial < 40; trial++) {
        int core = 5 + random.nextInt(100);
        Slicing slicing = new Slicing(core + 4, 2, 1, random.nextInt(core), random.nextInt(core));

        assertThat(cut(boxes, slicing, picture)).as("%s", slicing).isEqualTo(whole);
      }
    }
  }

  @Test
  void boxesHaveAScoreABeliefAndAPlaceAndOfTwoThatOverlapTheBetterStays() {
    try (OnnxModel boxes = ModelsOnDisk.boxes(folder)) {
      List<Finding> found = cut(boxes, boxes.manifest().slicing(), dots());

      // Of dots at (40, 30), (100, 60) and, 3 pixels right of the first and paler, (43, 30)
      assertThat(found).hasSize(2);
      Finding best = found.get(0);
      assertThat(best.type()).isEqualTo(DetectionType.STRUCTURE_OF_INTEREST);
      assertThat(best.score()).isCloseTo(0.9, within(1e-4));
      Belief belief = Objects.requireNonNull(best.belief());
      assertThat(belief.prior()).isEqualTo(0.2);
      assertThat(belief.probability()).isCloseTo(0.9, within(1e-4));
      assertThat(Canvas.shape(best.outline()).getBounds2D())
          .isEqualTo(new Rectangle2D.Double(36, 26, 9, 9));
      // 9 x 9 pixels of 0.2 m
      assertThat(evidence(best, "area_m2")).isCloseTo(3.24, within(1e-9));
      assertThat(Canvas.shape(found.get(1).outline()).getBounds2D())
          .isEqualTo(new Rectangle2D.Double(96, 56, 9, 9));
    }
  }

  @Test
  void doesNotLookAtPicturesThatItsModelWasNotMadeForAndSaysWhy() {
    Canvas plants = soil(400, 300, 3).paint(PLOT, PLANTS, 0.02, 0);

    assertReason(plants.prepared(0.2), "it needs pixels of 0.05 to 0.16 m on the ground");
    assertReason(
        plants.prepared(GSD_METERS).meaning(PixelUnit.REFLECTANCE),
        "it needs numbers that are dn, not reflectance");
    assertReason(
        new Canvas(400, 300, Map.of("red", 0.2, "nir", 0.6), 0, 1).prepared(GSD_METERS),
        "it needs the band green");
  }

  private void assertReason(PreparedImage image, String reason) {
    OnnxDetector detector = new OnnxDetector(tiny, ModelsOnDisk.SIZES);
    assertThat(detector.findReasonNotToLook(image))
        .hasValueSatisfying(text -> assertThat(text).isEqualTo(reason));
    assertThat(detector.find(image)).isEmpty();
  }

  @Test
  void numbersThatAreNoneAndProbabilitiesThatAreNoneEndTheFrame() {
    PreparedImage dark = new Canvas(60, 60, SOIL, 0, 1).prepared(GSD_METERS);

    // Of what is darker than the mean, scaled below 0, the logarithm is not a number.
    assertFails("Log", "none", "NaN", dark.seenIn(dark.bands(), planes(60, 0.1f)));
    // 0.9 is scaled to (0.9 - 0.4) / 0.25 = 2, and -2 is no probability.
    assertFails("Neg", "none", "-1.99999", dark.seenIn(dark.bands(), planes(60, 0.9f)));
    assertFails("Log", "sigmoid", "NaN", dark.seenIn(dark.bands(), planes(60, 0.1f)));
  }

  @Test
  void whatWasNotSeenIsNotFlaggedAndWhatLiesBesideItIs() {
    int side = 80;
    Canvas plants =
        soil(side, side, 3).paint(new Rectangle2D.Double(20, 20, 40, 40), PLANTS, 0.02, 0);
    PreparedImage image = plants.prepared(GSD_METERS);
    List<Plane> blinded = new ArrayList<>();
    for (int band = 0; band < image.bands().size(); band++) {
      float[] values = image.read(band, image.whole()).values().clone();
      for (int i = 0; i < values.length; i++) {
        values[i] = i % side >= 40 ? Float.NaN : values[i];
      }
      blinded.add(new Plane(side, side, values));
    }

    List<Finding> found = detector().find(image.seenIn(image.bands(), blinded));

    assertThat(found).hasSize(1);
    Rectangle2D bounds = Canvas.shape(found.get(0).outline()).getBounds2D();
    assertThat(bounds.getMaxX()).isCloseTo(40, within(1.0));
    assertThat(bounds.getMinX()).isCloseTo(20, within(2.0));
  }

  private void assertFails(String operator, String activation, String said, PreparedImage image) {
    var manifest = ModelsOnDisk.manifest();
    ModelsOnDisk.set(manifest, "/properties/mlm:output/0/qyran:activation", '"' + activation + '"');
    try (OnnxModel model = ModelsOnDisk.open(folder, manifest, ModelsOnDisk.oneNode(operator))) {
      assertThatThrownBy(() -> new OnnxDetector(model, ModelsOnDisk.SIZES).find(image))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining(said)
          .hasMessageContaining("leaves");
    }
  }

  private static List<Plane> planes(int side, float value) {
    float[] values = new float[side * side];
    java.util.Arrays.fill(values, value);
    Plane plane = new Plane(side, side, values);
    return List.of(plane, plane, plane, plane, plane);
  }

  private static List<Finding> cut(OnnxModel model, Slicing slicing, PreparedImage picture) {
    return new OnnxDetector(model, new SizeLimits(0.01, 5_000, 0.01, 800), slicing).find(picture);
  }

  /** Plants of many sizes, some on the border. */
  private static Canvas speckled(int width, int height, long seed) {
    Random random = new Random(seed);
    Canvas canvas = soil(width, height, seed);
    for (int i = 0; i < 25; i++) {
      double size = 2 + random.nextInt(20);
      canvas.paint(
          new Ellipse2D.Double(
              random.nextInt(width) - size / 2, random.nextInt(height) - size / 2, size, size),
          PLANTS,
          0.05,
          0.3);
    }
    return canvas;
  }

  private static PreparedImage dots() {
    float[] red = new float[150 * 100];
    red[30 * 150 + 40] = 0.9f;
    red[30 * 150 + 43] = 0.8f;
    red[60 * 150 + 100] = 0.7f;
    red[80 * 150 + 20] = 0.58f; // below the manifest's threshold
    float[] other = new float[red.length];
    return PreparedImage.of(
        List.of(new Band("red", 660, 40), new Band("green", 550, 40), new Band("blue", 475, 40)),
        List.of(new Plane(150, 100, red), new Plane(150, 100, other), new Plane(150, 100, other)),
        0.2);
  }

  private static double evidence(Finding finding, String feature) {
    return finding.evidence().stream()
        .filter(one -> one.feature().equals(feature))
        .mapToDouble(Evidence::value)
        .findFirst()
        .orElseThrow();
  }
}
