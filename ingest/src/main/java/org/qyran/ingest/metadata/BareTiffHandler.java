package org.qyran.ingest.metadata;

import com.drew.lang.RandomAccessReader;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifTiffHandler;
import java.io.IOException;
import java.util.Set;

/**
 * Keeps EXIF and GPS directories and leaves everything packed inside a tag packed: XMP, Photoshop
 * blocks, colour profiles, makers' notes. Each of those has a parser of its own behind it, some
 * with fewer guards than ours; XMP is parsed later and on our terms.
 */
final class BareTiffHandler extends ExifTiffHandler {

  static final int XMP = 0x02BC;
  private static final int IPTC = 0x83BB;
  private static final int PHOTOSHOP = 0x8649;
  private static final int COLOUR_PROFILE = 0x8773;
  private static final int MAKER_NOTE = 0x927C;

  BareTiffHandler(Metadata metadata, int startBytes) {
    super(metadata, null, startBytes);
  }

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
      if (byteCount > 0 && byteCount <= PictureTags.LARGEST_XMP_BYTES) {
        _currentDirectory.setByteArray(XMP, reader.getBytes(valueOffset, byteCount));
      }
      return true;
    }
    if (tag == IPTC || tag == PHOTOSHOP || tag == COLOUR_PROFILE || tag == MAKER_NOTE) {
      return true;
    }
    return super.customProcessTag(
        valueOffset, processedOffsets, tiffHeaderOffset, reader, tag, byteCount);
  }
}
