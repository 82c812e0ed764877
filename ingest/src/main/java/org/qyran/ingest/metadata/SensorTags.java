package org.qyran.ingest.metadata;

import com.drew.metadata.exif.ExifDirectoryBase;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.qyran.model.SensorResponse;
import org.qyran.model.SensorResponse.Quantity;
import org.qyran.model.Vignette;

/**
 * What the makers of multispectral cameras say of their sensors: the tags they share, and the three
 * models of how light became counts. A model of which a part is missing, or cannot be true, is
 * taken for absent: half a calibration is worse than none.
 */
final class SensorTags {

  private static final int BLACK_LEVEL = 0xC61A; // DNG 1.4
  private static final int ISO_SPEED = 0x8833; // EXIF 2.3
  private static final double MICROSECOND = 1e-6;

  private SensorTags() {}

  /** MicaSense: {@code RadiometricCalibration} a1, a2, a3; ISO speed 100 is a gain of 1. */
  static Optional<SensorResponse> micasense(PictureTags tags, String namespace) {
    List<Double> calibration = tags.xmpNumbers(namespace, "RadiometricCalibration");
    if (calibration.size() != 3) {
      return Optional.empty();
    }
    return response(
        Quantity.RADIANCE,
        black(tags),
        Math.pow(2, bits(tags)),
        exposureSeconds(tags),
        iso(tags) / 100,
        new double[] {calibration.get(0), calibration.get(1), calibration.get(2)},
        radial(
            Vignette.Form.RADIAL_SHARE,
            Pix4dCamera.numbers(tags, "VignettingCenter"),
            Pix4dCamera.numbers(tags, "VignettingPolynomial")));
  }

  /**
   * Parrot: f² (count − B) / (A t ISO + C), with A, B, C in {@code SensorModel} (SEQ-AN-01). Older
   * firmware does not write it; B is the black level then, and light is in proportion.
   */
  static Optional<SensorResponse> sequoia(PictureTags tags) {
    List<Double> model = Pix4dCamera.numbers(tags, "SensorModel");
    double seconds = exposureSeconds(tags);
    double aperture = tags.exposureNumber(ExifDirectoryBase.TAG_FNUMBER).orElse(0);
    boolean stated = model.size() == 3;
    double gain = stated ? model.get(0) * iso(tags) + model.get(2) / seconds : iso(tags) / 100;
    return response(
        Quantity.RELATIVE_RADIANCE,
        stated ? OptionalDouble.of(model.get(1)) : black(tags),
        65_535,
        seconds,
        gain,
        new double[] {aperture * aperture, 0, 0},
        plane(
            Pix4dCamera.numbers(tags, "VignettingPolynomial2DName"),
            Pix4dCamera.numbers(tags, "VignettingPolynomial2D")));
  }

  /**
   * DJI: (count − black) / 65535 · V / (gain t) · {@code SensorGainAdjustment} (P4 Multispectral
   * and Mavic 3M Image Processing Guides). The time is in microseconds.
   */
  static Optional<SensorResponse> dji(PictureTags tags, String namespace) {
    OptionalDouble gain = tags.xmpNumber(namespace, "SensorGain");
    OptionalDouble adjustment = tags.xmpNumber(namespace, "SensorGainAdjustment");
    OptionalDouble microseconds = tags.xmpNumber(namespace, "ExposureTime");
    OptionalDouble black = tags.xmpNumber(namespace, "BlackLevel");
    if (black.isEmpty()) {
      black = Pix4dCamera.number(tags, "BlackCurrent");
    }
    List<Double> center =
        both(
            tags.xmpNumber(namespace, "CalibratedOpticalCenterX"),
            tags.xmpNumber(namespace, "CalibratedOpticalCenterY"));
    List<Double> vignette = tags.xmpNumbers(namespace, "VignettingData");
    if (gain.isEmpty() || adjustment.isEmpty()) {
      return Optional.empty();
    }
    return response(
        Quantity.RELATIVE_RADIANCE,
        black.isPresent() ? black : black(tags),
        65_535,
        microseconds.isPresent() ? microseconds.getAsDouble() * MICROSECOND : exposureSeconds(tags),
        gain.getAsDouble(),
        new double[] {adjustment.getAsDouble(), 0, 0},
        radial(
            Vignette.Form.RADIAL_GAIN,
            center.isEmpty() ? Pix4dCamera.numbers(tags, "VignettingCenter") : center,
            vignette.isEmpty() ? Pix4dCamera.numbers(tags, "VignettingPolynomial") : vignette));
  }

  private static Optional<SensorResponse> response(
      Quantity gives,
      OptionalDouble black,
      double fullScale,
      double exposureSeconds,
      double gain,
      double[] factors,
      Optional<Vignette> vignette) {
    double level = black.orElse(Double.NaN);
    boolean whole =
        isFinite(
                List.of(
                    level, fullScale, exposureSeconds, gain, factors[0], factors[1], factors[2]))
            && level >= 0
            && fullScale > 0
            && exposureSeconds > 0
            && gain > 0
            && factors[0] > 0
            && vignette.isPresent();
    return whole
        ? Optional.of(
            new SensorResponse(
                gives,
                level,
                fullScale,
                exposureSeconds,
                gain,
                factors[0],
                factors[1],
                factors[2],
                vignette.get()))
        : Optional.empty();
  }

  private static OptionalDouble black(PictureTags tags) {
    return tags.imageNumbers(BLACK_LEVEL).stream().mapToDouble(Double::doubleValue).average();
  }

  private static double bits(PictureTags tags) {
    return tags.imageNumber(ExifDirectoryBase.TAG_BITS_PER_SAMPLE).orElse(16);
  }

  private static double exposureSeconds(PictureTags tags) {
    return tags.exposureNumber(ExifDirectoryBase.TAG_EXPOSURE_TIME).orElse(0);
  }

  private static double iso(PictureTags tags) {
    OptionalDouble speed = tags.exposureNumber(ISO_SPEED);
    return speed.isPresent()
        ? speed.getAsDouble()
        : tags.exposureNumber(ExifDirectoryBase.TAG_ISO_EQUIVALENT).orElse(100);
  }

  private static List<Double> both(OptionalDouble first, OptionalDouble second) {
    return first.isPresent() && second.isPresent()
        ? List.of(first.getAsDouble(), second.getAsDouble())
        : List.of();
  }

  private static Optional<Vignette> radial(
      Vignette.Form form, List<Double> center, List<Double> polynomial) {
    boolean whole = center.size() == 2 && !polynomial.isEmpty() && polynomial.size() <= 10;
    return whole && isFinite(center) && isFinite(polynomial)
        ? Optional.of(new Vignette(form, center.get(0), center.get(1), polynomial))
        : Optional.empty();
  }

  private static Optional<Vignette> plane(List<Double> powers, List<Double> coefficients) {
    boolean whole =
        !coefficients.isEmpty()
            && coefficients.size() <= 81
            && powers.size() == 2 * coefficients.size()
            && isFinite(coefficients)
            && powers.stream().allMatch(power -> power >= 0 && power <= 8 && power % 1 == 0);
    if (!whole) {
      return Optional.empty();
    }
    List<Double> terms = new ArrayList<>();
    IntStream.range(0, coefficients.size())
        .forEach(
            term -> {
              terms.add(coefficients.get(term));
              terms.add(powers.get(2 * term));
              terms.add(powers.get(2 * term + 1));
            });
    return Optional.of(new Vignette(Vignette.Form.PLANE_SHARE, 0, 0, terms));
  }

  private static boolean isFinite(List<Double> numbers) {
    return numbers.stream().allMatch(Double::isFinite);
  }
}
