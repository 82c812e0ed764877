package org.qyran.ingest.upload;

/**
 * How large things may be before they are taken for an attack or an accident.
 *
 * @param pictureBytes of a whole picture; a 16-bit five-band frame of 100 megapixels has 1 GB
 * @param mosaicBytes of a whole orthophoto; ten gigapixels of five bands have 100 GB
 * @param metadataBytes of everything in a picture that is not pixels; a stitched preview and a
 *     thermal payload together stay below 32 MB
 * @param directories of a TIFF; a pyramid of previews has about ten
 */
public record UploadLimits(
    long pictureBytes, long mosaicBytes, long metadataBytes, int directories) {

  public UploadLimits {
    if (pictureBytes < 1 || mosaicBytes < 1 || metadataBytes < 1 || directories < 1) {
      throw new IllegalArgumentException(
          "limits are %d, %d, %d and %d, each must be at least 1"
              .formatted(pictureBytes, mosaicBytes, metadataBytes, directories));
    }
  }

  /** 4 GiB, 1 TiB, 64 MiB, 256 directories. */
  public static UploadLimits defaults() {
    return new UploadLimits(4L << 30, 1L << 40, 64L << 20, 256);
  }
}
