package org.qyran.sampledata.surface;

/**
 * How much sun and sky every cell of a sheet gets.
 *
 * <p>Shadows are swept: along each line of cells away from the sun the height of the shadow falls
 * by the sun's slope, and whatever stands higher throws the next one; a cell is lit as far as its
 * top stands out of the shadow. Lines are followed from as far away as the tallest thing can throw
 * a shadow, and hills farther off throw theirs from the bare relief. How much sky a cell sees is
 * guessed from how much higher the mean of its surroundings is, at two distances.
 *
 * <p>Wrong where light comes through leaves (a fixed small share does) and for the second bounce
 * (there is none).
 */
final class Lighting {

  /** Light that still comes through and around leaves in full shadow, as a share. */
  private static final double THROUGH_LEAVES = 0.05;

  /**
   * A shadow's edge is this soft, in metres of height; less where cells are so small that the
   * shadow of level ground would lie as near below its neighbour.
   */
  private static final double PENUMBRA_METERS = 0.06;

  private static final double NEAR_METERS = 0.5;
  private static final double AROUND_METERS = 3;
  private static final double FAR_METERS = 1_500;

  private final SunDirection sun;
  private final double cellMeters;
  private final double reachMeters;
  private final BakedRelief relief;

  Lighting(SunDirection sun, Scale scale, BakedRelief relief) {
    this.sun = sun;
    this.cellMeters = scale.cellMeters();
    this.reachMeters = scale.tallestMeters() * sun.level() / sun.upward();
    this.relief = relief;
  }

  /** Cells around a sheet that its light depends on: west, south, east and north of it. */
  int[] margins() {
    int around = (int) Math.ceil(AROUND_METERS / cellMeters) + 1;
    int towardEast = (int) Math.ceil(reachMeters * sun.eastward() / sun.level() / cellMeters);
    int towardNorth = (int) Math.ceil(reachMeters * sun.northward() / sun.level() / cellMeters);
    return new int[] {
      Math.max(around, -towardEast + 1),
      Math.max(around, -towardNorth + 1),
      Math.max(around, towardEast + 1),
      Math.max(around, towardNorth + 1)
    };
  }

  /** Heights of a sheet and of what lies around it. */
  static final class Surroundings {

    private final float[] up;
    private final int columns;
    private final int rows;
    private final int left;
    private final int below;

    /** A rectangle of heights, in which the sheet begins after so many columns and rows. */
    Surroundings(float[] up, int columns, int rows, int left, int below) {
      this.up = up;
      this.columns = columns;
      this.rows = rows;
      this.left = left;
      this.below = below;
    }

    int index(int column, int row) {
      return (row + below) * columns + column + left;
    }

    float at(int column, int row) {
      return up[index(column, row)];
    }

    boolean holds(int column, int row) {
      return column >= -left && column < columns - left && row >= -below && row < rows - below;
    }
  }

  Tile light(Sheet sheet, Surroundings around) {
    byte[] sky = openness(sheet, around);
    byte[] lit = new byte[sheet.ups().length];
    sweep(sheet, around, lit);
    return new Tile(sheet, lit, sky);
  }

  private void sweep(Sheet sheet, Surroundings around, byte[] lit) {
    boolean alongColumns = Math.abs(sun.eastward()) >= Math.abs(sun.northward());
    double major = alongColumns ? sun.eastward() : sun.northward();
    double minor = alongColumns ? sun.northward() : sun.eastward();
    boolean forward = major < 0;
    double drift = -minor / Math.abs(major);
    double drop = cellMeters * sun.upward() / Math.abs(major);
    double soft = Math.min(PENUMBRA_METERS, 2 * drop);
    int cells = sheet.cells();
    int lead = (int) Math.ceil(reachMeters * Math.abs(major) / sun.level() / cellMeters);
    int most = (int) Math.ceil(Math.abs(drift) * cells) + 1;
    Slopes slopes = new Slopes(around, sun, cellMeters);
    Sheen[] sheens = sheet.palette().stream().map(Skin::sheen).toArray(Sheen[]::new);
    char[] skins = sheet.skins();
    for (int line = -most; line < cells + most; line++) {
      double shadow = Double.NEGATIVE_INFINITY;
      for (int step = -lead; step < cells; step++) {
        int along = forward ? step : cells - 1 - step;
        int across = line + (int) Math.floor(drift * step + 0.5);
        int column = alongColumns ? along : across;
        int row = alongColumns ? across : along;
        if (!around.holds(column, row)) {
          continue;
        }
        if (shadow == Double.NEGATIVE_INFINITY) {
          shadow = farShadow(sheet, column, row);
        }
        float top = around.at(column, row);
        shadow -= drop;
        if (column >= 0 && column < cells && row >= 0 && row < cells) {
          int cell = row * cells + column;
          double visible = Math.min(1, Math.max(THROUGH_LEAVES, 0.5 + (top - shadow) / soft));
          double caught = sheens[skins[cell]].caught(slopes.cosineToSun(column, row));
          lit[cell] = (byte) (int) (255 * Math.min(1, caught * visible) + 0.5);
        }
        if (top > shadow) {
          shadow = top;
        }
      }
    }
  }

