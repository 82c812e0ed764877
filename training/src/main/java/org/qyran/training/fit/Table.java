package org.qyran.training.fit;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.qyran.detection.learn.PlantModel;

/**
 * Rows of features, each with the kind of thing it was measured on and a weight.
 *
 * @param width features in a row
 * @param rows all of them
 */
public record Table(int width, List<Row> rows) {

  /** An empty one that grows. */
  public static Table growing(int width) {
    return new Table(width, new ArrayList<>());
  }

  /**
   * One thing.
   *
   * @param features what was measured
   * @param kind what it is, {@code cannabis_tended}
   * @param weight how much it counts
   * @param overlap of a stand and the plot that it lies best on: intersection over union
   */
  @SuppressWarnings("ArrayRecordComponent")
  public record Row(float[] features, String kind, double weight, double overlap) {

    /** A piece of something, which is cut out by no one. */
    public static Row of(float[] features, String kind) {
      return new Row(features, kind, 1, 0);
    }

    /** Whether it is cannabis, tended or wild. */
    public boolean isCannabis() {
      return PlantModel.isCannabis(kind);
    }
  }

  /** All features behind one another, row by row. */
  float[] dense() {
    float[] dense = new float[rows.size() * width];
    for (int row = 0; row < rows.size(); row++) {
      System.arraycopy(rows.get(row).features(), 0, dense, row * width, width);
    }
    return dense;
  }

  float[] column(ToDoubleFunction<Row> of) {
    float[] column = new float[rows.size()];
    for (int row = 0; row < column.length; row++) {
      column[row] = (float) of.applyAsDouble(rows.get(row));
    }
    return column;
  }
}
