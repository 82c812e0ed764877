package org.qyran.sampledata.camera;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.apache.commons.imaging.common.RationalNumber;
import org.apache.commons.imaging.formats.jpeg.exif.ExifRewriter;
import org.apache.commons.imaging.formats.jpeg.xmp.JpegXmpRewriter;
import org.apache.commons.imaging.formats.tiff.constants.ExifTagConstants;
import org.apache.commons.imaging.formats.tiff.constants.GpsTagConstants;
import org.apache.commons.imaging.formats.tiff.constants.TiffDirectoryType;
import org.apache.commons.imaging.formats.tiff.constants.TiffTagConstants;
import org.apache.commons.imaging.formats.tiff.taginfos.TagInfoAscii;
import org.apache.commons.imaging.formats.tiff.write.TiffOutputDirectory;
import org.apache.commons.imaging.formats.tiff.write.TiffOutputSet;
import org.qyran.model.Attitude;
import org.qyran.model.CameraModel;
import org.qyran.model.GeoPoint;

/**
 * A picture as a DJI drone would write it: JPEG, EXIF with the position, and DJI's own XMP with
 * heights, the angles of the gimbal and of the aircraft, and the lens as calibrated. The numbers
 * are rounded as DJI rounds them.
 *
 * @param time of the exposure, with the offset of the camera's clock from UTC
 * @param position stated
 * @param meanSeaLevelMeters stated height of the camera
 * @param takeoffMeters stated height of the camera above where it took off
 * @param gimbal stated attitude of the camera
 * @param flight stated attitude of the aircraft: yaw from true north, pitch nose up, roll right
 *     down
 */
public record DjiPicture(
    OffsetDateTime time,
    GeoPoint position,
    double meanSeaLevelMeters,
    double takeoffMeters,
    Attitude gimbal,
    Attitude flight) {

  /**
   * The camera of a Phantom 4 Pro, its picture made smaller: 8.8 mm before a sensor 13.2 mm wide,
   * so 800 pixels of focal length for 1200 pixels of width.
   */
  public static final CameraModel CAMERA =
      new CameraModel(
          "DJI FC6310",
          1_200,
          800,
          800,
          600,
          400,
          CameraModel.Distortion.NONE,
          CameraModel.Source.METADATA,
          0.001);

  private static final float QUALITY = 0.88f;

  private static final DateTimeFormatter EXIF_TIME =
      DateTimeFormatter.ofPattern("uuuu:MM:dd HH:mm:ss", Locale.ROOT);

  /** Added to EXIF in version 2.31, later than the library's table. */
  private static final TagInfoAscii OFFSET_TIME_ORIGINAL =
      new TagInfoAscii("OffsetTimeOriginal", 0x9011, 7, TiffDirectoryType.EXIF_DIRECTORY_EXIF_IFD);

  /** The bytes of the file. Same picture, same figures: same bytes. */
  public byte[] toBytes(BufferedImage picture) throws IOException {
    ByteArrayOutputStream withExif = new ByteArrayOutputStream();
    new ExifRewriter().updateExifMetadataLossless(jpeg(picture), withExif, exif());
    ByteArrayOutputStream withXmp = new ByteArrayOutputStream();
    new JpegXmpRewriter().updateXmpXml(withExif.toByteArray(), withXmp, xmp());
    return withXmp.toByteArray();
  }

  private static byte[] jpeg(BufferedImage picture) throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
      writer.setOutput(out);
      ImageWriteParam settings = writer.getDefaultWriteParam();
      settings.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      settings.setCompressionQuality(QUALITY);
      writer.write(null, new IIOImage(picture, null, null), settings);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }

  private TiffOutputSet exif() throws IOException {
    TiffOutputSet set = new TiffOutputSet();
    TiffOutputDirectory root = set.getOrCreateRootDirectory();
    root.add(TiffTagConstants.TIFF_TAG_MAKE, "DJI");
    root.add(TiffTagConstants.TIFF_TAG_MODEL, "FC6310");
    root.add(TiffTagConstants.TIFF_TAG_ORIENTATION, (short) 1);
    root.add(TiffTagConstants.TIFF_TAG_SOFTWARE, "simulated by Qyran");
    TiffOutputDirectory exif = set.getOrCreateExifDirectory();
    exif.add(ExifTagConstants.EXIF_TAG_DATE_TIME_ORIGINAL, EXIF_TIME.format(time));
    exif.add(OFFSET_TIME_ORIGINAL, time.getOffset().getId());
    exif.add(ExifTagConstants.EXIF_TAG_EXPOSURE_TIME, new RationalNumber(1, 800));
    exif.add(ExifTagConstants.EXIF_TAG_FNUMBER, new RationalNumber(56, 10));
    exif.add(ExifTagConstants.EXIF_TAG_ISO, (short) 100);
    exif.add(ExifTagConstants.EXIF_TAG_FOCAL_LENGTH, new RationalNumber(88, 10));
    exif.add(ExifTagConstants.EXIF_TAG_FOCAL_LENGTH_IN_35MM_FORMAT, (short) 24);
    exif.add(ExifTagConstants.EXIF_TAG_EXIF_IMAGE_WIDTH, (short) CAMERA.widthPixels());
    exif.add(ExifTagConstants.EXIF_TAG_EXIF_IMAGE_LENGTH, (short) CAMERA.heightPixels());
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
    return set;
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

  private String xmp() {
    return String.format(
        Locale.ROOT,
        """
        <?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
        <x:xmpmeta xmlns:x="adobe:ns:meta/">
         <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
          <rdf:Description rdf:about="DJI Meta Data"
            xmlns:tiff="http://ns.adobe.com/tiff/1.0/"
            xmlns:drone-dji="http://www.dji.com/drone-dji/1.0/"
           tiff:Make="DJI"
           tiff:Model="FC6310"
           drone-dji:AbsoluteAltitude="%+.2f"
           drone-dji:RelativeAltitude="%+.2f"
           drone-dji:GimbalRollDegree="%+.2f"
           drone-dji:GimbalYawDegree="%+.2f"
           drone-dji:GimbalPitchDegree="%+.2f"
           drone-dji:FlightRollDegree="%+.2f"
           drone-dji:FlightYawDegree="%+.2f"
           drone-dji:FlightPitchDegree="%+.2f"
           drone-dji:CalibratedFocalLength="%.6f"
           drone-dji:CalibratedOpticalCenterX="%.6f"
           drone-dji:CalibratedOpticalCenterY="%.6f">
          </rdf:Description>
         </rdf:RDF>
        </x:xmpmeta>
        <?xpacket end="w"?>
        """,
        meanSeaLevelMeters,
        takeoffMeters,
        gimbal.rollDegrees(),
        gimbal.yawDegrees(),
        gimbal.pitchDegrees(),
        flight.rollDegrees(),
        flight.yawDegrees(),
        flight.pitchDegrees(),
        CAMERA.focalLengthPixels(),
        CAMERA.principalXPixels(),
        CAMERA.principalYPixels());
  }
}
