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
 * MicaSense's RedEdge: a file per band, joined by {@code CaptureId}.
 *
 * <p>The camera has no angles of its own. The light sensor on top of the airframe has: {@code
 * Irradiance*} in degrees, the same in radians as {@code DLS:*}. They are taken for the airframe's,
 * with the camera hanging from it. By the maker's documentation EXIF times are UTC.
 */
final class MicaSenseXmp implements Dialect {

  private static final String MICASENSE = "http://micasense.com/MicaSense/1.0/";
  private static final String DLS = "http://micasense.com/DLS/1.0/";

  /**
   * The light sensor's compass is not aligned with the airframe's and the camera's mount is
   * unknown: its yaw may be wrong by some tens of degrees, its tilt by that of the mount.
   */
  private static final PoseError ERROR = new PoseError(3, 5, 20, 5);

  @Override
  public String name() {
    return "micasense";
  }

  @Override
  public boolean speaks(PictureTags tags) {
    return Exif.isMadeBy(tags, "MicaSense") || tags.xmpText(MICASENSE, "CaptureId").isPresent();
  }

  @Override
  public boolean keepsUtc() {
    return true;
  }

  @Override
  public AttitudeClaim attitude(PictureTags tags) {
    OptionalDouble yaw = degrees(tags, "Yaw");
    OptionalDouble pitch = degrees(tags, "Pitch");
    OptionalDouble roll = degrees(tags, "Roll");
    if (yaw.isEmpty() || pitch.isEmpty() || roll.isEmpty()) {
      return AttitudeClaim.NONE;
    }
    AttitudeClaim body =
        AttitudeClaim.of(yaw.getAsDouble(), pitch.getAsDouble(), roll.getAsDouble());
    Attitude attitude = body.attitude();
    return attitude == null ? body : new AttitudeClaim(NadirMount.camera(attitude), "");
  }

  private static OptionalDouble degrees(PictureTags tags, String angle) {
    OptionalDouble degrees = Pix4dCamera.number(tags, "Irradiance" + angle);
    if (degrees.isPresent()) {
      return degrees;
    }
    OptionalDouble radians = tags.xmpNumber(DLS, angle);
    return radians.isPresent()
        ? OptionalDouble.of(Math.toDegrees(radians.getAsDouble()))
        : OptionalDouble.empty();
  }

  @Override
  public PoseError error(PictureTags tags) {
    return ERROR;
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
    return tags.xmpText(MICASENSE, "CaptureId").orElse("");
  }

  /** The firmware looks for the panel's code by itself: 1 found it, 2 could use it. */
  @Override
  public boolean calibrationPanel(PictureTags tags) {
    return Pix4dCamera.number(tags, "CalibrationPicture").orElse(0) != 0;
  }
}
