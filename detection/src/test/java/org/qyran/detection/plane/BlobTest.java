package org.qyran.detection.plane;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Random;
import java.util.function.BiPredicate;
import org.junit.jupiter.api.Test;
import org.qyran.model.PixelPoint;

class BlobTest {

  private static Mask mask(int width, int height, BiPredicate<Integer, Integer> marked) {
    byte[] marks = new byte[width * height];
    for (int i = 0; i < marks.length; i++) {
      marks[i] = (byte) (marked.test(i % width, i / width) ? 1 : 0);
    }
    return new Mask(width, height, marks);
  }

  private static Blob only(Mask mask) {
    List<Blob> blobs = mask.blobs();
    assertThat(blobs).hasSize(1);
    return blobs.get(0);
  }

  @Test
  void aRectangleOfPixelsHasItsCornersWhereThePixelsEnd() {
    // Columns 10 to 29 and rows 5 to 9: from (10, 5) to (30, 10) in corner coordinates.
    Blob blob = only(mask(50, 40, (x, y) -> x >= 10 && x < 30 && y >= 5 && y < 10));

    assertThat(blob.outline(1))
        .containsExactlyInAnyOrder(
            new PixelPoint(10, 5),
            new PixelPoint(30, 5),
            new PixelPoint(30, 10),
            new PixelPoint(10, 10));
    assertThat(blob.areaPixels()).isEqualTo(100);
    assertThat(blob.box().longPixels()).isCloseTo(20, within(1e-3));
    assertThat(blob.box().shortPixels()).isCloseTo(5, within(1e-3));
    assertThat(blob.box().filled()).isCloseTo(1, within(1e-3));
    assertThat(blob.bounds()).isEqualTo(new Window(10, 5, 20, 5));
  }

  @Test
  void aHoleBelongsToTheBlobAroundIt() {
    Blob ring = only(mask(30, 30, (x, y) -> Math.max(Math.abs(x - 15), Math.abs(y - 15)) == 8));

    assertThat(ring.areaPixels()).isEqualTo(17 * 17);
  }

  @Test
  void aDiscIsCompactAndFillsItsBoxByAQuarterOfPi() {
    Blob disc = only(mask(100, 100, (x, y) -> Math.hypot(x - 50, y - 50) <= 40));

    assertThat(disc.compactness()).isCloseTo(1, within(0.12)); // stairs lengthen the rim a little
    assertThat(disc.box().filled()).isCloseTo(Math.PI / 4, within(0.03));
    assertThat(disc.box().elongation()).isCloseTo(1, within(0.03));
  }

  @Test
  void countsPixelsAndNeverCrossesItselfWhateverTheShape() {
    Random random = new Random(20_261_124);
    for (int trial = 0; trial < 1_000; trial++) {
      byte[] marks = new byte[40 * 40];
      for (int i = 0; i < marks.length; i++) {
        marks[i] = (byte) (random.nextDouble() < 0.6 ? 1 : 0);
      }
      for (Blob blob : new Mask(40, 40, marks).blobs()) {
        assertThat(blob.areaPixels())
            .as("trial %d, blob at %s", trial, blob.bounds())
            .isCloseTo(blob.fill(new Window(0, 0, 40, 40)).count(), within(1e-9));
        List<PixelPoint> outline = blob.outline(1);
        assertThat(outline).as("trial %d", trial).hasSizeGreaterThanOrEqualTo(3);
        assertThat(Rings.isSimple(outline)).as("trial %d: %s", trial, outline).isTrue();
      }
    }
  }

  @Test
  void aTurnedRectangleKeepsItsAreaInItsOutline() {
    Random random = new Random(4);
    for (int trial = 0; trial < 200; trial++) {
      double turn = random.nextDouble(Math.PI);
      var shape =
          AffineTransform.getRotateInstance(turn, 60, 60)
              .createTransformedShape(new Rectangle2D.Double(30, 40, 60, 40));

      Blob blob = only(mask(120, 120, (x, y) -> shape.contains(x + 0.5, y + 0.5)));

      assertThat(area(blob.outline(1)))
          .as("turned by %s", turn)
          .isCloseTo(2_400, within(2_400 * 0.04));
    }
  }

  @Test
  void tellsHowMuchOfItsRimLiesOnTheBorder() {
    Window picture = new Window(0, 0, 50, 40);
    Blob inside = only(mask(50, 40, (x, y) -> x >= 10 && x < 20 && y >= 10 && y < 20));
    Blob cut = only(mask(50, 40, (x, y) -> x < 10 && y >= 10 && y < 20));

    assertThat(inside.borderShare(picture)).isZero();
    assertThat(cut.borderShare(picture)).isCloseTo(0.25, within(1e-9));
  }

  @Test
  void openingTakesTuftsAndClosingFillsGaps() {
    Mask two =
        mask(60, 40, (x, y) -> y >= 10 && y < 30 && ((x >= 5 && x < 25) || (x >= 29 && x < 50)));

    assertThat(two.blobs()).hasSize(2);
    assertThat(two.closed(3).blobs()).hasSize(1);
    assertThat(mask(60, 40, (x, y) -> x == 20 && y > 3).opened(1).count()).isZero();
  }

  private static double area(List<PixelPoint> ring) {
    double twice = 0;
    for (int i = 0; i < ring.size(); i++) {
      PixelPoint at = ring.get(i);
      PixelPoint next = ring.get((i + 1) % ring.size());
      twice += at.xPixels() * next.yPixels() - next.xPixels() * at.yPixels();
    }
    return Math.abs(twice) / 2;
  }
}
