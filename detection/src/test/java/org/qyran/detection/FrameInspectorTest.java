package org.qyran.detection;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.qyran.detection.find.Detector;
import org.qyran.detection.find.Finding;
import org.qyran.detection.image.FramesOnDisk;
import org.qyran.detection.image.PreparedImage;
import org.qyran.detection.onnx.ModelsOnDisk;
import org.qyran.model.Detection;
import org.qyran.model.DetectionType;
import org.qyran.model.Frame;
import org.qyran.model.IssueCode;
import org.qyran.model.NotSearched;
import org.qyran.model.PixelPoint;
import org.qyran.model.Search;

class FrameInspectorTest {

  private static final double GSD_METERS = 0.1;

  @TempDir private Path folder;

  @Test
  void aDetectorThatFailsOverAFrameRefusesTheFrameAndNamesItself() {
    FrameInspector inspector = inspector(new Broken());

    assertThat(inspector.inspect(frame(), GSD_METERS).findIssue())
        .hasValueSatisfying(
            issue -> {
              assertThat(issue.code()).isEqualTo(IssueCode.DETECTOR_FAILED);
              assertThat(issue.detail()).contains("broken 1").contains("out of its depth");
            });
  }

  @Test
  void theBestScoreComesFirstAndTheSameFrameGivesTheSameNames() {
    FrameInspector inspector = inspector(new Fixed(0.2), new Fixed(0.9));

    List<Detection> first = inspector.inspect(frame(), GSD_METERS).find().orElseThrow();
    List<Detection> second = inspector.inspect(frame(), GSD_METERS).find().orElseThrow();

    assertThat(first).extracting(Detection::score).containsExactly(0.9, 0.2);
    assertThat(second).isEqualTo(first);
  }

  @Test
  void aPictureOfAPanelIsNotSearched() {
    FrameInspector inspector = inspector(new Broken());

    assertThat(inspector.inspect(FramesOnDisk.ofPanel(frame()), GSD_METERS).find())
        .hasValue(List.of());
  }

  @Test
  void aModelFromOutsideLooksBesideTheProgramsOwnDetectors() {
    Path file = folder.resolve("leaves.png");
    BufferedImage picture = new BufferedImage(200, 150, BufferedImage.TYPE_3BYTE_BGR);
    for (int y = 0; y < 150; y++) {
      for (int x = 0; x < 200; x++) {
        boolean leaves = x >= 60 && x < 120 && y >= 50 && y < 100;
        picture.setRGB(x, y, leaves ? 0x2E6129 : 0x806B59);
      }
    }
    FramesOnDisk.write(file, "png", picture);
    DetectionSettings settings =
        new DetectionSettings(
            0.08,
            2_048,
            500_000_000,
            2,
            5_000,
            1.5,
            800,
            DetectorChoice.QYRAN,
            ModelsOnDisk.tiny().toString());

    try (FrameInspector inspector = new FrameInspector(settings)) {
      List<Detection> found =
          inspector
              .inspect(FramesOnDisk.colour(file, 200, 150, "red", "green", "blue"), GSD_METERS)
              .find()
              .orElseThrow();

      assertThat(found)
          .filteredOn(one -> one.detector().equals("tiny-leaves 1"))
          .singleElement()
          .satisfies(
              one -> {
                assertThat(one.type()).isEqualTo(DetectionType.VEGETATION_STAND);
                // 60 x 50 pixels, give or take the rim that the network smears
                assertThat(one.evidence())
                    .filteredOn(evidence -> evidence.feature().equals("area_m2"))
                    .singleElement()
                    .satisfies(area -> assertThat(area.value()).isBetween(27.0, 33.0));
              });
    }
  }

  @Test
  void theDetectorThatCouldMakeNothingOfAFrameIsNamedWithItsReason() {
    try (FrameInspector inspector = new FrameInspector(DetectionSettings.defaults())) {
      Inspection fine = inspector.examine(frame(), GSD_METERS).find().orElseThrow();
      Inspection coarse = inspector.examine(frame(), 0.3).find().orElseThrow();

      // 48 x 0.1 m of ground are too few; of 0.3 m pixels there is enough.
      assertThat(fine.notSearched())
          .extracting(NotSearched::reason)
          .containsExactly("a picture must show at least 5.0 m of ground");
      assertThat(fine.search()).isEqualTo(new Search(false, true));
      assertThat(coarse.notSearched())
          .containsExactly(
              new NotSearched(
                  frame().flight(),
                  "a.png",
                  "plantation 1",
                  "its models know plants in pixels of at most 0.16 m on the ground; fly lower"));
    }
  }

  private Frame frame() {
    Path file = folder.resolve("a.png");
    FramesOnDisk.write(file, "png", new BufferedImage(64, 48, BufferedImage.TYPE_3BYTE_BGR));
    return FramesOnDisk.colour(file, 64, 48, "red", "green", "blue");
  }

  private static FrameInspector inspector(Detector... detectors) {
    return new FrameInspector(DetectionSettings.defaults(), List.of(detectors));
  }

  /** Fails over every frame. */
  private static final class Broken implements Detector {

    @Override
    public String name() {
      return "broken 1";
    }

    @Override
    public Set<DetectionType> seeks() {
      return Set.of(DetectionType.VEGETATION_STAND);
    }

    @Override
    public List<Finding> find(PreparedImage image) {
      throw new IllegalStateException("out of its depth");
    }
  }

  /** Finds the same triangle everywhere. */
  private record Fixed(double score) implements Detector {

    @Override
    public String name() {
      return "fixed " + score;
    }

    @Override
    public Set<DetectionType> seeks() {
      return Set.of(DetectionType.VEGETATION_STAND);
    }

    @Override
    public List<Finding> find(PreparedImage image) {
      return List.of(
          new Finding(
              DetectionType.VEGETATION_STAND,
              "",
              image.inFrame(
                  List.of(new PixelPoint(1, 1), new PixelPoint(9, 1), new PixelPoint(1, 9))),
              score,
              List.of(),
              List.of()));
    }
  }
}
