package org.qyran.sampledata.flight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.qyran.sampledata.chance.Chance;
import org.qyran.sampledata.sensor.Turn;

/** Strips by pencil, and errors by the tables of Student's t. */
class FlightPlanTest {

  private static final Instant START = Instant.parse("2026-07-24T04:30:00Z");
  private static final int FLIGHTS = 4_000;

  /** So low that the drift, a share of the height, is nothing. */
  private static final double LOW_METERS = 1e-6;

  @Test
  void stripsAreFlownThereAndBackEachToTheRightOfTheLast() {
    // East, two strips 40 m apart, three shots 25 m apart: -25, 0, 25 on the northern one first.
    List<Shot> shots = shots(plan(90, LOW_METERS, Set.of()), PoseErrors.NONE, 1);

    assertThat(shots).hasSize(6);
    double[] east = {-25, 0, 25, 25, 0, -25};
    double[] north = {20, 20, 20, -20, -20, -20};
    for (int i = 0; i < 6; i++) {
      assertThat(shots.get(i).truth().place().eastMeters()).isCloseTo(east[i], within(1e-4));
      assertThat(shots.get(i).truth().place().northMeters()).isCloseTo(north[i], within(1e-4));
      assertThat(shots.get(i).flightYawDegrees()).isEqualTo(i < 3 ? 90 : -90);
      assertThat(shots.get(i).way().eastMetersPerSecond())
          .isCloseTo(i < 3 ? 10 : -10, within(1e-9));
    }
  }

  @Test
  void shotsComeAsFastAsTheAircraftFlies() {
    List<Shot> shots = shots(plan(0, 100, Set.of()), PoseErrors.NONE, 2);

    // 25 m at 10 m/s.
    assertThat(Duration.between(shots.get(0).time(), shots.get(1).time()))
        .isEqualTo(Duration.ofMillis(2_500));
    assertThat(shots.get(0).time()).isEqualTo(START);
    for (int i = 1; i < shots.size(); i++) {
      assertThat(shots.get(i).time()).isAfter(shots.get(i - 1).time());
    }
  }

  @Test
  void aMissedShotLeavesAHoleAndNumbersThatGoOn() {
    List<Shot> all = shots(plan(30, 100, Set.of()), PoseErrors.NONE, 3);
    List<Shot> some = shots(plan(30, 100, Set.of(1, 4)), PoseErrors.NONE, 3);

    assertThat(some).extracting(Shot::number).containsExactly(1, 2, 3, 4);
    assertThat(some)
        .extracting(Shot::time)
        .containsExactly(
            all.get(0).time(), all.get(2).time(), all.get(3).time(), all.get(5).time());
    assertThat(some.get(1).truth()).isEqualTo(all.get(2).truth());
  }

  @Test
  void fliesAboveTheGroundAndNotAboveTheSea() {
    List<Shot> shots =
        plan(0, 100, Set.of())
            .shots(START, (east, north) -> 700 + north, PoseErrors.NONE, new Chance(4));

    for (Shot shot : shots) {
      double ground = 700 + shot.truth().place().northMeters();
      // The height is held to 0.6 m, one deviation.
      assertThat(shot.truth().upMeters() - ground).isCloseTo(100, within(3.0));
    }
  }

  @Test
  void withoutErrorsTheAircraftKnowsWhereItIs() {
    for (Shot shot : shots(plan(70, 100, Set.of()), PoseErrors.NONE, 5)) {
      assertThat(shot.stated().place()).isEqualTo(shot.truth().place());
      assertThat(shot.stated().upMeters()).isEqualTo(shot.truth().upMeters());
      assertThat(shot.statedTime()).isEqualTo(shot.time());
      double[] looks = Turn.of(shot.truth().attitude()).of(1, 0, 0);
      double[] says = Turn.of(shot.stated().attitude()).of(1, 0, 0);
      assertThat(looks).containsExactly(says, within(1e-9));
    }
  }

  @Test
  void anObliqueShotLooksEighteenDegreesFartherAhead() {
    FlightPlan plan =
        new FlightPlan(0, 1, 0, 3, 25, 100, -90, 10, Set.of(), Set.of(1), 1 / 800.0, 0);

    List<Shot> shots = shots(plan, PoseErrors.NONE, 6);

    // The gimbal holds its pitch to 0.3 degrees, one deviation.
    assertThat(shots.get(0).stated().attitude().pitchDegrees()).isCloseTo(-90, within(1.5));
    assertThat(shots.get(1).stated().attitude().pitchDegrees()).isCloseTo(-72, within(1.5));
  }

