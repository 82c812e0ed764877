package org.qyran.jobs.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.qyran.model.Band;
import org.qyran.model.BandImage;
import org.qyran.model.CameraModel;
import org.qyran.model.Capture;
import org.qyran.model.Frame;
import org.qyran.model.FrameReceipt;
import org.qyran.model.FrameReceipt.Status;
import org.qyran.model.GeoPoint;
import org.qyran.model.ImageRef;
import org.qyran.model.IssueCode;
import org.qyran.model.Mosaic;
import org.qyran.model.MosaicWindow;
import org.qyran.model.RunWarning;
import org.qyran.sampledata.Scene;

/** An orthophoto in three windows on flight {@code survey}, beside whatever a test adds. */
class MosaicReceiptsTest {

  private final List<RunWarning> warnings = new ArrayList<>();

  @Test
  void anOrthophotoThatWasReadLeavesOneReceiptAndNoWarning() {
    List<FrameReceipt> joined = joined(processed(), processed(), processed());

    assertThat(joined).containsExactly(processed());
    assertThat(warnings).isEmpty();
  }

  @Test
  void anOrthophotoOfWhichAPartCouldNotBeReadIsProcessedAndTheWarningSaysHowMuch() {
    List<FrameReceipt> joined = joined(refused("tile 7 is damaged"), processed(), processed());

    assertThat(joined).containsExactly(processed());
    assertThat(warnings)
        .extracting(RunWarning::code, RunWarning::message, RunWarning::files)
        .containsExactly(
            tuple(
                "MOSAIC_PARTLY_READ",
                "Of the orthophoto listed 1 of 3 windows could not be read, and are not covered:"
                    + " tile 7 is damaged",
                List.of("ortho.tif")));
  }

  @Test
  void anOrthophotoOfWhichNothingCouldBeReadIsRefusedAndNeedsNoWarning() {
    List<FrameReceipt> joined =
        joined(refused("it is cut short"), refused("it is cut short"), refused("it is cut short"));

    assertThat(joined).containsExactly(refused("it is cut short"));
    assertThat(warnings).isEmpty();
  }

  @Test
  void aWindowWithoutAPlaceIsWorseThanOneWithAndBetterThanNone() {
    assertThat(joined(unlocated(), processed())).containsExactly(processed());
    assertThat(joined(refused("it is cut short"), unlocated())).containsExactly(unlocated());
  }

  @Test
  void photographsKeepTheirReceiptsEvenThoseOfTheSameNameOnAnotherFlight() {
    FrameReceipt other = receipt("flight-2", "ortho.tif", Status.PROCESSED, null, "");
    FrameReceipt picture = receipt("survey", "a.jpg", Status.PROCESSED, null, "");
    FrameReceipt copy = receipt("survey", "a.jpg", Status.REFUSED, IssueCode.DUPLICATE, "seen");

    List<FrameReceipt> joined = joined(other, other, picture, copy, processed(), processed());

    assertThat(joined).containsExactly(other, other, picture, copy, processed());
    assertThat(warnings).isEmpty();
  }

  @Test
  void twoOrthophotosAreCountedApart() {
    List<FrameReceipt> joined =
        MosaicReceipts.joined(
            List.of(
                processed(),
                refused("tile 7 is damaged"),
                receipt("survey", "other.tif", Status.PROCESSED, null, "")),
            List.of(window("ortho.tif"), window("other.tif")),
            warnings);

    assertThat(joined).extracting(FrameReceipt::file).containsExactly("ortho.tif", "other.tif");
    assertThat(warnings)
        .singleElement()
        .satisfies(warning -> assertThat(warning.message()).contains("1 of 2 windows"));
  }

  @Test
  void whoeverWasFasterMakesNoDifference() {
    Random random = new Random(20261125);
    for (int trial = 0; trial < 1_000; trial++) {
      List<FrameReceipt> receipts = new ArrayList<>();
      for (int i = 1 + random.nextInt(4); i > 0; i--) {
        receipts.add(refused("tile %d is damaged".formatted(random.nextInt(9))));
      }
      for (int i = random.nextInt(3); i > 0; i--) {
        receipts.add(random.nextBoolean() ? processed() : unlocated());
      }
      List<FrameReceipt> joined = joined(receipts.toArray(FrameReceipt[]::new));
      List<RunWarning> told = List.copyOf(warnings);
      warnings.clear();
      Collections.shuffle(receipts, random);

      assertThat(joined(receipts.toArray(FrameReceipt[]::new)))
          .as("trial %d: %s", trial, receipts)
          .isEqualTo(joined);
      assertThat(warnings).as("trial %d: %s", trial, receipts).isEqualTo(told);
      warnings.clear();
    }
  }

  private List<FrameReceipt> joined(FrameReceipt... receipts) {
    Frame photograph = Scene.above(new GeoPoint(43.3, 70.9), 100).photograph();
    return MosaicReceipts.joined(
        List.of(receipts),
        List.of(window("ortho.tif"), photograph, window("ortho.tif"), window("ortho.tif")),
        warnings);
  }

  private static FrameReceipt processed() {
    return receipt("survey", "ortho.tif", Status.PROCESSED, null, "orthophoto of 900 x 700 pixels");
  }

  private static FrameReceipt unlocated() {
    return receipt(
        "survey", "ortho.tif", Status.UNLOCATED, IssueCode.RAY_MISSES_GROUND, "off its map");
  }

  private static FrameReceipt refused(String why) {
    return receipt("survey", "ortho.tif", Status.REFUSED, IssueCode.UNREADABLE, why);
  }

  private static FrameReceipt receipt(
      String flight, String file, Status status, @Nullable IssueCode reason, String detail) {
    return new FrameReceipt(
        file,
        "0".repeat(64),
        status,
        reason,
        detail,
        null,
        null,
        null,
        null,
        null,
        null,
        flight,
        "orthophoto");
  }

  private static Frame window(String file) {
    ImageRef image = new ImageRef("file:///" + file, "0".repeat(64), file, 1);
    Mosaic mosaic =
        new Mosaic(
            900,
            700,
            new Mosaic.Transform(500_000, 4_800_000, 0.1, 0, 0, -0.1),
            "EPSG:32643",
            0.1,
            5,
            Mosaic.Values.AS_STORED,
            900,
            0);
    return new Frame(
        "frame",
        "survey",
        "orthophoto",
        Instant.EPOCH,
        Capture.TimeSource.NONE,
        List.of(
            new BandImage(
                image, 0, new Band("grey", 550, 300), CameraModel.unknown("orthophoto", 900, 700))),
        null,
        null,
        false,
        new MosaicWindow(mosaic, 0, 0, 900, 700, 0, 0, 900, 700));
  }
}
