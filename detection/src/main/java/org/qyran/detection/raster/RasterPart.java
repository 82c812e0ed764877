package org.qyran.detection.raster;

import java.util.List;
import org.opencv.core.Mat;
import org.qyran.detection.plane.Mask;

/**
 * A window of a raster at some scale. Whoever holds it releases the matrices.
 *
 * @param bands one channel each, in the order they were asked for: bytes, 16-bit numbers or floats;
 *     an unseen pixel has the mean of all that were seen
 * @param unseen the pixels of which nothing was seen, or not all
 */
public record RasterPart(List<Mat> bands, Mask unseen) {

  public RasterPart {
    bands = List.copyOf(bands);
  }

  /** Lets the matrices go. */
  public void release() {
    bands.forEach(Mat::release);
  }
}
