package org.qyran.detection.baseline;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.qyran.detection.find.Detector;
import org.qyran.detection.find.Finding;
import org.qyran.detection.image.PreparedImage;
import org.qyran.detection.plane.Blob;
import org.qyran.detection.plane.Mask;
import org.qyran.detection.plane.Plane;
import org.qyran.detection.plane.Window;
import org.qyran.detection.tile.Tile;
import org.qyran.model.DetectionType;
import org.qyran.model.Evidence;

/**
 * Plain global RX: the squared Mahalanobis distance of a pixel's bands to the mean of the frame
 * (Reed and Xiaoli Yu, IEEE ASSP 38(10), 1990), a fixed quantile of it, and the patches above that
 * have the right size.
 *
 * <p>Assumes that one pixel in twenty is odd, in every frame, so a frame of nothing but grass has
 * odd pixels too. No index, no shape, no robust fit. The score is 1 - limit / mean distance inside,
 * cut to [0, 1].
 *
 * <p>Keeps nothing between pictures; threads may share it.
 */
public final class GlobalRxDetector implements Detector {

  private static final double QUANTILE = 0.95;

  /** Nearer to the mean than one deviation, nothing is odd. */
  private static final float LEAST_LIMIT = 1;

  private static final int SAMPLES = 8_000;
  private static final double SMOOTHED_METERS = 0.08;
  private static final double CLEANED_METERS = 0.24;

  private final double atLeastSquareMeters;
  private final double atMostSquareMeters;

  /** Looks for patches of such sizes. */
  public GlobalRxDetector(double atLeastSquareMeters, double atMostSquareMeters) {
    this.atLeastSquareMeters = atLeastSquareMeters;
    this.atMostSquareMeters = atMostSquareMeters;
  }

  @Override
  public String name() {
    return "baseline-global-rx 1";
  }

  @Override
  public Set<DetectionType> seeks() {
    return Set.of(DetectionType.STRUCTURE_OF_INTEREST);
  }

  @Override
  public List<Finding> find(PreparedImage image) {
    float[][] sample = image.sampled(SAMPLES);
    if (sample[0].length < 100) {
      return List.of();
    }
    NormalModel model = NormalModel.of(sample);
    float[] distances = model.squaredDistances(sample);
    Arrays.sort(distances);
    float limit = distances[(int) (QUANTILE * (distances.length - 1))];
    if (limit <= LEAST_LIMIT) {
      return List.of();
    }
    List<Finding> found = new ArrayList<>();
    for (Blob blob : odd(image, model, limit).blobs()) {
      double area = image.squareMeters(blob.areaPixels());
      if (area >= atLeastSquareMeters && area <= atMostSquareMeters) {
        found.add(finding(image, model, limit, blob, area));
      }
    }
    found.sort(Comparator.comparingDouble(Finding::score).reversed());
    return found;
  }

  private static Finding finding(
      PreparedImage image, NormalModel model, float limit, Blob blob, double area) {
    Window window = blob.bounds();
    float[] distances = model.squaredDistances(bands(image, window, 0));
    byte[] inside = blob.fill(window).marks();
    double sum = 0;
    int count = 0;
    for (int i = 0; i < inside.length; i++) {
      if (inside[i] != 0) {
        sum += distances[i];
        count++;
      }
    }
    double mean = sum / Math.max(1, count);
    return new Finding(
        DetectionType.STRUCTURE_OF_INTEREST,
        "",
        image.inFrame(blob.outline(image.pixels(0.1, 1))),
        mean <= limit ? 0 : 1 - limit / mean,
        List.of(
            Evidence.measured("rx_distance", mean),
            Evidence.measured(image.gsdKnown() ? "area_m2" : "area_px", area)),
        List.of("anything unlike the rest of the picture"));
  }

  private static Mask odd(PreparedImage image, NormalModel model, float limit) {
    int smoothed = image.pixels(SMOOTHED_METERS, 1);
    int cleaned = image.pixels(CLEANED_METERS, 1);
    int width = image.whole().width();
    int height = image.whole().height();
    Mask whole = new Mask(width, height, new byte[width * height]);
    for (Tile tile : image.tiles(smoothed + 2 * cleaned)) {
      float[] distances = model.squaredDistances(bands(image, tile.outer(), smoothed));
      byte[] seen = image.seen(tile.outer()).marks();
      byte[] marks = new byte[seen.length];
      for (int i = 0; i < marks.length; i++) {
        marks[i] = distances[i] > limit ? seen[i] : 0;
      }
      Mask mask = new Mask(tile.outer().width(), tile.outer().height(), marks);
      tile.putCore(mask.opened(cleaned), whole);
    }
    return whole;
  }

  private static float[][] bands(PreparedImage image, Window window, int smoothedPixels) {
    float[][] bands = new float[image.bands().size()][];
    for (int band = 0; band < bands.length; band++) {
      Plane plane = image.read(band, window);
      bands[band] = (smoothedPixels > 0 ? plane.boxMean(smoothedPixels) : plane).values();
    }
    return bands;
  }
}
