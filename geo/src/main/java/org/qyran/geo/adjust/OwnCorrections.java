package org.qyran.geo.adjust;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.qyran.geo.adjust.tie.PairTies;
import org.qyran.geo.adjust.tie.Tie;
import org.qyran.model.PoseCovariance;

/**
 * What every frame gets wrong by itself, once what the flight shares is out: six unknowns a frame,
 * held by the own part of its stated error, fitted to the ties of all pairs at once.
 *
 * <p>False ties that came through weigh less the further they are off (Cauchy weights, reweighted
 * each round), and the ties of a pair together count as {@value #WORTH_OF_PAIR} at most: what is
 * not modelled, relief and the lens, moves them together. A long flight is fitted in blocks of
 * {@value #BLOCK} frames in the order of time, so that time and memory grow with its length and no
 * faster; pairs across two blocks are left out.
 */
final class OwnCorrections {

  private static final int BLOCK = 120;
  private static final int ROUNDS = 6;
  private static final int WORTH_OF_PAIR = 8;
  private static final double CAUCHY_DEVIATIONS = 3;
  private static final double LEAST_GROUND_METERS = 0.1;
  private static final int SIZE = PoseCovariance.SIZE;

  private final FlightPoses start;
  private final List<PairTies> pairs;
  private final List<ControlTie> controls;
  private final AdjustSettings settings;

  OwnCorrections(
      FlightPoses start, List<PairTies> pairs, List<ControlTie> controls, AdjustSettings settings) {
    this.start = start;
    this.pairs = pairs;
    this.controls = controls;
    this.settings = settings;
  }

  /** The flight with every frame's own errors taken out, as far as the ties show them. */
  FlightPoses correct() {
    List<double[]> corrections = new ArrayList<>();
    List<PoseCovariance> left = new ArrayList<>();
    List<Double> raised = new ArrayList<>();
    for (int from = 0; from < start.size(); from += BLOCK) {
      solve(from, Math.min(start.size(), from + BLOCK), corrections, left, raised);
    }
    FlightPoses corrected = start.corrected(corrections).onGroundRaised(raised);
    return corrected.with(
        IntStream.range(0, start.size())
            .mapToObj(
                frame ->
                    FlightPoses.withError(
                        corrected.frames().get(frame), start.pose(frame).shared(), left.get(frame)))
            .toList());
  }

  private void solve(
      int from,
      int to,
      List<double[]> corrections,
      List<PoseCovariance> left,
      List<Double> raised) {
    FlightPoses block = start.with(start.frames().subList(from, to));
    List<PairTies> inside =
        pairs.stream()
            .filter(
                pair ->
                    Math.min(pair.first(), pair.second()) >= from
                        && Math.max(pair.first(), pair.second()) < to)
            .map(pair -> pair.counted(-from))
            .toList();
    List<ControlTie> measured =
        controls.stream()
            .filter(control -> control.frame() >= from && control.frame() < to)
            .map(control -> new ControlTie(control.frame() - from, control.point()))
            .toList();
    // The last unknown is the ground's: what is too high below all frames is no frame's own error.
    double[] values = new double[SIZE * block.size() + 1];
    List<double[][]> priors =
        IntStream.range(0, block.size())
            .mapToObj(frame -> Covariances.inverse(block.pose(frame).own()))
            .toList();
    for (int round = 0; round < ROUNDS; round++) {
      double[] step = at(values, block, priors, inside, measured).equations().step();
      for (int at = 0; at < values.length; at++) {
        values[at] += step[at];
      }
    }
    Stage last = at(values, block, priors, inside, measured);
    double[][] covariance = last.equations().covariance();
    double larger = Math.max(1, last.misfit());
    for (int frame = from; frame < to; frame++) {
      int at = SIZE * (frame - from);
      corrections.add(Arrays.copyOfRange(values, at, at + SIZE));
      raised.add(values[values.length - 1]);
      PoseCovariance fitted = scaled(Covariances.of(covariance, at), larger);
      PoseCovariance stated = start.pose(frame).own();
      // A fit that is worse than its errors say never makes a frame worse than it was.
      left.add(fitted.upper().get(0) > stated.upper().get(0) ? stated : fitted);
    }
  }

