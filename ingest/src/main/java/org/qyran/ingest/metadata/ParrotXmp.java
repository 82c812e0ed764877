package org.qyran.ingest.metadata;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.qyran.ingest.camera.CameraFacts;
import org.qyran.ingest.camera.NadirMount;
import org.qyran.model.Attitude;
import org.qyran.model.Band;
import org.qyran.model.CameraModel;
import org.qyran.model.PoseError;

/**
 * Parrot's Sequoia: four files per exposure, joined by {@code CaptureUUID}.
 *
 * <p>Yaw, pitch and roll are of the camera's own sensor and zero when it looks straight down, so
 * they are read as those of an airframe it hangs from. {@code CreateDate} counts from switching on
 * and says 1970; the GPS time stamp is good.
 */
final class ParrotXmp implements Dialect {

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
  public AttitudeClaim attitude(PictureTags tags) {
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
  public boolean calibrationPanel(PictureTags tags) {
    return Pix4dCamera.number(tags, "CalibrationPicture").orElse(0) != 0;
  }
}
