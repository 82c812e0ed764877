package org.qyran.ingest.metadata;

import com.drew.metadata.exif.ExifDirectoryBase;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.qyran.ingest.camera.CameraFacts;
import org.qyran.ingest.camera.NadirMount;
import org.qyran.ingest.light.SunshineList;
import org.qyran.model.Attitude;
import org.qyran.model.Band;
import org.qyran.model.CameraModel;
import org.qyran.model.Height;
import org.qyran.model.PanelMark;
import org.qyran.model.PoseError;
import org.qyran.model.Radiometry;

/**
 * Parrot's Sequoia, four files per exposure joined by {@code CaptureUUID}, and the ANAFI drones.
 *
 * <p>An ANAFI's gimbal writes {@code CameraYawDegree} and so on in {@code drone-parrot}, which
 * follow the house's axes. Its EXIF height counts from the sea (EGM96), that of an ANAFI Ai from
 * the ellipsoid (Parrot, <i>Embedded photo metadata</i>).
 *
 * <p>A Sequoia's yaw, pitch and roll are of the camera's own sensor and zero when it looks straight
 * down, so they are read as those of an airframe it hangs from. {@code CreateDate} counts from
 * switching on and says 1970; the GPS time stamp is good.
 */
final class ParrotXmp implements Dialect {

  private static final String DRONE = "http://www.parrot.com/drone-parrot/1.0/";

  /**
   * Where the picture does not state its GPS accuracy: a single-frequency receiver. The angles come
   * from a small inertial sensor and a magnetometer next to motors.
   */
  private static final PoseError ERROR = new PoseError(3, 5, 8, 3);

  @Override
  public String name() {
    return "parrot";
  }

  @Override
  public boolean speaks(PictureTags tags) {
    return Exif.isMadeBy(tags, "Parrot");
  }

  @Override
  public List<Height> heights(PictureTags tags) {
    boolean ellipsoid =
        tags.imageText(ExifDirectoryBase.TAG_MODEL)
            .map(model -> model.replace(" ", "").toLowerCase(Locale.ROOT))
            .filter(model -> model.contains("anafiai"))
            .isPresent();
    return Exif.heightAboveSea(tags).stream()
        .map(height -> ellipsoid ? new Height(height.meters(), Height.Datum.ELLIPSOID) : height)
        .toList();
  }

  @Override
  public AttitudeClaim attitude(PictureTags tags) {
    OptionalDouble gimbalYaw = tags.xmpNumber(DRONE, "CameraYawDegree");
    OptionalDouble gimbalPitch = tags.xmpNumber(DRONE, "CameraPitchDegree");
    OptionalDouble gimbalRoll = tags.xmpNumber(DRONE, "CameraRollDegree");
    return gimbalYaw.isPresent() && gimbalPitch.isPresent() && gimbalRoll.isPresent()
        ? AttitudeClaim.of(
            gimbalYaw.getAsDouble(), gimbalPitch.getAsDouble(), gimbalRoll.getAsDouble())
        : screwedOn(tags);
  }

  private static AttitudeClaim screwedOn(PictureTags tags) {
    OptionalDouble yaw = Pix4dCamera.number(tags, "Yaw");
    OptionalDouble pitch = Pix4dCamera.number(tags, "Pitch");
    OptionalDouble roll = Pix4dCamera.number(tags, "Roll");
    if (yaw.isEmpty() || pitch.isEmpty() || roll.isEmpty()) {
      return AttitudeClaim.NONE;
    }
    AttitudeClaim body =
        AttitudeClaim.of(yaw.getAsDouble(), pitch.getAsDouble(), roll.getAsDouble());
    Attitude attitude = body.attitude();
    return attitude == null ? body : new AttitudeClaim(NadirMount.camera(attitude), "");
  }

  @Override
  public PoseError error(PictureTags tags) {
    return new PoseError(
        stated(tags, "GPSXYAccuracy", ERROR.horizontalMeters()),
        stated(tags, "GPSZAccuracy", ERROR.verticalMeters()),
        ERROR.yawDegrees(),
        ERROR.tiltDegrees());
  }

  private static double stated(PictureTags tags, String name, double otherwise) {
    double meters = Pix4dCamera.number(tags, name).orElse(otherwise);
    return Exif.isError(meters) ? meters : otherwise;
  }

  @Override
  public List<Band> bands(PictureTags tags) {
    return Pix4dCamera.bands(tags);
  }

  @Override
  public Optional<CameraModel> calibration(PictureTags tags, CameraFacts facts) {
    return Pix4dCamera.calibration(tags, facts);
  }

  @Override
  public String exposure(PictureTags tags) {
    return Pix4dCamera.text(tags, "CaptureUUID").orElse("");
  }

  @Override
  public Radiometry radiometry(PictureTags tags, Optional<Instant> time) {
    return SensorTags.sequoia(tags)
        .map(
            response ->
                new Radiometry(
                    response,
                    Pix4dCamera.text(tags, "IrradianceList")
                        .map(list -> SunshineList.light(list).orElse(0))
                        .orElse(0.0),
                    PanelMark.NONE,
                    List.of()))
        .orElse(Radiometry.NONE);
  }

  @Override
  public boolean calibrationPanel(PictureTags tags) {
    return Pix4dCamera.number(tags, "CalibrationPicture").orElse(0) != 0;
  }
}
