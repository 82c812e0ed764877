package org.qyran.detection.radiometry;

import java.util.List;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.qyran.model.SensorResponse;
import org.qyran.model.Vignette;

/**
 * Turns the counts of one band into what its {@link SensorResponse} gives, times a factor.
 *
 * <p>The answer is kept in 16 bits whose step is chosen so that the brightest count still fits: as
 * fine as the counts were, and half of what floating point would take. What is darker than black is
 * 0. A picture that was averaged down is converted after that; within one of its pixels the
 * vignette changes by less than a step.
 *
 * <p>Per pixel there is one table look-up, two multiplications and no object. A vignette is tabled
 * by the square of the distance, 4,096 steps to the farthest corner, or summed by Horner's rule
 * along the row. Stateless once built, so threads may share it.
 */
public final class CountConversion {

  private static final int TABLE = 4_096;
  private static final int MOST = 65_535;

  private final SensorResponse response;
  private final int fileWidth;
  private final int fileHeight;
  private final double factor;
  private final float[] gains;
  private final double farthestSquared;

  /**
   * Of one band of one picture.
   *
   * @param widthPixels of the file
   * @param heightPixels of the file
   * @param factor that the answer is multiplied by, above 0
   */
  public CountConversion(
      SensorResponse response, int widthPixels, int heightPixels, double factor) {
    if (!(factor > 0) || Double.isInfinite(factor)) {
      throw new IllegalArgumentException(
          "factor is %s, must be finite and above 0".formatted(factor));
    }
    this.response = response;
    this.fileWidth = widthPixels;
    this.fileHeight = heightPixels;
    this.factor = factor;
    Vignette vignette = response.vignette();
    double right = Math.max(vignette.centerXPixels(), widthPixels - 1 - vignette.centerXPixels());
    double below = Math.max(vignette.centerYPixels(), heightPixels - 1 - vignette.centerYPixels());
    this.farthestSquared = Math.max(1, right * right + below * below);
    this.gains = gains(vignette);
  }

  /** The gain by the square of the distance from the centre. */
  private float[] gains(Vignette vignette) {
    float[] table = new float[TABLE + 2];
    List<Double> k = vignette.coefficients();
    for (int at = 0; at < table.length; at++) {
      double distance = Math.sqrt(farthestSquared * at / TABLE);
      double sum = 0;
      for (int power = k.size() - 1; power >= 0; power--) {
        sum = (sum + k.get(power)) * distance;
      }
      table[at] =
          (float)
              switch (vignette.form()) {
                case NONE, PLANE_SHARE -> 1;
                case RADIAL_SHARE -> 1 / Math.max(0.05, 1 + sum);
                case RADIAL_GAIN -> Math.max(0, 1 + sum);
              };
    }
    return table;
  }

  /** One value, as everywhere in the class; for regions that are too small for speed to matter. */
  double valueAt(int column, int row, double count) {
    return Math.max(0, count - response.blackLevel()) * rowFactor(row) * gainAt(column, row);
  }

  private double gainAt(int column, int row) {
    Vignette vignette = response.vignette();
    if (vignette.form() == Vignette.Form.PLANE_SHARE) {
      double[] byPower = alongRow((double) row / fileHeight);
      return 1 / horner(byPower, (double) column / fileWidth);
    }
    double right = column - vignette.centerXPixels();
    double below = row - vignette.centerYPixels();
    return gains[index(right * right + below * below)];
  }

  private int index(double squared) {
    return (int) Math.min(TABLE + 1, squared / farthestSquared * TABLE + 0.5);
  }

  private double rowFactor(double row) {
    double later =
        1 + response.rowSeconds() * row / response.exposureSeconds() - response.rowShare() * row;
    return factor
        * response.factor()
        / (response.fullScale() * response.gain() * response.exposureSeconds() * later);
  }

