package org.qyran.ingest.metadata;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.qyran.ingest.camera.CameraFacts;
import org.qyran.ingest.camera.NadirMount;
import org.qyran.ingest.light.TiltedSensor;
import org.qyran.model.Attitude;
import org.qyran.model.Band;
import org.qyran.model.CameraModel;
import org.qyran.model.GeoPoint;
import org.qyran.model.LensTurn;
import org.qyran.model.PanelMark;
import org.qyran.model.PixelPoint;
import org.qyran.model.PoseError;
import org.qyran.model.Radiometry;
import org.qyran.model.SensorResponse;

/**
 * MicaSense's RedEdge: a file per band, joined by {@code CaptureId}.
 *
 * <p>The camera has no angles of its own. The light sensor on top of the airframe has: {@code
 * Irradiance*} in degrees, the same in radians as {@code DLS:*}. They are taken for the airframe's,
 * with the camera hanging from it. By the maker's documentation EXIF times are UTC.
 */
final class MicaSenseXmp implements Dialect {

  private static final String MICASENSE = "http://micasense.com/MicaSense/1.0/";
  private static final double MICROWATTS_PER_SQUARE_CENTIMETER = 0.01; // in W m⁻²
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
    AttitudeClaim body = sensor(tags);
    Attitude attitude = body.attitude();
    return attitude == null ? body : new AttitudeClaim(NadirMount.camera(attitude), "");
  }

  /** Of the light sensor. */
  private static AttitudeClaim sensor(PictureTags tags) {
    OptionalDouble yaw = degrees(tags, "Yaw");
    OptionalDouble pitch = degrees(tags, "Pitch");
    OptionalDouble roll = degrees(tags, "Roll");
    if (yaw.isEmpty() || pitch.isEmpty() || roll.isEmpty()) {
      return AttitudeClaim.NONE;
    }
    return AttitudeClaim.of(yaw.getAsDouble(), pitch.getAsDouble(), roll.getAsDouble());
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

  @Override
  public LensTurn turn(PictureTags tags, CameraModel camera) {
    List<Double> degrees = Pix4dCamera.numbers(tags, "RigRelatives");
    return degrees.size() == 3
        ? LensTurn.ofDegrees(degrees.get(0), degrees.get(1), degrees.get(2))
        : LensTurn.UNKNOWN;
  }

  @Override
  public Radiometry radiometry(PictureTags tags, Optional<Instant> time) {
    boolean thermal = bands(tags).stream().anyMatch(band -> band.name().equals("thermal"));
    if (thermal) {
      return new Radiometry(SensorResponse.CENTIKELVIN, 0, PanelMark.NONE, List.of());
    }
    return SensorTags.micasense(tags, MICASENSE)
        .map(
            response ->
                new Radiometry(
                    response,
                    irradiance(tags, time)
                        .filter(light -> light > 0 && Double.isFinite(light))
                        .orElse(0.0),
                    panel(tags),
                    List.of()))
        .orElse(Radiometry.NONE);
  }

  /**
   * On level ground. A DLS 2 works it out itself, in µW cm⁻² nm⁻¹ where it does not state the
   * factor to SI units; a DLS 1 writes what fell on it, tilted as it was.
   */
  private static Optional<Double> irradiance(PictureTags tags, Optional<Instant> time) {
    OptionalDouble level = dls(tags, "HorizontalIrradiance");
    if (level.isPresent()) {
      return Optional.of(
          level.getAsDouble()
              * dls(tags, "IrradianceScaleToSIUnits").orElse(MICROWATTS_PER_SQUARE_CENTIMETER));
    }
    OptionalDouble measured = dls(tags, "SpectralIrradiance");
    Attitude sensor = sensor(tags).attitude();
    Optional<GeoPoint> place = Exif.place(tags);
    if (measured.isEmpty() || sensor == null || time.isEmpty() || place.isEmpty()) {
      return Optional.empty();
    }
    OptionalDouble found =
        TiltedSensor.level(measured.getAsDouble(), sensor, time.get(), place.get());
    return found.isPresent() ? Optional.of(found.getAsDouble()) : Optional.empty();
  }

  private static OptionalDouble dls(PictureTags tags, String name) {
    OptionalDouble number = tags.xmpNumber(DLS, name);
    return number.isPresent() ? number : Pix4dCamera.number(tags, name);
  }

  /** {@code ReflectArea} is x and y of each corner, in whole pixels. */
  private static PanelMark panel(PictureTags tags) {
    double albedo = Pix4dCamera.number(tags, "Albedo").orElse(0);
    boolean stated = albedo > 0 && albedo <= 1;
    List<Double> area = Pix4dCamera.numbers(tags, "ReflectArea");
    List<PixelPoint> corners = new ArrayList<>();
    for (int at = 0; area.size() == 8 && at < 8; at += 2) {
      corners.add(new PixelPoint(area.get(at), area.get(at + 1)));
    }
    return new PanelMark(
        stated ? albedo : 0, stated ? PanelMark.Source.PICTURE : PanelMark.Source.NONE, corners);
  }

  /** The firmware looks for the panel's code by itself: 1 found it, 2 could use it. */
  @Override
  public boolean calibrationPanel(PictureTags tags) {
    return Pix4dCamera.number(tags, "CalibrationPicture").orElse(0) != 0;
  }
}
