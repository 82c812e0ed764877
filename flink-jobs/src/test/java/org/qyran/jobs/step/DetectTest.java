package org.qyran.jobs.step;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.flink.streaming.api.operators.ProcessOperator;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.qyran.jobs.settings.Settings;
import org.qyran.model.Footprint;
import org.qyran.model.Frame;
import org.qyran.model.FrameIssue;
import org.qyran.model.GeoPoint;
import org.qyran.model.IssueCode;
import org.qyran.sampledata.Scene;

class DetectTest {

  private static final GeoPoint PLACE = new GeoPoint(43.3, 70.9);

  private final OneInputStreamOperatorTestHarness<PlacedFrame, InspectedFrame> room = room();

  @BeforeEach
  void open() throws Exception {
    room.open();
  }

  @AfterEach
  void close() throws Exception {
    room.close();
  }

  @Test
  void aPictureThatCannotBeReadIsRefusedAndHasSeenNoGround() throws Exception {
    Frame frame = Scene.above(PLACE, 100).photograph(); // its file is not there

    room.processElement(new PlacedFrame(frame, footprint(frame), null), 0);

    assertThat(room.extractOutputValues()).isEmpty();
    FrameIssue issue = room.getSideOutput(Sides.ISSUES).element().getValue();
    assertThat(issue.code()).isEqualTo(IssueCode.UNREADABLE);
    assertThat(issue.file()).isEqualTo("scene.jpg");
    assertThat(room.getSideOutput(Sides.FOOTPRINTS)).isNull();
    assertThat(room.getSideOutput(Sides.RECEIPTS)).isNull();
  }

  private static Footprint footprint(Frame frame) {
    return new Footprint(
        frame.id(),
        frame.flight(),
        frame.image().file(),
        frame.time(),
        List.of(PLACE, new GeoPoint(43.3, 70.901), new GeoPoint(43.301, 70.9)),
        List.of(),
        PLACE,
        PLACE,
        700,
        600,
        0.1,
        0,
        5,
        false,
        false,
        false);
  }

  private static OneInputStreamOperatorTestHarness<PlacedFrame, InspectedFrame> room() {
    try {
      return new OneInputStreamOperatorTestHarness<>(
          new ProcessOperator<>(new Detect(Settings.defaults(), List.of())));
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
