package org.qyran.detection.structure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Area;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.qyran.detection.find.Canvas;
import org.qyran.detection.find.Detector;
import org.qyran.detection.find.DetectorSuite;
import org.qyran.detection.find.Finding;
import org.qyran.model.DetectionType;
import org.qyran.model.Evidence;

class StructureDetectorTest extends DetectorSuite {

  private static final Map<String, Double> BLUE_TARP =
      Map.of("blue", 0.7, "green", 0.4, "red", 0.2);
  private static final Map<String, Double> DARK_ROOF =
      Map.of("blue", 0.12, "green", 0.1, "red", 0.1);

  @Override
  protected Detector detector() {
    return new StructureDetector(1.5, 800);
  }

  private List<Finding> onSoil(Shape shape, Map<String, Double> colour) {
    return detector().find(soil(400, 300, 2).paint(shape, colour, 0.01, 0).prepared(GSD_METERS));
  }

  private static double evidence(Finding finding, String feature) {
    return finding.evidence().stream()
        .filter(evidence -> evidence.feature().equals(feature))
        .mapToDouble(Evidence::value)
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + feature + " in " + finding.evidence()));
  }

  @Test
  void findsARoofHoweverItIsTurned() {
    Random random = new Random(20_261_124);
    for (int trial = 0; trial < 50; trial++) {
      double angle = random.nextDouble(Math.PI);
      double width = random.nextDouble(30, 90);
      double height = random.nextDouble(24, 60);
      Shape roof =
          AffineTransform.getRotateInstance(angle, 200, 150)
              .createTransformedShape(
                  new Rectangle2D.Double(200 - width / 2, 150 - height / 2, width, height));

      List<Finding> found = onSoil(roof, TIN);

      assertThat(found).as("trial %d: %s x %s turned %s", trial, width, height, angle).hasSize(1);
      assertThat(Canvas.overlap(found.get(0).outline(), roof, 400, 300))
          .as("trial %d: %s x %s turned %s", trial, width, height, angle)
          .isGreaterThan(0.85);
    }
  }

  @Test
  void measuresSidesAndAreaInMetres() {
    // 75 x 25 pixels of 0.08 m are 6 m by 2 m.
    Finding roof = onSoil(new Rectangle2D.Double(100, 100, 75, 25), TIN).get(0);

    assertThat(roof.type()).isEqualTo(DetectionType.STRUCTURE_OF_INTEREST);
    assertThat(evidence(roof, "length_m")).isCloseTo(6, within(0.2));
    assertThat(evidence(roof, "width_m")).isCloseTo(2, within(0.2));
    assertThat(evidence(roof, "area_m2")).isCloseTo(12, within(0.8));
    assertThat(evidence(roof, "rectangularity")).isGreaterThan(0.93);
    assertThat(roof.alternatives()).isNotEmpty();
  }

  @Test
  void namesWhatItLooksLikeAndTheLawfulThingsThatLookTheSame() {
    // 4.8 m by 1.92 m, the sides of a car; 6.4 m by 4.8 m of blue.
    Finding car = onSoil(new Rectangle2D.Double(100, 100, 60, 24), TIN).get(0);
    Finding tarp = onSoil(new Rectangle2D.Double(100, 100, 80, 60), BLUE_TARP).get(0);

    assertThat(car.subtype()).isEqualTo("vehicle");
    assertThat(car.alternatives()).startsWith("parked car");
    assertThat(tarp.subtype()).isEqualTo("tarp");
  }

  @Test
  void seesADarkRoofToo() {
    assertThat(onSoil(new Rectangle2D.Double(100, 100, 60, 40), DARK_ROOF)).hasSize(1);
  }

  @Test
  void ranksARectangleOfARareColourFarAboveOneOfAColourThatIsAllOver() {
    // Forty alike cover 8 % of the frame: 1.1 decades, where one alone is beyond 3.
    double alone = onSoil(new Rectangle2D.Double(100, 100, 26, 22), TIN).get(0).score();
    Canvas forest = soil(600, 500, 2);
    for (int i = 0; i < 40; i++) {
      forest =
          forest.paint(
              new Rectangle2D.Double(20 + 70 * (i % 8), 30 + 90 * (i / 8), 26, 22), TIN, 0.01, 0);
    }

    assertThat(detector().find(forest.prepared(GSD_METERS)))
        .allMatch(finding -> finding.score() < alone / 2);
  }

  @Test
  void findsATarpOfAnotherColourThatIsNoBrighter() {
    assertThat(onSoil(new Rectangle2D.Double(100, 100, 50, 40), BLUE_TARP)).hasSize(1);
  }

  @Test
  void takesARoadForNoStructure() {
    assertThat(onSoil(new Rectangle2D.Double(0, 120, 400, 40), TIN)).isEmpty();
  }

  @Test
  void takesAShadowOfATreeForNoStructure() {
    Area shade = new Area(new Ellipse2D.Double(150, 100, 40, 36));
    shade.add(new Area(new Ellipse2D.Double(175, 115, 44, 30)));
    shade.add(new Area(new Ellipse2D.Double(160, 125, 20, 40)));

    assertThat(onSoil(shade, DARK_ROOF)).isEmpty();
  }

  @Test
  void takesAnLOfTwoStripsForNoRectangle() {
    Area bent = new Area(new Rectangle2D.Double(100, 80, 120, 20));
    bent.add(new Area(new Rectangle2D.Double(100, 80, 20, 120)));

    assertThat(onSoil(bent, TIN)).isEmpty();
  }

  @Test
  void leavesOutWhatIsTooSmallOrTooLarge() {
    assertThat(onSoil(new Rectangle2D.Double(100, 100, 12, 12), TIN)).isEmpty(); // 0.9 m²
    assertThat(
            new StructureDetector(1.5, 10)
                .find(
                    soil(400, 300, 2)
                        .paint(new Rectangle2D.Double(100, 100, 60, 40), TIN, 0.01, 0)
                        .prepared(GSD_METERS)))
        .isEmpty(); // 15.4 m²
  }

  @Test
  void scoresASharpRectangleAboveARoundThing() {
    Finding square = onSoil(new Rectangle2D.Double(100, 100, 50, 50), TIN).get(0);
    List<Finding> round = onSoil(new Ellipse2D.Double(100, 100, 56, 56), TIN);

    assertThat(round).allMatch(finding -> finding.score() < square.score());
  }
}
