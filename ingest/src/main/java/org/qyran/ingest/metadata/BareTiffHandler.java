package org.qyran.ingest.metadata;

import com.drew.imaging.tiff.TiffProcessingException;
import com.drew.lang.RandomAccessReader;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.ExifTiffHandler;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;

/**
 * Keeps the picture's own directory, the first EXIF and the first GPS directory, and leaves
 * everything packed inside a tag packed: XMP, Photoshop blocks, colour profiles, makers' notes.
 * Each of those has a parser of its own behind it, some with fewer guards than ours; XMP is parsed
 * later and on our terms.
 *
 * <p>Assumes that the file may have been made to do harm. Directories are not followed from one to
 * the next nor into one another, so neither chain nor nest exhausts the stack, and a preview cannot
 * hide the exposure. Values that are larger than any we ask for are told as absent, and so is all
 * that follows once they add up to {@value #MOST_VALUE_BYTES} bytes: many tags may name one value.
 */
final class BareTiffHandler extends ExifTiffHandler {

  static final int XMP = 0x02BC;

  /** TIFF 6.0; the library also knows the markers of makers' raw files. */
  private static final int PLAIN_TIFF = 42;

  private static final int BIG_TIFF = 43;

  /** Packed, or with a parser in the library: IPTC, Photoshop, colours, makers' notes, PrintIM. */
  private static final Set<Integer> PACKED = Set.of(0x83BB, 0x8649, 0x8773, 0x927C, 0xC4A5);

  /** The longest value that is asked for is a line of text. */
  private static final int LARGEST_VALUE_BYTES = 1 << 16;

  private static final int MOST_VALUE_BYTES = 1 << 20;

  private final Set<Integer> entered = new HashSet<>();
  private int valueBytes;

  BareTiffHandler(Metadata metadata, int startBytes) {
    super(metadata, null, startBytes);
  }

  @Override
  public void setTiffMarker(int marker) throws TiffProcessingException {
    if (marker != PLAIN_TIFF) {
      throw new TiffProcessingException(
          marker == BIG_TIFF
              ? "a BigTIFF, which no camera writes"
              : "TIFF marker %d instead of 42".formatted(marker));
    }
    super.setTiffMarker(marker);
  }

  @Override
  public boolean tryEnterSubIfd(int tag) {
    boolean wanted =
        tag == ExifIFD0Directory.TAG_EXIF_SUB_IFD_OFFSET
            || tag == ExifIFD0Directory.TAG_GPS_INFO_OFFSET;
    return wanted
        && _currentDirectory instanceof ExifIFD0Directory
        && entered.add(tag)
        && super.tryEnterSubIfd(tag);
  }

  @Override
  public boolean hasFollowerIfd() {
    return false;
  }

  /** Whether a tag has been dealt with; if not, the library keeps its plain value. */
  @Override
  public boolean customProcessTag(
      int valueOffset,
      Set<Integer> processedOffsets,
      int tiffHeaderOffset,
      RandomAccessReader reader,
      int tag,
      int byteCount)
      throws IOException {
    if (tag == XMP) {
      keepXmp(valueOffset, reader, byteCount);
      return true;
    }
    if (PACKED.contains(tag) || byteCount < 0 || byteCount > LARGEST_VALUE_BYTES) {
      return true;
    }
    valueBytes += byteCount;
    return valueBytes > MOST_VALUE_BYTES;
  }

  private void keepXmp(int valueOffset, RandomAccessReader reader, int byteCount)
      throws IOException {
    boolean first =
        _currentDirectory instanceof ExifIFD0Directory && !_currentDirectory.containsTag(XMP);
    if (first && byteCount > 0 && byteCount <= PictureTags.LARGEST_XMP_BYTES) {
      _currentDirectory.setByteArray(XMP, reader.getBytes(valueOffset, byteCount));
    }
  }
}
