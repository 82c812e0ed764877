package org.qyran.ingest.metadata;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.qyran.ingest.camera.CameraFacts;
import org.qyran.model.Band;
import org.qyran.model.CameraModel;
import org.qyran.model.CameraModel.Distortion;
import org.qyran.model.CameraModel.Source;
import org.qyran.model.GeoPoint;
import org.qyran.model.Height;
import org.qyran.model.LensTurn;
import org.qyran.model.PanelMark;
import org.qyran.model.PoseError;
import org.qyran.model.Radiometry;

/**
 * DJI's {@code drone-dji} tags.
 *
 * <p>The gimbal's angles are those of the camera and follow the house's axes: yaw from true north,
 * pitch -90 straight down, roll right side down. They are of the camera, so the airframe's are not
 * needed. {@code AbsoluteAltitude} counts from the sea except where RTK fixed it: {@code
 * AltitudeType} then says {@code RtkAlt}, or {@code RtkFlag} is 50, and it counts from the
 * ellipsoid. {@code RelativeAltitude} counts from the take-off.
 */
final class DjiXmp implements Dialect {

  private static final String DJI = "http://www.dji.com/drone-dji/1.0/";

  private static final Pattern BAND_FREQ =
      Pattern.compile("\\s*(\\d{3,4})\\s*\\(\\+/-\\s*(\\d{1,3})\\s*\\)\\D*");

  /** {@code RtkFlag}: the carrier phases are resolved. */
  private static final int RTK_FIXED = 50;

  /**
   * A single-frequency receiver: 1 to 3 m, and the barometer's height wanders by some metres; a
   * consumer gimbal keeps pitch and roll to 1 or 2 degrees, its compass yaw to 1 to 5.
   */
  private static final PoseError ERROR = new PoseError(2, 4, 3, 1);

  /** What RTK cannot be better than: the lever arm from antenna to lens is not always corrected. */
  private static final double BEST_RTK_METERS = 0.05;

  private static final double CALIBRATED_ERROR = 0.005;
  private static final double NOMINAL_ERROR = 0.01;

  @Override
  public String name() {
    return "dji";
  }

  @Override
  public boolean speaks(PictureTags tags) {
    return Exif.isMadeBy(tags, "DJI")
        || Stream.of("GimbalYawDegree", "RelativeAltitude", "AbsoluteAltitude")
            .anyMatch(name -> tags.xmpText(DJI, name).isPresent());
  }

  @Override
  public Optional<Instant> utcTag(PictureTags tags) {
    return tags.xmpText(DJI, "UTCAtExposure").flatMap(PictureTime::parseUtc);
  }

  @Override
  public Optional<GeoPoint> position(PictureTags tags) {
    return Exif.place(tags).or(() -> place(tags));
  }

  /** DJI wrote {@code GpsLongtitude} for some years. */
  private static Optional<GeoPoint> place(PictureTags tags) {
    OptionalDouble latitude = tags.xmpNumber(DJI, "GpsLatitude");
    OptionalDouble longitude = tags.xmpNumber(DJI, "GpsLongitude");
    if (longitude.isEmpty()) {
      longitude = tags.xmpNumber(DJI, "GpsLongtitude");
    }
    return latitude.isPresent() && longitude.isPresent()
        ? Exif.place(latitude.getAsDouble(), longitude.getAsDouble())
        : Optional.empty();
  }

  @Override
  public List<Height> heights(PictureTags tags) {
    Height.Datum datum = isRtkHeight(tags) ? Height.Datum.ELLIPSOID : Height.Datum.MEAN_SEA_LEVEL;
    List<Height> heights = new ArrayList<>();
    Exif.height(tags.xmpNumber(DJI, "AbsoluteAltitude"), datum)
        .or(() -> Exif.heightAboveSea(tags).map(height -> new Height(height.meters(), datum)))
        .ifPresent(heights::add);
    Exif.height(tags.xmpNumber(DJI, "RelativeAltitude"), Height.Datum.TAKEOFF)
        .ifPresent(heights::add);
    return heights;
  }

