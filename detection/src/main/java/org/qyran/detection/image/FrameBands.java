package org.qyran.detection.image;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.qyran.detection.plane.Mask;
import org.qyran.detection.radiometry.Calibration;
import org.qyran.detection.radiometry.CountConversion;
import org.qyran.detection.radiometry.Reflectance;
import org.qyran.model.BandImage;
import org.qyran.model.Frame;
import org.qyran.model.ImageRef;
import org.qyran.model.SensorResponse;
import org.qyran.model.SensorResponse.Quantity;

/**
 * What is done to the decoded files of a frame before anybody looks: counts become reflectance, and
 * bands of several lenses are laid on the first. The map of decoded files is changed in place.
 */
final class FrameBands {

  private FrameBands() {}

  /**
   * What became of the counts of a frame.
   *
   * @param unit what the numbers are now
   * @param by what made reflectance of them; nothing where they are something else
   */
  record Calibrated(PixelUnit unit, Calibration.Source by) {

    private static Calibrated without(PixelUnit unit) {
      return new Calibrated(unit, Calibration.Source.NONE);
    }
  }

  /**
   * Turns counts into reflectance or temperature where all files of the frame allow it; only then
   * are panels measured.
   */
  static Calibrated calibrate(
      Frame frame, Map<ImageRef, Decoded> decoded, Reflectance reflectance) {
    boolean sixteenBit = decoded.values().stream().allMatch(d -> d.mat().type() == CvType.CV_16UC1);
    if (!sixteenBit) {
      return Calibrated.without(PixelUnit.DN);
    }
    if (decoded.values().stream().allMatch(file -> file.step() > 0)) {
      return Calibrated.without(PixelUnit.KELVIN); // temperatures that a radiometric JPEG hid
    }
    if (isThermal(frame)) {
      for (BandImage band : frame.bands()) {
        SensorResponse response = band.radiometry().response();
        decoded.put(
            band.image(),
            ImageOpener.decoded(decoded, band.image()).counting(1 / response.fullScale()));
      }
      return Calibrated.without(PixelUnit.KELVIN);
    }
    Calibration calibration = reflectance.of(frame);
    if (calibration.by() == Calibration.Source.NONE) {
      return Calibrated.without(PixelUnit.DN);
    }
    for (int at = 0; at < frame.bands().size(); at++) {
      BandImage band = frame.bands().get(at);
      Decoded file = ImageOpener.decoded(decoded, band.image());
      CountConversion conversion =
          new CountConversion(
              band.radiometry().response(),
              band.camera().widthPixels(),
              band.camera().heightPixels(),
              calibration.factors().get(at));
      decoded.put(band.image(), file.counting(conversion.convert(file.mat())));
    }
    return new Calibrated(
        calibration.absolute() ? PixelUnit.REFLECTANCE : PixelUnit.RELATIVE_REFLECTANCE,
        calibration.by());
  }

  private static boolean isThermal(Frame frame) {
    return frame.images().size() == frame.bands().size()
        && frame.bands().stream()
            .allMatch(
                band ->
                    band.radiometry().response().gives() == Quantity.KELVIN
                        && band.radiometry().response().blackLevel() == 0);
  }

  /**
   * Lays every further file on the file of the frame's first band, where it is among the decoded.
   *
   * @param invalid to which is added what a lens did not see
   * @return root mean square of what is left, in pixels of the first; absent where it cannot be
   *     told
   */
  static OptionalDouble align(Frame frame, Map<ImageRef, Decoded> decoded, List<Mask> invalid) {
    BandImage reference = frame.bands().get(0);
    Mat first = ImageOpener.decoded(decoded, reference.image()).mat();
    BandAlignment alignment = new BandAlignment(reference, first);
    List<Double> squares = new ArrayList<>();
    for (ImageRef image : List.copyOf(decoded.keySet())) {
      if (image.equals(reference.image())) {
        continue;
      }
      BandImage band =
          frame.bands().stream().filter(b -> b.image().equals(image)).findFirst().orElseThrow();
      Decoded own = ImageOpener.decoded(decoded, image);
      BandAlignment.Laid laid = alignment.lay(band, own.mat());
      squares.addAll(laid.squaredResiduals());
      invalid.add(laid.outside());
      decoded.put(image, own.replacedBy(laid.picture()));
    }
    alignment.release();
    OptionalDouble mean = squares.stream().mapToDouble(Double::doubleValue).average();
    return mean.isPresent()
        ? OptionalDouble.of(Math.sqrt(mean.getAsDouble()))
        : OptionalDouble.empty();
  }
}
