package org.qyran.ingest.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.qyran.model.Band;
import org.qyran.model.BandImage;
import org.qyran.model.CameraModel;
import org.qyran.model.Capture;
import org.qyran.model.Frame;
import org.qyran.model.ImageRef;
import org.qyran.model.Mosaic;
import org.qyran.model.MosaicWindow;
import org.qyran.model.PoseError;
import org.qyran.model.RunWarning;

/** Windows are counted with a pencil; the loop asks what must hold for all of them. */
class MosaicFramesTest {

  @Test
  void cutsIntoWindowsThatShareTheOverlap() {
    // Cores of 1000 - 100 at the most: 2000 / 900 is 3 columns, 900 / 900 is 1 row.
    List<Frame> frames = MosaicFrames.of(capture(2_000, 900, 1_000, 100));

    assertThat(frames)
        .extracting(frame -> window(frame).leftPixels(), frame -> window(frame).widthPixels())
        .containsExactly(
            tuple(0, 716), // 666 and 50
            tuple(616, 767), // 50 and 667 and 50
            tuple(1_283, 717));
    assertThat(frames).extracting(frame -> frame.camera().widthPixels()).contains(716, 767, 717);
  }

  @Test
  void aRasterThatFitsIsNotCut() {
    assertThat(MosaicFrames.of(capture(1_000, 1_000, 1_000, 250))).hasSize(1);
  }

  @Test
  void coresCoverTheMosaicOnceAndWindowsAreNoLargerThanAsked() {
    Random random = new Random(20261125);
    for (int trial = 0; trial < 1_000; trial++) {
      int width = 1 + random.nextInt(5_000);
      int height = 1 + random.nextInt(5_000);
      int side = 100 + random.nextInt(2_000);
      int overlap = random.nextInt(side / 4);
      List<Frame> frames = MosaicFrames.of(capture(width, height, side, overlap));

      String of = "trial %d: %d x %d by %d and %d".formatted(trial, width, height, side, overlap);
      long covered = 0;
      TreeSet<String> corners = new TreeSet<>();
      for (Frame frame : frames) {
        MosaicWindow window = window(frame);
        covered += (long) window.coreWidthPixels() * window.coreHeightPixels();
        corners.add(window.coreLeftPixels() + "," + window.coreTopPixels());
        assertThat(window.widthPixels()).as(of).isLessThanOrEqualTo(side);
        assertThat(window.heightPixels()).as(of).isLessThanOrEqualTo(side);
      }
      assertThat(covered).as(of).isEqualTo((long) width * height);
      assertThat(corners).as(of).hasSameSizeAs(frames);
      assertThat(frames).as(of).extracting(Frame::id).doesNotHaveDuplicates();
    }
  }

  @Test
  void saysOnceWhichOrthophotosTellNoDate() {
    PairedFlight flight =
        new FrameAssembler().pair(List.of(capture(2_000, 900, 1_000, 100)), List.of());

    assertThat(flight.frames()).hasSize(3).allMatch(frame -> frame.findWindow().isPresent());
    assertThat(flight.warnings()).extracting(RunWarning::code).containsExactly("DATE_UNKNOWN");
    assertThat(flight.warnings().get(0).files()).containsExactly("ortho.tif");
  }

  @Test
  void anOrthophotoMayLieBesidePicturesOfAPanel() {
    Capture mosaic = capture(2_000, 900, 1_000, 100);

    PairedFlight flight = new FrameAssembler().pair(List.of(mosaic, panel()), List.of());

    assertThat(flight.frames()).filteredOn(frame -> frame.findWindow().isPresent()).hasSize(3);
    assertThat(flight.frames()).filteredOn(Frame::calibrationPanel).hasSize(1);
  }

  private static Capture panel() {
    ImageRef image = new ImageRef("file:///panel.tif", "1".repeat(64), "panel.tif", 1);
    return new Capture(
        image,
        "survey",
        image.sha256(),
        "camera",
        Instant.EPOCH,
        Capture.TimeSource.GPS,
        null,
        List.of(),
        null,
        new PoseError(0, 0, 0, 0),
        null,
        List.of(
            new BandImage(
                image, 0, new Band("red", 668, 10), CameraModel.unknown("camera", 40, 30))),
        true);
  }

  private static MosaicWindow window(Frame frame) {
    return frame.findWindow().orElseThrow();
  }

  private static Capture capture(int width, int height, int side, int overlap) {
    ImageRef image = new ImageRef("file:///ortho.tif", "0".repeat(64), "ortho.tif", 1);
    Mosaic mosaic =
        new Mosaic(
            width,
            height,
            new Mosaic.Transform(500_000, 4_800_000, 0.1, 0, 0, -0.1),
            "EPSG:32643",
            0.1,
            5,
            Mosaic.Values.AS_STORED,
            side,
            overlap);
    return new Capture(
        image,
        "survey",
        image.sha256(),
        "orthophoto",
        Instant.EPOCH,
        Capture.TimeSource.NONE,
        null,
        List.of(),
        null,
        new PoseError(0, 0, 0, 0),
        null,
        List.of(
            new BandImage(
                image,
                0,
                new Band("grey", 550, 300),
                CameraModel.unknown("orthophoto", width, height))),
        false,
        mosaic);
  }
}
