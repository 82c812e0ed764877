package org.qyran.geo.cover;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.UnaryUnionNG;
import org.qyran.geo.look.CellGrid;
import org.qyran.geo.look.CellGround;
import org.qyran.geo.look.CellLooks;
import org.qyran.geo.look.CellScan;
import org.qyran.geo.look.LooksAtCell;
import org.qyran.geo.look.View;
import org.qyran.geo.ring.LevelRings;

/**
 * One tile of the grid: its cells' looks, and the pieces of its ground that were seen equally
 * often.
 *
 * <p>Outlines of footprints are laid over each other exactly. Where terrain takes a look away, the
 * cells it is taken from are cut out, each becomes a piece of its own count, and whatever was in
 * view and hidden from all is a piece of no looks. So an edge that a picture makes is exact, and an
 * edge that a ridge makes is stepped by cells.
 */
final class CoverTile {

  private static final PrecisionModel MILLIMETERS = new PrecisionModel(1_000);
  private static final GeometryFactory FACTORY = new GeometryFactory();

  private final CellGrid grid;
  private final CellGround ground;
  private final int firstColumn;
  private final int firstRow;
  private final List<View> views;
  private final CellLooks cells = new CellLooks(CellGrid.TILE_CELLS * CellGrid.TILE_CELLS);

  /** By number of looks, from none. */
  private final List<List<Polygon>> pieces = new ArrayList<>();

  private List<Polygon> inView = List.of();

  private CoverTile(
      CellGrid grid, CellGround ground, int tileColumn, int tileRow, List<View> views) {
    this.grid = grid;
    this.ground = ground;
    this.views = views;
    firstColumn = tileColumn * CellGrid.TILE_CELLS;
    firstRow = tileRow * CellGrid.TILE_CELLS;
  }

  /**
   * Lays some views over a tile.
   *
   * @param views whose outlines reach into the tile, in a stable order
   */
  static CoverTile of(
      CellGrid grid, CellGround ground, int tileColumn, int tileRow, List<View> views) {
    CoverTile tile = new CoverTile(grid, ground, tileColumn, tileRow, List.copyOf(views));
    tile.look();
    tile.cut(grid.tile(tileColumn, tileRow));
    return tile;
  }

  /** Ground of the tile that exactly so many saw; {@value LookLevels#MOST} for that or more. */
  List<Polygon> pieces(int looks) {
    return pieces.get(looks);
  }

  /** Ground of the tile that lies inside any outline, hidden or not. */
  List<Polygon> inView() {
    return inView;
  }

  /** How a cell of the tile was looked at. */
  Optional<LooksAtCell> find(int column, int row) {
    return cells.find(indexOf(column, row));
  }

  /** How a place of the tile was looked at, were it not for terrain. */
  LooksAtCell lookAt(Coordinate place) {
    int column = grid.cellOf(place.getX());
    int row = grid.cellOf(place.getY());
    CellLooks one = new CellLooks(1);
    double known = ground.heightMeters(column, row);
    List<View> framing = views.stream().filter(view -> view.frames(place)).toList();
    for (View view : framing.isEmpty() ? List.of(nearest(place)) : framing) {
      view.see(place.getX(), place.getY(), known, one, 0);
    }
    one.sumUp();
    return one.find(0).orElseThrow();
  }

  /** A sliver between millimetres lies in no outline, but next to one. */
  private View nearest(Coordinate place) {
    View nearest = views.get(0);
    for (View view : views) {
      nearest = view.besideMeters(place) < nearest.besideMeters(place) ? view : nearest;
    }
    return nearest;
  }

  private int indexOf(int column, int row) {
    return (row - firstRow) * CellGrid.TILE_CELLS + column - firstColumn;
  }