  /**
   * A picture of 16-bit counts converted in place.
   *
   * @param counts single channel, the whole picture, perhaps averaged down
   * @return what one step of the answer is worth
   * @throws IllegalArgumentException when the matrix is not 16 bit of one channel
   */
  public double convert(Mat counts) {
    if (counts.type() != CvType.CV_16UC1) {
      throw new IllegalArgumentException(
          "counts are %s, must be 16 bit of one channel"
              .formatted(CvType.typeToString(counts.type())));
    }
    int columns = counts.cols();
    int rows = counts.rows();
    short[] values = new short[columns * rows];
    counts.get(0, 0, values);
    double perColumn = (double) fileWidth / columns;
    double perRow = (double) fileHeight / rows;
    float[][] gains = new float[rows][columns];
    for (int row = 0; row < rows; row++) {
      fillGains(gains[row], fileRow(row, perRow), perColumn);
    }
    double brightest = brightest(values, gains, perRow);
    double step = brightest > 0 ? brightest / MOST : 1;
    float black = (float) response.blackLevel();
    for (int row = 0; row < rows; row++) {
      float factor = (float) (rowFactor(fileRow(row, perRow)) / step);
      convertRow(values, row * columns, gains[row], black, factor);
    }
    counts.put(0, 0, values);
    return step;
  }

  /** Of a picture that was averaged down, where the middle of a row lies in the file. */
  private static double fileRow(int row, double perRow) {
    return (row + 0.5) * perRow - 0.5;
  }

  private static void convertRow(
      short[] values, int from, float[] gain, float black, float factor) {
    for (int column = 0; column < gain.length; column++) {
      float above = (values[from + column] & 0xFFFF) - black;
      float value = above * gain[column] * factor + 0.5f;
      values[from + column] = (short) Math.max(0, Math.min(MOST, (int) value));
    }
  }

  /** No less than the brightest value of the picture: each row's brightest count and gain. */
  private double brightest(short[] values, float[][] gains, double perRow) {
    double brightest = 0;
    for (int row = 0; row < gains.length; row++) {
      int columns = gains[row].length;
      int most = 0;
      for (int column = 0; column < columns; column++) {
        most = Math.max(most, values[row * columns + column] & 0xFFFF);
      }
      float largest = 0;
      for (float value : gains[row]) {
        largest = Math.max(largest, value);
      }
      double above = most - response.blackLevel();
      brightest = Math.max(brightest, above * rowFactor(fileRow(row, perRow)) * largest);
    }
    return brightest;
  }

  private void fillGains(float[] gain, double fileRow, double perColumn) {
    Vignette vignette = response.vignette();
    if (vignette.form() == Vignette.Form.PLANE_SHARE) {
      double[] byPower = alongRow(fileRow / fileHeight);
      for (int column = 0; column < gain.length; column++) {
        double x = ((column + 0.5) * perColumn - 0.5) / fileWidth;
        gain[column] = (float) (1 / horner(byPower, x));
      }
      return;
    }
    double below = fileRow - vignette.centerYPixels();
    float belowSquared = (float) (below * below / farthestSquared * TABLE + 0.5);
    float perStep = (float) (perColumn * perColumn / farthestSquared * TABLE);
    float first = (float) ((0.5 * perColumn - 0.5 - vignette.centerXPixels()) / perColumn);
    for (int column = 0; column < gain.length; column++) {
      float right = first + column;
      gain[column] = gains[Math.min(TABLE + 1, (int) (right * right * perStep + belowSquared))];
    }
  }

  /** A plane vignette at one y: its coefficients by the power of x. */
  private double[] alongRow(double y) {
    List<Double> terms = response.vignette().coefficients();
    int highest = 0;
    for (int at = 0; at < terms.size(); at += 3) {
      highest = Math.max(highest, (int) (double) terms.get(at + 1));
    }
    double[] byPower = new double[highest + 1];
    for (int at = 0; at < terms.size(); at += 3) {
      byPower[(int) (double) terms.get(at + 1)] += terms.get(at) * Math.pow(y, terms.get(at + 2));
    }
    return byPower;
  }

  /** A share of light; of a twentieth at the least, so that no pixel is blown up. */
  private static double horner(double[] byPower, double x) {
    double sum = 0;
    for (int power = byPower.length - 1; power >= 0; power--) {
      sum = sum * x + byPower[power];
    }
    return Math.max(0.05, sum);
  }
}
