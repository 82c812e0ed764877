package org.qyran.ingest.light;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.qyran.model.Attitude;
import org.qyran.model.GeoPoint;

class LightTest {

  /** The worked example of I. Reda and A. Andreas, NREL/TP-560-34302, appendix A.5. */
  private static final Instant EXAMPLE = Instant.parse("2003-10-17T19:30:30Z");

  private static final GeoPoint GOLDEN = new GeoPoint(39.742476, -105.1786);

  @Test
  void theSunStandsWhereAPublishedExampleSays() {
    SunPosition sun = SunPosition.of(EXAMPLE, GOLDEN);

    // Zenith 50.11162°, of which refraction is 0.016°; azimuth 194.34024°.
    assertThat(Math.toDegrees(sun.elevationRadians())).isCloseTo(39.872, within(0.02));
    assertThat(Math.toDegrees(sun.azimuthRadians())).isCloseTo(194.340, within(0.02));
  }

  @Test
  void aSensorThatLooksAtTheSunIsBroughtBackToLevelGround() {
    // Turned to azimuth 194.34° and tipped forward by the zenith angle, the sensor faces the sun:
    // cos φ = 1, T(0) = 1 - (0.6/2.6)² for the cover's face, times 1 - (0.22/2.98)² inside it.
    double cover = (1 - Math.pow(0.599723 / 2.600277, 2)) * (1 - Math.pow(0.22 / 2.98, 2));
    double direct = 1.0 / cover / (1 + 1 / 6.0);
    double expected = direct * (Math.sin(Math.toRadians(39.872)) + 1 / 6.0);

    double level =
        TiltedSensor.level(1, new Attitude(194.34, -50.128, 0), EXAMPLE, GOLDEN).orElseThrow();

    assertThat(level).isCloseTo(expected, within(1e-3));
  }

  @Test
  void aSensorThatLooksAwayFromTheSunSaysNothing() {
    assertThat(TiltedSensor.level(1, new Attitude(194.34, 60, 0), EXAMPLE, GOLDEN)).isEmpty();
  }

  @Test
  void nightSaysNothing() {
    Instant midnight = Instant.parse("2003-10-18T07:00:00Z");

    assertThat(TiltedSensor.level(1, new Attitude(0, 0, 0), midnight, GOLDEN)).isEmpty();
  }

  @Test
  void sunshineIsTheLastCountOverGainAndTime() {
    // 699 counts at a gain of 25 in 100 ms: 699 / (25 · 0.1) = 279.6.
    String list = list(new int[] {682, 67, 1, 100}, new int[] {699, 69, 1, 100});

    assertThat(SunshineList.light(list).orElseThrow()).isCloseTo(279.6, within(1e-9));
  }

  @Test
  void sunshineThatIsDarkSaturatedOrDamagedSaysNothing() {
    assertThat(SunshineList.light(list(new int[] {0, 0, 1, 100}))).isEmpty();
    assertThat(SunshineList.light(list(new int[] {65_535, 0, 1, 100}))).isEmpty();
    assertThat(SunshineList.light(list(new int[] {100, 0, 9, 100}))).isEmpty();
    assertThat(SunshineList.light(list(new int[] {100, 0, 1, 0}))).isEmpty();
    assertThat(SunshineList.light("")).isEmpty();
    assertThat(SunshineList.light("AAAA")).isEmpty();
    assertThat(SunshineList.light("no base 64!")).isEmpty();
  }

  private static String list(int[]... measurements) {
    ByteBuffer bytes = ByteBuffer.allocate(28 * measurements.length).order(ByteOrder.LITTLE_ENDIAN);
    for (int[] measured : measurements) {
      bytes.putLong(1_060_849_497L);
      for (int value : measured) {
        bytes.putShort((short) value);
      }
      bytes.putFloat(4.9f).putFloat(-6.1f).putFloat(-4.6f);
    }
    return Base64.getEncoder().encodeToString(bytes.array());
  }
}