  private void look() {
    int endColumn = firstColumn + CellGrid.TILE_CELLS;
    for (View view : views) {
      CellScan.scan(
          grid,
          view.outline(),
          firstRow,
          firstRow + CellGrid.TILE_CELLS,
          (row, from, to) -> {
            for (int c = Math.max(from, firstColumn); c < Math.min(to, endColumn); c++) {
              view.look(grid, ground, c, row, cells, indexOf(c, row));
            }
          });
    }
    cells.sumUp();
  }

  private void cut(Envelope box) {
    Polygon square = (Polygon) FACTORY.toGeometry(box);
    List<Polygon> outlines = new ArrayList<>();
    for (View view : views) {
      if (box.contains(view.outline().getEnvelopeInternal())) {
        outlines.add(view.outline());
      } else {
        outlines.addAll(LevelRings.parts(overlay(view.outline(), square, OverlayNG.INTERSECTION)));
      }
    }
    if (outlines.isEmpty()) {
      for (int looks = 0; looks <= LookLevels.MOST; looks++) {
        pieces.add(List.of());
      }
      return;
    }
    LookLevels levels = LookLevels.of(outlines);
    Geometry any = levels.any();
    inView = LevelRings.parts(any);
    List<List<Polygon>> shaded = shadedRuns();
    List<Polygon> shade = shaded.stream().flatMap(List::stream).toList();
    for (int looks = 0; looks <= LookLevels.MOST; looks++) {
      Geometry exact = looks == 0 ? FACTORY.createPolygon() : levels.exactly(looks);
      Geometry piece = shade.isEmpty() ? exact : shaded(exact, shade, shaded.get(looks), any);
      pieces.add(LevelRings.parts(piece));
    }
  }

  /** A piece without the shaded cells, but for those that have as many looks left. */
  private static Geometry shaded(
      Geometry exact, List<Polygon> shade, List<Polygon> left, Geometry any) {
    return overlay(
        overlay(exact, union(shade), OverlayNG.DIFFERENCE),
        overlay(union(left), any, OverlayNG.INTERSECTION),
        OverlayNG.UNION);
  }

  /** The cells that lost looks to terrain, as runs along their rows, by what looks are left. */
  private List<List<Polygon>> shadedRuns() {
    List<List<Polygon>> runs = new ArrayList<>();
    for (int looks = 0; looks <= LookLevels.MOST; looks++) {
      runs.add(new ArrayList<>());
    }
    for (int row = firstRow; row < firstRow + CellGrid.TILE_CELLS; row++) {
      int from = firstColumn;
      int of = shadedLooks(from, row);
      for (int column = firstColumn + 1; column <= firstColumn + CellGrid.TILE_CELLS; column++) {
        int looks = column == firstColumn + CellGrid.TILE_CELLS ? -1 : shadedLooks(column, row);
        if (looks != of || looks < 0) {
          if (of >= 0) {
            runs.get(of).add(run(row, from, column));
          }
          from = column;
          of = looks;
        }
      }
    }
    return runs;
  }

  /** The looks left to a cell that lost some; -1 for every other. */
  private int shadedLooks(int column, int row) {
    return find(column, row)
        .filter(looks -> looks.hidden() > 0)
        .map(looks -> Math.min(looks.looks(), LookLevels.MOST))
        .orElse(-1);
  }

  private Polygon run(int row, int fromColumn, int toColumn) {
    return (Polygon)
        FACTORY.toGeometry(
            new Envelope(
                grid.edgeMeters(fromColumn),
                grid.edgeMeters(toColumn),
                grid.edgeMeters(row),
                grid.edgeMeters(row + 1L)));
  }

  private static Geometry union(List<Polygon> parts) {
    return parts.isEmpty()
        ? FACTORY.createPolygon()
        : UnaryUnionNG.union(List.copyOf(parts), FACTORY, MILLIMETERS);
  }

  private static Geometry overlay(Geometry one, Geometry other, int operation) {
    return OverlayNG.overlay(one, other, operation, MILLIMETERS);
  }
}
