package org.qyran.ingest.upload;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import java.util.HashSet;
import java.util.Set;

/**
 * Checks that the directories and pixels of a TIFF lie within its file.
 *
 * <p>Assumes TIFF 6.0 (sections 2, 3 and 15) or BigTIFF. Follows the chain of directories and
 * compares every strip and tile with the end of the file; values elsewhere are only weighed,
 * because makers' notes point where they like. Reads tables in pieces, so memory does not grow with
 * the file, and keeps a piece of the offsets and one of the lengths, so time grows with the tables
 * and with nothing else.
 */
final class TiffLayout {

  private static final int STRIP_OFFSETS = 273;
  private static final int STRIP_BYTE_COUNTS = 279;
  private static final int TILE_OFFSETS = 324;
  private static final int TILE_BYTE_COUNTS = 325;
  private static final int MAKE = 271;

  /** GeoTIFF 1.1 (OGC 19-008r4), section 7.1: where pixels lie. */
  private static final int PIXEL_SCALE = 33_550;

  private static final int TRANSFORMATION = 34_264;
  private static final int GEO_KEYS = 34_735;
  private static final int[] BYTES_BY_TYPE = {
    0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4, 0, 0, 8, 8, 8
  };

  private final SeekableByteChannel channel;
  private final long sizeBytes;
  private final UploadLimits limits;
  private ByteOrder order = ByteOrder.LITTLE_ENDIAN;
  private boolean big;
  private long metadataBytes;

  /** Of the first directory: whether it has a place on a map, and whether a camera's maker. */
  private boolean placed;

  private boolean made;

  private TiffLayout(SeekableByteChannel channel, UploadLimits limits) throws IOException {
    this.channel = channel;
    this.sizeBytes = channel.size();
    this.limits = limits;
  }

  /** A table of offsets or lengths: where it lies and how wide its numbers are. */
  private record Table(long position, long count, int widthBytes) {
    static final Table NONE = new Table(0, 0, 0);
  }

  /**
   * What a file is found to be.
   *
   * @param complaint why it cannot be used, as the middle of a sentence; empty when all is well
   * @param onMap whether its first picture lies on a map and no camera says that it took it
   */
  record Finding(String complaint, boolean onMap) {}

  static Finding of(SeekableByteChannel channel, UploadLimits limits) throws IOException {
    TiffLayout layout = new TiffLayout(channel, limits);
    return new Finding(layout.complaint(), layout.placed && !layout.made);
  }

  private String complaint() throws IOException {
    if (sizeBytes < 16) {
      return "it has no room for a directory";
    }
    ByteBuffer head = read(0, 16);
    order = head.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
    head.order(order);
    big = head.getShort(2) == 43;
    long next = big ? head.getLong(8) : head.getInt(4) & 0xFFFFFFFFL;
    Set<Long> visited = new HashSet<>();
    boolean pixels = false;
    while (next != 0) {
      if (!visited.add(next) || visited.size() > limits.directories()) {
        return "its directories lead in a circle or number more than " + limits.directories();
      }
      long entries = entries(next);
      long end = next + countBytes() + entries * entryBytes();
      if (entries < 1 || end + offsetBytes() > sizeBytes) {
        return "a directory lies past the end of the file";
      }
      Directory directory = directory(next + countBytes(), (int) entries, visited.size() == 1);
      String complaint = complaint(directory);
      if (!complaint.isEmpty()) {
        return complaint;
      }
      pixels |= directory.strips.count() + directory.tiles.count() > 0;
      next = offset(read(end, offsetBytes()), 0);
    }
    return pixels ? "" : "it holds no pixels";
  }

  private String complaint(Directory directory) throws IOException {
    if (metadataBytes > limits.metadataBytes()) {
      return "its metadata has more than %d bytes".formatted(limits.metadataBytes());
    }
    return reachPastEnd(directory.strips, directory.stripLengths)
            || reachPastEnd(directory.tiles, directory.tileLengths)
        ? "its pixels reach past the end of the file"
        : "";
  }

  private static final class Directory {
    private Table strips = Table.NONE;
    private Table stripLengths = Table.NONE;
    private Table tiles = Table.NONE;
    private Table tileLengths = Table.NONE;
  }

