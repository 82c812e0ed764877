package org.qyran.ingest.telemetry.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.qyran.ingest.telemetry.log.LogAccount.Ending;

/** By "ULog File Format" of the PX4 User Guide; every log here is put together by hand. */
class ULogFileTest {

  private static final String POINT = "point:float x;int8_t[2] pair;";
  private static final String TOPIC =
      "topic:uint64_t timestamp;int32_t whole;point[2] inner;char[4] name;uint8_t[2] _padding0;";

  private final HeardMessages heard =
      new HeardMessages(
          message ->
              "%s %d: %d %s %s %s %s"
                  .formatted(
                      message.name(),
                      message.instance(),
                      message.whole("timestamp"),
                      message.number("whole"),
                      message.number("inner[1].x"),
                      message.number("inner[1].pair[1]"),
                      message.text("name")));

  @Test
  void readsNumbersTextsArraysAndFormatsInsideFormats() throws IOException {
    LogAccount account = read(topicLog().bytes());

    assertThat(heard.lines).containsExactly("topic 3: 77 -5.0 2.5 -4.0 abc");
    assertThat(account.ending()).isEqualTo(Ending.COMPLETE);
    assertThat(account.droppedBytes()).isZero();
    assertThat(account.messages()).isEqualTo(4);
  }

  @Test
  void aFieldThatTheLogLacksIsNoNumber() throws IOException {
    HeardMessages absent =
        new HeardMessages(
            message ->
                message.number("z")
                    + " "
                    + message.whole("z")
                    + " "
                    + message.text("z")
                    + message.has("z"));

    ULogFile.read(new ByteArrayInputStream(topicLog().bytes()), absent);

    assertThat(absent.lines).containsExactly("NaN 0 false");
  }

  @Test
  void trailingPaddingMayBeLeftOutOfAMessage() throws IOException {
    LogBytes log =
        LogBytes.ulog()
            .format("short:uint64_t timestamp;int32_t whole;uint8_t[4] _padding0;")
            .subscribe(1, 0, "short")
            .data(1, 5L, 6);

    read(log.bytes());

    assertThat(heard.lines).containsExactly("short 0: 5 6.0 NaN NaN ");
  }

  @Test
  void tellsPropertiesThatAreTexts() throws IOException {
    read(LogBytes.ulog().property("ver_hw", "CUBE").bytes());

    assertThat(heard.properties).containsEntry("ver_hw", "CUBE").hasSize(1);
  }

  @Test
  void findsItsWayBackAtTheNextSynchronisationMessage() throws IOException {
    LogBytes log = topicLog().raw(0, 0, 0, 9, 9, 9, 9).sync().data(1, topicValues(88L));

    LogAccount account = read(log.bytes());

    assertThat(heard.lines).hasSize(2).last().asString().contains(" 88 ");
    assertThat(account.droppedBytes()).isEqualTo(7 + 3 + 8); // the damage, and the message after it
    assertThat(account.ending()).isEqualTo(Ending.COMPLETE);
  }

  @Test
  void dataAppendedAfterACrashAreFoundWhereTheHeadSaysEvenInTheMiddleOfAHead() throws IOException {
    for (int left = 0; left < 12; left++) {
      byte[] flags = new byte[40];
      int start = LogBytes.ulogHeadBytes() + 3 + 40;
      byte[] before = new LogBytes().format(POINT).format(TOPIC).subscribe(1, 3, "topic").bytes();
      byte[] cut = Arrays.copyOf(new LogBytes().data(1, topicValues(77L)).bytes(), left);
      int appended = start + before.length + left;
      flags[8] = 1;
      flags[16] = (byte) appended;
      flags[17] = (byte) (appended >> 8);
      LogBytes log =
          LogBytes.ulog().ulogMessage('B', flags).raw(before).raw(cut).data(1, topicValues(88L));
      heard.lines.clear();

      LogAccount account = read(log.bytes());

      assertThat(heard.lines).as("cut after %d bytes", left).hasSize(1);
      assertThat(heard.lines.get(0)).contains(" 88 ");
      assertThat(account.droppedBytes()).as("cut after %d bytes", left).isEqualTo(left);
    }
  }

  @Test
  void doesNotGuessAtANewerFormat() throws IOException {
    byte[] flags = new byte[40];
    flags[8] = 2;

    LogAccount account = read(LogBytes.ulog().ulogMessage('B', flags).bytes());

    assertThat(account.ending()).isEqualTo(Ending.NEWER_FORMAT);
  }

  @Test
  void nothingIsEmptyAndSomethingElseIsTheWrongFormat() throws IOException {
    assertThat(read(new byte[0]).ending()).isEqualTo(Ending.EMPTY);
    assertThat(read(new byte[100]).ending()).isEqualTo(Ending.WRONG_FORMAT);
    assertThat(read(new byte[] {0x55, 0x4c, 0x6f}).ending()).isEqualTo(Ending.WRONG_FORMAT);
  }

  @Test
  void aFormatThatContainsItselfIsPassedOver() throws IOException {
    LogBytes log =
        LogBytes.ulog().format("knot:knot a;knot b;").subscribe(1, 0, "knot").data(1, 1L);

    assertThat(read(log.bytes()).ending()).isEqualTo(Ending.COMPLETE);
    assertThat(heard.lines).isEmpty();
  }

  @Test
  void tenThousandSubscriptionsToHugeFormatsNeedNoMoreRoomThanOne() throws IOException {
    LogBytes log = LogBytes.ulog();
    for (int i = 0; i < 4_000; i++) {
      log.format("huge" + i + ":uint8_t[60000] a;");
    }
    for (int i = 0; i < 10_000; i++) {
      log.subscribe(i, 0, "huge" + i % 4_000);
    }

    // At 100 bytes a field, all of them would fill 24 GB; the tests have one.
    assertThat(read(log.bytes()).ending()).isEqualTo(Ending.COMPLETE);
  }

  @Test
  void aLogCutAtAnyByteIsReadAsFarAsItGoes() throws IOException {
    byte[] whole = topicLog().sync().data(1, topicValues(88L)).bytes();
    for (int length = 0; length < whole.length; length++) {
      heard.lines.clear();

      LogAccount account = read(Arrays.copyOf(whole, length));

      assertThat(account.bytes()).as("cut at %d", length).isEqualTo(length);
      assertThat(heard.lines.size()).as("cut at %d", length).isLessThan(2);
    }
  }

  @Test
  void noDamageMakesItThrow() {
    Random random = new Random(20261124);
    byte[] whole = topicLog().sync().data(1, topicValues(88L)).property("a", "b").bytes();
    for (int trial = 0; trial < 5_000; trial++) {
      byte[] damaged = whole.clone();
      int hits = 1 + random.nextInt(8);
      for (int i = 0; i < hits; i++) {
        damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
      }

      assertThatCode(() -> read(damaged))
          .as("trial %d: %s", trial, Arrays.toString(damaged))
          .doesNotThrowAnyException();
    }
  }

  private static LogBytes topicLog() {
    return LogBytes.ulog()
        .format(POINT)
        .format(TOPIC)
        .subscribe(1, 3, "topic")
        .data(1, topicValues(77L));
  }

  private static Object[] topicValues(long timestamp) {
    return new Object[] {
      timestamp, -5, 1.5f, (byte) 1, (byte) 2, 2.5f, (byte) 3, (byte) -4, LogBytes.padded("abc", 4)
    };
  }

  private LogAccount read(byte[] log) throws IOException {
    return ULogFile.read(new ByteArrayInputStream(log), heard);
  }
}
