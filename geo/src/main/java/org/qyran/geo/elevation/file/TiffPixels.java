package org.qyran.geo.elevation.file;

import it.geosolutions.imageio.stream.input.FileImageInputStreamExtImpl;
import it.geosolutions.imageioimpl.plugins.tiff.TIFFImageReaderSpi;
import java.awt.Rectangle;
import java.awt.image.Raster;
import java.awt.image.SampleModel;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.geotools.coverage.grid.io.imageio.geotiff.GeoTiffIIOMetadataDecoder;
import org.qyran.geo.elevation.ElevationRaster.BlockSize;

/**
 * The pixels of a TIFF, read in windows.
 *
 * <p>A TIFF is stored in tiles, or in strips as wide as the picture, and either can only be read
 * whole. The block size follows that: several tiles, or a strip or more at a time, about a million
 * values. A file of one compressed strip costs its whole reading for every block; {@code
 * gdal_translate -co TILED=YES} cures it.
 *
 * <p>Immutable; threads may share it.
 */
final class TiffPixels {

  private static final TIFFImageReaderSpi READERS = new TIFFImageReaderSpi();

  private static final int BLOCK_SIDE = 1_000;
  private static final long BLOCK_VALUES = 1_000_000;

  /** A strip may be this much larger than a block before it is read more than once. */
  private static final long MOST_BLOCK_VALUES = 16_000_000;

  private final Path file;
  private final Shape shape;
  private final GeoTiffIIOMetadataDecoder metadata;

  /** How the pixels are stored. */
  private record Shape(
      int columns, int rows, int tileColumns, int tileRows, int bands, int bitsPerBand) {}

  private TiffPixels(Path file, Shape shape, GeoTiffIIOMetadataDecoder metadata) {
    this.file = file;
    this.shape = shape;
    this.metadata = metadata;
  }

  static TiffPixels open(Path file) throws IOException {
    ImageReader reader = READERS.createReaderInstance();
    try (ImageInputStream stream = new FileImageInputStreamExtImpl(file.toFile())) {
      if (!READERS.canDecodeInput(stream)) {
        throw new IOException("it does not begin like a TIFF");
      }
      reader.setInput(stream);
      SampleModel type = reader.getRawImageType(0).getSampleModel();
      return new TiffPixels(
          file,
          new Shape(
              reader.getWidth(0),
              reader.getHeight(0),
              reader.getTileWidth(0),
              reader.getTileHeight(0),
              type.getNumBands(),
              type.getSampleSize(0)),
          new GeoTiffIIOMetadataDecoder(reader.getImageMetadata(0)));
    } catch (IOException | RuntimeException e) {
      throw unreadable(file, e);
    } finally {
      reader.dispose();
    }
  }

  static IOException unreadable(Path file, Exception e) {
    return new IOException(
        "the elevation raster %s cannot be read as a GeoTIFF: %s".formatted(file, e.getMessage()),
        e);
  }

  int columns() {
    return shape.columns;
  }

  int rows() {
    return shape.rows;
  }

  int bands() {
    return shape.bands;
  }

  int bitsPerBand() {
    return shape.bitsPerBand;
  }

  GeoTiffIIOMetadataDecoder metadata() {
    return metadata;
  }

  BlockSize blockSize() {
    return new BlockSize(
        side(shape.columns, shape.tileColumns, BLOCK_SIDE),
        shape.tileColumns >= shape.columns
            ? stripRows()
            : side(shape.rows, shape.tileRows, BLOCK_SIDE));
  }

  /** As many whole tiles as come near the wanted side. */
  private static int side(int count, int tile, int wanted) {
    int whole = Math.max(1, Math.round(wanted / (float) tile)) * tile;
    return tile > 4 * wanted && tile < count ? wanted : Math.min(count, whole);
  }

  private int stripRows() {
    long fitting = Math.max(1, BLOCK_VALUES / shape.columns);
    if (shape.tileRows > fitting && (long) shape.tileRows * shape.columns <= MOST_BLOCK_VALUES) {
      return Math.min(shape.rows, shape.tileRows);
    }
    long strips = Math.max(1, fitting / shape.tileRows);
    return (int) Math.min(shape.rows, Math.min(fitting, strips * shape.tileRows));
  }

  /** The first band of a window as stored, row by row. */
  float[] read(int column, int row, int columns, int rows) throws IOException {
    ImageReader reader = READERS.createReaderInstance();
    try (ImageInputStream stream = new FileImageInputStreamExtImpl(file.toFile())) {
      reader.setInput(stream);
      ImageReadParam window = reader.getDefaultReadParam();
      window.setSourceRegion(new Rectangle(column, row, columns, rows));
      Raster raster = reader.read(0, window).getRaster();
      float[] values = new float[columns * rows];
      raster.getSamples(raster.getMinX(), raster.getMinY(), columns, rows, 0, values);
      return values;
    } catch (RuntimeException e) {
      throw unreadable(file, e);
    } finally {
      reader.dispose();
    }
  }
}
