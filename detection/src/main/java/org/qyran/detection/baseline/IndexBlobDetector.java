package org.qyran.detection.baseline;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.qyran.detection.find.Detector;
import org.qyran.detection.find.Finding;
import org.qyran.detection.image.PreparedImage;
import org.qyran.detection.index.VegetationIndex;
import org.qyran.detection.plane.Blob;
import org.qyran.detection.plane.Mask;
import org.qyran.detection.plane.Plane;
import org.qyran.detection.plane.Window;
import org.qyran.detection.tile.Tile;
import org.qyran.model.DetectionType;
import org.qyran.model.Evidence;

/**
 * A fixed threshold on the vegetation index, and the patches above it that have the right size: the
 * usual first try, and the yardstick for what more thought is worth.
 *
 * <p>Assumes that one threshold serves every camera, light and season, which is wrong. Every patch
 * of that size is called a stand, unless it leaves the picture on a quarter of its rim. The score
 * grows with the mean index inside.
 *
 * <p>Keeps nothing between pictures; threads may share it.
 */
public final class IndexBlobDetector implements Detector {

  /**
   * NDVI above 0.4 is the common rule for dense plants; the others cut about as deep. Excess green
   * is that of r + g + b = 1, where 0.1 is the usual cut.
   */
  private static final Map<String, Double> THRESHOLDS =
      Map.of(
          "ndvi_uncalibrated", 0.4,
          "nir_blue_index", 0.4,
          "nir_green_index", 0.3,
          "excess_green", 0.1);

  private static final double SMOOTHED_METERS = 0.12;
  private static final double CLOSED_METERS = 0.5;
  private static final double LARGEST_BORDER_SHARE = 0.25;

  private final double atLeastSquareMeters;
  private final double atMostSquareMeters;

  /** Looks for patches of such sizes. */
  public IndexBlobDetector(double atLeastSquareMeters, double atMostSquareMeters) {
    this.atLeastSquareMeters = atLeastSquareMeters;
    this.atMostSquareMeters = atMostSquareMeters;
  }

  @Override
  public String name() {
    return "baseline-index-blob 1";
  }

  @Override
  public Set<DetectionType> seeks() {
    return Set.of(DetectionType.VEGETATION_STAND);
  }

  @Override
  public List<Finding> find(PreparedImage image) {
    return VegetationIndex.best(image).map(index -> patches(image, index)).orElse(List.of());
  }

  private List<Finding> patches(PreparedImage image, VegetationIndex index) {
    double threshold =
        Optional.ofNullable(THRESHOLDS.get(index.evidenceName()))
            .orElseThrow(
                () -> new IllegalStateException("no threshold for " + index.evidenceName()));
    List<Finding> found = new ArrayList<>();
    for (Blob blob : green(image, index, threshold).blobs()) {
      double area = image.squareMeters(blob.areaPixels());
      if (area >= atLeastSquareMeters
          && area <= atMostSquareMeters
          && blob.borderShare(image.whole()) <= LARGEST_BORDER_SHARE) {
        found.add(finding(image, index, threshold, blob, area));
      }
    }
    found.sort(Comparator.comparingDouble(Finding::score).reversed());
    return found;
  }

  private static Finding finding(
      PreparedImage image, VegetationIndex index, double threshold, Blob blob, double area) {
    Window window = blob.bounds();
    Plane plane = index.within(image, window);
    byte[] inside = blob.fill(window).marks();
    double sum = 0;
    int count = 0;
    for (int i = 0; i < inside.length; i++) {
      if (inside[i] != 0) {
        sum += plane.values()[i];
        count++;
      }
    }
    double mean = sum / Math.max(1, count);
    return new Finding(
        DetectionType.VEGETATION_STAND,
        "",
        image.inFrame(blob.outline(image.pixels(0.1, 1))),
        Math.max(0, Math.min(1, 0.5 + (mean - threshold) / 2)),
        List.of(
            Evidence.measured(index.evidenceName(), mean),
            Evidence.measured(image.gsdKnown() ? "area_m2" : "area_px", area)),
        List.of("any green patch"));
  }

  private static Mask green(PreparedImage image, VegetationIndex index, double threshold) {
    int smoothed = image.pixels(SMOOTHED_METERS, 1);
    int closed = image.pixels(CLOSED_METERS, 0);
    int width = image.whole().width();
    int height = image.whole().height();
    Mask whole = new Mask(width, height, new byte[width * height]);
    for (Tile tile : image.tiles(smoothed + 2 * closed)) {
      Plane plane = index.within(image, tile.outer()).boxMean(smoothed);
      byte[] seen = image.seen(tile.outer()).marks();
      byte[] marks = new byte[seen.length];
      for (int i = 0; i < marks.length; i++) {
        marks[i] = plane.values()[i] > threshold ? seen[i] : 0;
      }
      tile.putCore(new Mask(plane.width(), plane.height(), marks).closed(closed), whole);
    }
    return whole;
  }
}
