package org.qyran.geo.cover;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.operation.overlayng.UnaryUnionNG;
import org.qyran.geo.look.CellGrid;
import org.qyran.geo.look.CellGround;
import org.qyran.geo.look.CellScan;
import org.qyran.geo.look.LooksAtCell;
import org.qyran.geo.look.View;
import org.qyran.geo.ring.LevelRings;

/**
 * One neighbourhood's ground, tile by tile: what would be one large overlay is many small ones of
 * bounded size, so the work grows with the number of views and no faster.
 *
 * <p>Tiles share their corners to the millimetre; pieces that touch the edge of a tile are joined
 * to those beyond it.
 */
final class GroundCover {

  private static final PrecisionModel MILLIMETERS = new PrecisionModel(1_000);
  private static final GeometryFactory FACTORY = new GeometryFactory();

  private final CellGrid grid;

  /** South to north, and west to east within. */
  private final SortedMap<TilePlace, CoverTile> tiles = new TreeMap<>();

  private record TilePlace(int row, int column) implements Comparable<TilePlace> {

    @Override
    public int compareTo(TilePlace other) {
      int byRow = Integer.compare(row, other.row);
      return byRow != 0 ? byRow : Integer.compare(column, other.column);
    }
  }

  private GroundCover(CellGrid grid) {
    this.grid = grid;
  }

  /** Lays views over the ground; in a stable order. */
  static GroundCover of(CellGrid grid, CellGround ground, List<View> views) {
    GroundCover cover = new GroundCover(grid);
    SortedMap<TilePlace, List<View>> byTile = new TreeMap<>();
    for (View view : views) {
      for (TilePlace place : cover.places(view.outline())) {
        byTile.computeIfAbsent(place, absent -> new ArrayList<>()).add(view);
      }
    }
    byTile.forEach(
        (place, over) ->
            cover.tiles.put(place, CoverTile.of(grid, ground, place.column(), place.row(), over)));
    return cover;
  }

  /** The tiles that an outline reaches into. */
  private List<TilePlace> places(Polygon outline) {
    Envelope box = outline.getEnvelopeInternal();
    PreparedGeometry prepared = PreparedGeometryFactory.prepare(outline);
    List<TilePlace> places = new ArrayList<>();
    for (int row = grid.tileOf(box.getMinY()); row <= grid.tileOf(box.getMaxY()); row++) {
      for (int column = grid.tileOf(box.getMinX());
          column <= grid.tileOf(box.getMaxX());
          column++) {
        if (prepared.intersects(FACTORY.toGeometry(grid.tile(column, row)))) {
          places.add(new TilePlace(row, column));
        }
      }
    }
    return places;
  }

  /** Connected ground that exactly so many saw; {@value LookLevels#MOST} for that or more. */
  List<Polygon> seen(int looks) {
    List<Polygon> inside = new ArrayList<>();
    List<Polygon> atSeams = new ArrayList<>();
    tiles.forEach(
        (place, tile) ->
            sort(tile.pieces(looks), grid.tile(place.column(), place.row()), inside, atSeams));
    inside.addAll(LevelRings.parts(union(atSeams)));
    return inside;
  }

  /** All ground that lies inside any outline, hidden or not. */
  Geometry inView() {
    return union(tiles.values().stream().flatMap(tile -> tile.inView().stream()).toList());
  }

  /** How a patch was looked at, by its cells; a sliver may have none. */
  PatchLooks looksAt(Polygon patch) {
    List<LooksAtCell> cells = new ArrayList<>();
    CellScan.scan(
        grid,
        patch,
        (row, from, to) -> {
          for (int column = from; column < to; column++) {
            find(column, row).ifPresent(cells::add);
          }
        });
    return new PatchLooks(cells);
  }

  /** How one place inside a patch would have been looked at without terrain. */
  PatchLooks looksInside(Polygon patch) {
    Coordinate place = patch.getInteriorPoint().getCoordinate();
    TilePlace at = new TilePlace(grid.tileOf(place.getY()), grid.tileOf(place.getX()));
    CoverTile tile = tiles.get(at);
    if (tile == null) {
      throw new IllegalStateException("nobody looked at %s, where a patch lies".formatted(place));
    }
    return new PatchLooks(List.of(tile.lookAt(place)));
  }

  private Optional<LooksAtCell> find(int column, int row) {
    TilePlace at =
        new TilePlace(
            Math.floorDiv(row, CellGrid.TILE_CELLS), Math.floorDiv(column, CellGrid.TILE_CELLS));
    return Optional.ofNullable(tiles.get(at)).flatMap(tile -> tile.find(column, row));
  }

  private static void sort(
      List<Polygon> pieces, Envelope tile, List<Polygon> inside, List<Polygon> atSeams) {
    for (Polygon piece : pieces) {
      Envelope box = piece.getEnvelopeInternal();
      boolean touches =
          box.getMinX() <= tile.getMinX()
              || box.getMinY() <= tile.getMinY()
              || box.getMaxX() >= tile.getMaxX()
              || box.getMaxY() >= tile.getMaxY();
      (touches ? atSeams : inside).add(piece);
    }
  }

  private static Geometry union(List<Polygon> parts) {
    return parts.isEmpty()
        ? FACTORY.createPolygon()
        : UnaryUnionNG.union(List.copyOf(parts), FACTORY, MILLIMETERS);
  }
}
