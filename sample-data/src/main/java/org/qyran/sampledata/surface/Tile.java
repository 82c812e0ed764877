package org.qyran.sampledata.surface;

import java.util.Arrays;
import java.util.List;

/** A square of country, drawn and lit. Arrays are by row from south, then column from west. */
final class Tile {

  /** Cells along the side of a block, whose highest top is known. */
  static final int BLOCK = 16;

  final double westMeters;
  final double southMeters;
  final int cells;
  final float[] up;
  final char[] skins;
  final byte[] tints;

  /** Share of the sun's direct light that is caught, of 255. */
  final byte[] sun;

  /** Share of the sky that is seen, of 255. */
  final byte[] sky;

  final float[] blockTops;
  final List<Skin> palette;

  Tile(Sheet sheet, byte[] sun, byte[] sky) {
    this.westMeters = sheet.westMeters();
    this.southMeters = sheet.southMeters();
    this.cells = sheet.cells();
    this.up = sheet.ups();
    this.skins = sheet.skins();
    this.tints = sheet.tints();
    this.palette = List.copyOf(sheet.palette());
    this.sun = sun;
    this.sky = sky;
    this.blockTops = blockTops(up, cells);
  }

  private static float[] blockTops(float[] up, int cells) {
    int blocks = cells / BLOCK;
    float[] tops = new float[blocks * blocks];
    Arrays.fill(tops, Float.NEGATIVE_INFINITY);
    for (int row = 0; row < cells; row++) {
      for (int column = 0; column < cells; column++) {
        int block = row / BLOCK * blocks + column / BLOCK;
        tops[block] = Math.max(tops[block], up[row * cells + column]);
      }
    }
    return tops;
  }
}
