package org.qyran.detection.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.qyran.detection.plane.Mask;
import org.qyran.detection.plane.Plane;
import org.qyran.detection.plane.Window;
import org.qyran.model.Frame;
import org.qyran.model.IssueCode;
import org.qyran.model.Mosaic;
import org.qyran.model.MosaicWindow;
import org.qyran.model.PixelPoint;

/**
 * A raster of 120 x 80 pixels of 10 cm whose three channels are told apart by their numbers: at
 * column x and row y they hold x, y and 200. Means are had with a pencil.
 */
class WindowOpenerTest {

  private static final int WIDTH = 120;
  private static final int HEIGHT = 80;
  private static final int TILE = 2_048;
  private static final WorkingScale AS_STORED = new WorkingScale(1, 0.1, true);

  @TempDir private Path folder;

  @Test
  void everyBandIsTheOneOfItsChannelWhateverTheirOrder() throws IOException {
    Frame frame = piece(window(40, 30, 50, 40), "nir", "green", "blue");
    Frame blueFirst = frame.with(List.of(frame.bands().get(2), frame.bands().get(0)));

    PreparedImage image = open(blueFirst, AS_STORED);

    assertThat(count(image, "blue", 7, 3)).isCloseTo(200, within(1e-3));
    assertThat(count(image, "nir", 7, 3)).isCloseTo(40 + 7, within(1e-3));
  }

  @Test
  void aWindowShowsItsOwnPartOfTheRaster() throws IOException {
    Random random = new Random(20261125);
    for (int trial = 0; trial < 100; trial++) {
      int left = random.nextInt(WIDTH - 1);
      int top = random.nextInt(HEIGHT - 1);
      int width = 1 + random.nextInt(WIDTH - left);
      int height = 1 + random.nextInt(HEIGHT - top);
      int x = random.nextInt(width);
      int y = random.nextInt(height);

      PreparedImage image =
          open(piece(window(left, top, width, height), "red", "green", "blue"), AS_STORED);

      String of = "trial %d: (%d, %d) of %d x %d".formatted(trial, x, y, width, height);
      assertThat(image.whole()).as(of).isEqualTo(new Window(0, 0, width, height));
      assertThat(count(image, "red", x, y)).as(of).isCloseTo(left + x, within(1e-3));
      assertThat(count(image, "green", x, y)).as(of).isCloseTo(top + y, within(1e-3));
    }
  }

  @Test
  void aCoarserGridHoldsMeansAndLeadsBackToThePixelsOfTheWindow() throws IOException {
    PreparedImage image =
        open(piece(window(40, 30, 50, 40), "red", "green", "blue"), new WorkingScale(2, 0.2, true));

    assertThat(image.whole()).isEqualTo(new Window(0, 0, 25, 20));
    // Columns 54 and 55, rows 36 and 37: 54.5 and 36.5, and bytes are rounded up.
    assertThat(count(image, "red", 7, 3)).isCloseTo(55, within(1e-3));
    assertThat(count(image, "green", 7, 3)).isCloseTo(37, within(1e-3));
    assertThat(image.framePixelsPerPixel()).isEqualTo(2);
    assertThat(
            image
                .inFrame(
                    List.of(new PixelPoint(7, 3), new PixelPoint(25, 3), new PixelPoint(7, 20)))
                .ring())
        .containsExactly(new PixelPoint(14, 6), new PixelPoint(50, 6), new PixelPoint(14, 40));
  }

  @Test
  void countsAreReflectanceWhereWhoeverMadeTheMosaicSaysSo() throws IOException {
    Mosaic.Values scaled =
        new Mosaic.Values(-1, null, List.of(0.004, 0.01, 1.0), List.of(0.1, 0.0, 0.0));
    MosaicWindow window = window(scaled, 40, 30, 50, 40);

    PreparedImage image = open(piece(window, "red", "green", "blue"), AS_STORED);

    assertThat(image.unit()).isEqualTo(PixelUnit.REFLECTANCE);
    assertThat(value(image, "red", 7, 3)).isCloseTo(0.004f * 47 + 0.1f, within(1e-6f));
    assertThat(value(image, "green", 7, 3)).isCloseTo(0.01f * 33, within(1e-6f));
    assertThat(open(piece(window(40, 30, 50, 40), "red", "green", "blue"), AS_STORED).unit())
        .isEqualTo(PixelUnit.DN);
  }

  @Test
  void aPixelOfTheGridIsUnseenWhereOneOfItsPixelsIs() throws IOException {
    Path file = cutOut(new Window(10, 5, 1, 1));
    MosaicWindow window = window(new Mosaic.Values(3, null, List.of(), List.of()), 0, 0, 100, 80);

    PreparedImage image =
        open(
            FramesOnDisk.piece(file, window, "red", "green", "blue"),
            new WorkingScale(2.5, 0.25, true));

    // It is read two by two: columns 10 and 11, rows 4 and 5. These lie in 4.0 to 4.8 and in 1.6
    // to 2.4 of the grid.
    Mask seen = image.seen(image.whole());
    assertThat(image.whole()).isEqualTo(new Window(0, 0, 40, 32));
    assertThat(seen.at(4, 1)).isFalse();
    assertThat(seen.at(4, 2)).isFalse();
    assertThat(seen.count()).isEqualTo(40 * 32 - 2);
  }

