package org.qyran.evaluation.set.mucad;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.qyran.detection.plane.Plane;

/**
 * The dumb baseline that a detector has to beat: the squared Mahalanobis distance of a pixel's
 * features to a background (Reed and Xiaoli Yu, IEEE ASSP 38(10), 1990), plain, with nothing
 * trimmed.
 *
 * <p>Global: five bands, NDVI, NDRE, excess green and SAVI, each averaged over 3 x 3, against the
 * whole capture. Local: NDVI, BNDVI, GNDVI, NDRE and thermal, made of bands averaged over 3 x 3,
 * against the square of 101 pixels around, a square of 41 in its middle left out.
 */
final class RxBaseline {

  private static final int GUARD_RADIUS = 20;
  private static final int OUTER_RADIUS = 50;

  /** Keeps the ratio of dark pixels finite; a hundredth of a step of 8 bits. */
  private static final float DARK = 4e-5f;

  private static final double LOCAL_FLOOR = 1e-6;

  private RxBaseline() {}

  static Plane global(MucadCapture capture) {
    float[] red = capture.band("red");
    float[] green = capture.band("green");
    float[] blue = capture.band("blue");
    float[] nir = capture.band("nir");
    float[] excessGreen = new float[red.length];
    float[] soilAdjusted = new float[red.length];
    for (int i = 0; i < red.length; i++) {
      float sum = red[i] + green[i] + blue[i] + DARK;
      excessGreen[i] = (2 * green[i] - red[i] - blue[i]) / sum;
      soilAdjusted[i] = 1.5f * (nir[i] - red[i]) / (nir[i] + red[i] + 0.5f);
    }
    List<float[]> features =
        List.of(
            blue,
            green,
            red,
            capture.band("eir"),
            nir,
            difference(nir, red),
            difference(nir, capture.band("eir")),
            excessGreen,
            soilAdjusted);
    return global(capture, features.stream().map(feature -> smoothed(capture, feature)).toList());
  }

  private static Plane global(MucadCapture capture, List<float[]> features) {
    int size = features.size();
    int count = capture.width() * capture.height();
    double[] mean = new double[size];
    for (int f = 0; f < size; f++) {
      for (float value : features.get(f)) {
        mean[f] += value;
      }
      mean[f] /= count;
    }
    double[][] covariance = new double[size][size];
    for (int f = 0; f < size; f++) {
      for (int g = 0; g <= f; g++) {
        double sum = 0;
        for (int i = 0; i < count; i++) {
          sum += (features.get(f)[i] - mean[f]) * (features.get(g)[i] - mean[g]);
        }
        covariance[f][g] = sum / count;
      }
    }
    Cholesky cholesky = new Cholesky(size);
    cholesky.factor(covariance);
    float[] scores = new float[count];
    double[] off = new double[size];
    for (int i = 0; i < count; i++) {
      for (int f = 0; f < size; f++) {
        off[f] = features.get(f)[i] - mean[f];
      }
      scores[i] = (float) cholesky.squaredDistance(off);
    }
    return new Plane(capture.width(), capture.height(), scores);
  }

  static Plane local(MucadCapture capture) {
    float[] nir = smoothed(capture, capture.band("nir"));
    List<float[]> features = new ArrayList<>();
    Stream.of("red", "blue", "green", "eir")
        .forEach(band -> features.add(difference(nir, smoothed(capture, capture.band(band)))));
    features.add(smoothed(capture, capture.band("lwir")));
    return local(capture, features);
  }

  private static Plane local(MucadCapture capture, List<float[]> features) {
    int width = capture.width();
    int height = capture.height();
    int size = features.size();
    List<WindowSums> sums = new ArrayList<>();
    List<WindowSums> products = new ArrayList<>();
    for (int f = 0; f < size; f++) {
      sums.add(WindowSums.of(features.get(f), width, height));
      for (int g = 0; g <= f; g++) {
        products.add(WindowSums.ofProduct(features.get(f), features.get(g), width, height));
      }
    }
    Cholesky cholesky = new Cholesky(size);
    double[] mean = new double[size];
    double[] off = new double[size];
    double[][] covariance = new double[size][size];
    float[] scores = new float[width * height];
    for (int i = 0; i < scores.length; i++) {
      int x = i % width;
      int y = i / width;
      double count =
          WindowSums.count(x, y, OUTER_RADIUS, width, height)
              - WindowSums.count(x, y, GUARD_RADIUS, width, height);
      int product = 0;
      for (int f = 0; f < size; f++) {
        mean[f] = sums.get(f).ring(x, y, GUARD_RADIUS, OUTER_RADIUS) / count;
        off[f] = features.get(f)[i] - mean[f];
        for (int g = 0; g <= f; g++) {
          double square = products.get(product++).ring(x, y, GUARD_RADIUS, OUTER_RADIUS) / count;
          covariance[f][g] = square - mean[f] * mean[g] + (f == g ? LOCAL_FLOOR : 0);
        }
      }
      cholesky.factor(covariance);
      scores[i] = (float) cholesky.squaredDistance(off);
    }
    return new Plane(width, height, scores);
  }

  private static float[] smoothed(MucadCapture capture, float[] values) {
    return new Plane(capture.width(), capture.height(), values).boxMean(1).values();
  }

  private static float[] difference(float[] one, float[] other) {
    float[] difference = new float[one.length];
    for (int i = 0; i < one.length; i++) {
      difference[i] = (one[i] - other[i]) / (one[i] + other[i] + DARK);
    }
    return difference;
  }
}
