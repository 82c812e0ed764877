package org.qyran.sampledata.sensor.micasense;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.qyran.model.Attitude;
import org.qyran.model.Band;
import org.qyran.sampledata.sensor.micasense.MicaSenseCamera.Kind;

class MicaSenseCameraTest {

  @Test
  void hasTheBandsOfTheMakersSheetInTheOrderOfItsFiles() {
    assertThat(MicaSenseCamera.of(Kind.REDEDGE_M, "RM01-1", 1_280, 960, 1).bands())
        .extracting(BandSensor::band)
        .containsExactly(
            new Band("blue", 475, 32),
            new Band("green", 560, 27),
            new Band("red", 668, 14),
            new Band("nir", 842, 57),
            new Band("red edge", 717, 12));
  }

  @Test
  void aSmallerPictureSeesTheSameWithJoinedPixels() {
    MicaSenseCamera large = MicaSenseCamera.of(Kind.REDEDGE_M, "RM01-1", 1_280, 960, 1);
    MicaSenseCamera small = MicaSenseCamera.of(Kind.REDEDGE_M, "RM01-1", 640, 480, 1);

    for (int index = 0; index < 5; index++) {
      BandSensor one = large.bands().get(index);
      BandSensor half = small.bands().get(index);
      assertThat(half.lens().focalLengthPixels())
          .isCloseTo(one.lens().focalLengthPixels() / 2, within(1e-9));
      assertThat(half.lens().principalXPixels())
          .isCloseTo(one.lens().principalXPixels() / 2, within(1e-9));
      assertThat(half.lens().distortion()).isEqualTo(one.lens().distortion());
      assertThat(half.rig()).isEqualTo(one.rig());
      // The same corner loses the same light, the last row gains the same.
      assertThat(half.response().falloff(0, 0))
          .isCloseTo(one.response().falloff(0, 0), within(1e-9));
      assertThat(half.response().rowGain(480, 0.001))
          .isCloseTo(one.response().rowGain(960, 0.001), within(1e-9));
    }
  }

  @Test
  void everySerialNumberIsACameraOfItsOwnNearTheOneThatWasMeasured() {
    for (int number = 0; number < 1_000; number++) {
      MicaSenseCamera camera = MicaSenseCamera.of(Kind.REDEDGE_M, "RM01-" + number, 1_280, 960, 1);
      for (BandSensor band : camera.bands()) {
        // The five real lenses lie between 1441 and 1452 pixels.
        assertThat(band.lens().focalLengthPixels()).as(camera.serial()).isBetween(1_425.0, 1_470.0);
        // The real corners lose about 18 percent.
        assertThat(band.response().falloff(0, 0)).as(camera.serial()).isBetween(0.6, 0.98);
        assertThat(band.response().a1()).as(camera.serial()).isPositive();
        assertThat(band.response().rowGain(959, 0.0005)).as(camera.serial()).isBetween(0.9, 1.5);
      }
    }
    assertThat(MicaSenseCamera.of(Kind.REDEDGE_M, "RM01-1", 640, 480, 1))
        .isEqualTo(MicaSenseCamera.of(Kind.REDEDGE_M, "RM01-1", 640, 480, 1))
        .isNotEqualTo(MicaSenseCamera.of(Kind.REDEDGE_M, "RM01-1", 640, 480, 2));
  }

  @Test
  void aLensBesideTheReferenceLooksAndHangsBesideIt() {
    // Turned by 10 degrees about the axis to the right: the maker's Rx lifts the line of sight from
    // ahead (0, 0, 1) to (0, -sin 10°, cos 10°), the top of the picture, north for a camera that
    // looks down with its top to the north.
    RigPlace rig = new RigPlace(10, 0, 0, 0.02, -0.015);
    Attitude down = new Attitude(0, -90, 0);

    Attitude turned = rig.attitude(down);
    double[] offset = rig.offsetMeters(new Attitude(90, -90, 0));

    assertThat(turned.pitchDegrees()).isCloseTo(-80, within(1e-9));
    assertThat(turned.yawDegrees()).isCloseTo(0, within(1e-9));
    // Top to the east: 2 cm right is south, 1.5 cm up the picture is east.
    assertThat(offset).containsExactly(new double[] {-0.02, 0.015, 0}, within(1e-12));
  }
}
