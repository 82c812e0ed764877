package org.qyran.ingest.telemetry.klv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * "Malformed KLV kills the parser" (WestRidgeSystems/jmisb issues 220, 231 and 234), and a checksum
 * over the wrong span (Kitware/kwiver pull request 1734). Here damage costs the set it is in and no
 * other, and is counted under its cause.
 */
class MalformedKlvKillsTheParserTest {

  private static final HexFormat HEX = HexFormat.of();
  private static final byte[] LOCAL_KEY = HEX.parseHex("060e2b34020b01010e01030101000000");
  private static final byte[] UNIVERSAL_KEY = HEX.parseHex("060e2b34020101010e01010201010000");
  private static final int KEY_AND_LENGTH = 17;

  @Test
  void wholeSetsOfBothStandardsAreReadOneAfterTheOther() {
    Read read = read(local(1), universal(2), local(3));

    assertThat(read.times()).containsExactly(1L, 2L, 3L);
    assertThat(read.account.sets()).isEqualTo(3);
    assertThat(read.account.damagedSets()).isZero();
    assertThat(read.account.droppedBytes()).isZero();
  }

  @Test
  void theChecksumIsTheSumOfWordsFromTheKeyToItsOwnLength() {
    // ST 0601, 8.1: sixteen-bit words from the key on; the set below has an odd number of bytes.
    byte[] set = local(1);
    // 060e + 2b34 + 020b + 0101 + 0e01 + 0301 + 0100 + 0000 is 4650; 1202 + 0800 + 0000 + 0000 +
    // 0000 + 0105 + 0271 + c201 + 0200 is e179; together 127c9.
    assertThat(ByteBuffer.wrap(set).getShort(set.length - 2)).isEqualTo((short) 0x27c9);
    assertThat(read(set).times()).containsExactly(1L);
  }

  @Test
  void aWrongChecksumCostsOneSet() {
    byte[] bad = local(2);
    bad[20]++;

    Read read = read(local(1), bad, local(3));

    assertThat(read.times()).containsExactly(1L, 3L);
    assertThat(read.account.wrongChecksums()).isEqualTo(1);
    assertThat(read.account.droppedBytes()).isEqualTo(bad.length);
  }

  @Test
  void aLengthThatLiesSwallowsNoneOfTheSetsAfterIt() {
    byte[] longer = local(2);
    longer[16] = (byte) (longer[16] + 40); // into the next two
    byte[] endless = universal(4);
    endless[16] = (byte) 0x84; // of four bytes, which begin with 060e2b34: 101 million

    Read read = read(local(1), longer, local(3), endless, local(5));

    assertThat(read.times()).containsExactly(1L, 3L, 5L);
    assertThat(read.account.wrongChecksums()).isEqualTo(1);
    assertThat(read.account.impossibleLengths()).isEqualTo(1);
  }

  @Test
  void aSetWhoseItemsDoNotFillItIsPassedOver() {
    byte[] bad = universal(2);
    bad[KEY_AND_LENGTH + 16]++; // the first item's length

    Read read = read(universal(1), bad, universal(3));

    assertThat(read.times()).containsExactly(1L, 3L);
    assertThat(read.account.brokenSets()).isEqualTo(1);
  }

  @Test
  void aFileThatEndsInASetGivesTheSetsBefore() {
    byte[] both = joined(local(1), local(2));

    Read read = read(Arrays.copyOf(both, both.length - 1));

    assertThat(read.times()).containsExactly(1L);
    assertThat(read.account.cutShort()).isEqualTo(1);
  }

  @Test
  void anItemOfAnImpossibleLengthIsLeftOutAndTheRestOfItsSetRead() {
    byte[] set = sealed(HEX.parseHex("0208000000000000000a" + "0d020000" + "05027fff"));

    Read read = read(set);

    assertThat(read.times()).containsExactly(10L);
    assertThat(read.account.badItems()).isEqualTo(1);
    assertThat(read.reports.get(0).numbers())
        .containsOnlyKeys(Quantity.TIME_MICROSECONDS, Quantity.HEADING_DEGREES);
  }

  @Test
  void setsOfOtherStandardsAreNoDamage() {
    byte[] security = HEX.parseHex("060e2b34020301010e0103030200000003010101");

    Read read = read(security, local(1));

    assertThat(read.times()).containsExactly(1L);
    assertThat(read.account.otherSets()).isEqualTo(1);
    assertThat(read.account.droppedBytes()).isZero();
  }

