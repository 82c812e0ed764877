package org.qyran.jobs.step;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.operators.co.KeyedCoProcessOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.util.KeyedTwoInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.qyran.model.Capture;
import org.qyran.model.Frame;
import org.qyran.model.Telemetry;
import org.qyran.sampledata.Scene;

class PairTest {

  private final KeyedTwoInputStreamOperatorTestHarness<String, Capture, Telemetry, Frame> room =
      room();

  @BeforeEach
  void open() throws Exception {
    room.open();
  }

  @AfterEach
  void close() throws Exception {
    room.close();
  }

  @Test
  void aFlightIsPairedWhenItsInputHasEndedAndNotBefore() throws Exception {
    room.processElement1(Captures.of("a.jpg"), 0);
    room.processElement1(Captures.of("b.jpg"), 0);
    assertThat(room.extractOutputValues()).isEmpty();

    room.processBothWatermarks(Watermark.MAX_WATERMARK);

    assertThat(room.extractOutputValues())
        .extracting(frame -> frame.image().file())
        .containsExactlyInAnyOrder("a.jpg", "b.jpg");
  }

  @Test
  void nothingIsKeptOnceTheFlightIsPaired() throws Exception {
    room.processElement1(Captures.of("a.jpg"), 0);
    room.processElement2(report(), 0);
    assertThat(room.numKeyedStateEntries()).isEqualTo(2);

    room.processBothWatermarks(Watermark.MAX_WATERMARK);

    assertThat(room.numKeyedStateEntries()).isZero();
    assertThat(room.numEventTimeTimers()).isZero();
  }

  @Test
  void whicheverCaptureComesFirstTheFramesAreTheSame() throws Exception {
    room.processElement1(Captures.of("b.jpg", Scene.NOON.plusSeconds(1)), 0);
    room.processElement1(Captures.of("a.jpg"), 0);

    room.processBothWatermarks(Watermark.MAX_WATERMARK);

    assertThat(room.extractOutputValues())
        .extracting(Frame::time)
        .isEqualTo(List.of(Scene.NOON, Scene.NOON.plus(Duration.ofSeconds(1))));
  }

  private static Telemetry report() {
    return new Telemetry("flight", "drone", Scene.NOON, Captures.PLACE, List.of(), null, null);
  }

  private static KeyedTwoInputStreamOperatorTestHarness<String, Capture, Telemetry, Frame> room() {
    try {
      return new KeyedTwoInputStreamOperatorTestHarness<>(
          new KeyedCoProcessOperator<>(new Pair()),
          Capture::flight,
          Telemetry::flight,
          Types.STRING);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
