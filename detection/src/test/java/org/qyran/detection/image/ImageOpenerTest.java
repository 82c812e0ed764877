package org.qyran.detection.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.qyran.detection.plane.Plane;
import org.qyran.detection.radiometry.Calibration;
import org.qyran.model.Frame;
import org.qyran.model.FrameIssue;
import org.qyran.model.IssueCode;
import org.qyran.model.Outcome;
import org.qyran.model.PanelMark;
import org.qyran.model.PixelPoint;
import org.qyran.model.Radiometry;
import org.qyran.model.SensorResponse;
import org.qyran.model.SensorResponse.Quantity;
import org.qyran.model.Vignette;

class ImageOpenerTest {

  @TempDir private Path folder;

  private final ImageOpener opener = new ImageOpener(1_000_000, 512);

  /** Red ground, and a blue block from (400, 160) to (480, 240). */
  private Path jpeg(int width, int height) {
    BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = picture.createGraphics();
    pen.setColor(Color.RED);
    pen.fillRect(0, 0, width, height);
    pen.setColor(Color.BLUE);
    pen.fillRect(400, 160, 80, 80);
    pen.dispose();
    return FramesOnDisk.write(folder.resolve("a.jpg"), "jpg", picture);
  }

  private static Frame rgb(Path file, int width, int height) {
    return FramesOnDisk.colour(file, width, height, "red", "green", "blue");
  }

  private static PreparedImage opened(Outcome<PreparedImage> outcome) {
    return outcome.find().orElseThrow(() -> new AssertionError(outcome.findIssue().toString()));
  }

  private FrameIssue issue(Path file, int width, int height) {
    return opener
        .open(rgb(file, width, height), new WorkingScale(1, 0.1, true))
        .findIssue()
        .orElseThrow();
  }

  @Test
  void channelsAreRedGreenBlueAndOneIsFull() {
    PreparedImage image =
        opened(opener.open(rgb(jpeg(800, 600), 800, 600), new WorkingScale(1, 0.1, true)));

    assertThat(image.read(0, image.whole()).at(10, 10)).isCloseTo(1, within(0.03f));
    assertThat(image.read(2, image.whole()).at(10, 10)).isCloseTo(0, within(0.03f));
    assertThat(image.read(0, image.whole()).at(440, 200)).isCloseTo(0, within(0.03f));
    assertThat(image.read(2, image.whole()).at(440, 200)).isCloseTo(1, within(0.03f));
  }

  @ParameterizedTest(name = "{0} frame pixels in one")
  @ValueSource(doubles = {1, 1.3, 2, 3.7, 4, 4.9, 8, 11})
  void whatIsSeenAtAReductionIsPutBackWhereItIs(double reduction) {
    // 803 and 601 divide by nothing, so the last columns of a reduced picture are partly empty.
    PreparedImage image =
        opened(opener.open(rgb(jpeg(803, 601), 803, 601), new WorkingScale(reduction, 0.1, true)));

    assertThat(image.framePixelsPerPixel()).isCloseTo(reduction, within(0.02 * reduction));
    Plane blue = image.read(2, image.whole());
    double sum = 0;
    double sumX = 0;
    double sumY = 0;
    for (int y = 0; y < blue.height(); y++) {
      for (int x = 0; x < blue.width(); x++) {
        sum += blue.at(x, y);
        sumX += blue.at(x, y) * (x + 0.5);
        sumY += blue.at(x, y) * (y + 0.5);
      }
    }
    PixelPoint center = new PixelPoint(sumX / sum, sumY / sum);
    PixelPoint inFrame = image.inFrame(List.of(center, center, center)).ring().get(0);
    assertThat(inFrame.xPixels()).isCloseTo(440, within(1.0)); // the middle of the blue block
    assertThat(inFrame.yPixels()).isCloseTo(200, within(1.0));
  }

  @Test
  void neverLooksFinerThanTheFrameIs() {
    assertThat(WorkingScale.of(0.25, 0.08)).isEqualTo(new WorkingScale(1, 0.25, true));
    assertThat(WorkingScale.of(0.02, 0.08)).isEqualTo(new WorkingScale(4, 0.08, true));
  }

  @Test
  void looksMoreCoarselyAtAPictureThatWouldNotFit() {
    WorkingScale fine = WorkingScale.of(0.1, 0.08);

    // 40 megapixels of three bands are 120 million values; 60 fit, so each side shrinks by √2.
    WorkingScale bounded = fine.bounded(120e6);

    assertThat(bounded.reduction()).isCloseTo(Math.sqrt(2), within(1e-9));
    assertThat(bounded.gsdMeters()).isCloseTo(0.1 * Math.sqrt(2), within(1e-9));
    assertThat(fine.bounded(60e6)).isEqualTo(fine);
    assertThat(WorkingScale.of(0.02, 0.08).bounded(120e6).reduction()).isEqualTo(4);
  }

