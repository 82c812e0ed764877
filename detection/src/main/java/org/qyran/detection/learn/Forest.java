package org.qyran.detection.learn;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A sum of regression trees, as gradient boosting fits them: features in, log-odds out.
 *
 * <p>Trees lie behind one another in flat arrays, so that a row is a walk through a few cache lines
 * and no objects. A feature below a threshold goes left, any other right; one that is not known
 * (NaN) goes where the tree says. Thresholds and features are compared in single precision, as they
 * were when the trees were grown. Immutable; threads may share it.
 */
public final class Forest {

  private static final int LEAF = -1;

  private final double base;
  private final int[] roots;
  private final int[] feature;
  private final float[] threshold;
  private final int[] left;
  private final int[] right;
  private final boolean[] unknownLeft;

  /** Of a leaf what it adds, of a fork what its leaves add on the average. */
  private final float[] value;

  /**
   * One tree, its nodes by number, the root first.
   *
   * @param feature asked at a fork, -1 at a leaf
   * @param threshold below which a row goes left
   * @param left node
   * @param right node
   * @param unknownLeft whether a row that does not know the feature goes left
   * @param value of a leaf what it adds; of a fork the mean over the rows that it was grown from
   */
  @SuppressWarnings("ArrayRecordComponent")
  public record Tree(
      int[] feature,
      float[] threshold,
      int[] left,
      int[] right,
      boolean[] unknownLeft,
      float[] value) {

    /** One of so many nodes, to be filled in. */
    public static Tree ofSize(int nodes) {
      return new Tree(
          new int[nodes],
          new float[nodes],
          new int[nodes],
          new int[nodes],
          new boolean[nodes],
          new float[nodes]);
    }
  }

  /**
   * Plants trees.
   *
   * @param base log-odds before any tree has spoken
   */
  public Forest(double base, List<Tree> trees) {
    this.base = base;
    int nodes = trees.stream().mapToInt(tree -> tree.feature().length).sum();
    this.roots = new int[trees.size()];
    this.feature = new int[nodes];
    this.threshold = new float[nodes];
    this.left = new int[nodes];
    this.right = new int[nodes];
    this.unknownLeft = new boolean[nodes];
    this.value = new float[nodes];
    int at = 0;
    for (int number = 0; number < roots.length; number++) {
      Tree tree = trees.get(number);
      roots[number] = at;
      requireDownward(tree);
      for (int node = 0; node < tree.feature().length; node++) {
        feature[at + node] = tree.feature()[node];
        threshold[at + node] = tree.threshold()[node];
        left[at + node] = at + tree.left()[node];
        right[at + node] = at + tree.right()[node];
        unknownLeft[at + node] = tree.unknownLeft()[node];
        value[at + node] = tree.value()[node];
      }
      at += tree.feature().length;
    }
  }

  /** A walk always ends, since it never goes back. */
  private static void requireDownward(Tree tree) {
    for (int node = 0; node < tree.feature().length; node++) {
      for (int below : new int[] {tree.left()[node], tree.right()[node]}) {
        if (tree.feature()[node] != LEAF && !(below > node && below < tree.feature().length)) {
          throw new IllegalArgumentException(
              "node %d of a tree leads to node %d".formatted(node, below));
        }
      }
    }
  }

  /** Log-odds before any tree has spoken. */
  public double base() {
    return base;
  }

  /** How many trees there are. */
  public int size() {
    return roots.length;
  }

  /** The log-odds of one row. */
  public double logOdds(float[] row) {
    double sum = base;
    for (int root : roots) {
      int node = root;
      while (feature[node] != LEAF) {
        node = next(node, row[feature[node]]);
      }
      sum += value[node];
    }
    return sum;
  }

  /**
   * The log-odds of many rows.
   *
   * @param columns by feature, each with a value per row
   * @param rows how many
   */
  public float[] logOdds(float[][] columns, int rows) {
    float[] sums = new float[rows];
    float[] row = new float[columns.length];
    for (int i = 0; i < rows; i++) {
      for (int column = 0; column < row.length; column++) {
        row[column] = columns[column][i];
      }
      sums[i] = (float) logOdds(row);
    }
    return sums;
  }

  /**
   * What each feature adds to the log-odds of a row. Where a tree asks about a feature, the mean of
   * what lies below changes; that change is laid at the feature's door (A. Saabas, 2014). The
   * contributions and the expectation add up to the log-odds.
   *
   * @return by feature, and last the expectation over the rows that the forest was grown from
   */
  public double[] contributions(float[] row) {
    double[] shares = new double[row.length + 1];
    shares[row.length] = base;
    for (int root : roots) {
      int node = root;
      shares[row.length] += value[root];
      while (feature[node] != LEAF) {
        int below = next(node, row[feature[node]]);
        shares[feature[node]] += (double) value[below] - value[node];
        node = below;
      }
    }
    return shares;
  }

  private int next(int node, float asked) {
    boolean goesLeft = Float.isNaN(asked) ? unknownLeft[node] : asked < threshold[node];
    return goesLeft ? left[node] : right[node];
  }

  /** The trees, as they were planted. */
  public List<Tree> trees() {
    return IntStream.range(0, roots.length).mapToObj(this::tree).toList();
  }

  private Tree tree(int number) {
    int from = roots[number];
    int to = number + 1 < roots.length ? roots[number + 1] : feature.length;
    int nodes = to - from;
    Tree tree =
        new Tree(
            Arrays.copyOfRange(feature, from, to),
            Arrays.copyOfRange(threshold, from, to),
            new int[nodes],
            new int[nodes],
            Arrays.copyOfRange(unknownLeft, from, to),
            Arrays.copyOfRange(value, from, to));
    for (int node = 0; node < nodes; node++) {
      tree.left()[node] = left[from + node] - from;
      tree.right()[node] = right[from + node] - from;
    }
    return tree;
  }
}
