package org.qyran.detection.tile;

import java.util.ArrayList;
import java.util.List;
import org.qyran.detection.plane.Mask;
import org.qyran.detection.plane.Window;

/**
 * A piece of a picture.
 *
 * @param core the part that belongs to this tile and to no other
 * @param outer the core and its margin, cut at the picture's border
 */
public record Tile(Window core, Window outer) {

  /**
   * Tiles that cover a picture, row by row.
   *
   * @param picture all of it
   * @param sidePixels of a core; the last of a row or column may be smaller
   * @param marginPixels around each core
   */
  public static List<Tile> over(Window picture, int sidePixels, int marginPixels) {
    if (sidePixels < 1 || marginPixels < 0) {
      throw new IllegalArgumentException(
          "side %d and margin %d do not make tiles".formatted(sidePixels, marginPixels));
    }
    List<Tile> tiles = new ArrayList<>();
    for (int y = picture.y(); y < picture.bottom(); y += sidePixels) {
      for (int x = picture.x(); x < picture.right(); x += sidePixels) {
        Window core =
            new Window(
                x,
                y,
                Math.min(sidePixels, picture.right() - x),
                Math.min(sidePixels, picture.bottom() - y));
        tiles.add(new Tile(core, core.grownWithin(marginPixels, picture)));
      }
    }
    return tiles;
  }

  /** Copies the core of a mask of the outer window into a mask of the whole picture. */
  public void putCore(Mask outerMask, Mask whole) {
    for (int y = core.y(); y < core.bottom(); y++) {
      System.arraycopy(
          outerMask.marks(),
          (y - outer.y()) * outer.width() + core.x() - outer.x(),
          whole.marks(),
          y * whole.width() + core.x(),
          core.width());
    }
  }
}