  @Test
  void refusesAPictureOfAnotherSizeThanItsFrameSays() {
    FrameIssue issue = issue(jpeg(800, 600), 640, 480);

    assertThat(issue.code()).isEqualTo(IssueCode.UNREADABLE);
    assertThat(issue.detail())
        .startsWith("the picture is 800 x 600 pixels, its frame says 640 x 480");
  }

  @Test
  void refusesAPictureThatIsTooLargeBeforeDecodingIt() {
    assertThat(
            new ImageOpener(1_000, 512)
                .open(rgb(jpeg(800, 600), 800, 600), new WorkingScale(1, 0.1, true))
                .findIssue()
                .orElseThrow()
                .detail())
        .startsWith("the picture has 480000 pixels, the limit is 1000");
  }

  @Test
  void refusesAJpegThatIsCutShortWhereverItIsCut() throws IOException {
    byte[] whole = Files.readAllBytes(jpeg(800, 600));
    Random random = new Random(5);
    for (int trial = 0; trial < 200; trial++) {
      int length = random.nextInt(whole.length - 1);
      Path cut = Files.write(folder.resolve("cut.jpg"), Arrays.copyOf(whole, length));

      assertThat(issue(cut, 800, 600).code())
          .as("cut at %d of %d", length, whole.length)
          .isEqualTo(IssueCode.UNREADABLE);
    }
  }

  @Test
  void refusesTextAndNothing() throws IOException {
    Path text =
        Files.write(folder.resolve("b.jpg"), "not a picture".getBytes(StandardCharsets.UTF_8));
    Path empty = Files.write(folder.resolve("c.jpg"), new byte[0]);

    assertThat(issue(text, 10, 10).code()).isEqualTo(IssueCode.UNREADABLE);
    assertThat(issue(empty, 10, 10).detail()).startsWith("the file is empty");
  }

  @Test
  void refusesAFileThatIsGone() throws IOException {
    Path file = jpeg(800, 600);
    Frame frame = rgb(file, 800, 600);
    Files.delete(file);

    assertThat(opener.open(frame, new WorkingScale(1, 0.1, true)).findIssue().orElseThrow().code())
        .isEqualTo(IssueCode.UNREADABLE);
  }

  @Test
  void leavesPixelsAsStoredWhateverTheOrientationTagSays() throws IOException {
    byte[] plain = Files.readAllBytes(jpeg(800, 600));
    // An EXIF segment with one entry: tag 0112, short, 1 value, 6 (turn clockwise to view).
    int[] exif = {
      0xFF, 0xE1, 0, 34, 'E', 'x', 'i', 'f', 0, 0, 'M', 'M', 0, 42, 0, 0, 0, 8, 0, 1, //
      0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0, 0, 0, 0, 0
    };
    ByteArrayOutputStream turned = new ByteArrayOutputStream();
    turned.write(plain, 0, 2);
    for (int value : exif) {
      turned.write(value);
    }
    turned.write(plain, 2, plain.length - 2);
    Path file = Files.write(folder.resolve("turned.jpg"), turned.toByteArray());

    PreparedImage image = opened(opener.open(rgb(file, 800, 600), new WorkingScale(1, 0.1, true)));

    assertThat(image.whole().width()).isEqualTo(800);
    assertThat(image.read(2, image.whole()).at(440, 200)).isCloseTo(1, within(0.03f));
  }

  @Test
  void sixteenBitSamplesRunFromNoughtToOne() {
    BufferedImage picture = new BufferedImage(64, 48, BufferedImage.TYPE_USHORT_GRAY);
    picture.getRaster().setSample(3, 2, 0, 65_535);
    picture.getRaster().setSample(5, 7, 0, 13_107); // a fifth of 65,535
    Path file = FramesOnDisk.write(folder.resolve("a.tif"), "tiff", picture);

    PreparedImage image =
        opened(
            opener.open(
                FramesOnDisk.rig(List.of(file), List.of("nir"), 64, 48),
                new WorkingScale(1, 0.1, true)));

    assertThat(image.read(0, image.whole()).at(3, 2)).isEqualTo(1);
    assertThat(image.read(0, image.whole()).at(5, 7)).isCloseTo(0.2f, within(1e-6f));
    assertThat(image.read(0, image.whole()).at(0, 0)).isZero();
  }

