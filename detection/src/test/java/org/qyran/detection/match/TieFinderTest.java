package org.qyran.detection.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.qyran.detection.image.FramesOnDisk;
import org.qyran.model.Frame;
import org.qyran.model.TiePoint;

class TieFinderTest {

  private static final int WIDTH = 800;
  private static final int HEIGHT = 600;

  @TempDir private Path folder;

  private final FrameDescriber describer = new FrameDescriber(10_000_000);
  private BufferedImage ground;

  @BeforeEach
  void paintSomeGround() {
    ground = new BufferedImage(1_600, 1_200, BufferedImage.TYPE_INT_RGB);
    Graphics2D brush = ground.createGraphics();
    brush.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    Random random = new Random(20261125);
    for (int stone = 0; stone < 4_000; stone++) {
      int grey = random.nextInt(256);
      brush.setColor(new Color(grey, grey, grey));
      brush.fillOval(
          random.nextInt(1_600),
          random.nextInt(1_200),
          4 + random.nextInt(40),
          4 + random.nextInt(40));
    }
    brush.dispose();
  }

  @Test
  void picturesThatOverlapAreTiedByTheShiftBetweenThem() {
    List<TiePoint> ties =
        TieFinder.ties(
            described(seen("a", 300, 200, false)), described(seen("b", 450, 260, false)));

    assertThat(ties).hasSizeGreaterThan(100);
    // What stands at x in the first stands 150 further left in the second.
    assertThat(median(ties, tie -> tie.first().xPixels() - tie.second().xPixels()))
        .isCloseTo(150, within(0.5));
    assertThat(median(ties, tie -> tie.first().yPixels() - tie.second().yPixels()))
        .isCloseTo(60, within(0.5));
  }

  @Test
  void aPictureThatHangsUpsideDownIsTiedAllTheSame() {
    List<TiePoint> ties =
        TieFinder.ties(described(seen("a", 300, 200, false)), described(seen("b", 300, 200, true)));

    assertThat(ties).hasSizeGreaterThan(100);
    assertThat(median(ties, tie -> tie.first().xPixels() + tie.second().xPixels()))
        .isCloseTo(WIDTH, within(0.5));
    assertThat(median(ties, tie -> tie.first().yPixels() + tie.second().yPixels()))
        .isCloseTo(HEIGHT, within(0.5));
  }

  @Test
  void theSamePictureHasTheSameFeatures() {
    Frame frame = seen("a", 300, 200, false);

    assertThat(described(frame).descriptors()).isEqualTo(described(frame).descriptors());
    assertThat(described(frame).positions()).isEqualTo(described(frame).positions());
  }

  @Test
  void nothingIsTiedWhereThereIsNothingToSee() {
    BufferedImage snow = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    Path file = FramesOnDisk.write(folder.resolve("snow.png"), "png", snow);
    Frame blank = FramesOnDisk.colour(file, WIDTH, HEIGHT, "blue", "green", "red");

    assertThat(describer.describe(blank).count()).isZero();
    assertThat(TieFinder.ties(describer.describe(blank), described(seen("a", 0, 0, false))))
        .isEmpty();
  }

  @Test
  void aFileThatCannotBeReadHasNoFeatures() throws IOException {
    Path file = Files.writeString(folder.resolve("broken.png"), "no picture");
    Frame broken = FramesOnDisk.colour(file, WIDTH, HEIGHT, "blue", "green", "red");

    assertThat(describer.describe(broken).count()).isZero();
  }

  private FrameFeatures described(Frame frame) {
    return describer.describe(frame);
  }

  private Frame seen(String name, int x, int y, boolean upsideDown) {
    BufferedImage picture = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    Graphics2D brush = picture.createGraphics();
    if (upsideDown) {
      brush.rotate(Math.PI, WIDTH / 2.0, HEIGHT / 2.0);
    }
    brush.drawImage(ground, -x, -y, null);
    brush.dispose();
    Path file = FramesOnDisk.write(folder.resolve(name + ".png"), "png", picture);
    return FramesOnDisk.colour(file, WIDTH, HEIGHT, "blue", "green", "red");
  }

  private static double median(List<TiePoint> ties, ToDoubleFunction<TiePoint> value) {
    double[] sorted = ties.stream().mapToDouble(value).sorted().toArray();
    return sorted[sorted.length / 2];
  }
}
