package org.qyran.ingest.upload;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.qyran.ingest.upload.PictureFile.Value;
import org.qyran.model.IssueCode;

/** Whole, cut and hostile TIFFs, laid out by hand. */
class TiffLayoutTest {

  private static final long FAR = Long.MAX_VALUE - 3;

  @TempDir private Path folder;

  @Test
  void aWholeTiffHasNothingWrong() throws IOException {
    assertThat(complaint(tiff())).isEmpty();
  }

  @Test
  void aTiffIsRefusedWhereverItWasCutShort() throws IOException {
    byte[] bytes = tiff();
    for (int kept = 0; kept < bytes.length; kept++) {
      assertThat(complaint(Arrays.copyOf(bytes, kept))).as("the first %d bytes", kept).isNotEmpty();
    }
  }

  @Test
  void theDeskTellsACutTiffAsUnreadable() throws IOException {
    Path file = Files.write(folder.resolve("a.tif"), Arrays.copyOf(tiff(), tiff().length - 1));

    assertThat(new UploadDesk("flight", folder).receive(file).findIssue())
        .hasValueSatisfying(
            issue -> {
              assertThat(issue.code()).isEqualTo(IssueCode.UNREADABLE);
              assertThat(issue.detail()).contains("pixels reach past the end");
            });
  }

  @Test
  void directoriesThatLeadInACircleAreRefused() throws IOException {
    byte[] one = directory();
    little(one).putInt(10 + 12, 8); // the next directory is this one

    assertThat(complaint(one)).contains("in a circle");
  }

  @Test
  void moreDirectoriesThanTheLimitAreRefused() throws IOException {
    byte[] bytes = new byte[8 + 300 * 18 + 16];
    ByteBuffer chain = little(bytes);
    chain.put((byte) 'I').put((byte) 'I').putShort((short) 42).putInt(8);
    for (int index = 0; index < 300; index++) {
      entry(chain.putShort((short) 1), 256, 4, 1, 10).putInt(8 + (index + 1) * 18);
    }

    assertThat(complaint(bytes)).contains("number more than 256");
  }

  @Test
  void aDirectoryOfMoreEntriesThanTheFileHoldsIsRefused() throws IOException {
    byte[] crowded = directory();
    little(crowded).putShort(8, (short) 0xFFFF);

    assertThat(complaint(crowded)).contains("past the end of the file");
  }

  @Test
  void aTagThatCountsMoreValuesThanAnyFileHoldsIsRefused() throws IOException {
    byte[] huge = directory();
    entry(little(huge).position(10), 700, 12, 0xFFFF_FFFF, 40);

    assertThat(complaint(huge)).contains("metadata has more than");
  }

  @Test
  void aStripTableLongerThanTheFileIsRefused() throws IOException {
    byte[] huge = directory();
    entry(little(huge).position(10), 273, 4, 15, 8);

    assertThat(complaint(huge)).contains("reach past the end");
  }

  @Test
  void aStripOfATypeWithoutWidthIsRefused() throws IOException {
    byte[] odd = directory();
    entry(little(odd).position(10), 273, 99, 1, 8);

    assertThat(complaint(odd)).contains("reach past the end");
  }

  @Test
  void aTiffWithoutPixelsIsRefused() throws IOException {
    assertThat(complaint(directory())).contains("holds no pixels");
  }

  @Test
  void aWholeBigTiffHasNothingWrong() throws IOException {
    assertThat(complaint(bigTiff(1, 16, 0))).isEmpty();
  }

  @Test
  void aBigTiffWhoseStripTableLiesNearTheEndOfAllNumbersIsRefused() throws IOException {
    // position + count · width wraps around to a small number
    assertThat(complaint(bigTiff(2, FAR, 0))).contains("reach past the end");
  }

  @Test
  void aBigTiffWhoseCountsMultiplyToNothingIsRefused() throws IOException {
    assertThat(complaint(bigTiff(1L << 61, 16, 0))).isNotEmpty(); // · 8 bytes is 2^64, so 0
    assertThat(complaint(bigTiff(-1, 16, 0))).isNotEmpty();
  }

  @Test
  void aBigTiffWhoseNextDirectoryLiesNearTheEndOfAllNumbersIsRefused() throws IOException {
    assertThat(complaint(bigTiff(1, 16, FAR))).contains("past the end of the file");
    assertThat(complaint(bigTiff(1, 16, -8))).contains("past the end of the file");
  }

