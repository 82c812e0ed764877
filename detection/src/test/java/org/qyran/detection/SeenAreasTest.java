package org.qyran.detection;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Shape;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.qyran.detection.find.Canvas;
import org.qyran.detection.image.FramesOnDisk;
import org.qyran.detection.image.ImageOpener;
import org.qyran.detection.image.PreparedImage;
import org.qyran.detection.image.WorkingScale;
import org.qyran.detection.plane.Window;
import org.qyran.model.Frame;
import org.qyran.model.Mosaic;
import org.qyran.model.MosaicWindow;
import org.qyran.model.PixelOutline;
import org.qyran.model.PixelPoint;
import org.qyran.model.SeenArea;

/**
 * A mosaic of 200 x 120 pixels of 10 cm, cut out by its alpha, and a window of all of it. A line
 * runs through the middles of the outermost pixels that were seen, so it is half a pixel short.
 */
class SeenAreasTest {

  private static final int WIDTH = 200;
  private static final int HEIGHT = 120;

  @TempDir private Path folder;

  @Test
  void whatIsNotCutOutIsSeenToTheVeryBorder() {
    assertThat(seen(1))
        .containsExactly(
            new SeenArea(
                new PixelOutline(
                    List.of(
                        new PixelPoint(0, 0),
                        new PixelPoint(200, 0),
                        new PixelPoint(200, 120),
                        new PixelPoint(0, 120))),
                List.of()));
  }

  @Test
  void ofWhatIsCutOutWhollyNothingIsSeen() {
    assertThat(seen(1, new Window(0, 0, WIDTH, HEIGHT))).isEmpty();
  }

  @Test
  void theBorderThatWasCutOutIsNotSeen() {
    assertThat(seen(1, new Window(0, 0, 50, HEIGHT)))
        .singleElement()
        .satisfies(
            area -> {
              assertThat(bounds(area.outline()))
                  .isEqualTo(new Rectangle2D.Double(50.5, 0.5, 149, 119));
              assertThat(area.holes()).isEmpty();
            });
  }

  @Test
  void aHoleIsToldApartFromTheGroundAroundIt() {
    // 30 x 40 pixels are 12 m².
    assertThat(seen(1, new Window(100, 50, 30, 40)))
        .singleElement()
        .satisfies(
            area -> {
              assertThat(bounds(area.outline()))
                  .isEqualTo(new Rectangle2D.Double(0.5, 0.5, 199, 119));
              assertThat(area.holes())
                  .extracting(SeenAreasTest::bounds)
                  .containsExactly(new Rectangle2D.Double(99.5, 49.5, 31, 41));
            });
  }

  @Test
  void holesOfLessThanFourSquareMetresArePassedOver() {
    // With the pixel around it: 18 x 20 pixels of a hundredth are 3.6 m², 21 x 20 are 4.2 m².
    assertThat(seen(1, new Window(100, 50, 16, 18)).get(0).holes()).isEmpty();
    assertThat(seen(1, new Window(100, 50, 19, 18)).get(0).holes()).hasSize(1);
  }

  @Test
  void specksOfLessThanASquareMetreAreNotSeenAtAll() {
    // All but two specks are cut out: 9 x 11 pixels are 0.99 m², 10 x 10 are 1 m².
    List<SeenArea> seen =
        seen(
            1,
            new Window(0, 0, WIDTH, 20),
            new Window(0, 31, WIDTH, HEIGHT - 31),
            new Window(0, 30, 150, 1),
            new Window(0, 20, 20, 11),
            new Window(29, 20, 111, 11),
            new Window(150, 20, 50, 11));

    assertThat(seen)
        .extracting(area -> bounds(area.outline()))
        .containsExactly(new Rectangle2D.Double(140.5, 20.5, 9, 9));
  }

  @Test
  void onACoarserGridOutlinesStayInPixelsOfTheWindow() {
    assertThat(seen(2, new Window(0, 0, 50, HEIGHT)))
        .extracting(area -> bounds(area.outline()))
        .containsExactly(new Rectangle2D.Double(51, 1, 148, 118));
  }

