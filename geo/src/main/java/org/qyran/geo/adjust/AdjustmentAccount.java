package org.qyran.geo.adjust;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.qyran.geo.adjust.tie.PairTies;
import org.qyran.geo.adjust.tie.Tie;
import org.qyran.model.FlightAdjustment;
import org.qyran.model.FlightAdjustment.Estimate;
import org.qyran.model.FlightAdjustment.State;
import org.qyran.model.FlightAdjustment.StatedPose;
import org.qyran.model.Frame;
import org.qyran.model.RunWarning;

/** Judges a corrected flight by what was held back, and writes the account. */
final class AdjustmentAccount {

  /** Frames that disagree by more than this many times their joint stated error contradict. */
  private static final double CONTRADICTION = 1;

  /** Less than this between two places of one thing is the picture's grain. */
  private static final double UNNOTICED_METERS = 0.1;

  private final List<Frame> flight;
  private final FlightPoses stated;
  private final FlightPoses upright;
  private final FlightPoses corrected;
  private final boolean[] turned;
  private final List<PairTies> pairs;
  private final List<PairTies> agreeing;
  private final SharedBias bias;
  private final List<ControlTie> controls;
  private final AdjustSettings settings;

  AdjustmentAccount(
      List<Frame> flight,
      FlightPoses stated,
      FlightPoses upright,
      FlightPoses corrected,
      boolean[] turned,
      List<PairTies> pairs,
      List<PairTies> agreeing,
      SharedBias bias,
      List<ControlTie> controls,
      AdjustSettings settings) {
    this.flight = flight;
    this.stated = stated;
    this.upright = upright;
    this.corrected = corrected;
    this.turned = turned;
    this.pairs = pairs;
    this.agreeing = agreeing;
    this.bias = bias;
    this.controls = controls;
    this.settings = settings;
  }

  static AdjustedFlight untied(List<Frame> flight, int frames, String why) {
    return new AdjustedFlight(
        flight,
        new FlightAdjustment(
            flight.get(0).flight(),
            State.UNTIED,
            why,
            frames,
            0,
            0,
            0,
            List.of(),
            null,
            null,
            null,
            null,
            null,
            null,
            List.of(),
            Estimate.NONE,
            Estimate.NONE,
            Estimate.NONE,
            Estimate.NONE,
            0,
            0,
            null,
            null),
        List.of());
  }

  AdjustedFlight judged() {
    double[] raw = apart(stated);
    double[] before = apart(upright);
    double[] after = apart(corrected);
    boolean better = isBetter(before, after);
    FlightPoses used = better ? corrected : upright;
    double[] now = better ? after : before;
    List<String> upsideDown =
        IntStream.range(0, turned.length)
            .filter(frame -> turned[frame])
            .mapToObj(frame -> stated.frames().get(frame).image().file())
            .toList();
    boolean any = better || !upsideDown.isEmpty();
    FlightAdjustment account =
        new FlightAdjustment(
            flight.get(0).flight(),
            any ? State.ADJUSTED : State.KEPT,
            better
                ? "The corrected poses bring what was held back closer together, and are used."
                : "Correcting the poses did not bring what was held back closer together; they were kept.",
            stated.size(),
            (int)
                agreeing.stream()
                    .flatMapToInt(pair -> IntStream.of(pair.first(), pair.second()))
                    .distinct()
                    .count(),
            agreeing.size(),
            agreeing.stream().mapToInt(pair -> pair.fitted().size()).sum(),
            upsideDown,
            quantile(raw, 0.5),
            quantile(raw, 0.9),
            quantile(now, 0.5),
            quantile(now, 0.9),
            coveredShare(upright),
            coveredShare(used),
            any ? statedPoses(used) : List.of(),
            better ? bias.yaw(upright) : Estimate.NONE,
            better ? bias.estimate(SharedParameters.PITCH) : Estimate.NONE,
            better ? bias.estimate(SharedParameters.ROLL) : Estimate.NONE,
            better ? bias.estimate(SharedParameters.CLOCK) : Estimate.NONE,
            ControlChoice.fitted(controls).size(),
            ControlChoice.held(controls).size(),
            missedMeters(stated, ControlChoice.held(controls)),
            missedMeters(used, ControlChoice.held(controls)));
    return new AdjustedFlight(any ? replaced(used) : flight, account, warnings(upsideDown, now));
  }

  /**
   * Ties bear out a fit that brings what was held back closer together. Where control points took
   * part, they have to come closer and the ties must not notice: where the whole flight lies, no
   * tie can tell.
   */
  private boolean isBetter(double[] before, double[] after) {
    if (after.length < before.length) {
      return false;
    }
    if (controls.isEmpty()) {
      return after.length > 0
          && at(after, 0.5) < at(before, 0.5)
          && at(after, 0.9) <= at(before, 0.9);
    }
    List<ControlTie> judges =
        ControlChoice.held(controls).isEmpty() ? controls : ControlChoice.held(controls);
    Double missedBefore = missedMeters(upright, judges);
    Double missedAfter = missedMeters(corrected, judges);
    return missedBefore != null
        && missedAfter != null
        && missedAfter < missedBefore
        && (after.length == 0
            || (isNoWorse(at(before, 0.5), at(after, 0.5))
                && isNoWorse(at(before, 0.9), at(after, 0.9))));
  }

