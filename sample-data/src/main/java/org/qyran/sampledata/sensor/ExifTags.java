package org.qyran.sampledata.sensor;

import java.io.IOException;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.apache.commons.imaging.common.RationalNumber;
import org.apache.commons.imaging.formats.tiff.constants.ExifTagConstants;
import org.apache.commons.imaging.formats.tiff.constants.GpsTagConstants;
import org.apache.commons.imaging.formats.tiff.constants.TiffDirectoryType;
import org.apache.commons.imaging.formats.tiff.constants.TiffTagConstants;
import org.apache.commons.imaging.formats.tiff.taginfos.TagInfoAscii;
import org.apache.commons.imaging.formats.tiff.write.TiffOutputDirectory;
import org.apache.commons.imaging.formats.tiff.write.TiffOutputSet;
import org.qyran.model.GeoPoint;

/** Adds what all cameras write in the same way (EXIF 2.31, CIPA DC-008) to a set of tags. */
public final class ExifTags {

  /** What every simulated file calls its maker's program, so that nobody takes it for real. */
  public static final String SOFTWARE = "simulated by Qyran";

  /** As EXIF writes times, by the camera's clock. */
  public static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu:MM:dd HH:mm:ss", Locale.ROOT);

  /** Added to EXIF in version 2.31, later than the library's table. */
  private static final TagInfoAscii OFFSET_TIME_ORIGINAL =
      new TagInfoAscii("OffsetTimeOriginal", 0x9011, 7, TiffDirectoryType.EXIF_DIRECTORY_EXIF_IFD);

  private ExifTags() {}

  /** Tags of a colour camera: its names, its lens, the shutter, and the size of its pictures. */
  public static TiffOutputSet of(JpegCamera camera, Shutter shutter) throws IOException {
    TiffOutputSet set = new TiffOutputSet();
    TiffOutputDirectory root = set.getOrCreateRootDirectory();
    root.add(TiffTagConstants.TIFF_TAG_MAKE, camera.make());
    root.add(TiffTagConstants.TIFF_TAG_MODEL, camera.model());
    root.add(TiffTagConstants.TIFF_TAG_ORIENTATION, (short) 1);
    root.add(TiffTagConstants.TIFF_TAG_SOFTWARE, SOFTWARE);
    TiffOutputDirectory exif = set.getOrCreateExifDirectory();
    exif.add(
        ExifTagConstants.EXIF_TAG_EXPOSURE_TIME,
        new RationalNumber(1, (int) Math.round(1 / shutter.exposureSeconds())));
    exif.add(ExifTagConstants.EXIF_TAG_FNUMBER, decimal(camera.fNumber()));
    exif.add(ExifTagConstants.EXIF_TAG_ISO, (short) shutter.iso());
    exif.add(ExifTagConstants.EXIF_TAG_FOCAL_LENGTH, decimal(camera.focalLengthMillimeters()));
    exif.add(
        ExifTagConstants.EXIF_TAG_FOCAL_LENGTH_IN_35MM_FORMAT,
        (short) Math.round(camera.focalLength35Millimeters()));
    exif.add(ExifTagConstants.EXIF_TAG_EXIF_IMAGE_WIDTH, (short) camera.lens().widthPixels());
    exif.add(ExifTagConstants.EXIF_TAG_EXIF_IMAGE_LENGTH, (short) camera.lens().heightPixels());
    return set;
  }

  /** The exposure's time by the camera's clock, to the second, and how far it is from UTC. */
  public static void addTime(TiffOutputSet set, OffsetDateTime time) throws IOException {
    TiffOutputDirectory exif = set.getOrCreateExifDirectory();
    exif.add(ExifTagConstants.EXIF_TAG_DATE_TIME_ORIGINAL, TIME.format(time));
    exif.add(OFFSET_TIME_ORIGINAL, time.getOffset().getId());
  }

  /** A place and a height above mean sea level, to 3 mm and 1 mm. */
  public static void addPlace(TiffOutputSet set, GeoPoint position, double meanSeaLevelMeters)
      throws IOException {
    TiffOutputDirectory gps = set.getOrCreateGpsDirectory();
    byte[] version = {2, 3, 0, 0};
    gps.add(GpsTagConstants.GPS_TAG_GPS_VERSION_ID, version);
    gps.add(GpsTagConstants.GPS_TAG_GPS_LATITUDE_REF, position.latitudeDegrees() < 0 ? "S" : "N");
    gps.add(GpsTagConstants.GPS_TAG_GPS_LATITUDE, sexagesimal(position.latitudeDegrees()));
    gps.add(GpsTagConstants.GPS_TAG_GPS_LONGITUDE_REF, position.longitudeDegrees() < 0 ? "W" : "E");
    gps.add(GpsTagConstants.GPS_TAG_GPS_LONGITUDE, sexagesimal(position.longitudeDegrees()));
    gps.add(GpsTagConstants.GPS_TAG_GPS_ALTITUDE_REF, (byte) (meanSeaLevelMeters < 0 ? 1 : 0));
    gps.add(
        GpsTagConstants.GPS_TAG_GPS_ALTITUDE,
        new RationalNumber((int) Math.round(Math.abs(meanSeaLevelMeters) * 1_000), 1_000));
  }

  /** Degrees, minutes and seconds; DJI gives four decimals of a second, 3 mm. */
  private static RationalNumber[] sexagesimal(double degrees) {
    long tenThousandths = Math.round(Math.abs(degrees) * 3_600 * 10_000);
    return new RationalNumber[] {
      new RationalNumber((int) (tenThousandths / 36_000_000), 1),
      new RationalNumber((int) (tenThousandths / 600_000 % 60), 1),
      new RationalNumber((int) (tenThousandths % 600_000), 10_000)
    };
  }

  /** One decimal where that is all there is, else three. */
  private static RationalNumber decimal(double number) {
    long tenths = Math.round(number * 10);
    return Math.abs(tenths - number * 10) < 1e-9
        ? new RationalNumber((int) tenths, 10)
        : new RationalNumber((int) Math.round(number * 1_000), 1_000);
  }
}