  private static boolean isRtkHeight(PictureTags tags) {
    return tags.xmpText(DJI, "AltitudeType")
        .map("RtkAlt"::equalsIgnoreCase)
        .orElseGet(() -> tags.xmpNumber(DJI, "RtkFlag").orElse(0) == RTK_FIXED);
  }

  @Override
  public AttitudeClaim attitude(PictureTags tags) {
    OptionalDouble yaw = tags.xmpNumber(DJI, "GimbalYawDegree");
    OptionalDouble pitch = tags.xmpNumber(DJI, "GimbalPitchDegree");
    OptionalDouble roll = tags.xmpNumber(DJI, "GimbalRollDegree");
    if (yaw.isEmpty() || pitch.isEmpty() || roll.isEmpty()) {
      return AttitudeClaim.NONE;
    }
    AttitudeClaim claim =
        AttitudeClaim.of(yaw.getAsDouble(), pitch.getAsDouble(), roll.getAsDouble());
    boolean zeroed = yaw.getAsDouble() == 0 && pitch.getAsDouble() == 0 && roll.getAsDouble() == 0;
    return zeroed
        ? new AttitudeClaim(
            claim.attitude(),
            "The gimbal reports yaw, pitch and roll of exactly 0, which means that it did not report;"
                + " hand in a flight log of the gimbal.")
        : claim;
  }

  /** A thermal or multispectral camera names its light in Pix4D's words. */
  @Override
  public List<Band> bands(PictureTags tags) {
    List<Band> bands = Pix4dCamera.bands(tags);
    return bands.isEmpty() ? band(tags).stream().toList() : bands;
  }

  /** A Mavic 3M writes {@code BandName} NIR and {@code BandFreq} 860(+/-26), half a width. */
  private static Optional<Band> band(PictureTags tags) {
    Optional<String> name = tags.xmpText(DJI, "BandName");
    Matcher light = BAND_FREQ.matcher(tags.xmpText(DJI, "BandFreq").orElse(""));
    return name.isPresent() && light.matches()
        ? Pix4dCamera.band(
            name.get(), Double.parseDouble(light.group(1)), 2 * Double.parseDouble(light.group(2)))
        : Optional.empty();
  }

  /** The bands of one release of the shutter; its colour picture has another size. */
  @Override
  public String exposure(PictureTags tags) {
    return tags.xmpText(DJI, "CaptureUUID").orElse("");
  }

  /**
   * {@code CalibratedHMatrix} takes pixels of the straightened band to those of the rig. Between
   * directions it is K₀⁻¹ H K, where K₀, the rig's camera, may be any as long as it is one for all
   * bands: here one whose focal length is the picture's width.
   */
  @Override
  public LensTurn turn(PictureTags tags, CameraModel camera) {
    List<Double> h = tags.xmpNumbers(DJI, "CalibratedHMatrix");
    if (h.size() != 9) {
      return LensTurn.UNKNOWN;
    }
    double focal = camera.focalLengthPixels();
    double x = camera.principalXPixels();
    double y = camera.principalYPixels();
    double rig = camera.widthPixels();
    double middleX = camera.widthPixels() / 2.0;
    double middleY = camera.heightPixels() / 2.0;
    List<Double> turn = new ArrayList<>();
    for (int row = 0; row < 3; row++) {
      double a = h.get(3 * row) * focal;
      double b = h.get(3 * row + 1) * focal;
      double c = h.get(3 * row) * x + h.get(3 * row + 1) * y + h.get(3 * row + 2);
      turn.addAll(List.of(a, b, c));
    }
    for (int column = 0; column < 3; column++) {
      double last = turn.get(6 + column);
      turn.set(column, (turn.get(column) - middleX * last) / rig);
      turn.set(3 + column, (turn.get(3 + column) - middleY * last) / rig);
    }
    return turn.stream().allMatch(Double::isFinite) ? new LensTurn(turn) : LensTurn.UNKNOWN;
  }