  private static boolean isNoWorse(double beforeMeters, double afterMeters) {
    return afterMeters <= Math.max(beforeMeters, UNNOTICED_METERS);
  }

  /** Distances between the two places of every tie that was held back, sorted. */
  private double[] apart(FlightPoses poses) {
    return pairs.stream()
        .flatMap(pair -> pair.held().stream())
        .mapToDouble(poses::apartMeters)
        .filter(Double::isFinite)
        .sorted()
        .toArray();
  }

  /** Of frames that are corrected or turned now. */
  private List<StatedPose> statedPoses(FlightPoses used) {
    List<StatedPose> poses = new ArrayList<>();
    for (int frame = 0; frame < stated.size(); frame++) {
      if (!used.pose(frame).equals(stated.pose(frame))) {
        poses.add(
            new StatedPose(
                stated.frames().get(frame).image().file(),
                stated.pose(frame).position(),
                used.cameraPlace(frame).upMeters() - stated.cameraPlace(frame).upMeters(),
                used.groundRaisedMeters(stated, frame),
                stated.pose(frame).cameraAttitude()));
      }
    }
    return poses;
  }

  /** How many of the ties that were held back lie within the joint error of their two frames. */
  private @Nullable Double coveredShare(FlightPoses poses) {
    int all = 0;
    int covered = 0;
    for (PairTies pair : agreeing) {
      for (Tie tie : pair.held()) {
        double apart = poses.apartMeters(tie);
        double joint =
            Math.hypot(
                poses.ce90Meters(tie.first(), tie.firstPixel()),
                poses.ce90Meters(tie.second(), tie.secondPixel()));
        if (Double.isFinite(apart) && Double.isFinite(joint)) {
          all++;
          covered += apart <= joint ? 1 : 0;
        }
      }
    }
    return all == 0 ? null : (Double) (covered / (double) all);
  }

  /** Root mean square distance of control points from where they were measured. */
  private @Nullable Double missedMeters(FlightPoses poses, List<ControlTie> judges) {
    double squares = 0;
    int count = 0;
    for (ControlTie control : judges) {
      for (Observation seen : control.observe(poses, settings).stream().toList()) {
        squares += seen.meters() * seen.meters();
        count++;
      }
    }
    return count == 0 ? null : (Double) Math.sqrt(squares / count);
  }

  private List<Frame> replaced(FlightPoses used) {
    Map<String, Frame> byId = new HashMap<>();
    used.frames().forEach(frame -> byId.put(frame.id(), frame));
    return flight.stream().map(frame -> byId.getOrDefault(frame.id(), frame)).toList();
  }

  private List<RunWarning> warnings(List<String> upsideDown, double[] now) {
    List<RunWarning> warnings = new ArrayList<>();
    if (!upsideDown.isEmpty()) {
      warnings.add(
          new RunWarning(
              "FRAMES_TURNED",
              "The pixels of the pictures listed are upside down against the angles that they state:"
                  + " what they share with their neighbours says so. They were turned by half a turn;"
                  + " look whether something turned the files after the flight.",
              upsideDown));
    }
    double stated = jointMeters();
    if (now.length > 0 && at(now, 0.5) > CONTRADICTION * stated) {
      warnings.add(
          new RunWarning(
              "FLIGHT_CONTRADICTS_ITSELF",
              String.format(
                  Locale.ROOT,
                  "Overlapping pictures of %s put the same ground %.1f m apart in the median, more than"
                      + " their stated errors of %.1f m allow; positions of this flight are not to be"
                      + " trusted.",
                  flight.get(0).flight(),
                  at(now, 0.5),
                  stated),
              flight.stream().map(frame -> frame.image().file()).toList()));
    }
    return warnings;
  }

  /** What two frames of the flight may disagree by, as they were stated: 90 of 100 cases. */
  private double jointMeters() {
    return Math.sqrt(2)
        * IntStream.range(0, stated.size())
            .mapToDouble(frame -> stated.middleCe90Meters(frame))
            .filter(Double::isFinite)
            .average()
            .orElse(Double.POSITIVE_INFINITY);
  }

  private static @Nullable Double quantile(double[] sorted, double share) {
    return sorted.length == 0 ? null : (Double) at(sorted, share);
  }

  private static double at(double[] sorted, double share) {
    return sorted[(int) Math.min(sorted.length - 1.0, share * sorted.length)];
  }
}
