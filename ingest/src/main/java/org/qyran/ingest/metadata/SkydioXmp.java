package org.qyran.ingest.metadata;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.qyran.ingest.camera.CameraFacts;
import org.qyran.model.CameraModel;
import org.qyran.model.CameraModel.Distortion;
import org.qyran.model.CameraModel.Source;
import org.qyran.model.GeoPoint;
import org.qyran.model.Height;
import org.qyran.model.PoseError;

/**
 * Skydio's {@code drone-skydio} tags.
 *
 * <p>{@code CameraOrientationNED} is the camera's in north-east-down axes and follows the house's:
 * pitch -90 straight down, roll right side down. {@code CameraOrientationFLU} is the same in axes
 * of the aircraft's own, forward-left-up, which say nothing of north; it is not enough to place a
 * picture. {@code AbsoluteAltitude} counts from the sea (EGM96), {@code RelativeAltitude} from the
 * take-off; EXIF's height of an X10 with RTK counts from the ellipsoid, against the standard, and
 * is only used where there are no tags of Skydio's.
 *
 * <p>{@code CalibratedOpticalCenter} names the middles of pixels, 2027.5 for a width of 4056, and
 * {@code DewarpData} is k1, k2, k3.
 */
final class SkydioXmp implements Dialect {

  private static final String SKYDIO = "https://www.skydio.com/drone-skydio/1.0/";
  private static final String NORTH_EAST_DOWN = "CameraOrientationNED";
  private static final String FORWARD_LEFT_UP = "CameraOrientationFLU";

  /** A single-frequency receiver steadied by cameras, and a gimbal, as DJI's. */
  private static final PoseError ERROR = new PoseError(2, 4, 3, 1);

  private static final double CALIBRATED_ERROR = 0.005;

  @Override
  public String name() {
    return "skydio";
  }

  @Override
  public boolean speaks(PictureTags tags) {
    return Exif.isMadeBy(tags, "Skydio")
        || tags.xmpNumber(SKYDIO, NORTH_EAST_DOWN, "Pitch").isPresent();
  }

  @Override
  public Optional<GeoPoint> position(PictureTags tags) {
    OptionalDouble latitude = tags.xmpNumber(SKYDIO, "Latitude");
    OptionalDouble longitude = tags.xmpNumber(SKYDIO, "Longitude");
    return latitude.isPresent() && longitude.isPresent()
        ? Exif.place(latitude.getAsDouble(), longitude.getAsDouble())
        : Exif.place(tags);
  }

  @Override
  public List<Height> heights(PictureTags tags) {
    List<Height> heights = new ArrayList<>();
    Exif.height(tags.xmpNumber(SKYDIO, "AbsoluteAltitude"), Height.Datum.MEAN_SEA_LEVEL)
        .or(() -> Exif.heightAboveSea(tags))
        .ifPresent(heights::add);
    Exif.height(tags.xmpNumber(SKYDIO, "RelativeAltitude"), Height.Datum.TAKEOFF)
        .ifPresent(heights::add);
    return heights;
  }

  @Override
  public AttitudeClaim attitude(PictureTags tags) {
    OptionalDouble yaw = tags.xmpNumber(SKYDIO, NORTH_EAST_DOWN, "Yaw");
    OptionalDouble pitch = tags.xmpNumber(SKYDIO, NORTH_EAST_DOWN, "Pitch");
    OptionalDouble roll = tags.xmpNumber(SKYDIO, NORTH_EAST_DOWN, "Roll");
    if (yaw.isPresent() && pitch.isPresent() && roll.isPresent()) {
      return AttitudeClaim.of(yaw.getAsDouble(), pitch.getAsDouble(), roll.getAsDouble());
    }
    return tags.xmpNumber(SKYDIO, FORWARD_LEFT_UP, "Yaw").isPresent()
        ? new AttitudeClaim(
            null,
            "The picture states its angles only from the aircraft's own axes"
                + " (CameraOrientationFLU), which say nothing of north; hand in a flight log of the"
                + " gimbal.")
        : AttitudeClaim.NONE;
  }

  @Override
  public PoseError error(PictureTags tags) {
    return ERROR;
  }

  @Override
  public Optional<CameraModel> calibration(PictureTags tags, CameraFacts facts) {
    double focalX = tags.xmpNumber(SKYDIO, "CalibratedFocalLength", "X").orElse(0);
    double focalY = tags.xmpNumber(SKYDIO, "CalibratedFocalLength", "Y").orElse(0);
    double focal = (focalX + focalY) / 2;
    if (!(focalX > 0) || !(focalY > 0) || !facts.isFocalLength(focal)) {
      return Optional.empty();
    }
    double middleX = facts.widthPixels() / 2.0;
    double middleY = facts.heightPixels() / 2.0;
    double principalX =
        tags.xmpNumber(SKYDIO, "CalibratedOpticalCenter", "X").orElse(middleX - 0.5) + 0.5;
    double principalY =
        tags.xmpNumber(SKYDIO, "CalibratedOpticalCenter", "Y").orElse(middleY - 0.5) + 0.5;
    boolean central =
        Math.abs(principalX - middleX) < middleX / 2
            && Math.abs(principalY - middleY) < middleY / 2;
    return central
        ? Optional.of(
            new CameraModel(
                facts.name(),
                facts.widthPixels(),
                facts.heightPixels(),
                focal,
                principalX,
                principalY,
                distortion(tags),
                Source.METADATA,
                Math.max(CALIBRATED_ERROR, Math.abs(focalX - focalY) / (focalX + focalY))))
        : Optional.empty();
  }

  private static Distortion distortion(PictureTags tags) {
    List<Double> terms = tags.xmpNumbers(SKYDIO, "DewarpData");
    boolean lens = terms.size() == 3 && terms.stream().allMatch(Double::isFinite);
    return lens ? new Distortion(terms.get(0), terms.get(1), terms.get(2), 0, 0) : Distortion.NONE;
  }
}
