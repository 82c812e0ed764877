package org.qyran.evaluation.honesty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.qyran.sampledata.chance.Chance;
import org.qyran.sampledata.chance.ValueNoise;
import org.qyran.sampledata.surface.Ray;

class RoughGroundTest {

  /** Without hills the ground rises by a half eastwards: atan 0.5 is 26.565 degrees. */
  private final RoughGround ramp = new RoughGround(new ValueNoise(1), 100, 0, 200, 0.5, 0);

  @Test
  void aRayStraightDownFallsByItsHeight() {
    assertThat(ramp.findMeters(new Ray(40, 7, 200, 0, 0, -1)).orElseThrow())
        .isCloseTo(80, within(0.002)); // the ground at 40 m east is 120 m up
  }

  @Test
  void aRayTowardsTheRisingGroundMeetsItEarlier() {
    double half = Math.sqrt(0.5);

    // 100 m up, falling by a metre per metre while the ground rises by half: after 66.67 m level.
    assertThat(ramp.findMeters(new Ray(0, 0, 200, half, 0, -half)).orElseThrow())
        .isCloseTo(66.667 / half, within(0.002));
  }

  @Test
  void aRayFromBelowTheGroundOrAboveTheHorizonMeetsNothing() {
    assertThat(ramp.findMeters(new Ray(0, 0, 90, 0, 0, -1))).isEmpty();
    assertThat(ramp.findMeters(new Ray(0, 0, 200, -1, 0, 0))).isEmpty();
  }

  @Test
  void theSlopeOfARampIsItsAngle() {
    assertThat(ramp.slopeDegrees(12, 34)).isCloseTo(26.565, within(0.001));
  }

  @Test
  void theFirstMeetingIsNeverBehindGroundThatStandsInTheWay() {
    Chance chance = new Chance(5);
    for (int trial = 0; trial < 200; trial++) {
      RoughGround hills = RoughGround.of(chance.of(trial));
      double angle = Math.toRadians(chance.of("angle").of(trial).between(0, 60));
      double start = hills.upMeters(0, 0) + chance.of("above").of(trial).between(60, 400);
      Ray ray = new Ray(0, 0, start, Math.sin(angle), 0, -Math.cos(angle));

      double met = hills.findMeters(ray).orElse(3_000);

      for (double at = 0; at < met - 0.5; at += 0.25) {
        assertThat(ray.upAt(at))
            .as("trial %d, %.2f m of %.2f", trial, at, met)
            .isGreaterThan(hills.upMeters(ray.eastAt(at), ray.northAt(at)) - 0.2);
      }
    }
  }
}
