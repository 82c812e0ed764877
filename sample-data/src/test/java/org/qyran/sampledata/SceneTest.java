package org.qyran.sampledata;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.qyran.model.Attitude;
import org.qyran.model.BandImage;
import org.qyran.model.Frame;
import org.qyran.model.GeoPoint;
import org.qyran.model.Height;

/** What a test may count on without reading the scene. */
class SceneTest {

  private static final GeoPoint PLACE = new GeoPoint(43.3, 70.9);

  @Test
  void hangsOverThePlaceAndLooksStraightDownWithNorthAtTheTop() {
    Frame frame = Scene.above(PLACE, 100).photograph();

    assertThat(frame.findPlatform())
        .hasValueSatisfying(
            platform -> {
              assertThat(platform.position()).isEqualTo(PLACE);
              assertThat(platform.heights()).containsExactly(new Height(100, Height.Datum.GROUND));
              assertThat(platform.cameraAttitude()).isEqualTo(new Attitude(0, -90, 0));
              assertThat(platform.time()).isEqualTo(frame.time());
            });
  }

  @Test
  void aPixelIsAThousandthOfTheHeight() {
    Frame frame = Scene.above(PLACE, 100).photograph();

    // 100 m over 1000 px: 0.1 m, so 800 x 600 pixels see 80 m x 60 m around the middle.
    assertThat(100 / frame.camera().focalLengthPixels()).isEqualTo(0.1);
    assertThat(frame.camera().widthPixels()).isEqualTo(800);
    assertThat(frame.camera().heightPixels()).isEqualTo(600);
    assertThat(frame.camera().principalXPixels()).isEqualTo(400);
    assertThat(frame.camera().principalYPixels()).isEqualTo(300);
  }

  @Test
  void anglesAreKeptApartWhateverTheOrderTheyAreGivenIn() {
    Frame oneWay = Scene.above(PLACE, 100).pitched(-45).facing(120).rolled(5).photograph();
    Frame otherWay = Scene.above(PLACE, 100).rolled(5).facing(120).pitched(-45).photograph();

    assertThat(oneWay).isEqualTo(otherWay);
    assertThat(oneWay.findPlatform().orElseThrow().cameraAttitude())
        .isEqualTo(new Attitude(120, -45, 5));
  }

  @Test
  void aSceneIsNotChangedByTheScenesMadeFromIt() {
    Scene scene = Scene.above(PLACE, 100);
    Frame before = scene.photograph();

    Scene changed =
        scene.pitched(-30).named("other").at(Instant.EPOCH).withHeight(height(700)).facing(1);

    assertThat(changed.photograph()).isNotEqualTo(before);
    assertThat(scene.photograph()).isEqualTo(before);
  }

  @Test
  void aStatedHeightReplacesTheHeightAboveGround() {
    Frame frame = Scene.above(PLACE, 100).withHeight(height(1_350)).photograph();

    assertThat(frame.findPlatform().orElseThrow().heights()).containsExactly(height(1_350));
  }

  @Test
  void bytesAreNamedByTheName() {
    Frame frame = Scene.above(PLACE, 100).named("abc").photograph();

    // printf abc | sha256sum; FIPS 180-4 gives the same for its first example.
    assertThat(frame.image().sha256())
        .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    assertThat(frame.image().file()).isEqualTo("abc.jpg");
  }

  @Test
  void bandsAreThreeColoursOfOneFileOrderedByWavelength() {
    Frame frame = Scene.above(PLACE, 100).photograph();

    assertThat(frame.bands())
        .extracting(band -> band.band().name())
        .containsExactly("blue", "green", "red");
    assertThat(frame.bands()).extracting(BandImage::channel).containsExactly(2, 1, 0);
    assertThat(frame.images()).hasSize(1);
  }

  private static Height height(double meters) {
    return new Height(meters, Height.Datum.MEAN_SEA_LEVEL);
  }
}
