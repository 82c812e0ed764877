package org.qyran.sampledata.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.qyran.model.DetectionType;
import org.qyran.sampledata.place.PlanePoint;
import org.qyran.sampledata.shape.Colour;
import org.qyran.sampledata.shape.Ray;

class SteppeValleyTest {

  @ParameterizedTest
  @ValueSource(longs = {0, 1, 2, 42, -7})
  void everySeedGrowsThreePlotsATentAndAShedThatStandApart(long seed) {
    List<Landmark> landmarks = SteppeValley.grow(seed).landmarks();

    assertThat(landmarks)
        .extracting(Landmark::subtype)
        .containsExactly("plot", "plot", "plot", "tent", "shed");
    for (Landmark one : landmarks) {
      assertThat(one.type() == DetectionType.CANNABIS_PLANTATION)
          .as(one.name())
          .isEqualTo(one.plants() > 0);
      for (Landmark other : landmarks) {
        if (!one.equals(other)) {
          // Half the longest diagonal, 11.7 m, from the middle reaches every corner.
          PlanePoint middle = one.middle();
          double between = other.metersOutside(middle.eastMeters(), middle.northMeters());
          double reach = Math.hypot(one.lengthMeters(), one.widthMeters()) / 2;
          assertThat(between).as("%s and %s", one.name(), other.name()).isGreaterThan(reach);
        }
      }
    }
  }

  @Test
  void theSameSeedGrowsTheSameWorldAndAnotherSeedAnother() {
    assertThat(portrait(SteppeValley.grow(3))).isEqualTo(portrait(SteppeValley.grow(3)));
    assertThat(portrait(SteppeValley.grow(3))).isNotEqualTo(portrait(SteppeValley.grow(4)));
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 1, 2, 42, -7})
  void shadowsFallAwayFromTheSun(long seed) {
    World world = SteppeValley.grow(seed);
    Landmark shed = world.landmarks().get(4);

    // 2.8 m high, the sun 47 degrees up at azimuth 109: 2.6 m of shadow towards azimuth 289.
    double behind = greenHalfAMeterOutside(world, shed, 289);
    double before = greenHalfAMeterOutside(world, shed, 109);

    assertThat(behind).isLessThan(before / 2);
  }

  private static double greenHalfAMeterOutside(World world, Landmark mark, double azimuthDegrees) {
    double east = Math.sin(Math.toRadians(azimuthDegrees));
    double north = Math.cos(Math.toRadians(azimuthDegrees));
    double meters = 0;
    PlanePoint middle = mark.middle();
    while (mark.metersOutside(
            middle.eastMeters() + meters * east, middle.northMeters() + meters * north)
        < 0.5) {
      meters += 0.05;
    }
    return straightDown(
            world, middle.eastMeters() + meters * east, middle.northMeters() + meters * north)
        .green();
  }

  private static List<Colour> portrait(World world) {
    return IntStream.range(0, 400)
        .mapToObj(step -> straightDown(world, step - 200, 0.7 * step - 140))
        .toList();
  }

  private static Colour straightDown(World world, double east, double north) {
    return world.seenAlong(new Ray(east, north, 740, 0, 0, -1));
  }
}
