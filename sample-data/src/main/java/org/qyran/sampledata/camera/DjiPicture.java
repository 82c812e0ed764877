package org.qyran.sampledata.camera;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.time.OffsetDateTime;
import java.util.Locale;
import org.apache.commons.imaging.formats.tiff.write.TiffOutputSet;
import org.qyran.model.Attitude;
import org.qyran.model.CameraModel;
import org.qyran.model.GeoPoint;
import org.qyran.sampledata.sensor.ExifTags;
import org.qyran.sampledata.sensor.JpegCamera;
import org.qyran.sampledata.sensor.JpegFile;
import org.qyran.sampledata.sensor.Shutter;

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

  private static final JpegCamera PHANTOM = new JpegCamera("DJI", "FC6310", CAMERA, 8.8, 24, 5.6);

  private static final Shutter BRIGHT_DAY = new Shutter(1 / 800.0, 100);

  /** The bytes of a file of {@link #CAMERA}. Same picture, same figures: same bytes. */
  public byte[] toBytes(BufferedImage picture) throws IOException {
    return toBytes(picture, PHANTOM, BRIGHT_DAY);
  }

  /**
   * The bytes of a file of another camera that DJI flies. A lens that bends, or whose axis is not
   * in the middle of the picture, is stated as {@code DewarpData} too, with the picture not yet
   * straightened.
   */
  public byte[] toBytes(BufferedImage picture, JpegCamera camera, Shutter shutter)
      throws IOException {
    TiffOutputSet exif = ExifTags.of(camera, shutter);
    ExifTags.addTime(exif, time);
    ExifTags.addPlace(exif, position, meanSeaLevelMeters);
    return JpegFile.of(picture, exif, xmp(camera));
  }

  private String xmp(JpegCamera camera) {
    return String.format(
        Locale.ROOT,
        """
        <?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
        <x:xmpmeta xmlns:x="adobe:ns:meta/">
         <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
          <rdf:Description rdf:about="DJI Meta Data"
            xmlns:tiff="http://ns.adobe.com/tiff/1.0/"
            xmlns:drone-dji="http://www.dji.com/drone-dji/1.0/"
           tiff:Make="%s"
           tiff:Model="%s"
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
           drone-dji:CalibratedOpticalCenterY="%.6f"%s>
          </rdf:Description>
         </rdf:RDF>
        </x:xmpmeta>
        <?xpacket end="w"?>
        """,
        camera.make(),
        camera.model(),
        meanSeaLevelMeters,
        takeoffMeters,
        gimbal.rollDegrees(),
        gimbal.yawDegrees(),
        gimbal.pitchDegrees(),
        flight.rollDegrees(),
        flight.yawDegrees(),
        flight.pitchDegrees(),
        camera.lens().focalLengthPixels(),
        camera.lens().principalXPixels(),
        camera.lens().principalYPixels(),
        dewarp(camera.lens()));
  }

  /**
   * The day of the calibration, then fx, fy, cx, cy, k1, k2, p1, p2, k3: pixels, and the centre
   * from the middle of the picture. Empty for a lens that needs none.
   */
  private static String dewarp(CameraModel lens) {
    double fromMiddleX = lens.principalXPixels() - lens.widthPixels() / 2.0;
    double fromMiddleY = lens.principalYPixels() - lens.heightPixels() / 2.0;
    CameraModel.Distortion bend = lens.distortion();
    if (bend.equals(CameraModel.Distortion.NONE) && fromMiddleX == 0 && fromMiddleY == 0) {
      return "";
    }
    return String.format(
        Locale.ROOT,
        """

           drone-dji:DewarpData="2026-01-15;%.6f,%.6f,%.6f,%.6f,%.9f,%.9f,%.9f,%.9f,%.9f"
           drone-dji:DewarpFlag="0\"""",
        lens.focalLengthPixels(),
        lens.focalLengthPixels(),
        fromMiddleX,
        fromMiddleY,
        bend.k1(),
        bend.k2(),
        bend.p1(),
        bend.p2(),
        bend.k3());
  }
}