  private static List<double[]> split(double[] values) {
    return IntStream.range(0, values.length / SIZE)
        .mapToObj(frame -> Arrays.copyOfRange(values, SIZE * frame, SIZE * (frame + 1)))
        .toList();
  }

  /**
   * What is known when the unknowns have some values.
   *
   * @param misfit the mean square of the distances of ties, in standard deviations
   */
  private record Stage(NormalEquations equations, double misfit) {}

  private Stage at(
      double[] values,
      FlightPoses block,
      List<double[][]> priors,
      List<PairTies> inside,
      List<ControlTie> measured) {
    NormalEquations equations = new NormalEquations(values.length);
    List<double[]> corrections = split(values);
    for (int frame = 0; frame < block.size(); frame++) {
      equations.prior(SIZE * frame, priors.get(frame), corrections.get(frame));
    }
    double misfit = add(equations, block.corrected(corrections), inside, measured, values);
    return new Stage(equations, misfit);
  }

  /** Adds all ties; returns the mean square of their distances in standard deviations. */
  private double add(
      NormalEquations equations,
      FlightPoses now,
      List<PairTies> inside,
      List<ControlTie> measured,
      double[] values) {
    int last = values.length - 1;
    double ground = LEAST_GROUND_METERS;
    double squares = 0;
    double weights = 0;
    for (PairTies pair : inside) {
      double worth = Math.min(1, WORTH_OF_PAIR / (double) pair.fitted().size());
      int[] parameters = parameters(pair.first(), pair.second(), last);
      for (Tie tie : pair.fitted()) {
        for (Observation seen : Observation.of(now, tie).stream().toList()) {
          ground = Math.max(ground, seen.groundErrorMeters());
          double east = seen.east() + seen.groundMoves()[0][0] * values[last];
          double north = seen.north() + seen.groundMoves()[1][0] * values[last];
          double square = seen.mahalanobisSquare(east, north) / 2;
          double trust = 1 / (1 + square / (CAUCHY_DEVIATIONS * CAUCHY_DEVIATIONS));
          squares += trust * square;
          weights += trust;
          equations.add(east, north, parameters, joined(seen), seen.weight(), worth * trust);
        }
      }
    }
    for (ControlTie control : measured) {
      int[] parameters = parameters(control.frame(), control.frame(), last);
      for (Observation seen : control.observe(now, settings).stream().toList()) {
        equations.add(seen.east(), seen.north(), parameters, joined(seen), seen.weight(), 1);
      }
    }
    equations.prior(last, ground * ground, values[last]);
    return weights == 0 ? 1 : squares / weights;
  }

  private static double[][] joined(Observation seen) {
    double[][] joined = new double[2][2 * SIZE + 1];
    for (int axis = 0; axis < 2; axis++) {
      System.arraycopy(seen.firstMoves()[axis], 0, joined[axis], 0, SIZE);
      System.arraycopy(seen.secondMoves()[axis], 0, joined[axis], SIZE, SIZE);
      joined[axis][2 * SIZE] = seen.groundMoves()[axis][0];
    }
    return joined;
  }

  private static int[] parameters(int first, int second, int last) {
    return IntStream.concat(
            IntStream.concat(
                IntStream.range(SIZE * first, SIZE * first + SIZE),
                IntStream.range(SIZE * second, SIZE * second + SIZE)),
            IntStream.of(last))
        .toArray();
  }

  private static PoseCovariance scaled(PoseCovariance covariance, double factor) {
    return new PoseCovariance(covariance.upper().stream().map(value -> value * factor).toList());
  }
}
