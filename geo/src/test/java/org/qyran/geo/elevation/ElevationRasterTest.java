package org.qyran.geo.elevation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.qyran.geo.elevation.ElevationRaster.BlockSize;

class ElevationRasterTest {

  private static final int COLUMNS = 101;
  private static final int ROWS = 73;

  /** Heights that no two cells share, with a hole here and there, and a note of what was read. */
  private static final class Counted implements GridSource {

    private final List<String> reads = new ArrayList<>();

    @Override
    public float[] read(int column, int row, int columns, int rows) {
      reads.add("%d+%d, %d+%d".formatted(column, columns, row, rows));
      assertThat(column + columns).isLessThanOrEqualTo(COLUMNS);
      assertThat(row + rows).isLessThanOrEqualTo(ROWS);
      float[] heights = new float[columns * rows];
      for (int at = 0; at < heights.length; at++) {
        int value = (row + at / columns) * COLUMNS + column + at % columns;
        heights[at] = value % 97 == 5 ? Float.NaN : value % 1_009;
      }
      return heights;
    }
  }

  @Test
  void readsNothingBeforeItIsAskedAndEachBlockOnce() {
    Counted source = new Counted();
    ElevationRaster raster = raster(source, new BlockSize(10, 20), new BlockCache(1_000_000));
    assertThat(source.reads).isEmpty();

    raster.heightMeters(14.5, 3.2);
    raster.heightMeters(19.5, 19.5);
    raster.heightMeters(10, 0);

    // Ten columns and one more at the far side; rows likewise.
    assertThat(source.reads).containsExactly("10+11, 0+21");
  }

  @Test
  void hasTheSameHeightsWhateverTheBlocksAndTheMemory() {
    Random random = new Random(11);
    ElevationRaster whole =
        raster(new Counted(), new BlockSize(COLUMNS, ROWS), new BlockCache(1_000_000));
    for (int trial = 0; trial < 200; trial++) {
      BlockSize size = new BlockSize(1 + random.nextInt(120), 1 + random.nextInt(80));
      ElevationRaster parts = raster(new Counted(), size, new BlockCache(random.nextInt(3_000)));
      for (int at = 0; at < 200; at++) {
        double column = random.nextDouble(-0.7, COLUMNS);
        double row = random.nextDouble(-0.7, ROWS);

        assertThat(parts.heightMeters(column, row))
            .as("trial %d: %s at %s, %s", trial, size, column, row)
            .isEqualTo(Double.valueOf(whole.heightMeters(column, row)));
      }
    }
  }

  @Test
  void everyBlockHoldsItsCellsAndNoneOfItsNeighbours() {
    ElevationRaster raster =
        raster(new Counted(), new BlockSize(10, 20), new BlockCache(1_000_000));
    for (int north = -1; north < ROWS; north++) {
      for (int west = -1; west < COLUMNS; west++) {
        ElevationBlock block = raster.block(west, north);

        assertThat(block.holds(west, north)).as("cell %d, %d", west, north).isTrue();
        assertThat(block.holds(block.fromColumn() - 1, north)).isFalse();
        assertThat(block.holds(block.toColumn(), north)).isFalse();
        assertThat(block.holds(west, block.fromRow() - 1)).isFalse();
        assertThat(block.holds(west, block.toRow())).isFalse();
      }
    }
  }

  @Test
  void noValueOfARectangleIsAboveItsHighest() {
    Random random = new Random(12);
    ElevationRaster raster =
        raster(new Counted(), new BlockSize(70, 50), new BlockCache(1_000_000));
    for (int trial = 0; trial < 1_000; trial++) {
      ElevationBlock block = raster.block(random.nextInt(COLUMNS), random.nextInt(ROWS));
      int west = random.nextInt(block.fromColumn(), block.toColumn());
      int east = random.nextInt(west, block.toColumn());
      int north = random.nextInt(block.fromRow(), block.toRow());
      int south = random.nextInt(north, block.toRow());
      double highest = block.highestMeters(west, north, east, south);
      for (int row = north; row <= south + 1; row++) {
        for (int column = west; column <= east + 1; column++) {
          // A comparison with NaN is false: what is unknown is not above.
          assertThat(block.corner(column, row) > highest)
              .as("trial %d: %d, %d in %d-%d, %d-%d", trial, column, row, west, east, north, south)
              .isFalse();
        }
      }
      assertThat(highest).isLessThanOrEqualTo(block.highestMeters());
    }
  }