  private Directory directory(long position, int entries, boolean first) throws IOException {
    Directory directory = new Directory();
    for (int entry = 0; entry < entries; entry++) {
      long at = position + (long) entry * entryBytes();
      ByteBuffer bytes = read(at, entryBytes());
      int tag = bytes.getShort(0) & 0xFFFF;
      int type = bytes.getShort(2) & 0xFFFF;
      int width = type < BYTES_BY_TYPE.length ? BYTES_BY_TYPE[type] : 0;
      long count = big ? bytes.getLong(4) : bytes.getInt(4) & 0xFFFFFFFFL;
      int valueAt = big ? 12 : 8;
      boolean inline = count >= 0 && count <= offsetBytes() && count * width <= offsetBytes();
      Table table = new Table(inline ? at + valueAt : offset(bytes, valueAt), count, width);
      switch (tag) {
        case STRIP_OFFSETS -> directory.strips = table;
        case STRIP_BYTE_COUNTS -> directory.stripLengths = table;
        case TILE_OFFSETS -> directory.tiles = table;
        case TILE_BYTE_COUNTS -> directory.tileLengths = table;
        case PIXEL_SCALE, TRANSFORMATION, GEO_KEYS -> placed |= first;
        case MAKE -> made |= first && count > 1;
        default -> {
          // only weighed, as all are
        }
      }
      if (!inline) {
        metadataBytes += weight(count, width);
      }
    }
    return directory;
  }

  /** A count no file can hold weighs as much as the limit allows and one more. */
  private long weight(long count, int width) {
    return count < 0 || count > limits.metadataBytes() ? limits.metadataBytes() + 1 : count * width;
  }

  private boolean reachPastEnd(Table offsets, Table lengths) throws IOException {
    if (offsets.count() == 0) {
      return false;
    }
    if (!fits(offsets) || (lengths.count() > 0 && !fits(lengths))) {
      return true;
    }
    for (long index = 0; index < offsets.count(); index++) {
      long start = number(page, offsets, index);
      long length = index < lengths.count() ? number(lengthsPage, lengths, index) : 1;
      if (start < 0 || length < 0 || start > sizeBytes || length > sizeBytes - start) {
        return true;
      }
    }
    return false;
  }

  private boolean fits(Table table) {
    return table.widthBytes() > 0
        && table.position() >= 0
        && table.position() <= sizeBytes
        && table.count() >= 0
        && table.count() <= (sizeBytes - table.position()) / table.widthBytes();
  }

  private long number(Page source, Table table, long index) throws IOException {
    ByteBuffer bytes =
        source.read(table.position() + index * table.widthBytes(), table.widthBytes());
    return switch (table.widthBytes()) {
      case 1 -> bytes.get(0) & 0xFF;
      case 2 -> bytes.getShort(0) & 0xFFFF;
      case 4 -> bytes.getInt(0) & 0xFFFFFFFFL;
      default -> bytes.getLong(0);
    };
  }

  private long entries(long directory) throws IOException {
    if (directory < 0 || directory > sizeBytes - countBytes()) {
      return 0;
    }
    ByteBuffer bytes = read(directory, countBytes());
    long entries = big ? bytes.getLong(0) : bytes.getShort(0) & 0xFFFF;
    return entries > 65_535 ? 0 : entries;
  }

  private long offset(ByteBuffer bytes, int at) {
    return big ? bytes.getLong(at) : bytes.getInt(at) & 0xFFFFFFFFL;
  }

  private int countBytes() {
    return big ? 8 : 2;
  }

  private int entryBytes() {
    return big ? 20 : 12;
  }

  private int offsetBytes() {
    return big ? 8 : 4;
  }

  private final Page page = new Page();
  private final Page lengthsPage = new Page();

  private ByteBuffer read(long position, int count) throws IOException {
    return page.read(position, count);
  }

  /** The piece last read; tables are walked in order, so most reads are answered by it. */
  private final class Page {

    private final ByteBuffer bytes = ByteBuffer.allocate(1 << 16).limit(0);
    private long start;

    /** Bytes that the caller knows to lie within the file. */
    ByteBuffer read(long position, int count) throws IOException {
      if (position < start || position + count > start + bytes.limit()) {
        bytes.clear();
        channel.position(position);
        while (bytes.hasRemaining() && channel.read(bytes) >= 0) {
          // until the page is full or the file ends
        }
        bytes.flip();
        start = position;
      }
      return bytes.slice((int) (position - start), count).order(order);
    }
  }
}