  @Test
  void partsThatAreCutApartAreToldFromTheTopDown() {
    assertThat(seen(1, new Window(0, 60, WIDTH, 5)))
        .extracting(area -> bounds(area.outline()).getMinY())
        .containsExactly(0.5, 65.5);
  }

  @Test
  void noGroundIsClaimedThatNobodySawAndHardlyAnyLost() {
    Random random = new Random(20261125);
    for (int trial = 0; trial < 30; trial++) {
      List<Window> cut = new ArrayList<>();
      for (int i = random.nextInt(4); i >= 0; i--) {
        int x = random.nextInt(WIDTH - 40);
        int y = random.nextInt(HEIGHT - 40);
        cut.add(new Window(x, y, 25 + random.nextInt(15), 25 + random.nextInt(15)));
      }

      List<SeenArea> seen = seen(1, cut.toArray(Window[]::new));

      String of = "trial %d: without %s".formatted(trial, cut);
      int claimed = 0;
      int unclaimed = 0;
      for (int y = 0; y < HEIGHT; y++) {
        for (int x = 0; x < WIDTH; x++) {
          boolean told = isTold(seen, x, y);
          claimed += told && isWellWithin(cut, x, y) ? 1 : 0;
          unclaimed += !told && cut.stream().noneMatch(holds(x, y)) ? 1 : 0;
        }
      }
      assertThat(claimed).as(of).isZero();
      // At the most the pixels along the rims: 2 (200 + 120) and 2 (40 + 40) for each hole.
      assertThat(unclaimed).as(of).isLessThanOrEqualTo(640 + 160 * cut.size());
    }
  }

  /** Further from what was seen than the pixel and a half that an outline may cut corners by. */
  private static boolean isWellWithin(List<Window> cut, int x, int y) {
    for (int row = y - 2; row <= y + 2; row++) {
      for (int column = x - 2; column <= x + 2; column++) {
        if (cut.stream().noneMatch(holds(column, row))) {
          return false;
        }
      }
    }
    return true;
  }

  private static Predicate<Window> holds(int x, int y) {
    return window -> window.contains(x, y);
  }

  /** Whether the middle of a pixel is said to have been seen. */
  private static boolean isTold(List<SeenArea> seen, int x, int y) {
    return seen.stream()
        .filter(area -> shape(area.outline()).contains(x + 0.5, y + 0.5))
        .anyMatch(
            area ->
                area.holes().stream().noneMatch(hole -> shape(hole).contains(x + 0.5, y + 0.5)));
  }

  private static Shape shape(PixelOutline outline) {
    return Canvas.shape(outline);
  }

  private static Rectangle2D bounds(PixelOutline outline) {
    return shape(outline).getBounds2D();
  }

  /** What is seen when this is cut out and the window is looked at so much more coarsely. */
  private List<SeenArea> seen(double reduction, Window... unseen) {
    BufferedImage picture = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_4BYTE_ABGR);
    for (int y = 0; y < HEIGHT; y++) {
      for (int x = 0; x < WIDTH; x++) {
        boolean cut = false;
        for (Window window : unseen) {
          cut |= window.contains(x, y);
        }
        picture.setRGB(x, y, (cut ? 0 : 0xFF000000) | 0x806B59);
      }
    }
    Path file = FramesOnDisk.write(folder.resolve("ortho.tif"), "tiff", picture);
    MosaicWindow window = window();
    Frame frame = FramesOnDisk.piece(file, window, "red", "green", "blue");
    PreparedImage image =
        new ImageOpener(1_000_000, 2_048)
            .open(frame, new WorkingScale(reduction, 0.1 * reduction, true))
            .find()
            .orElseThrow();
    return SeenAreas.of(image, window);
  }

  private static MosaicWindow window() {
    Mosaic mosaic =
        new Mosaic(
            WIDTH,
            HEIGHT,
            new Mosaic.Transform(500_000, 4_800_000, 0.1, 0, 0, -0.1),
            "EPSG:32643",
            0.1,
            5,
            new Mosaic.Values(3, null, List.of(), List.of()),
            1_000,
            0);
    return new MosaicWindow(mosaic, 0, 0, WIDTH, HEIGHT, 0, 0, WIDTH, HEIGHT);
  }
}