  @Test
  void placesAreWrongByStudentsTWithTheStatedDeviation() {
    PoseErrors errors = new PoseErrors(2, 3, 0, 0, 0, 0);
    List<Double> east = new ArrayList<>();
    List<Double> up = new ArrayList<>();
    for (int flight = 0; flight < FLIGHTS; flight++) {
      Shot shot = shots(plan(0, 100, Set.of()), errors, flight).get(0);
      east.add(shot.stated().place().eastMeters() - shot.truth().place().eastMeters());
      up.add(shot.stated().upMeters() - shot.truth().upMeters());
    }

    // Half of |t4| / √2 lies below 0.524, 0.0132 of it beyond 3 (0.0027 of a normal does).
    assertThat(shareWithin(east, 2 * 0.524)).isCloseTo(0.5, within(0.04));
    assertThat(shareWithin(up, 3 * 0.524)).isCloseTo(0.5, within(0.04));
    assertThat(1 - shareWithin(east, 6)).isBetween(0.007, 0.020);
    assertThat(deviation(east)).isCloseTo(2, within(0.25));
  }

  @Test
  void mostOfTheErrorIsTheFlightsAndLittleTheShots() {
    PoseErrors errors = new PoseErrors(1.3, 0, 0.35, 0, 0, 0);
    List<Double> first = new ArrayList<>();
    List<Double> between = new ArrayList<>();
    for (int flight = 0; flight < FLIGHTS; flight++) {
      List<Shot> shots = shots(plan(0, 100, Set.of()), errors, flight);
      double one = eastError(shots.get(0));
      first.add(one);
      between.add(one - eastError(shots.get(4)));
    }

    // 1.3 √(1 + 0.35²) = 1.38 for a shot; 1.3 · 0.35 √2 = 0.64 from shot to shot.
    assertThat(deviation(first)).isCloseTo(1.38, within(0.15));
    assertThat(deviation(between)).isCloseTo(0.64, within(0.07));
  }

  @Test
  void aLateClockMovesTheStampAlongTheWayAndNotAcross() {
    PoseErrors errors = new PoseErrors(0, 0, 0, 0, 0, 0.5);
    for (int flight = 0; flight < 200; flight++) {
      for (Shot shot : shots(plan(0, 100, Set.of()), errors, flight)) {
        double late = Duration.between(shot.time(), shot.statedTime()).toMillis() / 1_000.0;
        double ahead = shot.stated().place().northMeters() - shot.truth().place().northMeters();
        // North at 10 m/s, then back; times are kept to the millisecond, a centimeter.
        double speed = shot.flightYawDegrees() == 0 ? 10 : -10;
        assertThat(ahead).as("flight %d", flight).isCloseTo(late * speed, within(0.0051));
        assertThat(eastError(shot)).isCloseTo(0, within(1e-9));
      }
    }
  }

  @Test
  void theHorizonIsTiltedByTheStatedDeviation() {
    PoseErrors errors = new PoseErrors(0, 0, 0, 0, 0.6, 0);
    List<Double> nods = new ArrayList<>();
    FlightPlan level =
        new FlightPlan(0, 1, 0, 1, 25, 100, -30, 10, Set.of(), Set.of(), 1 / 800.0, 0);
    for (int flight = 0; flight < FLIGHTS; flight++) {
      Shot shot = shots(level, errors, flight).get(0);
      nods.add(shot.truth().attitude().pitchDegrees() - shot.stated().attitude().pitchDegrees());
    }

    assertThat(shareWithin(nods, 0.6 * 0.524)).isCloseTo(0.5, within(0.04));
  }

  private static double eastError(Shot shot) {
    return shot.stated().place().eastMeters() - shot.truth().place().eastMeters();
  }

  private static double shareWithin(List<Double> errors, double limit) {
    return errors.stream().filter(error -> Math.abs(error) < limit).count()
        / (double) errors.size();
  }

  private static double deviation(List<Double> errors) {
    return Math.sqrt(errors.stream().mapToDouble(error -> error * error).average().orElseThrow());
  }

  private static FlightPlan plan(double heading, double aboveMeters, Set<Integer> missed) {
    return new FlightPlan(
        heading, 2, 40, 3, 25, aboveMeters, -90, 10, missed, Set.of(), 1 / 800.0, 0);
  }

  private static List<Shot> shots(FlightPlan plan, PoseErrors errors, long seed) {
    return plan.shots(START, (east, north) -> 100, errors, new Chance(seed));
  }
}