  @Test
  void longTablesAtBothEndsOfAFileAreReadInLargePieces() throws IOException {
    int strips = 200_000;
    byte[] bytes = new byte[8 + 2 + 24 + 4 + strips * 8 + 200_000];
    ByteBuffer file = little(bytes);
    file.put((byte) 'I').put((byte) 'I').putShort((short) 42).putInt(8).putShort((short) 2);
    entry(file, 273, 4, strips, 38);
    entry(file, 279, 4, strips, 38 + strips * 4 + 200_000).putInt(0);
    BytesChannel channel = new BytesChannel(bytes);

    assertThat(TiffLayout.of(channel, UploadLimits.defaults()).complaint()).isEmpty();

    // 1.6 MB in pieces of 64 KB is 25; a piece for each of the 400,000 numbers would be 26 GB.
    assertThat(channel.reads).isLessThan(100);
  }

  @Test
  void tablesThatOutweighTheLimitAreRefusedUnread() throws IOException {
    byte[] table = directory();
    entry(little(table).position(10), 273, 4, 8, 24);

    assertThat(complaint(table, new UploadLimits(1 << 20, 1 << 20, 8, 4)))
        .contains("metadata has more than 8 bytes");
  }

  @Test
  void noChangeOfBytesMakesItThrow() throws IOException {
    byte[] plain = tiff();
    byte[] big = bigTiff(1, 16, 0);
    Random random = new Random(20261124);
    for (int trial = 0; trial < 3_000; trial++) {
      byte[] bytes = (trial % 2 == 0 ? plain : big).clone();
      for (int flip = 0; flip <= trial % 7; flip++) {
        bytes[4 + random.nextInt(Math.min(bytes.length, 400) - 4)] = (byte) random.nextInt(256);
      }
      int number = trial;

      Assertions.assertDoesNotThrow(() -> complaint(bytes), () -> "trial " + number);
    }
  }

  /** A file that was never written, which counts how often it is read from. */
  private static final class BytesChannel implements SeekableByteChannel {

    private final byte[] bytes;
    private long position;
    private int reads;

    BytesChannel(byte[] bytes) {
      this.bytes = bytes;
    }

    @Override
    public int read(ByteBuffer into) {
      reads++;
      if (position >= bytes.length) {
        return -1;
      }
      int count = (int) Math.min(into.remaining(), bytes.length - position);
      into.put(bytes, (int) position, count);
      position += count;
      return count;
    }

    @Override
    public long position() {
      return position;
    }

    @Override
    public SeekableByteChannel position(long newPosition) {
      position = newPosition;
      return this;
    }

    @Override
    public long size() {
      return bytes.length;
    }

    @Override
    public int write(ByteBuffer from) {
      throw new UnsupportedOperationException("nobody writes to a picture");
    }

    @Override
    public SeekableByteChannel truncate(long size) {
      throw new UnsupportedOperationException("nobody cuts a picture");
    }

    @Override
    public boolean isOpen() {
      return true;
    }

    @Override
    public void close() {
      // holds nothing
    }
  }

  private static byte[] tiff() {
    return PictureFile.sized(20, 15)
        .by("Parrot", "Sequoia")
        .exposure(0x9003, Value.text("2016:11:22 16:33:38"))
        .at(41.43, -81.6)
        .toTiff();
  }

  /** One directory whose only entry is a width, until a test puts something else there. */
  private static byte[] directory() {
    byte[] bytes = new byte[64];
    ByteBuffer file = little(bytes);
    file.put((byte) 'I').put((byte) 'I').putShort((short) 42).putInt(8).putShort((short) 1);
    entry(file, 256, 4, 1, 10).putInt(0);
    return bytes;
  }

  private static ByteBuffer entry(ByteBuffer file, int tag, int type, int count, int value) {
    return file.putShort((short) tag).putShort((short) type).putInt(count).putInt(value);
  }

  /** One directory of one strip: its count, where it lies, and where the next directory lies. */
  private static byte[] bigTiff(long count, long value, long next) {
    byte[] bytes = new byte[80];
    ByteBuffer file = little(bytes);
    file.put((byte) 'I').put((byte) 'I').putShort((short) 43).putShort((short) 8);
    file.putShort((short) 0).putLong(16).putLong(1);
    file.putShort((short) 273).putShort((short) 16).putLong(count).putLong(value).putLong(next);
    return bytes;
  }

  private static String complaint(byte[] bytes) throws IOException {
    return complaint(bytes, UploadLimits.defaults());
  }

  private static String complaint(byte[] bytes, UploadLimits limits) throws IOException {
    return TiffLayout.of(new BytesChannel(bytes), limits).complaint();
  }

  private static ByteBuffer little(byte[] bytes) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }
}
