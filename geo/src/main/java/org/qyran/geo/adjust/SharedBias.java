package org.qyran.geo.adjust;

import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.qyran.geo.adjust.tie.PairTies;
import org.qyran.geo.axes.Enu;
import org.qyran.geo.camera.CameraRay;
import org.qyran.model.FlightAdjustment.Estimate;
import org.qyran.model.PoseCovariance;

/**
 * What all frames of a flight get wrong alike, by generalised least squares over pairs.
 *
 * <p>The two frames of a pair also have errors of their own, twelve in all, and the ground below
 * them is too high and too steep by something, all of which moves every tie of the pair together.
 * They are not wanted here: they are put in as unknowns of the pair and solved away (the Schur
 * complement), so that a pair of fifty ties tells no more of the flight than its two frames can.
 * Pairs that share a frame are not independent either; what all of them say together is taken to be
 * worth one pair less than there are frames.
 */
final class SharedBias {

  private static final int ROUNDS = 4;

  private static final double MOST_DEVIATIONS = 5;

  /** Angles of a few degrees stretch what a pair is off by about this much over a picture. */
  private static final double SCATTER_METERS = 2;

  private static final int OWN = 2 * PoseCovariance.SIZE;
  private static final int UNWANTED = OWN + Observation.GROUND_SIZE;
  private static final double LEAST_GROUND_METERS = 0.1;

  private final double[] values;
  private final double[][] covariance;
  private final FlightPoses corrected;

  private SharedBias(double[] values, double[][] covariance, FlightPoses corrected) {
    this.values = values;
    this.covariance = covariance;
    this.corrected = corrected;
  }

  static SharedBias fit(
      FlightPoses stated,
      List<PairTies> pairs,
      List<ControlTie> controls,
      AdjustSettings settings) {
    double[] prior =
        SharedParameters.priorVariances(
            stated.pose(0).shared(),
            settings.clockErrorSeconds(),
            groundErrorMeters(stated, pairs));
    double[] values = new double[SharedParameters.SIZE];
    FlightPoses now = stated;
    for (int round = 0; round < ROUNDS; round++) {
      List<double[][]> moves = moves(now);
      double[] step = equations(values, prior, now, moves, pairs, controls, settings).step();
      now = now.corrected(corrections(moves, step));
      for (int at = 0; at < values.length; at++) {
        values[at] += step[at];
      }
    }
    return isBelievable(values, prior)
        ? new SharedBias(
            values,
            equations(values, prior, now, moves(now), pairs, controls, settings).covariance(),
            now)
        : new SharedBias(new double[SharedParameters.SIZE], diagonal(prior), stated);
  }

  private static NormalEquations equations(
      double[] values,
      double[] prior,
      FlightPoses now,
      List<double[][]> moves,
      List<PairTies> pairs,
      List<ControlTie> controls,
      AdjustSettings settings) {
    NormalEquations equations = new NormalEquations(SharedParameters.SIZE);
    for (int at = 0; at < SharedParameters.SIZE; at++) {
      equations.prior(at, prior[at], values[at]);
    }
    double worth = worth(pairs);
    for (PairTies pair : pairs) {
      List<Observation> seen =
          pair.fitted().stream().flatMap(tie -> Observation.of(now, tie).stream()).toList();
      addTo(equations, seen, pair.first(), pair.second(), now, moves, worth, values);
    }
    for (ControlTie control : controls) {
      List<Observation> seen = control.observe(now, settings).stream().toList();
      addTo(equations, seen, control.frame(), control.frame(), now, moves, 1, values);
    }
    return equations;
  }

  /** What each pair counts for, so that all count for one less than there are frames. */
  private static double worth(List<PairTies> pairs) {
    long tied =
        pairs.stream()
            .flatMapToInt(pair -> IntStream.of(pair.first(), pair.second()))
            .distinct()
            .count();
    return Math.min(1, (tied - 1.0) / Math.max(1, pairs.size()));
  }

  /**
   * A compass or a mount that is off by more than {@value #MOST_DEVIATIONS} of its deviations is
   * not what the ties show: they are false, or the ground is.
   */
  private static boolean isBelievable(double[] values, double[] prior) {
    return IntStream.range(0, values.length)
        .allMatch(at -> Math.abs(values[at]) <= MOST_DEVIATIONS * Math.sqrt(prior[at]));
  }

  private static double[][] diagonal(double[] variances) {
    double[][] matrix = new double[variances.length][variances.length];
    for (int at = 0; at < variances.length; at++) {
      matrix[at][at] = variances[at];
    }
    return matrix;
  }

  /**
   * How far all pictures are turned about the vertical: by the compass and, as far as the line of
   * sight points down, about that. Straight down nothing tells the two apart.
   */
  Estimate yaw(FlightPoses poses) {
    double down =
        IntStream.range(0, poses.size())
            .mapToDouble(frame -> poses.camera(frame).toLevel(CameraRay.FORWARD).down())
            .average()
            .orElse(1);
    int yaw = SharedParameters.YAW;
    int twist = SharedParameters.TWIST;
    return new Estimate(
        values[yaw] + down * values[twist],
        Math.sqrt(
            covariance[yaw][yaw]
                + 2 * down * covariance[yaw][twist]
                + down * down * covariance[twist][twist]));
  }

  /** One of the others. */
  Estimate estimate(int parameter) {
    return new Estimate(values[parameter], Math.sqrt(covariance[parameter][parameter]));
  }

  private static double groundErrorMeters(FlightPoses poses, List<PairTies> pairs) {
    return pairs.stream()
        .flatMap(pair -> pair.fitted().stream().limit(1))
        .flatMap(tie -> Observation.of(poses, tie).stream())
        .mapToDouble(Observation::groundErrorMeters)
        .max()
        .orElse(LEAST_GROUND_METERS);
  }

