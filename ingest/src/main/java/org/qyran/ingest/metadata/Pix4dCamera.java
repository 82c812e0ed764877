package org.qyran.ingest.metadata;

import com.drew.metadata.exif.ExifDirectoryBase;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.qyran.ingest.camera.CameraFacts;
import org.qyran.ingest.camera.FisheyeCalibration;
import org.qyran.model.Band;
import org.qyran.model.CameraModel;
import org.qyran.model.CameraModel.Distortion;
import org.qyran.model.CameraModel.Source;

/**
 * Pix4D's {@code Camera} tags, which Parrot and MicaSense both write: light and lens of each band.
 * The two name the namespace differently, and DJI's thermal cameras write the same of their light
 * under a name of their own.
 *
 * <p>Lens figures are in millimetres, or in pixels where a focal length has no unit and is far too
 * long to be one: RedEdge writes 1443 for its lens of 5.5 mm. The principal point is always in
 * millimetres, from the top left corner; EXIF's focal plane resolution makes pixels of both.
 * Distortion is k1, k2, k3, p1, p2.
 */
final class Pix4dCamera {

  private static final List<String> NAMESPACES =
      List.of(
          "http://pix4d.com/camera/1.0/",
          "http://pix4d.com/camera/1.0",
          "http://pix4d.com/1.0",
          "http://www.dji.com/FLIR/1.0/");

  private static final double CALIBRATED_ERROR = 0.005;

  /** No camera that flies has a lens this long, and none has pictures this narrow. */
  private static final double LONGEST_LENS_MILLIMETERS = 100;

  private Pix4dCamera() {}

  static Optional<String> text(PictureTags tags, String name) {
    return NAMESPACES.stream()
        .map(namespace -> tags.xmpText(namespace, name))
        .flatMap(Optional::stream)
        .findFirst();
  }

  static OptionalDouble number(PictureTags tags, String name) {
    return NAMESPACES.stream()
        .map(namespace -> tags.xmpNumber(namespace, name))
        .filter(OptionalDouble::isPresent)
        .findFirst()
        .orElse(OptionalDouble.empty());
  }

  static List<Double> numbers(PictureTags tags, String name) {
    return NAMESPACES.stream()
        .map(namespace -> tags.xmpNumbers(namespace, name))
        .filter(list -> !list.isEmpty() && list.stream().allMatch(Double::isFinite))
        .findFirst()
        .orElse(List.of());
  }

  private static List<String> texts(PictureTags tags, String name) {
    return NAMESPACES.stream()
        .map(namespace -> tags.xmpList(namespace, name))
        .filter(list -> !list.isEmpty())
        .findFirst()
        .orElse(List.of());
  }

  static List<Band> bands(PictureTags tags) {
    List<String> names = texts(tags, "BandName");
    List<Double> centers = numbers(tags, "CentralWavelength");
    List<Double> widths = numbers(tags, "WavelengthFWHM");
    if (centers.isEmpty() || names.size() != centers.size() || widths.size() != centers.size()) {
      return List.of();
    }
    List<Band> bands = new ArrayList<>();
    for (int index = 0; index < names.size(); index++) {
      Optional<Band> band = band(names.get(index), centers.get(index), widths.get(index));
      if (band.isEmpty()) {
        return List.of();
      }
      bands.add(band.get());
    }
    return bands;
  }

  /** A band, unless its light is none that a camera records. */
  static Optional<Band> band(String name, double centerNanometers, double widthNanometers) {
    boolean light =
        centerNanometers >= 200
            && centerNanometers <= 20_000
            && widthNanometers >= 1
            && widthNanometers <= 10_000;
    return light && !name.isBlank()
        ? Optional.of(new Band(nameOf(name), centerNanometers, widthNanometers))
        : Optional.empty();
  }

  private static String nameOf(String written) {
    String name = written.toLowerCase(Locale.ROOT).replace('_', ' ').strip();
    return switch (name) {
      case "rededge", "red-edge", "reg" -> "red edge";
      case "lwir" -> "thermal";
      default -> name;
    };
  }

  static Optional<CameraModel> calibration(PictureTags tags, CameraFacts facts) {
    double pitchX =
        Exif.pixelPitchMillimeters(tags, ExifDirectoryBase.TAG_FOCAL_PLANE_X_RESOLUTION);
    double pitchY =
        Exif.pixelPitchMillimeters(tags, ExifDirectoryBase.TAG_FOCAL_PLANE_Y_RESOLUTION);
    List<Double> principal = numbers(tags, "PrincipalPoint");
    if (!(pitchX > 0) || !(pitchY > 0) || principal.size() != 2) {
      return Optional.empty();
    }
    double principalX = principal.get(0) / pitchX;
    double principalY = principal.get(1) / pitchY;
    if (!isInside(principalX, facts.widthPixels()) || !isInside(principalY, facts.heightPixels())) {
      return Optional.empty();
    }
    return switch (text(tags, "ModelType").orElse("")) {
      case "perspective" -> perspective(tags, facts, pitchX, principalX, principalY);
      case "fisheye" -> fisheye(tags, facts, principalX, principalY);
      default -> Optional.empty();
    };
  }

  /** A principal point outside the middle half of the picture is in another unit. */
  private static boolean isInside(double principal, int sizePixels) {
    return principal > sizePixels * 0.25 && principal < sizePixels * 0.75;
  }

  private static Optional<CameraModel> perspective(
      PictureTags tags, CameraFacts facts, double pitchX, double principalX, double principalY) {
    double focal = number(tags, "PerspectiveFocalLength").orElse(0);
    List<Double> distortion = numbers(tags, "PerspectiveDistortion");
    double focalPixels = focal < LONGEST_LENS_MILLIMETERS ? focal / pitchX : focal;
    if (!facts.isFocalLength(focalPixels) || distortion.size() != 5) {
      return Optional.empty();
    }
    return Optional.of(
        new CameraModel(
            facts.name(),
            facts.widthPixels(),
            facts.heightPixels(),
            focalPixels,
            principalX,
            principalY,
            new Distortion(
                distortion.get(0),
                distortion.get(1),
                distortion.get(2),
                distortion.get(3),
                distortion.get(4)),
            Source.METADATA,
            CALIBRATED_ERROR));
  }

  private static Optional<CameraModel> fisheye(
      PictureTags tags, CameraFacts facts, double principalX, double principalY) {
    List<Double> matrix = numbers(tags, "FisheyeAffineMatrix");
    List<Double> polynomial = numbers(tags, "FisheyePolynomial");
    boolean symmetric =
        matrix.size() == 4
            && matrix.get(0) > 0
            && matrix.get(0).equals(matrix.get(3))
            && matrix.get(1) == 0
            && matrix.get(2) == 0;
    if (!symmetric || polynomial.size() < 2) {
      return Optional.empty();
    }
    FisheyeCalibration lens =
        new FisheyeCalibration(matrix.get(0), polynomial, principalX, principalY);
    return lens.findModel(facts.name(), facts.widthPixels(), facts.heightPixels())
        .filter(model -> facts.isFocalLength(model.focalLengthPixels()));
  }
}
