package org.qyran.detection.structure;

import java.util.Optional;
import org.qyran.detection.image.PreparedImage;
import org.qyran.detection.index.VegetationIndex;
import org.qyran.detection.plane.Plane;
import org.qyran.detection.tile.Tile;

/**
 * The number behind each pixel that {@link StructureDetector} cuts pieces out of, so that its order
 * of pixels can be scored apart from the shapes it accepts.
 *
 * <p>Assumes and computes what the detector does, with the detector's own background and smoothing:
 * the Mahalanobis distance of a pixel to the frame at large, over the distance from which the
 * detector calls it odd. Nothing is left out for its shape, size or greenness. Keeps nothing
 * between pictures, so threads may share it.
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
    Features features = new Features(VegetationIndex.best(image));
    return StructureDetector.background(image, features)
        .map(background -> map(image, features, background));
  }

  private static Plane map(PreparedImage image, Features features, Background background) {
    int width = image.whole().width();
    float[] map = new float[width * image.whole().height()];
    int smoothed = image.pixels(StructureDetector.SMOOTHED_METERS, 1);
    for (Tile tile : image.tiles(smoothed)) {
      float[] squared = background.oddness(features.within(image, tile.outer(), smoothed));
      byte[] seen = image.seen(tile.outer()).marks();
      for (int at = 0; at < squared.length; at++) {
        int x = tile.outer().x() + at % tile.outer().width();
        int y = tile.outer().y() + at / tile.outer().width();
        if (seen[at] != 0 && tile.core().contains(x, y)) {
          map[y * width + x] = (float) Math.sqrt(squared[at] / background.limit());
        }
      }
    }
    return new Plane(width, image.whole().height(), map);
  }
}
