package org.qyran.sampledata.sensor;

import org.qyran.model.CameraModel;

/**
 * A camera that writes colour pictures: its names and its lens.
 *
 * @param make as EXIF has it
 * @param model as EXIF has it
 * @param lens of the pictures it writes
 * @param focalLengthMillimeters as EXIF has it
 * @param focalLength35Millimeters of a lens that sees as much on 35 mm film, as EXIF has it
 * @param fNumber focal length over aperture
 */
public record JpegCamera(
    String make,
    String model,
    CameraModel lens,
    double focalLengthMillimeters,
    double focalLength35Millimeters,
    double fNumber) {

  /** Effective width of the full-frame sensor of a Sony Alpha 7R IV, by its maker. */
  private static final double ALPHA_7R4_WIDTH_MILLIMETERS = 35.7;

  public JpegCamera {
    if (make.isBlank() || model.isBlank()) {
      throw new IllegalArgumentException("make and model must not be blank");
    }
    if (!(focalLengthMillimeters > 0) || !(focalLength35Millimeters >= 0) || !(fNumber > 0)) {
      throw new IllegalArgumentException(
          "focal lengths and f-number of %s %s must be above 0".formatted(make, model));
    }
  }

  /**
   * The camera of many survey aircraft, its picture scaled down to a width; its lenses are changed.
   */
  public static JpegCamera alpha7r4(
      int widthPixels,
      int heightPixels,
      double focalLengthMillimeters,
      CameraModel.Distortion distortion) {
    return new JpegCamera(
        "SONY",
        "ILCE-7RM4",
        new CameraModel(
            "SONY ILCE-7RM4",
            widthPixels,
            heightPixels,
            focalLengthMillimeters * widthPixels / ALPHA_7R4_WIDTH_MILLIMETERS,
            widthPixels / 2.0,
            heightPixels / 2.0,
            distortion,
            CameraModel.Source.METADATA,
            0),
        focalLengthMillimeters,
        focalLengthMillimeters,
        5.6);
  }
}
