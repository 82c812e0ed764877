package org.qyran.ingest.metadata;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.qyran.model.Attitude;
import org.qyran.model.BandImage;
import org.qyran.model.CameraModel;
import org.qyran.model.Capture;
import org.qyran.model.GeoPoint;
import org.qyran.model.Height;
import org.qyran.model.Radiometry;

/**
 * Says to a person what was understood of a picture, and what is missing in it. Pure: the same
 * capture gives the same lines.
 */
public final class CaptureDescription {

  private CaptureDescription() {}

  /**
   * Lines of {@code name: value (unit, source)}; what is missing says so and what to do about it.
   */
  public static List<String> lines(Capture capture) {
    List<String> lines = new ArrayList<>();
    lines.add(
        "file: %s (%d bytes, sha256 %s)"
            .formatted(
                capture.image().file(),
                capture.image().sizeBytes(),
                capture.image().sha256().substring(0, 16)));
    lines.add("sensor: " + capture.sensor());
    lines.add(time(capture));
    lines.add(position(capture));
    heights(capture, lines);
    attitude(capture, lines);
    lines.add(
        line(
            "pose error: %.2f m horizontal, %.2f m vertical, %.1f° yaw, %.1f° tilt (one standard deviation)",
            capture.error().horizontalMeters(),
            capture.error().verticalMeters(),
            capture.error().yawDegrees(),
            capture.error().tiltDegrees()));
    camera(capture.bands().get(0).camera(), lines);
    capture.bands().forEach(band -> lines.add(band(band)));
    lines.add(radiometry(capture.bands().get(0).radiometry()));
    if (!capture.exposure().equals(capture.image().sha256())) {
      lines.add("exposure: %s (joins the files of one exposure)".formatted(capture.exposure()));
    }
    if (capture.calibrationPanel()) {
      lines.add("calibration panel: yes (not searched for targets)");
    }
    return List.copyOf(lines);
  }

  private static String time(Capture capture) {
    String how =
        switch (capture.timeSource()) {
          case GPS -> "UTC, GPS";
          case UTC_TAG -> "UTC, the maker's tag";
          case OFFSET_TAG -> "UTC, local time with its offset";
          case ZONE_SETTING -> "UTC, local time in the zone of the setting ingest.zone";
          case ASSUMED_UTC -> "local time of unknown zone, read as UTC; set ingest.zone";
          case NONE -> "";
        };
    return capture.time() == null
        ? "time: missing (no tag of a time since 1990; the picture will be refused)"
        : "time: %s (%s)".formatted(capture.time(), how);
  }

  private static String position(Capture capture) {
    GeoPoint position = capture.position();
    return position == null
        ? "position: missing (a flight log can give it)"
        : line(
            "position: %.7f, %.7f (degrees latitude and longitude, WGS 84)",
            position.latitudeDegrees(), position.longitudeDegrees());
  }

  private static void heights(Capture capture, List<String> lines) {
    if (capture.heights().isEmpty()) {
      lines.add("height: missing (a flight log can give it)");
    }
    for (Height.Datum datum : Height.Datum.values()) {
      Optional<Height> height =
          capture.heights().stream().filter(known -> known.datum() == datum).findFirst();
      height.ifPresent(
          known ->
              lines.add(line("height: %.2f (metres, above %s)", known.meters(), words(datum))));
    }
  }

  private static String words(Height.Datum datum) {
    return switch (datum) {
      case ELLIPSOID -> "the WGS 84 ellipsoid";
      case MEAN_SEA_LEVEL -> "mean sea level";
      case MEAN_SEA_LEVEL_EGM2008 -> "mean sea level (EGM2008)";
      case TAKEOFF -> "the take-off";
      case GROUND -> "the ground below";
    };
  }

  private static void attitude(Capture capture, List<String> lines) {
    Attitude attitude = capture.cameraAttitude();
    lines.add(
        attitude == null
            ? "camera attitude: missing (a flight log can give it)"
            : line(
                "camera attitude: yaw %.2f, pitch %.2f, roll %.2f (degrees; yaw clockwise from north, pitch -90 straight down)",
                attitude.yawDegrees(), attitude.pitchDegrees(), attitude.rollDegrees()));
    if (capture.doubt() != null) {
      lines.add("doubt: %s (%s)".formatted(capture.doubt().detail(), capture.doubt().code()));
    }
  }

  private static void camera(CameraModel camera, List<String> lines) {
    String source =
        switch (camera.source()) {
          case METADATA -> "calibration in the picture";
          case CATALOG -> "table of cameras";
          case EXIF -> "plain EXIF";
          case UNKNOWN -> "";
        };
    lines.add("picture: %d x %d (pixels)".formatted(camera.widthPixels(), camera.heightPixels()));
    if (camera.source() == CameraModel.Source.UNKNOWN) {
      lines.add(
          "focal length: missing (the camera is not in the table; its pixels cannot be placed)");
      return;
    }
    lines.add(
        line(
            "focal length: %.1f ± %.1f (pixels, %s)",
            camera.focalLengthPixels(),
            camera.focalLengthPixels() * camera.focalLengthErrorFraction(),
            source));
    lines.add(
        line(
            "principal point: %.1f, %.1f (pixels from the top left corner, %s)",
            camera.principalXPixels(), camera.principalYPixels(), source));
    CameraModel.Distortion lens = camera.distortion();
    if (!lens.equals(CameraModel.Distortion.NONE)) {
      lines.add(
          line(
              "distortion: k1 %.5f, k2 %.5f, k3 %.5f, p1 %.5f, p2 %.5f (Brown-Conrady, %s)",
              lens.k1(), lens.k2(), lens.k3(), lens.p1(), lens.p2(), source));
    }
  }

  private static String band(BandImage image) {
    return line(
        "band: channel %d is %s, %.0f ± %.0f (nanometres, half width)",
        image.channel(),
        image.band().name(),
        image.band().centerNanometers(),
        image.band().widthNanometers() / 2);
  }

  private static String radiometry(Radiometry known) {
    String counts =
        switch (known.response().gives()) {
          case RADIANCE -> "become radiance";
          case RELATIVE_RADIANCE -> "become light, in a unit of the maker's";
          case KELVIN -> "are temperatures";
          case NOTHING -> "stay counts (the picture does not say how they came about)";
        };
    String light =
        known.irradiance() > 0
            ? line("; light sensor: %.4g on level ground", known.irradiance())
            : "";
    String panel =
        known.panel().reflectance() > 0
            ? line("; panel, if it shows one, reflects %.3f", known.panel().reflectance())
            : "";
    return "radiometry: counts " + counts + light + panel;
  }

  /** Numbers are written alike wherever the program runs. */
  private static String line(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