  /** The poses with these errors taken out, and with the errors that are left. */
  FlightPoses corrected() {
    List<double[][]> moves = moves(corrected);
    return corrected.with(
        IntStream.range(0, corrected.size())
            .mapToObj(
                frame ->
                    FlightPoses.withError(
                        corrected.frames().get(frame),
                        Covariances.moved(covariance, moves.get(frame)),
                        corrected.pose(frame).own()))
            .toList());
  }

  private static List<double[][]> moves(FlightPoses poses) {
    return IntStream.range(0, poses.size())
        .mapToObj(frame -> SharedParameters.poseMoves(poses.camera(frame), poses.velocity(frame)))
        .toList();
  }

  private static List<double[]> corrections(List<double[][]> moves, double[] values) {
    return moves.stream().map(of -> new Array2DRowRealMatrix(of, false).operate(values)).toList();
  }

  private static void addTo(
      NormalEquations equations,
      List<Observation> seen,
      int first,
      int second,
      FlightPoses poses,
      List<double[][]> moves,
      double worth,
      double[] values) {
    if (seen.isEmpty()) {
      return;
    }
    int size = SharedParameters.SIZE + UNWANTED;
    NormalEquations whole = new NormalEquations(size);
    whole.prior(
        SharedParameters.SIZE,
        Covariances.inverse(poses.pose(first).own()),
        new double[PoseCovariance.SIZE]);
    whole.prior(
        SharedParameters.SIZE + PoseCovariance.SIZE,
        Covariances.inverse(poses.pose(second).own()),
        new double[PoseCovariance.SIZE]);
    double ground = Math.max(LEAST_GROUND_METERS, seen.get(0).groundErrorMeters());
    for (int at = 0; at < Observation.GROUND_SIZE; at++) {
      whole.prior(SharedParameters.SIZE + OWN + at, ground * ground, 0);
    }
    int[] parameters = IntStream.range(0, size).toArray();
    Enu middle = middle(seen);
    for (Observation observation : seen) {
      double[][] by = new double[2][size];
      for (int axis = 0; axis < 2; axis++) {
        by[axis][SharedParameters.GROUND] = observation.groundMoves()[axis][0];
        for (int at = 0; at < Observation.GROUND_SIZE; at++) {
          by[axis][SharedParameters.SIZE + OWN + at] = observation.groundMoves()[axis][at];
        }
        for (int own = 0; own < PoseCovariance.SIZE; own++) {
          double byFirst = observation.firstMoves()[axis][own];
          double bySecond = observation.secondMoves()[axis][own];
          by[axis][SharedParameters.SIZE + own] = byFirst;
          by[axis][SharedParameters.SIZE + PoseCovariance.SIZE + own] = bySecond;
          for (int shared = 0; shared < SharedParameters.SIZE; shared++) {
            by[axis][shared] +=
                byFirst * moves.get(first)[own][shared] + bySecond * moves.get(second)[own][shared];
          }
        }
      }
      whole.add(
          observation.east() + by[0][SharedParameters.GROUND] * values[SharedParameters.GROUND],
          observation.north() + by[1][SharedParameters.GROUND] * values[SharedParameters.GROUND],
          parameters,
          by,
          observation.weight(),
          trust(observation, middle));
    }
    reduce(whole, equations, worth);
  }

  /** By how much the two frames of a pair are off in the median, east and north. */
  private static Enu middle(List<Observation> seen) {
    return new Enu(
        median(seen.stream().mapToDouble(Observation::east)),
        median(seen.stream().mapToDouble(Observation::north)),
        0);
  }

  private static double median(DoubleStream values) {
    double[] sorted = values.sorted().toArray();
    return sorted[sorted.length / 2];
  }

  /** A tie that is off otherwise than most of its pair counts less, by Cauchy's weight. */
  private static double trust(Observation seen, Enu middle) {
    double off = Math.hypot(seen.east() - middle.eastMeters(), seen.north() - middle.northMeters());
    return 1 / (1 + off * off / (SCATTER_METERS * SCATTER_METERS));
  }

  /** Solves the pair's own unknowns away and adds what is left. */
  private static void reduce(NormalEquations whole, NormalEquations equations, double worth) {
    int shared = SharedParameters.SIZE;
    double[][] own = new double[UNWANTED][UNWANTED];
    double[][] across = new double[UNWANTED][shared + 1];
    for (int row = 0; row < UNWANTED; row++) {
      for (int column = 0; column < UNWANTED; column++) {
        own[row][column] = whole.matrix()[shared + row][shared + column];
      }
      for (int column = 0; column < shared; column++) {
        across[row][column] = whole.matrix()[shared + row][column];
      }
      across[row][shared] = whole.right()[shared + row];
    }
    double[][] solved =
        Covariances.solver(own).solve(new Array2DRowRealMatrix(across, false)).getData();
    double[][] matrix = new double[shared][shared];
    double[] right = new double[shared];
    for (int row = 0; row < shared; row++) {
      right[row] = whole.right()[row];
      for (int at = 0; at < UNWANTED; at++) {
        right[row] -= across[at][row] * solved[at][shared];
      }
      right[row] *= worth;
      for (int column = 0; column < shared; column++) {
        matrix[row][column] = whole.matrix()[row][column];
        for (int at = 0; at < UNWANTED; at++) {
          matrix[row][column] -= across[at][row] * solved[at][column];
        }
        matrix[row][column] *= worth;
      }
    }
    equations.add(matrix, right);
  }
}