  @Test
  void keepsToItsMemoryAndLetsGoWhatWasNotUsedLately() {
    Counted source = new Counted();
    // Room for three blocks of 11 x 21 values: 3 * (4 * (231 + 2) + 100) = 3,096 bytes.
    BlockCache cache = new BlockCache(3_100);
    ElevationRaster raster = raster(source, new BlockSize(10, 20), cache);
    raster.heightMeters(1, 1);
    raster.heightMeters(11, 1);
    raster.heightMeters(21, 1);
    raster.heightMeters(31, 1); // the first is let go, and all others are no longer new
    raster.heightMeters(11, 1); // the second is used again
    raster.heightMeters(41, 1); // so the third goes
    source.reads.clear();

    raster.heightMeters(11, 1);
    raster.heightMeters(21, 1);

    assertThat(source.reads).containsExactly("20+11, 0+21");
    assertThat(cache.heldBytes()).isLessThanOrEqualTo(3_100);
  }

  @Test
  void worksWithoutAnyMemoryToSpare() {
    BlockCache cache = new BlockCache(0);
    ElevationRaster raster = raster(new Counted(), new BlockSize(10, 20), cache);

    for (int column = 0; column < COLUMNS; column++) {
      assertThat(raster.heightMeters(column, 2)).isEqualTo(Double.valueOf(expected(column, 2)));
    }
    assertThat(cache.heldBytes()).isLessThanOrEqualTo(4 * (231 + 2) + 100);
  }

  @Test
  void threadsThatShareItGetTheSameHeights() throws Exception {
    ElevationRaster raster = raster(new Unhurried(), new BlockSize(7, 5), new BlockCache(2_000));
    List<Thread> threads = new ArrayList<>();
    List<String> wrong = Collections.synchronizedList(new ArrayList<>());
    for (int seed = 0; seed < 4; seed++) {
      Random random = new Random(seed);
      threads.add(
          new Thread(
              () -> {
                for (int trial = 0; trial < 20_000; trial++) {
                  int column = random.nextInt(COLUMNS);
                  int row = random.nextInt(ROWS);
                  double height = raster.heightMeters(column, row);
                  if (height != row * COLUMNS + column) {
                    wrong.add("%d, %d: %s".formatted(column, row, height));
                  }
                }
              }));
    }
    threads.forEach(Thread::start);
    for (Thread thread : threads) {
      thread.join();
    }

    assertThat(wrong).isEmpty();
  }

  /** Every height is the number of its value. */
  private static final class Unhurried implements GridSource {

    @Override
    public float[] read(int column, int row, int columns, int rows) {
      float[] heights = new float[columns * rows];
      for (int at = 0; at < heights.length; at++) {
        heights[at] = (row + at / columns) * COLUMNS + column + at % columns;
      }
      return heights;
    }
  }

  @Test
  void saysWhichFileCanNoLongerBeRead() {
    GridSource gone =
        (column, row, columns, rows) -> {
          throw new IOException("the disk was pulled out");
        };
    ElevationRaster raster = raster(gone, new BlockSize(10, 10), new BlockCache(1_000));

    assertThatThrownBy(() -> raster.heightMeters(1, 1))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessage("the elevation raster grid can no longer be read: the disk was pulled out");
  }

  private static double expected(int column, int row) {
    int value = row * COLUMNS + column;
    // A hole spoils the cell to its east and south, whose corner it is.
    boolean hole =
        value % 97 == 5
            || ((value + 1) % 97 == 5 && column + 1 < COLUMNS)
            || (value + COLUMNS) % 97 == 5
            || ((value + COLUMNS + 1) % 97 == 5 && column + 1 < COLUMNS);
    return hole ? Double.NaN : value % 1_009;
  }

  private static ElevationRaster raster(GridSource source, BlockSize size, BlockCache cache) {
    return new ElevationRaster(
        "grid",
        COLUMNS,
        ROWS,
        size,
        GridPlacement.ofDegrees(COLUMNS, ROWS, 76, 44, 1_000, 1_000),
        new RasterFacts(StatedDatum.NOT_STATED, SurfaceKind.UNKNOWN, 0, 1),
        source,
        cache);
  }
}
