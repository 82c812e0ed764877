package org.qyran.ingest.camera;

import java.util.List;
import org.qyran.model.Band;
import org.qyran.model.CameraModel.Distortion;

/**
 * One row of the table of cameras.
 *
 * @param make as in EXIF
 * @param model as in EXIF
 * @param dialect the metadata it must speak; empty for any
 * @param widthPixels of the widest picture the sensor delivers
 * @param pixelPitchMillimeters at that width
 * @param focalLengthMillimeters of its lens; 0 where lenses are changed
 * @param focalLengthErrorFraction one standard deviation, as a share
 * @param distortion of its lens
 * @param bands of its channels; empty for red, green and blue
 * @param source where the figures come from
 */
record CatalogEntry(
    String make,
    String model,
    String dialect,
    int widthPixels,
    double pixelPitchMillimeters,
    double focalLengthMillimeters,
    double focalLengthErrorFraction,
    Distortion distortion,
    List<Band> bands,
    String source) {

  CatalogEntry {
    if (widthPixels < 1
        || !(pixelPitchMillimeters > 0)
        || !(focalLengthMillimeters >= 0)
        || !(focalLengthErrorFraction > 0)) {
      throw new IllegalArgumentException(
          "camera %s %s: width, pixel and error must be above 0, and the focal length not below"
              .formatted(make, model));
    }
    bands = List.copyOf(bands);
  }

  boolean fits(CameraFacts facts) {
    return make.equalsIgnoreCase(facts.make().strip())
        && model.equalsIgnoreCase(facts.model().strip())
        && (dialect.isEmpty() || dialect.equals(facts.dialect()));
  }
}
