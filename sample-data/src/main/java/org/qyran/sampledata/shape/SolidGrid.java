package org.qyran.sampledata.shape;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds which of thousands of bodies a ray meets first, looking only at those nearby.
 *
 * <p>The ground is cut into square cells; each knows the bodies that come within half a cell of it.
 * A ray is followed in steps of at most a cell, so that every point of it lies within half a step
 * of a cell that is asked. Immutable.
 */
public final class SolidGrid {

  private static final double CELL_METERS = 4;

  private final double halfSideMeters;
  private final int cells;
  private final Solid[][] solidsByCell;

  /**
   * Sorts bodies into a square around the origin; what lies outside it is never seen.
   *
   * @param halfSideMeters half the side of the square
   */
  public SolidGrid(List<? extends Solid> solids, double halfSideMeters) {
    this.halfSideMeters = halfSideMeters;
    this.cells = (int) Math.ceil(2 * halfSideMeters / CELL_METERS);
    List<List<Solid>> lists = new ArrayList<>();
    for (int cell = 0; cell < cells * cells; cell++) {
      lists.add(new ArrayList<>());
    }
    for (Solid solid : solids) {
      double reach = solid.radiusMeters() + CELL_METERS / 2;
      for (int row = cellOf(solid.northMeters() - reach);
          row <= cellOf(solid.northMeters() + reach);
          row++) {
        for (int column = cellOf(solid.eastMeters() - reach);
            column <= cellOf(solid.eastMeters() + reach);
            column++) {
          lists.get(row * cells + column).add(solid);
        }
      }
    }
    this.solidsByCell =
        lists.stream().map(list -> list.toArray(Solid[]::new)).toArray(Solid[][]::new);
  }

  /** Where a ray meets a body, and which. */
  public record Hit(double meters, Solid solid) {}

  /** The first body that a ray meets on a stretch of it. */
  public Optional<Hit> findFirst(Ray ray, double fromMeters, double toMeters) {
    double levelShare = Math.sqrt(1 - ray.upward() * ray.upward());
    int steps = 1 + (int) (levelShare * (toMeters - fromMeters) / CELL_METERS);
    double nearest = toMeters;
    Optional<Hit> hit = Optional.empty();
    int lastCell = -1;
    for (int step = 0; step <= steps; step++) {
      double meters = fromMeters + (toMeters - fromMeters) * step / steps;
      int cell = cellOf(ray.northAt(meters)) * cells + cellOf(ray.eastAt(meters));
      if (cell == lastCell) {
        continue;
      }
      lastCell = cell;
      for (Solid solid : solidsByCell[cell]) {
        double distance = solid.metersTo(ray);
        if (distance < nearest && distance >= fromMeters) {
          nearest = distance;
          hit = Optional.of(new Hit(distance, solid));
        }
      }
    }
    return hit;
  }

  private int cellOf(double meters) {
    int cell = (int) ((meters + halfSideMeters) / CELL_METERS);
    return Math.min(cells - 1, Math.max(0, cell));
  }
}
