package org.qyran.detection.plant;

import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.qyran.detection.plane.Mask;
import org.qyran.detection.plane.OpenCv;
import org.qyran.detection.plane.Plane;

/**
 * How regularly the plants of a stand are set, from the autocorrelation of its brightness.
 *
 * <p>What is wider than a plant is taken away first. Plants in a lattice or in rows repeat
 * themselves: the correlation has peaks at the spacing, and stays high along a row. Pixels outside
 * of the stand count for nothing, since the correlation is divided by that of the mask.
 *
 * @param strength height of the highest peak between 0.8 and 2.8 m, 1 for a perfect lattice, near 0
 *     for none
 * @param spacingMeters of that peak
 * @param rowStrength mean correlation along the direction in which it is highest, out to 2.5 m
 * @param crownMeters width of the middle peak at a third of its height: of a crown or a clump
 */
record Lattice(double strength, double spacingMeters, double rowStrength, double crownMeters) {

  /** A stand that is too small to repeat itself. */
  static final Lattice UNKNOWN = new Lattice(Double.NaN, Double.NaN, Double.NaN, Double.NaN);

  private static final double WIDEST_PLANT_METERS = 1.3;
  private static final double LEAST_SPACING_METERS = 0.8;
  private static final double MOST_SPACING_METERS = 2.8;
  private static final double ROW_METERS = 2.5;
  private static final double CROWN_HEIGHT = 0.33;
  private static final int DIRECTIONS = 36;

  /** Of the highest peak: as high as it, but for chance. */
  private static final double HIGH = 0.75;

  /** Lags at which less of the stand overlaps itself than this tell nothing. */
  private static final double LEAST_OVERLAP = 0.15;

  /** Measures a stand. */
  static Lattice of(Plane bright, Mask inside, double pixelMeters) {
    int reach = (int) Math.ceil(MOST_SPACING_METERS / pixelMeters) + 1;
    if (bright.width() < reach || bright.height() < reach || inside.count() < reach * reach / 4) {
      return UNKNOWN;
    }
    Plane wide = bright.boxMean(Math.max(1, (int) Math.round(WIDEST_PLANT_METERS / pixelMeters)));
    float[] values = new float[bright.values().length];
    float[] mask = new float[values.length];
    double sum = 0;
    for (int i = 0; i < values.length; i++) {
      if (inside.marks()[i] != 0) {
        values[i] = bright.values()[i] - wide.values()[i];
        sum += values[i];
        mask[i] = 1;
      }
    }
    float mean = (float) (sum / inside.count());
    for (int i = 0; i < values.length; i++) {
      values[i] -= mask[i] * mean;
    }
    Correlation correlation =
        new Correlation(
            autocorrelation(values, bright.width(), bright.height(), reach),
            autocorrelation(mask, bright.width(), bright.height(), reach),
            reach);
    return correlation.atZero() <= 0 ? UNKNOWN : measured(correlation, pixelMeters);
  }

  private static Lattice measured(Correlation correlation, double pixelMeters) {
    double step = pixelMeters / 2;
    int lags = (int) (MOST_SPACING_METERS / step);
    double[] peaks = new double[lags + 1];
    double rows = 0;
    double crown = 0;
    for (int direction = 0; direction < DIRECTIONS; direction++) {
      double angle = Math.PI * direction / DIRECTIONS;
      double cosine = Math.cos(angle) / pixelMeters;
      double sine = Math.sin(angle) / pixelMeters;
      double lowest = 1;
      double along = 0;
      double width = 0;
      for (int at = 1; at <= lags; at++) {
        double lag = at * step;
        double value = correlation.at(cosine * lag, sine * lag);
        width = width == 0 && value < CROWN_HEIGHT ? 2 * lag : width;
        lowest = Math.min(lowest, value);
        // What rises out of a valley is a peak; a slope of the middle peak is none.
        peaks[at] = Math.max(peaks[at], value - Math.max(0, lowest));
        along += lag <= ROW_METERS ? value * step / ROW_METERS : 0;
      }
      crown += (width == 0 ? 2 * MOST_SPACING_METERS : width) / DIRECTIONS;
      rows = Math.max(rows, along);
    }
    int nearest = nearestPeak(peaks, (int) Math.ceil(LEAST_SPACING_METERS / step));
    return nearest < 0
        ? new Lattice(0, Double.NaN, rows, crown)
        : new Lattice(peaks[nearest], nearest * step, rows, crown);
  }

  /** A lattice repeats at twice its spacing too: the nearest of the high peaks is the spacing. */
  private static int nearestPeak(double[] peaks, int from) {
    double highest = 0;
    for (int at = from; at < peaks.length; at++) {
      highest = Math.max(highest, peaks[at]);
    }
    for (int at = from; at < peaks.length - 1 && highest > 0; at++) {
      boolean top = peaks[at] >= peaks[at + 1] && peaks[at] >= peaks[at - 1];
      if (top && peaks[at] >= HIGH * highest) {
        return at;
      }
    }
    return highest > 0 ? peaks.length - 1 : -1;
  }

  /** Correlations of lags up to so many pixels, as a square with the lag 0 in its middle. */
  private static float[] autocorrelation(float[] values, int width, int height, int reach) {
    OpenCv.load();
    int columns = Core.getOptimalDFTSize(width + reach);
    int rows = Core.getOptimalDFTSize(height + reach);
    Mat padded = Mat.zeros(rows, columns, CvType.CV_32F);
    Mat part = padded.submat(0, height, 0, width);
    part.put(0, 0, values);
    part.release();
    Mat spectrum = new Mat();
    Core.dft(padded, spectrum, 0, height);
    Core.mulSpectrums(spectrum, spectrum, spectrum, 0, true);
    Core.idft(spectrum, padded, Core.DFT_SCALE | Core.DFT_REAL_OUTPUT, 0);
    float[] all = new float[rows * columns];
    padded.get(0, 0, all);
    padded.release();
    spectrum.release();
    int side = 2 * reach + 1;
    float[] lags = new float[side * side];
    for (int y = -reach; y <= reach; y++) {
      for (int x = -reach; x <= reach; x++) {
        lags[(y + reach) * side + x + reach] =
            all[Math.floorMod(y, rows) * columns + Math.floorMod(x, columns)];
      }
    }
    return lags;
  }

  /** A correlation as a function of the lag. */
  @SuppressWarnings("ArrayRecordComponent")
  private record Correlation(float[] values, float[] overlaps, int reach) {

    double atZero() {
      return values[values.length / 2];
    }

    /** At a lag in pixels, bilinear; 0 where too little of the stand overlaps. */
    double at(double x, double y) {
      int column = (int) Math.floor(x);
      int row = (int) Math.floor(y);
      double right = x - column;
      double below = y - row;
      return (1 - below) * ((1 - right) * whole(column, row) + right * whole(column + 1, row))
          + below * ((1 - right) * whole(column, row + 1) + right * whole(column + 1, row + 1));
    }

    private double whole(int column, int row) {
      if (Math.max(Math.abs(column), Math.abs(row)) > reach) {
        return 0;
      }
      int at = (row + reach) * (2 * reach + 1) + column + reach;
      double all = overlaps[overlaps.length / 2];
      double share = overlaps[at] / all;
      return share < LEAST_OVERLAP ? 0 : values[at] / share / atZero();
    }
  }
}
