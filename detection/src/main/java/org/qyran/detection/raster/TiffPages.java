package org.qyran.detection.raster;

import it.geosolutions.imageio.plugins.tiff.TIFFDirectory;
import it.geosolutions.imageio.plugins.tiff.TIFFField;
import it.geosolutions.imageio.stream.input.FileImageInputStreamExtImpl;
import it.geosolutions.imageioimpl.plugins.tiff.TIFFImageReaderSpi;
import java.awt.Rectangle;
import java.awt.image.Raster;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/**
 * The pictures inside a TIFF: the full one, its smaller copies, and the masks of both.
 *
 * <p>By the tag NewSubfileType (TIFF 6.0, section 8, tag 254): bit 0 marks a smaller copy, bit 2 a
 * mask. The library reads the tiles that a rectangle touches and no others. Holds a file until it
 * is closed; for one thread.
 */
final class TiffPages implements AutoCloseable {

  private static final TIFFImageReaderSpi READERS = new TIFFImageReaderSpi();
  private static final int NEW_SUBFILE_TYPE = 254;
  private static final int MOST_PAGES = 64;

  private final ImageInputStream stream;
  private final ImageReader reader;
  private final List<Page> pages = new ArrayList<>();

  /** One picture of the file. */
  record Page(int index, int widthPixels, int heightPixels, int tileHeightPixels, boolean mask) {}

  private TiffPages(ImageInputStream stream, ImageReader reader) throws IOException {
    this.stream = stream;
    this.reader = reader;
    int count = Math.min(MOST_PAGES, reader.getNumImages(true));
    for (int index = 0; index < count; index++) {
      TIFFField type =
          TIFFDirectory.createFromMetadata(reader.getImageMetadata(index))
              .getTIFFField(NEW_SUBFILE_TYPE);
      int bits = type == null ? 0 : type.getAsInt(0);
      pages.add(
          new Page(
              index,
              reader.getWidth(index),
              reader.getHeight(index),
              reader.getTileHeight(index),
              (bits & 4) != 0));
    }
  }

  /**
   * Opens a file.
   *
   * @throws IOException when it cannot be read
   */
  static TiffPages open(Path file) throws IOException {
    ImageInputStream stream = new FileImageInputStreamExtImpl(file.toFile());
    ImageReader reader = READERS.createReaderInstance();
    try {
      reader.setInput(stream);
      return new TiffPages(stream, reader);
    } catch (IOException | RuntimeException | OutOfMemoryError e) {
      reader.dispose();
      stream.close();
      throw damaged(e);
    }
  }

  /** The full picture. */
  Page full() {
    return pages.get(0);
  }

  /** The smallest copy of which so many full pixels are no more than one; else the full one. */
  Page coarsest(double fullPixelsPerPixel) {
    Page best = full();
    for (Page page : pages) {
      double factor = (double) full().widthPixels() / page.widthPixels();
      boolean copy =
          !page.mask()
              && Math.abs((double) full().heightPixels() / page.heightPixels() - factor)
                  < 0.05 * factor;
      if (copy && factor <= fullPixelsPerPixel && page.widthPixels() < best.widthPixels()) {
        best = page;
      }
    }
    return best;
  }

  /** The mask of a picture, if it has one. */
  List<Page> masks(Page of) {
    return pages.stream()
        .filter(
            page ->
                page.mask()
                    && page.widthPixels() == of.widthPixels()
                    && page.heightPixels() == of.heightPixels())
        .limit(1)
        .toList();
  }

  /** A rectangle of one picture. */
  Raster read(Page page, Rectangle rectangle) throws IOException {
    ImageReadParam part = reader.getDefaultReadParam();
    part.setSourceRegion(rectangle);
    try {
      return reader.read(page.index(), part).getRaster();
    } catch (RuntimeException | IOException | OutOfMemoryError e) {
      throw damaged(e);
    }
  }

  /**
   * The library answers damaged files with whatever went wrong inside it; a tag that claims to hold
   * millions of numbers is believed until memory ends.
   */
  private static IOException damaged(Throwable e) {
    String why = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    return new IOException("the raster is damaged: " + why, e);
  }

  @Override
  public void close() throws IOException {
    reader.dispose();
    stream.close();
  }
}