  @Test
  void whatWasCutOutIsUnseenAndAsBrightAsTheRest() throws IOException {
    Path file = cutOut(new Window(0, 0, 60, HEIGHT));
    MosaicWindow window =
        window(new Mosaic.Values(3, null, List.of(), List.of()), 0, 0, WIDTH, HEIGHT);

    PreparedImage image = open(FramesOnDisk.piece(file, window, "red", "green", "blue"), AS_STORED);

    assertThat(image.seen(image.whole()).count()).isEqualTo(60 * HEIGHT);
    // The mean of columns 60 to 119: no edge for a detector to find.
    assertThat(count(image, "red", 30, 10)).isCloseTo(89.5, within(0.51));
  }

  @Test
  void aPersonIsShownRedGreenAndBlueWhateverTheirChannels() throws IOException {
    Frame frame = piece(window(40, 30, 50, 40), "blue", "green", "red");

    ColourPicture picture = WindowOpener.openColour(frame, frame.findWindow().orElseThrow(), 1);

    assertThat(picture.bands()).isEqualTo("red green blue");
    assertThat(bgr(picture, 7, 3)).containsExactly(47, 33, 200);
  }

  @Test
  void aPersonIsShownNearInfraredAsRed() throws IOException {
    Frame frame = piece(window(40, 30, 50, 40), "green", "nir", "red");

    ColourPicture picture = WindowOpener.openColour(frame, frame.findWindow().orElseThrow(), 1);

    assertThat(picture.bands()).isEqualTo("nir red green");
    assertThat(bgr(picture, 7, 3)).containsExactly(47, 200, 33);
  }

  @Test
  void aPersonSeesWhiteWhereNobodySawAnything() throws IOException {
    Path file = cutOut(new Window(0, 0, 60, HEIGHT));
    MosaicWindow window =
        window(new Mosaic.Values(3, null, List.of(), List.of()), 0, 0, WIDTH, HEIGHT);

    ColourPicture picture =
        WindowOpener.openColour(
            FramesOnDisk.piece(file, window, "red", "green", "blue"), window, 1);

    assertThat(bgr(picture, 59, 10)).containsExactly(255, 255, 255);
    assertThat(bgr(picture, 60, 10)).containsExactly(200, 10, 60);
  }

  @Test
  void aRasterThatIsNoLongerTheOneThatWasDescribedIsRefused() {
    Path file = folder.resolve("other.tif");
    FramesOnDisk.write(file, "tiff", new BufferedImage(9, 9, BufferedImage.TYPE_3BYTE_BGR));
    Frame frame = FramesOnDisk.piece(file, window(40, 30, 50, 40), "red", "green", "blue");

    assertThat(new ImageOpener(1_000_000, TILE).open(frame, AS_STORED).findIssue())
        .hasValueSatisfying(
            issue -> {
              assertThat(issue.code()).isEqualTo(IssueCode.UNREADABLE);
              assertThat(issue.detail()).contains("is 9 x 9 pixels and was said to be 120 x 80");
            });
  }

  private static PreparedImage open(Frame frame, WorkingScale scale) throws IOException {
    return WindowOpener.open(frame, frame.findWindow().orElseThrow(), scale, TILE);
  }

  private static float value(PreparedImage image, String band, int x, int y) {
    Plane plane = image.read(image.findBand(band).orElseThrow(), new Window(x, y, 1, 1));
    return plane.values()[0];
  }

  /** Of 8 bits, of which 255 are one. */
  private static double count(PreparedImage image, String band, int x, int y) {
    return 255 * value(image, band, x, y);
  }

  private static List<Integer> bgr(ColourPicture picture, int x, int y) {
    int at = 3 * (y * picture.width() + x);
    return List.of(
        picture.bgr()[at] & 0xFF, picture.bgr()[at + 1] & 0xFF, picture.bgr()[at + 2] & 0xFF);
  }

  private Frame piece(MosaicWindow window, String... bandOfChannel) {
    return FramesOnDisk.piece(
        written(BufferedImage.TYPE_3BYTE_BGR, new Window(0, 0, 1, 1)), window, bandOfChannel);
  }

  /** A raster with alpha, which is 0 within the window. */
  private Path cutOut(Window unseen) {
    return written(BufferedImage.TYPE_4BYTE_ABGR, unseen);
  }

  private Path written(int type, Window unseen) {
    BufferedImage picture = new BufferedImage(WIDTH, HEIGHT, type);
    for (int y = 0; y < HEIGHT; y++) {
      for (int x = 0; x < WIDTH; x++) {
        int alpha = unseen.contains(x, y) ? 0 : 0xFF;
        picture.setRGB(x, y, alpha << 24 | x << 16 | y << 8 | 200);
      }
    }
    return FramesOnDisk.write(folder.resolve("raster-" + type + ".tif"), "tiff", picture);
  }

  private static MosaicWindow window(int left, int top, int width, int height) {
    return window(Mosaic.Values.AS_STORED, left, top, width, height);
  }

  private static MosaicWindow window(
      Mosaic.Values values, int left, int top, int width, int height) {
    Mosaic mosaic =
        new Mosaic(
            WIDTH,
            HEIGHT,
            new Mosaic.Transform(500_000, 4_800_000, 0.1, 0, 0, -0.1),
            "EPSG:32643",
            0.1,
            5,
            values,
            1_000,
            0);
    return new MosaicWindow(mosaic, left, top, width, height, left, top, width, height);
  }
}
