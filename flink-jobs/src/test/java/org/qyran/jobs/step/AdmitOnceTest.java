package org.qyran.jobs.step;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Queue;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.qyran.model.Capture;
import org.qyran.model.FrameIssue;
import org.qyran.model.IssueCode;

class AdmitOnceTest {

  private KeyedOneInputStreamOperatorTestHarness<String, Capture, Capture> door = door();

  @BeforeEach
  void open() throws Exception {
    door.open();
  }

  @AfterEach
  void close() throws Exception {
    door.close();
  }

  @Test
  void aPictureComesInOnceHoweverOftenItsMessageIsDelivered() throws Exception {
    Capture picture = Captures.of("a.jpg");

    door.processElement(picture, 0);
    door.processElement(picture, 0);

    assertThat(door.extractOutputValues()).containsExactly(picture);
    assertThat(issues()).isNull();
  }

  @Test
  void theSameBytesUnderAnotherNameAreADuplicateThatNamesTheFirst() throws Exception {
    Capture picture = Captures.of("a.jpg");
    Capture copy = Captures.withBytesOf(picture, "copy of a.jpg");

    door.processElement(picture, 0);
    door.processElement(copy, 0);

    assertThat(door.extractOutputValues()).containsExactly(picture);
    FrameIssue issue = issues().element().getValue();
    assertThat(issue.code()).isEqualTo(IssueCode.DUPLICATE);
    assertThat(issue.file()).isEqualTo("copy of a.jpg");
    assertThat(issue.detail()).contains("flight/a.jpg");
  }

  @Test
  void aRestartedDoorRemembersWhomItLetIn() throws Exception {
    Capture picture = Captures.of("a.jpg");
    door.processElement(picture, 0);
    OperatorSubtaskState state = door.snapshot(1, 1);
    door.close();

    door = door();
    door.initializeState(state);
    door.open();
    door.processElement(picture, 0);
    door.processElement(Captures.of("b.jpg"), 0);

    assertThat(door.extractOutputValues()).isEqualTo(List.of(Captures.of("b.jpg")));
  }

  private Queue<StreamRecord<FrameIssue>> issues() {
    return door.getSideOutput(Sides.ISSUES);
  }

  private static KeyedOneInputStreamOperatorTestHarness<String, Capture, Capture> door() {
    try {
      return new KeyedOneInputStreamOperatorTestHarness<>(
          new KeyedProcessOperator<>(new AdmitOnce()),
          capture -> capture.image().sha256(),
          Types.STRING);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