  /** The height of the shadow that hills beyond reach throw on a place. */
  private double farShadow(Sheet sheet, int column, int row) {
    double east = sheet.eastOf(column);
    double north = sheet.northOf(row);
    double level = sun.level();
    double slope = sun.upward() / level;
    double shadow = Double.NEGATIVE_INFINITY;
    for (double meters = 8; meters < FAR_METERS; meters *= 1.25) {
      double hill =
          relief.upMeters(
              east + meters * sun.eastward() / level, north + meters * sun.northward() / level);
      shadow = Math.max(shadow, hill - meters * slope);
    }
    return shadow;
  }

  /** How steeply the sun meets the tops of cells. */
  private static final class Slopes {

    private final Surroundings around;
    private final double eastward;
    private final double northward;
    private final double upward;
    private final double perMeter;

    Slopes(Surroundings around, SunDirection sun, double cellMeters) {
      this.around = around;
      this.eastward = sun.eastward();
      this.northward = sun.northward();
      this.upward = sun.upward();
      this.perMeter = 1 / (2 * cellMeters);
    }

    double cosineToSun(int column, int row) {
      int at = around.index(column, row);
      float[] up = around.up;
      double slopeEast = bounded((up[at + 1] - up[at - 1]) * perMeter);
      double slopeNorth = bounded((up[at + around.columns] - up[at - around.columns]) * perMeter);
      return (upward - slopeEast * eastward - slopeNorth * northward)
          / Math.sqrt(1 + slopeEast * slopeEast + slopeNorth * slopeNorth);
    }

    private static double bounded(double slope) {
      return Math.max(-2.5, Math.min(2.5, slope));
    }
  }

  private byte[] openness(Sheet sheet, Surroundings around) {
    int cells = sheet.cells();
    int reach = (int) Math.ceil(AROUND_METERS / cellMeters);
    int near = Math.max(1, (int) Math.round(NEAR_METERS / cellMeters));
    int side = cells + 2 * reach;
    double[] sums = new double[(side + 1) * (side + 1)];
    double zero = sheet.upAt(0, 0);
    for (int row = 0; row < side; row++) {
      double sum = 0;
      for (int column = 0; column < side; column++) {
        sum += around.at(column - reach, row - reach) - zero;
        sums[(row + 1) * (side + 1) + column + 1] = sums[row * (side + 1) + column + 1] + sum;
      }
    }
    byte[] sky = new byte[cells * cells];
    for (int row = 0; row < cells; row++) {
      for (int column = 0; column < cells; column++) {
        double top = sheet.upAt(column, row) - zero;
        double hidden =
            0.9
                    * Math.max(0, mean(sums, side, column + reach, row + reach, near) - top)
                    / NEAR_METERS
                + 0.8
                    * Math.max(0, mean(sums, side, column + reach, row + reach, reach) - top)
                    / AROUND_METERS;
        sky[row * cells + column] = (byte) (int) (255 / (1 + hidden) + 0.5);
      }
    }
    return sky;
  }

  private static double mean(double[] sums, int side, int column, int row, int reach) {
    int width = side + 1;
    int west = Math.max(0, column - reach);
    int south = Math.max(0, row - reach);
    int east = Math.min(side, column + reach + 1);
    int north = Math.min(side, row + reach + 1);
    double sum =
        sums[north * width + east]
            - sums[south * width + east]
            - sums[north * width + west]
            + sums[south * width + west];
    return sum / ((east - west) * (north - south));
  }
}
