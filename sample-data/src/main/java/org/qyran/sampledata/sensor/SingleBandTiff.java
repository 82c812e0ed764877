package org.qyran.sampledata.sensor;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.apache.commons.imaging.formats.tiff.AbstractTiffElement;
import org.apache.commons.imaging.formats.tiff.AbstractTiffImageData;
import org.apache.commons.imaging.formats.tiff.constants.TiffTagConstants;
import org.apache.commons.imaging.formats.tiff.write.TiffImageWriterLossy;
import org.apache.commons.imaging.formats.tiff.write.TiffOutputDirectory;
import org.apache.commons.imaging.formats.tiff.write.TiffOutputSet;

/**
 * Packs one band of 16 bits and its tags into an uncompressed TIFF in strips of a hundred rows, low
 * byte first. Same counts, same tags: same bytes.
 */
public final class SingleBandTiff {

  private static final int ROWS_PER_STRIP = 100;

  private SingleBandTiff() {}

  /** An empty set of tags in the file's order of bytes. */
  public static TiffOutputSet tags() {
    return new TiffOutputSet(ByteOrder.LITTLE_ENDIAN);
  }

  /**
   * The bytes of the file.
   *
   * @param counts row by row, unsigned
   * @param tags from {@link #tags}; the tags of the pixels' layout are added to them
   */
  public static byte[] of(char[] counts, int widthPixels, int heightPixels, TiffOutputSet tags)
      throws IOException {
    if (counts.length != widthPixels * heightPixels) {
      throw new IllegalArgumentException(
          "counts has %d values, must have %d by %d"
              .formatted(counts.length, widthPixels, heightPixels));
    }
    TiffOutputDirectory root = tags.getOrCreateRootDirectory();
    root.add(TiffTagConstants.TIFF_TAG_NEW_SUBFILE_TYPE, 0);
    root.add(TiffTagConstants.TIFF_TAG_IMAGE_WIDTH, widthPixels);
    root.add(TiffTagConstants.TIFF_TAG_IMAGE_LENGTH, heightPixels);
    root.add(TiffTagConstants.TIFF_TAG_BITS_PER_SAMPLE, (short) 16);
    root.add(TiffTagConstants.TIFF_TAG_COMPRESSION, (short) 1);
    root.add(TiffTagConstants.TIFF_TAG_PHOTOMETRIC_INTERPRETATION, (short) 1);
    root.add(TiffTagConstants.TIFF_TAG_ORIENTATION, (short) 1);
    root.add(TiffTagConstants.TIFF_TAG_SAMPLES_PER_PIXEL, (short) 1);
    root.add(TiffTagConstants.TIFF_TAG_ROWS_PER_STRIP, ROWS_PER_STRIP);
    root.add(TiffTagConstants.TIFF_TAG_PLANAR_CONFIGURATION, (short) 1);
    root.setTiffImageData(
        new AbstractTiffImageData.Strips(
            strips(counts, widthPixels, heightPixels), ROWS_PER_STRIP));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(2 * counts.length + 16_384);
    new TiffImageWriterLossy(ByteOrder.LITTLE_ENDIAN).write(bytes, tags);
    return bytes.toByteArray();
  }

  private static AbstractTiffElement.DataElement[] strips(
      char[] counts, int widthPixels, int heightPixels) {
    int number = (heightPixels + ROWS_PER_STRIP - 1) / ROWS_PER_STRIP;
    AbstractTiffElement.DataElement[] strips = new AbstractTiffElement.DataElement[number];
    for (int strip = 0; strip < number; strip++) {
      int start = strip * ROWS_PER_STRIP * widthPixels;
      int end = Math.min(counts.length, start + ROWS_PER_STRIP * widthPixels);
      ByteBuffer bytes = ByteBuffer.allocate(2 * (end - start)).order(ByteOrder.LITTLE_ENDIAN);
      bytes.asCharBuffer().put(counts, start, end - start);
      strips[strip] = new AbstractTiffImageData.Data(0, bytes.capacity(), bytes.array());
    }
    return strips;
  }
}
