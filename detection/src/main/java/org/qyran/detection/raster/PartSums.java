package org.qyran.detection.raster;

import java.awt.Rectangle;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Scalar;
import org.qyran.detection.plane.Mask;
import org.qyran.detection.plane.OpenCv;
import org.qyran.model.Mosaic;

/**
 * Averages a part of a raster by a whole number while it is read from the top down, so that only
 * one line of sums is held beside the answer. The last column and row may stand for fewer pixels
 * than the others.
 */
final class PartSums {

  private final int width;
  private final int height;
  private final int block;
  private final int columns;
  private final int rows;
  private final List<Integer> channels;
  private final Mosaic.Values values;
  private final List<Mat> bands = new ArrayList<>();
  private final byte[] unseen;

  /** Of one line of the answer. */
  private final float[][] sums;

  private final int[] counts;
  private final double[] sumOfMeans;
  private long means;
  private int line;

  PartSums(int width, int height, int block, List<Integer> channels, Mosaic.Values values) {
    this.width = width;
    this.height = height;
    this.block = block;
    this.columns = (width + block - 1) / block;
    this.rows = (height + block - 1) / block;
    this.channels = List.copyOf(channels);
    this.values = values;
    unseen = new byte[Math.multiplyExact(columns, rows)];
    sums = new float[channels.size()][columns];
    counts = new int[columns];
    sumOfMeans = new double[channels.size()];
  }

  /** Strips of a rectangle, so many rows each. */
  List<Rectangle> pieces(Rectangle part, int rowsAtOnce) {
    List<Rectangle> pieces = new ArrayList<>();
    for (int top = 0; top < part.height; top += rowsAtOnce) {
      pieces.add(
          new Rectangle(part.x, part.y + top, part.width, Math.min(rowsAtOnce, part.height - top)));
    }
    return pieces;
  }

  /**
   * Adds the next strip, from the top down.
   *
   * @param mask what was seen of it; null where the file has none
   */
  void add(Raster strip, @Nullable Raster mask) throws IOException {
    prepare(strip);
    float[][] stored = new float[channels.size()][width];
    float[] alpha = new float[width];
    int[] masked = new int[width];
    boolean hasAlpha = values.alphaChannel() >= 0 && values.alphaChannel() < strip.getNumBands();
    Arrays.fill(alpha, 1);
    Arrays.fill(masked, 1);
    for (int row = 0; row < strip.getHeight(); row++) {
      int y = strip.getMinY() + row;
      for (int at = 0; at < stored.length; at++) {
        strip.getSamples(strip.getMinX(), y, width, 1, channels.get(at), stored[at]);
      }
      if (hasAlpha) {
        strip.getSamples(strip.getMinX(), y, width, 1, values.alphaChannel(), alpha);
      }
      if (mask != null) {
        mask.getSamples(mask.getMinX(), mask.getMinY() + row, width, 1, 0, masked);
      }
      addLine(stored, alpha, masked);
      line++;
      if (line % block == 0 || line == height) {
        finishLine((line - 1) / block);
      }
    }
  }

  /** The form of the answer is known when the first strip is. */
  private void prepare(Raster strip) throws IOException {
    for (int channel : channels) {
      if (channel >= strip.getNumBands()) {
        throw new IOException(
            "it has %d channels, and one was said to be channel %d"
                .formatted(strip.getNumBands(), channel));
      }
    }
    if (!bands.isEmpty()) {
      return;
    }
    OpenCv.load();
    int depth =
        switch (values.gains().isEmpty() ? strip.getTransferType() : DataBuffer.TYPE_FLOAT) {
          case DataBuffer.TYPE_BYTE -> CvType.CV_8U;
          case DataBuffer.TYPE_USHORT -> CvType.CV_16U;
          default -> CvType.CV_32F;
        };
    for (int at = 0; at < channels.size(); at++) {
      bands.add(new Mat(rows, columns, depth));
    }
  }

  private void addLine(float[][] stored, float[] alpha, int[] masked) {
    int firstCell = line / block * columns;
    for (int x = 0; x < width; x++) {
      int column = x / block;
      if (alpha[x] == 0 || masked[x] == 0 || isNothing(stored, x)) {
        unseen[firstCell + column] = 1;
        continue;
      }
      counts[column]++;
      for (int at = 0; at < stored.length; at++) {
        sums[at][column] += stored[at][x];
      }
    }
  }

  /** No number in any band, or the number for no data in all. */
  private boolean isNothing(float[][] stored, int x) {
    Double noData = values.noData();
    boolean nothing = noData != null;
    for (float[] band : stored) {
      if (!Float.isFinite(band[x])) {
        return true;
      }
      nothing = nothing && noData != null && band[x] == noData.floatValue();
    }
    return nothing;
  }

  private void finishLine(int row) {
    for (int at = 0; at < sums.length; at++) {
      int channel = channels.get(at);
      boolean scaled = channel < values.gains().size();
      float gain = scaled ? values.gains().get(channel).floatValue() : 1;
      float offset = scaled ? values.offsets().get(channel).floatValue() : 0;
      for (int column = 0; column < columns; column++) {
        float mean = counts[column] == 0 ? 0 : sums[at][column] / counts[column] * gain + offset;
        sums[at][column] = mean;
        sumOfMeans[at] += mean;
      }
      put(bands.get(at), row, sums[at]);
      Arrays.fill(sums[at], 0);
    }
    for (int column = 0; column < columns; column++) {
      means += counts[column] == 0 ? 0 : 1;
    }
    Arrays.fill(counts, 0);
  }

  private static void put(Mat band, int row, float[] line) {
    switch (band.depth()) {
      case CvType.CV_8U -> {
        byte[] bytes = new byte[line.length];
        for (int x = 0; x < line.length; x++) {
          bytes[x] = (byte) Math.round(line[x]);
        }
        band.put(row, 0, bytes);
      }
      case CvType.CV_16U -> {
        short[] shorts = new short[line.length];
        for (int x = 0; x < line.length; x++) {
          shorts[x] = (short) Math.round(line[x]);
        }
        band.put(row, 0, shorts);
      }
      default -> band.put(row, 0, line);
    }
  }

  /** The means, when all strips were added; unseen pixels have the mean of those that were seen. */
  RasterPart part() {
    Mask mask = new Mask(columns, rows, unseen);
    if (mask.count() > 0) {
      Mat marks = new Mat(rows, columns, CvType.CV_8U);
      marks.put(0, 0, unseen);
      for (int at = 0; at < bands.size(); at++) {
        bands.get(at).setTo(new Scalar(means == 0 ? 0 : sumOfMeans[at] / means), marks);
      }
      marks.release();
    }
    return new RasterPart(bands, mask);
  }

  /** Lets go what an interrupted reading holds. */
  void release() {
    bands.forEach(Mat::release);
  }
}
