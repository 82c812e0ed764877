package org.qyran.detection.structure;

import java.util.Optional;
import org.qyran.detection.image.PreparedImage;
import org.qyran.detection.oddness.Features;
import org.qyran.detection.oddness.Oddness;
import org.qyran.detection.plane.Plane;

/**
 * The number behind each pixel that {@link StructureDetector} cuts pieces out of, so that its order
 * of pixels can be scored apart from the shapes it accepts.
 *
 * <p>Assumes and computes what the detector does ({@link Oddness}): how rare a pixel is in its
 * frame and in its neighbourhood, in decades, over the decades from which the detector calls it
 * odd. Nothing is left out for its shape, size or greenness. Keeps nothing between pictures, so
 * threads may share it.
 */
public final class OddnessMap {

  private OddnessMap() {}

  /**
   * The map of a picture.
   *
   * @return on the working grid, above 1 where odd, 0 where a lens saw nothing; absent when the
   *     picture is too small to know what it is like at large
   */
  public static Optional<Plane> of(PreparedImage image) {
    return Oddness.of(image, Features.of(image)).map(odd -> plane(image, odd));
  }

  private static Plane plane(PreparedImage image, Oddness odd) {
    float[] map = new float[image.whole().width() * image.whole().height()];
    for (int at = 0; at < map.length; at++) {
      map[at] = (float) (odd.decades(at) / Oddness.LIMIT);
    }
    return new Plane(image.whole().width(), image.whole().height(), map);
  }
}
