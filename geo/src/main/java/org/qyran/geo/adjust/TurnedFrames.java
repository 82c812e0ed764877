package org.qyran.geo.adjust;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import org.qyran.geo.adjust.tie.PairTies;
import org.qyran.geo.adjust.tie.Tie;
import org.qyran.geo.axes.Enu;

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

  /** Which frames are turned. */
  boolean[] find() {
    boolean[] turned = new boolean[stated.size()];
    int[] party = new int[stated.size()];
    Arrays.fill(party, -1);
    for (int start = 0; start < stated.size(); start++) {
      if (party[start] < 0) {
        List<Integer> together = together(start, party);
        judge(together, party, turned);
      }
    }
    return turned;
  }

  /** Numbers the parties of all frames that hang together with one, 0 being the party of that. */
  private List<Integer> together(int start, int[] party) {
    List<Integer> together = new ArrayList<>();
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

  private void judge(List<Integer> together, int[] party, boolean[] turned) {
    double[] apart = new double[3];
    for (int choice = 0; choice < 3; choice++) {
      apart[choice] = apartMeters(together, party, choice);
    }
    // Choice 2 turns nothing. A party is turned when that beats both others clearly.
    int best = apart[0] <= apart[1] ? 0 : 1;
    double others = Math.min(apart[1 - best], apart[2]);
    if (apart[best] * LEAST_GAIN < others) {
      together.forEach(frame -> turned[frame] = party[frame] == best);
    }
  }

  /** The median distance between what pairs see, when the frames of one party are turned. */
  private double apartMeters(List<Integer> together, int[] party, int choice) {
    FlightPoses poses =
        stated.with(
            java.util.stream.IntStream.range(0, stated.size())
                .mapToObj(
                    frame ->
                        party[frame] == choice && together.contains(frame)
                            ? FlightPoses.turned(stated.frames().get(frame))
                            : stated.frames().get(frame))
                .toList());
    double[] apart =
        pairs.stream()
            .filter(pair -> together.contains(pair.first()))
            .flatMap(pair -> pair.fitted().stream())
            .mapToDouble(tie -> apartMeters(poses, tie))
            .filter(Double::isFinite)
            .sorted()
            .toArray();
    return apart.length == 0 ? Double.POSITIVE_INFINITY : apart[apart.length / 2];
  }

  static double apartMeters(FlightPoses poses, Tie tie) {
    return poses
        .touch(tie.first(), tie.firstPixel())
        .flatMap(
            one ->
                poses
                    .touch(tie.second(), tie.secondPixel())
                    .map(
                        other -> {
                          Enu gap = poses.level(other.place()).minus(poses.level(one.place()));
                          return gap.levelDistanceMeters();
                        }))
        .orElse(Double.NaN);
  }
}
