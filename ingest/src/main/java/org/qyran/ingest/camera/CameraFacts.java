package org.qyran.ingest.camera;

import java.util.Locale;

/**
 * What a picture says of its camera in plain EXIF. A number that it does not say is zero, as EXIF
 * itself writes an unknown focal length.
 *
 * @param make of the camera, empty when not said
 * @param model of the camera, empty when not said
 * @param dialect whose metadata it speaks: {@code dji}, {@code sensefly}, {@code parrot}, {@code
 *     micasense}, {@code skydio}, {@code teal}; empty for plain EXIF
 * @param widthPixels of the picture as stored
 * @param heightPixels of the picture as stored
 * @param focalLengthMillimeters of the lens
 * @param focalLength35Millimeters of a lens that sees as much on 24 mm by 36 mm film
 * @param pixelPitchMillimeters distance between pixels, from the focal plane resolution
 * @param pitchWidthPixels the picture width that the pitch is true for
 */
public record CameraFacts(
    String make,
    String model,
    String dialect,
    int widthPixels,
    int heightPixels,
    double focalLengthMillimeters,
    double focalLength35Millimeters,
    double pixelPitchMillimeters,
    int pitchWidthPixels) {

  /** Maker and model as a person says them, the maker once. */
  public String name() {
    String name =
        model.toLowerCase(Locale.ROOT).startsWith(make.toLowerCase(Locale.ROOT))
            ? model
            : make + " " + model;
    return name.isBlank() ? "unknown camera" : name.strip();
  }

  /**
   * Whether a lens can have this focal length: between one of 160 degrees and one of 3. Anything
   * else is not in pixels.
   */
  public boolean isFocalLength(double pixels) {
    return pixels > widthPixels * 0.09 && pixels < widthPixels * 20.0;
  }
}
