package org.qyran.geo.elevation;

import java.util.ArrayDeque;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * Keeps blocks of many rasters in memory, up to a limit, and lets go those not used lately.
 *
 * <p>Every raster has a table with a place for each of its blocks; a block that is there is found
 * by one read of the table. Here is only the order in which blocks are let go: by second chance, an
 * approximation of least recently used (F. J. Corbató, A Paging Experiment with the Multics System,
 * 1968). The oldest block goes, unless it was used since it was last the oldest.
 *
 * <p>The workers of one process share it. It is the one lock in {@code geo}: it is taken when a
 * block has been read, which costs a thousand times more, and never when a block is there already.
 */
public final class BlockCache {

  private record Place(
      AtomicReferenceArray<ElevationBlock> table, int index, ElevationBlock block) {}

  private final long limitBytes;
  private final ArrayDeque<Place> oldestFirst = new ArrayDeque<>();
  private long heldBytes;

  /**
   * An empty cache.
   *
   * @param limitBytes of heights that are held; one block is held even if it is larger
   */
  public BlockCache(long limitBytes) {
    if (limitBytes < 0) {
      throw new IllegalArgumentException(
          "limitBytes is %d, must not be below 0".formatted(limitBytes));
    }
    this.limitBytes = limitBytes;
  }

  /** Puts a block into its raster's table, unless another thread has read it meanwhile. */
  synchronized ElevationBlock admit(
      AtomicReferenceArray<ElevationBlock> table, int index, ElevationBlock block) {
    ElevationBlock already = table.get(index);
    if (already != null) {
      return already;
    }
    table.set(index, block);
    oldestFirst.add(new Place(table, index, block));
    heldBytes += block.bytes();
    // Two rounds: the first may find every block used, also by threads that go on using them.
    for (int left = 2 * oldestFirst.size(); heldBytes > limitBytes && left > 0; left--) {
      Place oldest = oldestFirst.remove();
      if (oldest.block == block || (oldest.block.takeUsed() && left > oldestFirst.size())) {
        oldestFirst.add(oldest);
      } else {
        oldest.table.set(oldest.index, null);
        heldBytes -= oldest.block.bytes();
      }
    }
    return block;
  }

  /** Bytes of heights held now. */
  public synchronized long heldBytes() {
    return heldBytes;
  }
}
