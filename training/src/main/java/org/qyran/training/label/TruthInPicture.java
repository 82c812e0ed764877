package org.qyran.training.label;

import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.qyran.detection.learn.PlantModel;
import org.qyran.detection.plane.Blob;
import org.qyran.detection.plane.Mask;
import org.qyran.detection.plane.Window;
import org.qyran.evaluation.truth.TruePose;
import org.qyran.model.CameraModel;
import org.qyran.model.PixelPoint;

/**
 * What stands in a picture, in pixels of the working grid. Plants are as high as a man and lean
 * outwards by up to half a metre; labels near an edge are therefore left open.
 */
public final class TruthInPicture {

  /** Nobody says what this cell is. */
  public static final String OPEN = "open";

  /** Neither a target, nor a look-alike, nor a single tree or shrub. */
  public static final String GROUND = "ground";

  /** Of a stand and a plot, for the stand to be that plot. */
  private static final double LEAST_OVERLAP = 0.35;

  private final List<Shape> shapes;

  TruthInPicture(List<Shape> shapes) {
    this.shapes = List.copyOf(shapes);
  }

  /** From where a picture was really taken, and through what. */
  record Lens(TruePose pose, CameraModel camera) {}

  /**
   * The outline of something.
   *
   * @param kind of it
   * @param single a tree, a shrub, a boulder
   */
  record Shape(String kind, boolean single, Path2D path, Rectangle2D bounds) {

    static Shape of(String kind, boolean single, List<PixelPoint> ring) {
      Path2D path = new Path2D.Double();
      path.moveTo(ring.get(0).xPixels(), ring.get(0).yPixels());
      ring.subList(1, ring.size()).forEach(c -> path.lineTo(c.xPixels(), c.yPixels()));
      path.closePath();
      return new Shape(kind, single, path, path.getBounds2D());
    }

    /** The cells of a grid that it may touch, and so many more on each side. */
    Span span(int columns, int rows, int cellPixels, int margin) {
      return new Span(
          Math.max(0, (int) (bounds.getMinX() / cellPixels) - margin),
          Math.max(0, (int) (bounds.getMinY() / cellPixels) - margin),
          Math.min(columns - 1, (int) (bounds.getMaxX() / cellPixels) + margin),
          Math.min(rows - 1, (int) (bounds.getMaxY() / cellPixels) + margin));
    }
  }

  /** Columns and rows, the last included; empty where the last lies before the first. */
  private record Span(int left, int top, int right, int bottom) {}

  /**
   * What a stand is that was cut out.
   *
   * @param kind or {@link #OPEN}
   * @param overlap with the plot that it lies best on, intersection over union of what is seen
   */
  public record Cut(String kind, double overlap) {}

  /**
   * What each cell of a grid is: a kind, {@link #GROUND}, or {@link #OPEN} near an edge.
   *
   * @param cellPixels side of a cell
   * @param openCells so many cells to both sides of an edge are open
   */
  public String[] cells(int columns, int rows, int cellPixels, int openCells) {
    String[] kinds = new String[columns * rows];
    Arrays.fill(kinds, GROUND);
    for (Shape shape : shapes) {
      if (shape.single()) {
        mark(kinds, columns, rows, cellPixels, 0, shape);
      }
    }
    for (Shape shape : shapes) {
      if (!shape.single()) {
        mark(kinds, columns, rows, cellPixels, openCells, shape);
      }
    }
    return kinds;
  }

  private static void mark(
      String[] kinds, int columns, int rows, int cellPixels, int open, Shape shape) {
    Span span = shape.span(columns, rows, cellPixels, open + 1);
    for (int row = span.top(); row <= span.bottom(); row++) {
      for (int column = span.left(); column <= span.right(); column++) {
        int inside = 0;
        for (int corner = 0; corner < 5; corner++) {
          double x = column + 0.5 + (corner == 1 ? open : corner == 2 ? -open : 0);
          double y = row + 0.5 + (corner == 3 ? open : corner == 4 ? -open : 0);
          inside += shape.path().contains(x * cellPixels, y * cellPixels) ? 1 : 0;
        }
        if (inside == 5) {
          kinds[row * columns + column] = shape.kind();
        } else if (inside > 0) {
          kinds[row * columns + column] = OPEN;
        }
      }
    }
  }

  /**
   * What a stand is.
   *
   * <p>Cannabis where at least half of it are, and it overlaps what the picture shows of one plot
   * by {@link #LEAST_OVERLAP} of both together; not cannabis where hardly any is. Between, {@link
   * #OPEN}: a plant cut out of a plot, or a plot with half the wood around it, is neither right nor
   * wrong. What is not cannabis is what most of it is.
   *
   * @param blob in cells
   * @param kinds of the cells, without open ones
   */
  public Cut of(Blob blob, String[] kinds, int columns, int cellPixels) {
    Window window = blob.bounds();
    Mask inside = blob.fill(window);
    Map<String, Integer> counts = new TreeMap<>();
    int all = 0;
    int cannabis = 0;
    for (int i = 0; i < inside.marks().length; i++) {
      if (inside.marks()[i] != 0) {
        String kind =
            kinds[(window.y() + i / window.width()) * columns + window.x() + i % window.width()];
        counts.merge(kind, 1, Integer::sum);
        cannabis += PlantModel.isCannabis(kind) ? 1 : 0;
        all++;
      }
    }
    boolean mostly = 2 * cannabis >= all;
    double overlap =
        cannabis == 0 ? 0 : bestOverlap(window, inside, all, kinds, columns, cellPixels);
    if (mostly ? overlap < LEAST_OVERLAP : cannabis > 0.1 * all) {
      return new Cut(OPEN, overlap);
    }
    String kind =
        counts.entrySet().stream()
            .filter(entry -> PlantModel.isCannabis(entry.getKey()) == mostly)
            .max(Map.Entry.comparingByValue())
            .map(Map.Entry::getKey)
            .orElse(GROUND);
    return new Cut(kind, overlap);
  }

  private double bestOverlap(
      Window window, Mask inside, int all, String[] kinds, int columns, int cellPixels) {
    int rows = kinds.length / columns;
    double best = 0;
    for (Shape shape : shapes) {
      if (PlantModel.isCannabis(shape.kind())) {
        int shared = 0;
        int shown = 0;
        Span span = shape.span(columns, rows, cellPixels, 1);
        for (int row = span.top(); row <= span.bottom(); row++) {
          for (int column = span.left(); column <= span.right(); column++) {
            if (shape.path().contains((column + 0.5) * cellPixels, (row + 0.5) * cellPixels)) {
              shown++;
              boolean both =
                  window.contains(column, row) && inside.at(column - window.x(), row - window.y());
              shared += both ? 1 : 0;
            }
          }
        }
        best = Math.max(best, shared / (double) Math.max(1, all + shown - shared));
      }
    }
    return best;
  }
}
