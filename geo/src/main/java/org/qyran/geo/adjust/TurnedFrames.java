package org.qyran.geo.adjust;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.qyran.geo.adjust.tie.PairTies;

/**
 * Finds frames whose pixels are upside down against their stated pose.
 *
 * <p>Two frames of which one is turned see the same ground turned by half a turn, so each pair says
 * whether its two are alike. That splits what hangs together into two parties, and either may be
 * the one that is turned: positions tell, because the ground of two frames of the same party that
 * are both turned lies apart by twice the way between them.
 */
final class TurnedFrames {

  /**
   * Compasses are off by up to 30 degrees or so; what is neither alike nor opposite is left out.
   */
  private static final double ALIKE_RADIANS = Math.toRadians(50);

  /** Turning has to make the frames agree better by this much, or nothing is turned. */
  private static final double LEAST_GAIN = 2;

  private final FlightPoses stated;
  private final List<PairTies> pairs;

  TurnedFrames(FlightPoses stated, List<PairTies> pairs) {
    this.stated = stated;
    this.pairs = pairs.stream().filter(pair -> isAlike(pair) || isOpposite(pair)).toList();
  }

  static boolean isAlike(PairTies pair) {
    return Math.abs(pair.turnRadians()) < ALIKE_RADIANS;
  }

  static boolean isOpposite(PairTies pair) {
    return Math.abs(pair.turnRadians()) > Math.PI - ALIKE_RADIANS;
  }

  /** The flight with these frames turned. */
  static FlightPoses turned(FlightPoses poses, IntPredicate isTurned) {
    return poses.with(
        IntStream.range(0, poses.size())
            .mapToObj(
                frame ->
                    isTurned.test(frame)
                        ? FlightPoses.turned(poses.frames().get(frame))
                        : poses.frames().get(frame))
            .toList());
  }

  /** Which frames are turned. */
  boolean[] find() {
    boolean[] turned = new boolean[stated.size()];
    int[] party = new int[stated.size()];
    Arrays.fill(party, -1);
    List<Set<Integer>> groups = new ArrayList<>();
    for (int start = 0; start < stated.size(); start++) {
      if (party[start] < 0) {
        groups.add(together(start, party));
      }
    }
    // Groups have no ties with each other, so all are turned at once and judged one by one.
    List<FlightPoses> choices =
        List.of(
            turned(stated, frame -> party[frame] == 0),
            turned(stated, frame -> party[frame] == 1),
            stated);
    groups.forEach(group -> judge(group, party, choices, turned));
    return turned;
  }

  /** Numbers the parties of all frames that hang together with one, 0 being the party of that. */
  private Set<Integer> together(int start, int[] party) {
    Set<Integer> together = new HashSet<>();
    Deque<Integer> open = new ArrayDeque<>(List.of(start));
    party[start] = 0;
    while (!open.isEmpty()) {
      int frame = open.remove();
      together.add(frame);
      for (PairTies pair : pairs) {
        if (pair.first() == frame || pair.second() == frame) {
          int other = pair.first() == frame ? pair.second() : pair.first();
          if (party[other] < 0) {
            party[other] = isOpposite(pair) ? 1 - party[frame] : party[frame];
            open.add(other);
          }
        }
      }
    }
    return together;
  }

  private void judge(Set<Integer> group, int[] party, List<FlightPoses> choices, boolean[] turned) {
    double[] apart = choices.stream().mapToDouble(choice -> apartMeters(choice, group)).toArray();
    // The last choice turns nothing. A party is turned when that beats both others clearly.
    int best = apart[0] <= apart[1] ? 0 : 1;
    double others = Math.min(apart[1 - best], apart[2]);
    if (apart[best] * LEAST_GAIN < others) {
      group.forEach(frame -> turned[frame] = party[frame] == best);
    }
  }

  /** The median distance between what the pairs of a group see. */
  private double apartMeters(FlightPoses poses, Set<Integer> group) {
    double[] apart =
        pairs.stream()
            .filter(pair -> group.contains(pair.first()))
            .flatMap(pair -> pair.fitted().stream())
            .mapToDouble(poses::apartMeters)
            .filter(Double::isFinite)
            .sorted()
            .toArray();
    return apart.length == 0 ? Double.POSITIVE_INFINITY : apart[apart.length / 2];
  }
}