  /** {@code Irradiance} is the light sensor's, made comparable between the bands by the maker. */
  @Override
  public Radiometry radiometry(PictureTags tags, Optional<Instant> time) {
    return SensorTags.dji(tags, DJI)
        .map(
            response ->
                new Radiometry(response, Math.max(0, irradiance(tags)), PanelMark.NONE, List.of()))
        .orElse(Radiometry.NONE);
  }

  private static double irradiance(PictureTags tags) {
    OptionalDouble light = tags.xmpNumber(DJI, "Irradiance");
    double stated =
        light.isPresent() ? light.getAsDouble() : Pix4dCamera.number(tags, "Irradiance").orElse(0);
    return Double.isFinite(stated) ? stated : 0;
  }

  @Override
  public PoseError error(PictureTags tags) {
    double longitude = tags.xmpNumber(DJI, "RtkStdLon").orElse(0);
    double latitude = tags.xmpNumber(DJI, "RtkStdLat").orElse(0);
    double height = tags.xmpNumber(DJI, "RtkStdHgt").orElse(0);
    return Exif.isError(longitude) && Exif.isError(latitude) && Exif.isError(height)
        ? new PoseError(
            Math.max(BEST_RTK_METERS, Math.max(longitude, latitude)),
            Math.max(BEST_RTK_METERS, height),
            ERROR.yawDegrees(),
            ERROR.tiltDegrees())
        : ERROR;
  }

  /**
   * {@code DewarpData} is a date, a semicolon and fx, fy, cx, cy, k1, k2, p1, p2, k3 in pixels, the
   * centre counted from the middle of the picture. With {@code DewarpFlag} 1 the picture has been
   * straightened already.
   */
  @Override
  public Optional<CameraModel> calibration(PictureTags tags, CameraFacts facts) {
    double middleX = facts.widthPixels() / 2.0;
    double middleY = facts.heightPixels() / 2.0;
    List<Double> dewarp = dewarp(tags);
    if (dewarp.size() == 9
        && facts.isFocalLength(dewarp.get(0))
        && Math.abs(dewarp.get(2)) < middleX
        && Math.abs(dewarp.get(3)) < middleY) {
      boolean straightened = tags.xmpNumber(DJI, "DewarpFlag").orElse(0) == 1;
      Distortion distortion =
          straightened
              ? Distortion.NONE
              : new Distortion(
                  dewarp.get(4), dewarp.get(5), dewarp.get(8), dewarp.get(6), dewarp.get(7));
      return Optional.of(
          model(
              facts,
              dewarp.get(0),
              middleX + dewarp.get(2),
              middleY + dewarp.get(3),
              distortion,
              CALIBRATED_ERROR));
    }
    double focal = tags.xmpNumber(DJI, "CalibratedFocalLength").orElse(0);
    return facts.isFocalLength(focal)
        ? Optional.of(model(facts, focal, middleX, middleY, Distortion.NONE, NOMINAL_ERROR))
        : Optional.empty();
  }

  private static List<Double> dewarp(PictureTags tags) {
    List<String> parts = tags.xmpList(DJI, "DewarpData");
    List<Double> numbers = new ArrayList<>();
    for (String part : parts) {
      String bare = part.substring(part.indexOf(';') + 1).strip();
      try {
        double number = Double.parseDouble(bare);
        if (Double.isFinite(number)) {
          numbers.add(number);
        }
      } catch (NumberFormatException e) {
        return List.of();
      }
    }
    return numbers;
  }

  private static CameraModel model(
      CameraFacts facts,
      double focalLengthPixels,
      double principalXPixels,
      double principalYPixels,
      Distortion distortion,
      double errorFraction) {
    return new CameraModel(
        facts.name(),
        facts.widthPixels(),
        facts.heightPixels(),
        focalLengthPixels,
        principalXPixels,
        principalYPixels,
        distortion,
        Source.METADATA,
        errorFraction);
  }
}
