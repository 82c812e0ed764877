package org.qyran.detection.onnx;

import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Trains the model of the tests: a convolution of 3 x 3 pixels and three bands into four numbers,
 * and a logistic regression on them, which tells leaves from soil. Plain gradient descent over
 * painted chips; the same program writes the same bytes.
 */
final class TinyTraining {

  static final List<String> BANDS = List.of("red", "green", "blue");

  private static final Map<String, double[]> COLOURS =
      Map.of(
          "soil", new double[] {0.5, 0.42, 0.35},
          "leaves", new double[] {0.18, 0.38, 0.16},
          "tin", new double[] {0.86, 0.85, 0.85},
          "shade", new double[] {0.15, 0.13, 0.12});

  private static final int HIDDEN = 4;
  private static final int WINDOW = 27;
  private static final int CHIPS = 60_000;
  private static final double STEP = 0.05;
  private static final double MEAN = 0.4;
  private static final double DEVIATION = 0.25;

  private final Random random = new Random(20261125);
  private final double[][] convolution = new double[HIDDEN][WINDOW];
  private final double[] bias = new double[HIDDEN];
  private final double[] weights = new double[HIDDEN];
  private double offset;

  private TinyTraining() {
    for (int unit = 0; unit < HIDDEN; unit++) {
      for (int i = 0; i < WINDOW; i++) {
        convolution[unit][i] = 0.2 * random.nextGaussian();
      }
      bias[unit] = 0.1;
      weights[unit] = 0.5 * random.nextGaussian();
    }
  }

  /** The trained network, as a file. */
  static byte[] model() {
    TinyTraining training = new TinyTraining();
    for (int chip = 0; chip < CHIPS; chip++) {
      training.learn(chip % 2 == 0);
    }
    return training.written();
  }

  private void learn(boolean leaves) {
    double[] window =
        leaves
            ? painted("leaves")
            : painted(List.of("soil", "tin", "shade", "soil").get(random.nextInt(4)));
    double[] hidden = new double[HIDDEN];
    double z = offset;
    for (int unit = 0; unit < HIDDEN; unit++) {
      double sum = bias[unit];
      for (int i = 0; i < WINDOW; i++) {
        sum += convolution[unit][i] * window[i];
      }
      hidden[unit] = Math.max(0, sum);
      z += weights[unit] * hidden[unit];
    }
    double error = 1 / (1 + StrictMath.exp(-z)) - (leaves ? 1 : 0);
    offset -= STEP * error;
    for (int unit = 0; unit < HIDDEN; unit++) {
      double back = error * weights[unit];
      weights[unit] -= STEP * error * hidden[unit];
      if (hidden[unit] > 0) {
        bias[unit] -= STEP * back;
        for (int i = 0; i < WINDOW; i++) {
          convolution[unit][i] -= STEP * back * window[i];
        }
      }
    }
  }

  /** Nine pixels of one thing, each with its own noise, scaled as the manifest says. */
  private double[] painted(String thing) {
    double[] colour = COLOURS.getOrDefault(thing, new double[3]);
    double light = Math.max(0.3, 1 + 0.2 * random.nextGaussian());
    double noise = 0.15 * random.nextDouble();
    double[] window = new double[WINDOW];
    for (int i = 0; i < WINDOW; i++) {
      double value = colour[i / 9] * light + noise * random.nextGaussian();
      window[i] = (Math.max(0, Math.min(1, value)) - MEAN) / DEVIATION;
    }
    return window;
  }

  private byte[] written() {
    float[] kernels = new float[HIDDEN * WINDOW];
    float[] second = new float[HIDDEN];
    float[] first = new float[HIDDEN];
    for (int unit = 0; unit < HIDDEN; unit++) {
      for (int i = 0; i < WINDOW; i++) {
        kernels[unit * WINDOW + i] = (float) convolution[unit][i];
      }
      first[unit] = (float) bias[unit];
      second[unit] = (float) weights[unit];
    }
    return new Graph()
        .takes("image", -1, BANDS.size(), -1, -1)
        .floats("kernels", kernels, HIDDEN, BANDS.size(), 3, 3)
        .floats("bias", first, HIDDEN)
        .floats("weights", second, 1, HIDDEN, 1, 1)
        .floats("offset", new float[] {(float) offset}, 1)
        .node(
            "Conv",
            List.of("image", "kernels", "bias"),
            "convolved",
            Graph.all("kernel_shape", 3, 3),
            Graph.all("pads", 1, 1, 1, 1))
        .node("Relu", List.of("convolved"), "hidden")
        .node(
            "Conv",
            List.of("hidden", "weights", "offset"),
            "log-odds",
            Graph.all("kernel_shape", 1, 1))
        .node("Sigmoid", List.of("log-odds"), "leaves")
        .answers("leaves", -1, 1, -1, -1)
        .bytes();
  }
}
