package org.qyran.ingest.telemetry.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.qyran.ingest.telemetry.log.LogAccount.Ending;

/** By ArduPilot's {@code LogStructure.h}; every log here is put together by hand. */
class DataFlashFileTest {

  private static final int TYPE = 200;

  private final HeardMessages heard =
      new HeardMessages(
          message ->
              "%s %d: %d %s %s %s %s"
                  .formatted(
                      message.name(),
                      message.instance(),
                      message.whole("TimeUS"),
                      message.number("Lat"),
                      message.number("Roll"),
                      message.number("F"),
                      message.text("N")));

  @Test
  void scalesWhatTheFormatLettersSay() throws IOException {
    LogAccount account = read(log().bytes());

    assertThat(heard.lines).containsExactly("TST 2: 77 47.1234567 -1.81 0.5 abc");
    assertThat(account.ending()).isEqualTo(Ending.COMPLETE);
    assertThat(account.droppedBytes()).isZero();
    assertThat(account.messages()).isEqualTo(3);
  }

  @Test
  void readsHalfPrecision() throws IOException {
    // IEEE 754-2008, binary16: 1, -2, 65504, the smallest subnormal.
    int[] bits = {0x3c00, 0xc000, 0x7bff, 0x0001};
    double[] values = {1, -2, 65504, 0x1p-24};
    HeardMessages halves = new HeardMessages(message -> String.valueOf(message.number("H")));
    LogBytes log = LogBytes.dataFlash().fmt(TYPE, 5, "HLF", "g", "H");
    for (int bit : bits) {
      log.message(TYPE, (short) bit);
    }

    DataFlashFile.read(new ByteArrayInputStream(log.bytes()), halves);

    assertThat(halves.lines.stream().mapToDouble(Double::parseDouble))
        .containsExactly(Arrays.stream(values).boxed().toArray(Double[]::new));
  }

  @Test
  void stepsOverBytesThatAreNoMessage() throws IOException {
    LogBytes log = log().raw(1, 2, 0xA3, 0xA3).message(TYPE, values(88L)).raw(0xA3, 0x95, 77, 0);

    LogAccount account = read(log.bytes());

    assertThat(heard.lines).hasSize(2).last().asString().contains(" 88 ");
    assertThat(account.droppedBytes()).isEqualTo(4 + 4);
  }

  @Test
  void doesNotBelieveALengthThatTheFormatContradicts() throws IOException {
    LogBytes log = LogBytes.dataFlash().fmt(TYPE, 99, "TST", "QBLcfn", "TimeUS,I,Lat,Roll,F,N");

    LogAccount account = read(log.message(TYPE, values(77L)).bytes());

    assertThat(heard.lines).isEmpty();
    assertThat(account.droppedBytes()).isEqualTo(3 + 23);
  }

  @Test
  void nothingIsEmptyAndSomethingElseIsTheWrongFormat() throws IOException {
    assertThat(read(new byte[0]).ending()).isEqualTo(Ending.EMPTY);
    assertThat(read(new byte[1]).ending()).isEqualTo(Ending.WRONG_FORMAT);
    assertThat(read(new byte[10_000]).ending()).isEqualTo(Ending.WRONG_FORMAT);
    assertThat(read(new byte[10_000]).bytes()).as("gives up early").isLessThan(5_000);
  }

  @Test
  void aLogCutAtAnyByteIsReadAsFarAsItGoes() throws IOException {
    byte[] whole = log().message(TYPE, values(88L)).bytes();
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
    byte[] whole = log().message(TYPE, values(88L)).message(TYPE, values(99L)).bytes();
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

  private static LogBytes log() {
    return LogBytes.dataFlash()
        .fmt(TYPE, 26, "TST", "QBLcfn", "TimeUS,I,Lat,Roll,F,N")
        .message(TYPE, values(77L));
  }

  private static Object[] values(long time) {
    return new Object[] {
      time, (byte) 2, 471_234_567, (short) -181, 0.5f, LogBytes.padded("abc", 4)
    };
  }

  private LogAccount read(byte[] log) throws IOException {
    return DataFlashFile.read(new ByteArrayInputStream(log), heard);
  }
}
