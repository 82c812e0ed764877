package org.qyran.detection.vegetation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.qyran.detection.find.Detector;
import org.qyran.detection.find.Finding;
import org.qyran.detection.image.PreparedImage;
import org.qyran.detection.index.VegetationIndex;
import org.qyran.detection.plane.Blob;
import org.qyran.detection.plane.Mask;
import org.qyran.detection.plane.Plane;
import org.qyran.detection.tile.Tile;

/**
 * Finds plants that stand apart: a dense patch, greener than what is around it.
 *
 * <p>Assumes that the patch is seen together with its surroundings; a lawn or a wood that fills the
 * frame, or leaves it on a long side, is ground and not a stand. Pixels above a threshold of the
 * frame are marked, gaps narrower than 2 m closed and tufts narrower than 0.7 m taken away, and the
 * plants of what is left are measured against a ring of 2 m around it. Size limits apply to the
 * outline, holes included.
 *
 * <p>It says nothing about the species, and a single bush on a lawn is a stand too. Keeps nothing
 * between pictures, so threads may share it.
 */
public final class VegetationStandDetector implements Detector {

  private static final double SMOOTHED_METERS = 0.12;

  /**
   * Plants are set up to 1.83 m apart, rows too (NC State 2022, trials of flower crops), and young
   * crowns are 0.6 m wide: across the corner of such a lattice the gap is 2.0 m.
   */
  private static final double CLOSED_METERS = 1.0;

  private static final double OPENED_METERS = 0.35;

  /** A stand that takes more of the frame than this cannot be told from ground. */
  private static final double LARGEST_SHARE_OF_FRAME = 0.3;

  private static final int SAMPLES = 8_000;

  private final double atLeastSquareMeters;
  private final double atMostSquareMeters;

  /** Looks for stands of such sizes. */
  public VegetationStandDetector(double atLeastSquareMeters, double atMostSquareMeters) {
    this.atLeastSquareMeters = atLeastSquareMeters;
    this.atMostSquareMeters = atMostSquareMeters;
  }

  @Override
  public String name() {
    return "vegetation-stand 2";
  }

  @Override
  public List<Finding> find(PreparedImage image) {
    Optional<VegetationIndex> best = VegetationIndex.best(image);
    if (best.isEmpty()) {
      return List.of();
    }
    VegetationIndex index = best.get();
    return GreenThreshold.of(index.of(image.sampled(SAMPLES)), index.leastContrast())
        .map(threshold -> stands(image, index, threshold))
        .orElse(List.of());
  }

  private List<Finding> stands(
      PreparedImage image, VegetationIndex index, GreenThreshold threshold) {
    double most =
        Math.min(
            atMostSquareMeters,
            LARGEST_SHARE_OF_FRAME
                * image.squareMeters((double) image.whole().width() * image.whole().height()));
    StandMeasure measure = new StandMeasure(image, index, threshold);
    List<Finding> found = new ArrayList<>();
    for (Blob blob : planted(image, index, threshold).blobs()) {
      double area = image.squareMeters(blob.areaPixels());
      if (area >= atLeastSquareMeters && area <= most) {
        measure.measure(blob).ifPresent(stand -> found.add(stand.finding(image)));
      }
    }
    found.sort(Comparator.comparingDouble(Finding::score).reversed());
    return found;
  }

  /**
   * Which pixels of the frame are planted; decided tile by tile, the same whatever the tiles are.
   */
  private static Mask planted(
      PreparedImage image, VegetationIndex index, GreenThreshold threshold) {
    int smoothed = image.pixels(SMOOTHED_METERS, 1);
    int closed = image.pixels(CLOSED_METERS, 0);
    int opened = image.pixels(OPENED_METERS, 0);
    int margin = smoothed + 2 * closed + 2 * opened;
    int width = image.whole().width();
    int height = image.whole().height();
    Mask whole = new Mask(width, height, new byte[width * height]);
    for (Tile tile : image.tiles(margin)) {
      Plane plane = index.within(image, tile.outer()).boxMean(smoothed);
      byte[] seen = image.seen(tile.outer()).marks();
      float[] values = plane.values();
      byte[] marks = new byte[values.length];
      for (int i = 0; i < marks.length; i++) {
        marks[i] = values[i] > threshold.value() ? seen[i] : 0;
      }
      Mask mask = new Mask(plane.width(), plane.height(), marks).closed(closed).opened(opened);
      tile.putCore(mask, whole);
    }
    return whole;
  }
}
