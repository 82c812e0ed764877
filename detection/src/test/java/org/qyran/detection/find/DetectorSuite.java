package org.qyran.detection.find;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.opencv.core.Core;
import org.qyran.detection.image.PreparedImage;
import org.qyran.model.PixelPoint;

/** What is asked of every detector, however it decides; each has a test that inherits this. */
public abstract class DetectorSuite {

  protected static final Map<String, Double> SOIL =
      Map.of("blue", 0.35, "green", 0.42, "red", 0.5, "red edge", 0.53, "nir", 0.56);
  protected static final Map<String, Double> PLANTS =
      Map.of("blue", 0.16, "green", 0.38, "red", 0.18, "red edge", 0.45, "nir", 0.8);
  protected static final Map<String, Double> TIN =
      Map.of("blue", 0.85, "green", 0.85, "red", 0.86, "red edge", 0.85, "nir", 0.84);

  protected static final double GSD_METERS = 0.08;

  protected abstract Detector detector();

  /** Ground on which something stands that this detector must find. */
  private static Canvas busy(long seed) {
    Random random = new Random(seed);
    return soil(500, 400, seed)
        .paint(turned(random, 60, 45, 90, 60), PLANTS, 0.02, 0.25)
        .paint(turned(random, 300, 60, 70, 40), TIN, 0.01, 0)
        .paint(new Ellipse2D.Double(200, 240, 120, 100), PLANTS, 0.02, 0.25)
        .paint(turned(random, 390, 250, 40, 60), TIN, 0.01, 0);
  }

  protected static Canvas soil(int width, int height, long seed) {
    return new Canvas(width, height, Map.of("blue", 0.35, "green", 0.42, "red", 0.5), 0.03, seed);
  }

  protected static Shape turned(Random random, int x, int y, int width, int height) {
    Shape upright = new Rectangle2D.Double(x, y, width, height);
    double angle = Math.toRadians(random.nextDouble(-25, 25));
    return AffineTransform.getRotateInstance(angle, x + width / 2.0, y + height / 2.0)
        .createTransformedShape(upright);
  }

  @Test
  void findsNothingOnGroundOfOneColour() {
    assertThat(detector().find(new Canvas(300, 300, SOIL, 0, 1).prepared(GSD_METERS))).isEmpty();
  }

  @Test
  void findsNothingInNoise() {
    for (long seed = 0; seed < 20; seed++) {
      PreparedImage noise = new Canvas(300, 300, SOIL, 0.1, seed).prepared(GSD_METERS);

      assertThat(detector().find(noise)).as("noise of seed %d", seed).isEmpty();
    }
  }

  @Test
  void findsNothingWherePlantsFillTheFrame() {
    PreparedImage field =
        new Canvas(400, 300, SOIL, 0, 1)
            .paint(new Rectangle2D.Double(0, 0, 400, 300), PLANTS, 0.02, 0.25)
            .prepared(GSD_METERS);

    assertThat(detector().find(field)).isEmpty();
  }

  @Test
  void findsSomethingWhereSomethingIs() {
    assertThat(detector().find(busy(7).prepared(GSD_METERS))).isNotEmpty();
  }

  @Test
  void findsTheSameTwiceAndWhateverTheThreads() {
    List<Finding> first = detector().find(busy(3).prepared(GSD_METERS));
    int threads = Core.getNumThreads();
    try {
      Core.setNumThreads(4);
      assertThat(detector().find(busy(3).prepared(GSD_METERS))).isEqualTo(first);
    } finally {
      Core.setNumThreads(threads);
    }
  }

  @Test
  void findsTheSameWhateverTheTiles() {
    for (long seed = 0; seed < 5; seed++) {
      List<Finding> whole = detector().find(busy(seed).prepared(GSD_METERS));

      for (int tilePixels : new int[] {64, 97, 200}) {
        assertThat(detector().find(busy(seed).prepared(GSD_METERS, tilePixels)))
            .as("seed %d in tiles of %d", seed, tilePixels)
            .isEqualTo(whole);
      }
    }
  }

  @Test
  void ordersByScoreAndKeepsOutlinesInsideTheFrame() {
    for (long seed = 0; seed < 10; seed++) {
      List<Finding> found = detector().find(busy(seed).prepared(GSD_METERS));

      assertThat(found).extracting(Finding::score).isSortedAccordingTo((a, b) -> b.compareTo(a));
      for (Finding finding : found) {
        assertThat(finding.evidence()).isNotEmpty();
        for (PixelPoint corner : finding.outline().ring()) {
          assertThat(corner.xPixels()).isBetween(0.0, 500.0);
          assertThat(corner.yPixels()).isBetween(0.0, 400.0);
        }
      }
    }
  }
}