  @Test
  void aBandOfEightBitsStaysCountsAndNothingCalibratedIt() {
    PreparedImage image = opened(lit(BufferedImage.TYPE_BYTE_GRAY, 1.2));

    assertThat(image.unit()).isEqualTo(PixelUnit.DN);
    assertThat(image.calibratedBy()).isEqualTo(Calibration.Source.NONE);
  }

  @Test
  void lightThatNoPictureHasCalibratesNothing() {
    // π over the second is beyond the largest double.
    PreparedImage bright = opened(lit(BufferedImage.TYPE_USHORT_GRAY, 1.2));
    PreparedImage dark = opened(lit(BufferedImage.TYPE_USHORT_GRAY, 1e-310));

    assertThat(bright.unit()).isEqualTo(PixelUnit.REFLECTANCE);
    assertThat(bright.calibratedBy()).isEqualTo(Calibration.Source.LIGHT_SENSOR);
    assertThat(dark.unit()).isEqualTo(PixelUnit.DN);
    assertThat(dark.calibratedBy()).isEqualTo(Calibration.Source.NONE);
  }

  private Outcome<PreparedImage> lit(int type, double irradiance) {
    BufferedImage picture = new BufferedImage(64, 48, type);
    Path file = FramesOnDisk.write(folder.resolve("a.tif"), "tiff", picture);
    SensorResponse response =
        new SensorResponse(Quantity.RADIANCE, 0, 65_535, 0.001, 1, 1e-4, 0, 0, Vignette.NONE);
    Radiometry lit = new Radiometry(response, irradiance, PanelMark.NONE, List.of());
    Frame frame = FramesOnDisk.rig(List.of(file), List.of("nir"), 64, 48);
    return opener.open(
        frame.with(List.of(frame.bands().get(0).with(lit))), new WorkingScale(1, 0.1, true));
  }

  @Test
  void laysABandOnTheFirstOneThatItsLensSawShifted() {
    Random random = new Random(9);
    for (int trial = 0; trial < 5; trial++) {
      int right = random.nextInt(-12, 13);
      int down = random.nextInt(-9, 10);
      float[] ground = ground(random);
      Path one = band("green.tif", ground, 0, 0, false);
      Path other = band("nir.tif", ground, right, down, true);

      PreparedImage image =
          opened(
              opener.open(
                  FramesOnDisk.rig(List.of(one, other), List.of("green", "nir"), 400, 300),
                  new WorkingScale(1, 0.1, true)));

      assertThat(image.findBandResidualPixels().orElseThrow())
          .as("trial %d: shifted by %d, %d", trial, right, down)
          .isLessThan(0.25);
      // The second band is the negative of the first: what was g is 1 - g, whatever the shift was.
      Plane green = image.read(0, image.whole());
      Plane nir = image.read(1, image.whole());
      double off = 0;
      for (int y = 40; y < 260; y++) {
        for (int x = 40; x < 360; x++) {
          off += Math.abs(green.at(x, y) + nir.at(x, y) - 1);
        }
      }
      assertThat(off / (220 * 320)).as("shifted by %d, %d", right, down).isLessThan(0.03);
      assertThat(image.seen(image.whole()).count())
          .as("shifted by %d, %d", right, down)
          .isBetween((400 - 16) * (300 - 13), 400 * 300);
    }
  }

  /** Patches of 9 pixels, each of its own brightness, a little larger than a picture. */
  private static float[] ground(Random random) {
    float[] patches = new float[60 * 60];
    for (int i = 0; i < patches.length; i++) {
      patches[i] = random.nextFloat();
    }
    return patches;
  }

  private Path band(String name, float[] ground, int right, int down, boolean negative) {
    BufferedImage picture = new BufferedImage(400, 300, BufferedImage.TYPE_USHORT_GRAY);
    for (int y = 0; y < 300; y++) {
      for (int x = 0; x < 400; x++) {
        float value = ground[(y - down + 60) / 9 * 60 + (x - right + 60) / 9];
        int sample = Math.round(65_535 * (negative ? 1 - value : value));
        picture.getRaster().setSample(x, y, 0, sample);
      }
    }
    return FramesOnDisk.write(folder.resolve(name), "tiff", picture);
  }

  @Test
  void decodesWholeForBenchmarks() throws IOException {
    assertThat(ImageOpener.decodeFully(jpeg(800, 600))).isEqualTo(480_000);
  }
}
