package org.qyran.sampledata.sensor;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.time.OffsetDateTime;
import java.util.Locale;
import org.apache.commons.imaging.formats.tiff.constants.ExifTagConstants;
import org.apache.commons.imaging.formats.tiff.write.TiffOutputSet;
import org.qyran.model.GeoPoint;

/**
 * A picture as a hand camera on an aircraft would write it: JPEG and plain EXIF, with a place when
 * a receiver was plugged in, never with angles. Where it looked stands in a flight log.
 *
 * @param camera that took it
 * @param shutter of the exposure
 * @param time of the exposure by the camera's clock, with what it says of its distance from UTC
 */
public record AircraftPicture(JpegCamera camera, Shutter shutter, OffsetDateTime time) {

  /** The bytes of the file, without a place. Same picture, same figures: same bytes. */
  public byte[] toBytes(BufferedImage picture) throws IOException {
    return JpegFile.of(picture, exif());
  }

  /** The bytes of the file, with the place that a receiver stated. */
  public byte[] toBytes(BufferedImage picture, GeoPoint position, double meanSeaLevelMeters)
      throws IOException {
    TiffOutputSet exif = exif();
    ExifTags.addPlace(exif, position, meanSeaLevelMeters);
    return JpegFile.of(picture, exif);
  }

  private TiffOutputSet exif() throws IOException {
    TiffOutputSet exif = ExifTags.of(camera, shutter);
    ExifTags.addTime(exif, time);
    exif.getOrCreateExifDirectory()
        .add(
            ExifTagConstants.EXIF_TAG_SUB_SEC_TIME_ORIGINAL,
            String.format(Locale.ROOT, "%03d", time.getNano() / 1_000_000));
    return exif;
  }
}
