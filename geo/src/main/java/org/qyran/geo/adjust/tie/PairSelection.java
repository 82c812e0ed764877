package org.qyran.geo.adjust.tie;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import org.qyran.geo.axes.Enu;

/**
 * Which frames are worth comparing: by where they look, as stated.
 *
 * <p>Each frame is paired with the nearest {@value #NEAREST} of those whose middle lies within a
 * frame's breadth of its own, and with the nearest {@value #FURTHER} of those taken at another
 * time: neighbours along a strip tell little of a bias, strips side by side do.
 */
public final class PairSelection {

  private static final int NEAREST = 3;
  private static final int FURTHER = 3;

  /** Frames within this many places in time are of the same strip. */
  private static final int STRIP = 3;

  private PairSelection() {}

  /**
   * Pairs by the numbers of their frames, the smaller first, in order.
   *
   * @param middles of what the frames show; their breadth in {@code breadths}
   */
  public static List<int[]> of(List<Enu> middles, List<Double> breadths) {
    TreeSet<Long> chosen = new TreeSet<>();
    for (int frame = 0; frame < middles.size(); frame++) {
      int here = frame;
      List<Integer> near = new ArrayList<>();
      for (int other = 0; other < middles.size(); other++) {
        double apart = middles.get(other).minus(middles.get(frame)).levelDistanceMeters();
        if (other != frame && apart < (breadths.get(frame) + breadths.get(other)) / 2) {
          near.add(other);
        }
      }
      near.sort(
          Comparator.comparingDouble(
                  (Integer other) ->
                      middles.get(other).minus(middles.get(here)).levelDistanceMeters())
              .thenComparing(Comparator.naturalOrder()));
      near.stream().limit(NEAREST).forEach(other -> chosen.add(key(here, other)));
      near.stream()
          .filter(other -> Math.abs(other - here) > STRIP)
          .limit(FURTHER)
          .forEach(other -> chosen.add(key(here, other)));
    }
    return chosen.stream()
        .map(key -> new int[] {(int) (key >> 32), (int) (key & 0xffffffffL)})
        .toList();
  }

  private static long key(int one, int other) {
    return ((long) Math.min(one, other) << 32) | Math.max(one, other);
  }
}
