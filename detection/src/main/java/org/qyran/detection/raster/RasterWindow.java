package org.qyran.detection.raster;

import java.awt.Rectangle;
import java.awt.image.Raster;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.qyran.model.Mosaic;
import org.qyran.model.MosaicWindow;

/**
 * Reads one window of a mosaic, no finer than it is wanted.
 *
 * <p>Assumes that the file is the one that was described: its size is compared. The coarsest of its
 * own smaller copies that is fine enough is read, row of tiles by row of tiles, and each piece is
 * averaged by a whole number at once, so that what is held is the answer and one piece. Only what
 * was seen is averaged: not what a mask or alpha leaves out, what is not a number, and what has the
 * value for no data in all bands.
 *
 * <p>Stateless; threads may share it.
 */
public final class RasterWindow {

  /** Values that are read at a time, all channels together. */
  private static final int PIECE_VALUES = 6_000_000;

  private RasterWindow() {}

  /**
   * Reads the window.
   *
   * @param channels of the raster, in the order they are wanted
   * @param reduction raster pixels per pixel that suffice, at least 1; the answer is that fine or
   *     finer
   * @throws IOException with the cause, as the middle of a sentence, when it cannot be decoded
   */
  public static RasterPart read(
      Path file, MosaicWindow window, List<Integer> channels, double reduction) throws IOException {
    Mosaic mosaic = window.mosaic();
    try (TiffPages pages = TiffPages.open(file)) {
      TiffPages.Page full = pages.full();
      if (full.widthPixels() != mosaic.widthPixels()
          || full.heightPixels() != mosaic.heightPixels()) {
        throw new IOException(
            String.format(
                Locale.ROOT,
                "the raster is %d x %d pixels and was said to be %d x %d",
                full.widthPixels(),
                full.heightPixels(),
                mosaic.widthPixels(),
                mosaic.heightPixels()));
      }
      TiffPages.Page page = pages.coarsest(reduction);
      double perColumn = (double) full.widthPixels() / page.widthPixels();
      double perRow = (double) full.heightPixels() / page.heightPixels();
      int block = Math.max(1, (int) Math.floor(reduction / Math.max(perColumn, perRow)));
      Rectangle part = part(window, page, perColumn, perRow);
      PartSums sums = new PartSums(part.width, part.height, block, channels, mosaic.values());
      try {
        List<TiffPages.Page> masks = pages.masks(page);
        int rows = rowsAtOnce(part, page, mosaic, channels);
        for (Rectangle piece : sums.pieces(part, rows)) {
          Raster stored = pages.read(page, piece);
          sums.add(stored, masks.isEmpty() ? null : pages.read(masks.get(0), piece));
        }
        return sums.part();
      } catch (IOException | RuntimeException e) {
        sums.release();
        throw e;
      }
    }
  }

  /** The window in pixels of a smaller copy. */
  private static Rectangle part(
      MosaicWindow window, TiffPages.Page page, double perColumn, double perRow) {
    int left = (int) Math.min(page.widthPixels() - 1, Math.floor(window.leftPixels() / perColumn));
    int top = (int) Math.min(page.heightPixels() - 1, Math.floor(window.topPixels() / perRow));
    int right = (int) Math.ceil((window.leftPixels() + window.widthPixels()) / perColumn - 1e-9);
    int bottom = (int) Math.ceil((window.topPixels() + window.heightPixels()) / perRow - 1e-9);
    return new Rectangle(
        left,
        top,
        Math.max(1, Math.min(right, page.widthPixels()) - left),
        Math.max(1, Math.min(bottom, page.heightPixels()) - top));
  }

  /** Whole rows of tiles where they fit. */
  private static int rowsAtOnce(
      Rectangle part, TiffPages.Page page, Mosaic mosaic, List<Integer> channels) {
    int stored = Math.max(mosaic.values().alphaChannel() + 1, channels.size());
    int rows = Math.max(1, PIECE_VALUES / Math.max(1, part.width * stored));
    int tile = page.tileHeightPixels();
    return rows >= tile ? rows / tile * tile : rows;
  }
}