  @Test
  void whateverHappensToOneSetTheOthersAreRead() {
    Random random = new Random(220);
    for (int trial = 0; trial < 3_000; trial++) {
      List<byte[]> sets = new ArrayList<>();
      for (int number = 1; number <= 5; number++) {
        sets.add(random.nextBoolean() ? local(number) : universal(number));
      }
      int hit = random.nextInt(5);
      byte[] spoiled = spoiled(sets.get(hit), random);
      sets.set(hit, spoiled);

      Read read = read(sets.toArray(byte[][]::new));

      for (long number = 1; number <= 5; number++) {
        if (number != hit + 1) {
          assertThat(read.times())
              .as("trial %d: set %d was %s", trial, hit + 1, HEX.formatHex(spoiled))
              .contains(number);
        }
      }
    }
  }

  @Test
  void bytesOfAnyKindAreSurvivedInAnyPieces() {
    Random random = new Random(231);
    for (int trial = 0; trial < 2_000; trial++) {
      byte[] bytes = new byte[random.nextInt(1, 900)];
      random.nextBytes(bytes);
      for (int graft = 0; graft < random.nextInt(6); graft++) {
        byte[] set = spoiled(random.nextBoolean() ? local(graft) : universal(graft), random);
        int at = random.nextInt(bytes.length);
        System.arraycopy(set, 0, bytes, at, Math.min(set.length, bytes.length - at));
      }
      KlvScanner scanner = new KlvScanner(report -> report.cameraAttitude());

      assertThatCode(
              () -> {
                for (int at = 0; at < bytes.length; ) {
                  int piece = Math.min(bytes.length - at, random.nextInt(1, 50));
                  scanner.accept(bytes, at, piece);
                  at += piece;
                }
                scanner.finish();
                KlvFile.readVideo(new ByteArrayInputStream(bytes), report -> {});
              })
          .as("trial %d: %s", trial, HEX.formatHex(bytes))
          .doesNotThrowAnyException();
      KlvAccount account = scanner.account(true);
      assertThat(account.droppedBytes()).as("trial %d", trial).isLessThanOrEqualTo(bytes.length);
    }
  }

  /** A few bytes overwritten, left out or put in; never a whole set of its own. */
  private static byte[] spoiled(byte[] set, Random random) {
    int at = random.nextInt(set.length);
    int count = random.nextInt(1, 6);
    byte[] noise = new byte[count];
    random.nextBytes(noise);
    byte[] head = Arrays.copyOf(set, at);
    return switch (random.nextInt(3)) {
      case 0 ->
          joined(
              head,
              Arrays.copyOf(noise, Math.min(count, set.length - at)),
              tail(set, Math.min(set.length, at + count)));
      case 1 -> joined(head, tail(set, Math.min(set.length, at + count)));
      default -> joined(head, noise, tail(set, at));
    };
  }

  private static byte[] tail(byte[] bytes, int from) {
    return Arrays.copyOfRange(bytes, from, bytes.length);
  }

  private record Read(List<MisbReport> reports, KlvAccount account) {
    List<Long> times() {
      return reports.stream()
          .filter(report -> report.numbers().containsKey(Quantity.TIME_MICROSECONDS))
          .map(report -> report.numbers().get(Quantity.TIME_MICROSECONDS).longValue())
          .toList();
    }
  }

  private static Read read(byte[]... sets) {
    List<MisbReport> reports = new ArrayList<>();
    try {
      KlvAccount account = KlvFile.read(new ByteArrayInputStream(joined(sets)), reports::add);
      return new Read(reports, account);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A set of ST 0601 with a time, a heading and a checksum. */
  private static byte[] local(long microseconds) {
    ByteBuffer items = ByteBuffer.allocate(14);
    items.put((byte) 2).put((byte) 8).putLong(microseconds);
    items.put((byte) 5).put((byte) 2).putShort((short) 0x71c2);
    return sealed(items.array());
  }

  private static byte[] sealed(byte[] items) {
    ByteBuffer set = ByteBuffer.allocate(KEY_AND_LENGTH + items.length + 4);
    set.put(LOCAL_KEY).put((byte) (items.length + 4)).put(items).put((byte) 1).put((byte) 2);
    int sum = 0;
    for (int at = 0; at < set.position(); at++) {
      sum += (set.get(at) & 0xff) << (at % 2 == 0 ? 8 : 0);
    }
    return set.putShort((short) sum).array();
  }

  /** A set of EG 0104 with a time and a heading. */
  private static byte[] universal(long microseconds) {
    ByteBuffer set = ByteBuffer.allocate(KEY_AND_LENGTH + 25 + 21);
    set.put(UNIVERSAL_KEY).put((byte) (25 + 21));
    set.put(HEX.parseHex("060e2b34010101030702010101050000"));
    set.put((byte) 8).putLong(microseconds);
    set.put(HEX.parseHex("060e2b34010101070701100106000000"));
    return set.put((byte) 4).putFloat(97.96f).array();
  }

  private static byte[] joined(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }
}
