package org.qyran.evaluation.set.tile;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Tiles that touch along an edge, put together as one picture, so that what lies across the edge of
 * a tile is seen whole.
 *
 * @param name of the mosaic, after its north-western corner
 * @param corner the tile at the north-western corner of the bounds; it need not be there itself
 * @param columns of tiles
 * @param rows of tiles
 * @param tiles that are there
 */
public record TileMosaic(
    String name, WebMapTile corner, int columns, int rows, List<WebMapTile> tiles) {

  /** A tile's place in the square, by row and then by column. */
  private record Cell(int zoom, int y, int x) implements Comparable<Cell> {

    static Cell of(WebMapTile tile) {
      return new Cell(tile.zoom(), tile.y(), tile.x());
    }

    @Override
    public int compareTo(Cell other) {
      int byZoom = Integer.compare(zoom, other.zoom);
      int byRow = byZoom != 0 ? byZoom : Integer.compare(y, other.y);
      return byRow != 0 ? byRow : Integer.compare(x, other.x);
    }

    List<Cell> neighbours() {
      return List.of(
          new Cell(zoom, y - 1, x),
          new Cell(zoom, y + 1, x),
          new Cell(zoom, y, x - 1),
          new Cell(zoom, y, x + 1));
    }
  }

  public TileMosaic {
    tiles = List.copyOf(tiles);
  }

  /** The mosaics that some tiles make, from the north and from the west; zoom levels never mix. */
  public static List<TileMosaic> of(Collection<WebMapTile> tiles) {
    SortedMap<Cell, WebMapTile> left = new TreeMap<>();
    tiles.forEach(tile -> left.put(Cell.of(tile), tile));
    List<TileMosaic> mosaics = new ArrayList<>();
    while (!left.isEmpty()) {
      mosaics.add(around(touching(left.firstKey(), left)));
    }
    return mosaics;
  }

  /** Takes a tile and all that it touches, directly or through others, out of those left. */
  private static List<WebMapTile> touching(Cell first, SortedMap<Cell, WebMapTile> left) {
    List<WebMapTile> group = new ArrayList<>();
    Deque<Cell> next = new ArrayDeque<>(List.of(first));
    while (!next.isEmpty()) {
      Cell cell = next.remove();
      WebMapTile tile = left.remove(cell);
      if (tile != null) {
        group.add(tile);
        next.addAll(cell.neighbours());
      }
    }
    return group;
  }

  private static TileMosaic around(List<WebMapTile> group) {
    int west = group.stream().mapToInt(WebMapTile::x).min().orElseThrow();
    int east = group.stream().mapToInt(WebMapTile::x).max().orElseThrow();
    int north = group.stream().mapToInt(WebMapTile::y).min().orElseThrow();
    int south = group.stream().mapToInt(WebMapTile::y).max().orElseThrow();
    WebMapTile corner = new WebMapTile(west, north, group.get(0).zoom());
    return new TileMosaic(
        "%d-%d-%d".formatted(west, north, corner.zoom()),
        corner,
        east - west + 1,
        south - north + 1,
        group);
  }

  public int widthPixels() {
    return columns * WebMapTile.SIDE_PIXELS;
  }

  public int heightPixels() {
    return rows * WebMapTile.SIDE_PIXELS;
  }
}
