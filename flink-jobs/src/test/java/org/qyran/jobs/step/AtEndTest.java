package org.qyran.jobs.step;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.qyran.model.GeoPoint;

class AtEndTest {

  private final KeyedOneInputStreamOperatorTestHarness<String, GeoPoint, GeoPoint> room = room();

  @BeforeEach
  void open() throws Exception {
    room.open();
  }

  @AfterEach
  void close() throws Exception {
    room.close();
  }

  @Test
  void everythingIsHandedOnTogetherWhenTheInputHasEnded() throws Exception {
    room.processElement(new GeoPoint(1, 1), 0);
    room.processElement(new GeoPoint(2, 3), 0);
    assertThat(room.extractOutputValues()).isEmpty();

    room.processWatermark(Watermark.MAX_WATERMARK);

    assertThat(room.extractOutputValues()).containsExactly(new GeoPoint(3, 4)); // their sum
  }

  @Test
  void nothingIsKeptOnceItWasHandedOn() throws Exception {
    room.processElement(new GeoPoint(1, 1), 0);

    room.processWatermark(Watermark.MAX_WATERMARK);

    assertThat(room.numKeyedStateEntries()).isZero();
    assertThat(room.numEventTimeTimers()).isZero();
  }

  private static List<GeoPoint> sum(List<GeoPoint> points) {
    return List.of(
        new GeoPoint(
            points.stream().mapToDouble(GeoPoint::latitudeDegrees).sum(),
            points.stream().mapToDouble(GeoPoint::longitudeDegrees).sum()));
  }

  private static KeyedOneInputStreamOperatorTestHarness<String, GeoPoint, GeoPoint> room() {
    try {
      return new KeyedOneInputStreamOperatorTestHarness<>(
          new KeyedProcessOperator<>(new AtEnd<>(Room.FUSE, GeoPoint.class, AtEndTest::sum)),
          point -> "all",
          Types.STRING);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
