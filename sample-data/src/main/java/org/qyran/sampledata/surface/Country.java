package org.qyran.sampledata.surface;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An invented country: relief, layers of things upon it, and the sun. Tiles are drawn when they are
 * first looked at; the ones that were looked at longest ago are forgotten. The same layers, scale
 * and sun make the same tiles, in whatever order they are asked for. Not for several threads.
 */
public final class Country {

  private final List<Layer> layers;
  private final Scale scale;
  private final SunDirection sun;
  private final BakedRelief relief;
  private final Lighting lighting;
  private final Map<Long, Sheet> sheets;
  private final Map<Long, Tile> tiles;

  /** Lays layers over a relief, the last on top. */
  public Country(Relief relief, List<Layer> layers, Scale scale, SunDirection sun) {
    this.layers = List.copyOf(layers);
    this.scale = scale;
    this.sun = sun;
    this.relief = new BakedRelief(relief);
    this.lighting = new Lighting(sun, scale, this.relief);
    this.sheets = leastRecentlyUsed(2 * scale.tilesKept());
    this.tiles = leastRecentlyUsed(scale.tilesKept());
  }

  public SunDirection sun() {
    return sun;
  }

  public Scale scale() {
    return scale;
  }

  /** Height of the bare ground, above mean sea level. */
  public double groundMeters(double eastMeters, double northMeters) {
    return relief.upMeters(eastMeters, northMeters);
  }

  /** A way of looking along rays; one for each thread of work. */
  public Gaze gaze() {
    return new Gaze(this);
  }

  Tile tile(int column, int row) {
    long key = key(column, row);
    Tile known = tiles.get(key);
    if (known != null) {
      return known;
    }
    Tile lit = lighting.light(sheet(column, row), surroundings(column, row));
    tiles.put(key, lit);
    return lit;
  }

  BakedRelief relief() {
    return relief;
  }

  private Sheet sheet(int column, int row) {
    long key = key(column, row);
    Sheet known = sheets.get(key);
    if (known != null) {
      return known;
    }
    Sheet drawn = draw(column, row);
    sheets.put(key, drawn);
    return drawn;
  }

  private Sheet draw(int column, int row) {
    int cells = scale.cells();
    double west = column * scale.tileMeters();
    double south = row * scale.tileMeters();
    float[] floor = new float[cells * cells];
    for (int y = 0; y < cells; y++) {
      for (int x = 0; x < cells; x++) {
        floor[y * cells + x] =
            (float)
                relief.upMeters(
                    west + (x + 0.5) * scale.cellMeters(), south + (y + 0.5) * scale.cellMeters());
      }
    }
    Sheet sheet = new Sheet(west, south, cells, scale.cellMeters(), floor);
    for (Layer layer : layers) {
      layer.drawInto(sheet);
    }
    return sheet;
  }

  private Lighting.Surroundings surroundings(int column, int row) {
    int[] margins = lighting.margins();
    int cells = scale.cells();
    int columns = cells + margins[0] + margins[2];
    int rows = cells + margins[1] + margins[3];
    float[] up = new float[columns * rows];
    Arrays.fill(up, Float.NEGATIVE_INFINITY);
    int firstTileColumn = Math.floorDiv(-margins[0], cells);
    int lastTileColumn = Math.floorDiv(cells + margins[2] - 1, cells);
    int firstTileRow = Math.floorDiv(-margins[1], cells);
    int lastTileRow = Math.floorDiv(cells + margins[3] - 1, cells);
    for (int tileRow = firstTileRow; tileRow <= lastTileRow; tileRow++) {
      for (int tileColumn = firstTileColumn; tileColumn <= lastTileColumn; tileColumn++) {
        float[] source = sheet(column + tileColumn, row + tileRow).ups();
        copy(
            source,
            cells,
            up,
            columns,
            rows,
            tileColumn * cells + margins[0],
            tileRow * cells + margins[1]);
      }
    }
    return new Lighting.Surroundings(up, columns, rows, margins[0], margins[1]);
  }

  /** Copies what overlaps of a square into a rectangle in which it begins at a place. */
  private static void copy(
      float[] from, int cells, float[] to, int columns, int rows, int atColumn, int atRow) {
    int first = Math.max(0, -atColumn);
    int end = Math.min(cells, columns - atColumn);
    if (first >= end) {
      return;
    }
    for (int row = Math.max(0, -atRow); row < Math.min(cells, rows - atRow); row++) {
      System.arraycopy(
          from, row * cells + first, to, (row + atRow) * columns + first + atColumn, end - first);
    }
  }

  private static long key(int column, int row) {
    return ((long) column << 32) ^ (row & 0xFFFFFFFFL);
  }

  private static <T> Map<Long, T> leastRecentlyUsed(int most) {
    return new LinkedHashMap<>(64, 0.75f, true) {
      @Override
      protected boolean removeEldestEntry(Map.Entry<Long, T> eldest) {
        return size() > most;
      }
    };
  }
}
