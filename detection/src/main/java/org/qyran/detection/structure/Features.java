package org.qyran.detection.structure;

import java.util.Optional;
import org.qyran.detection.image.PreparedImage;
import org.qyran.detection.index.VegetationIndex;
import org.qyran.detection.plane.Window;

/**
 * What pixels are compared by: their bands, and their vegetation index where there is one.
 *
 * @param index the best one of the picture
 */
record Features(Optional<VegetationIndex> index) {

  /** Of values that stand side by side, per band. */
  float[][] of(float[][] bands) {
    if (index.isEmpty()) {
      return bands;
    }
    float[][] features = new float[bands.length + 1][];
    System.arraycopy(bands, 0, features, 0, bands.length);
    features[bands.length] = index.get().of(bands);
    return features;
  }

  /** Within a window, each band averaged over the square of this radius. */
  float[][] within(PreparedImage image, Window window, int radiusPixels) {
    float[][] bands = new float[image.bands().size()][];
    for (int band = 0; band < bands.length; band++) {
      bands[band] = image.read(band, window).boxMean(radiusPixels).values();
    }
    return of(bands);
  }
}
