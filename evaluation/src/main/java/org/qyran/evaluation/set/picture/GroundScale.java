package org.qyran.evaluation.set.picture;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.plugins.tiff.GeoTIFFTagSet;
import javax.imageio.plugins.tiff.TIFFDirectory;
import javax.imageio.plugins.tiff.TIFFField;
import javax.imageio.stream.ImageInputStream;

/**
 * Where a GeoTIFF's pixels lie on its own projected grid (GeoTIFF 1.0, section 2.6.1: pixel scale
 * and one tie point). The grid is taken to be in metres; what it is called is not looked at.
 *
 * @param westMeters of the left edge
 * @param northMeters of the upper edge
 * @param cellWidthMeters of a pixel
 * @param cellHeightMeters of a pixel
 */
public record GroundScale(
    double westMeters, double northMeters, double cellWidthMeters, double cellHeightMeters) {

  /** Of a file; nothing for one that is no TIFF or has no place. */
  public static Optional<GroundScale> read(Path file) throws IOException {
    try (ImageInputStream stream = ImageIO.createImageInputStream(file.toFile())) {
      Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName("tiff");
      while (readers.hasNext()) {
        ImageReader reader = readers.next();
        try {
          if (reader.getClass().getModule().equals(ImageIO.class.getModule())
              && reader.getOriginatingProvider().canDecodeInput(stream)) {
            reader.setInput(stream);
            return of(reader.getImageMetadata(0));
          }
        } finally {
          reader.dispose();
        }
      }
      return Optional.empty();
    }
  }

  private static Optional<GroundScale> of(IIOMetadata metadata) throws IOException {
    TIFFDirectory directory = TIFFDirectory.createFromMetadata(metadata);
    TIFFField scale = directory.getTIFFField(GeoTIFFTagSet.TAG_MODEL_PIXEL_SCALE);
    TIFFField tie = directory.getTIFFField(GeoTIFFTagSet.TAG_MODEL_TIE_POINT);
    if (scale == null || tie == null || scale.getCount() < 2 || tie.getCount() < 6) {
      return Optional.empty();
    }
    double width = scale.getAsDouble(0);
    double height = scale.getAsDouble(1);
    return Optional.of(
        new GroundScale(
            tie.getAsDouble(3) - tie.getAsDouble(0) * width,
            tie.getAsDouble(4) + tie.getAsDouble(1) * height,
            width,
            height));
  }

  /** The geometric mean of a pixel's sides. */
  public double gsdMeters() {
    return Math.sqrt(cellWidthMeters * cellHeightMeters);
  }
}
