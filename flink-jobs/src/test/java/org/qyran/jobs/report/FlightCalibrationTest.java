package org.qyran.jobs.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.qyran.model.FrameCalibration;
import org.qyran.model.RunWarning;

class FlightCalibrationTest {

  @Test
  void picturesThatWereCalibratedAlikeAreCountedTogether() {
    List<FlightCalibration> flights =
        FlightCalibration.of(
            List.of(
                reflectance("valley", "by-1.tif", "panel", 0.2),
                reflectance("valley", "by-2.tif", "light_sensor", null),
                reflectance("valley", "by-3.tif", "panel", 0.1)));

    assertThat(flights)
        .containsExactly(
            new FlightCalibration(
                "valley", "RedEdge-P", "reflectance", "light_sensor", 1, List.of()),
            new FlightCalibration(
                "valley", "RedEdge-P", "reflectance", "panel", 2, List.of(0.1, 0.2)));
  }

  @Test
  void whatWasNotTheSameForAllIsToldApart() {
    List<FrameCalibration> frames =
        List.of(
            new FrameCalibration("b", "one", "1.tif", "dn", "none", null),
            new FrameCalibration("a", "two", "2.tif", "dn", "none", null),
            new FrameCalibration("a", "one", "3.tif", "kelvin", "none", null),
            new FrameCalibration("a", "one", "4.tif", "dn", "none", null),
            new FrameCalibration("a", "one", "5.tif", "dn", "panel", null));

    assertThat(FlightCalibration.of(frames))
        .extracting(
            flight ->
                String.join(" ", flight.flight(), flight.sensor(), flight.unit(), flight.by()))
        .containsExactly(
            "a one dn none",
            "a one dn panel",
            "a one kelvin none",
            "a two dn none",
            "b one dn none");
  }

  @Test
  void everyFrameIsCountedOnceWhateverTheirOrder() {
    Random random = new Random(20261125);
    for (int trial = 0; trial < 1_000; trial++) {
      List<FrameCalibration> frames = new ArrayList<>();
      for (int i = random.nextInt(12); i > 0; i--) {
        frames.add(
            new FrameCalibration(
                "flight-" + random.nextInt(2),
                "sensor-" + random.nextInt(2),
                i + ".tif",
                random.nextBoolean() ? "reflectance" : "dn",
                random.nextBoolean() ? "panel" : "none",
                random.nextBoolean() ? random.nextDouble() : null));
      }
      List<FlightCalibration> flights = FlightCalibration.of(frames);
      Collections.shuffle(frames, random);

      String of = "trial %d: %s".formatted(trial, frames);
      assertThat(flights.stream().mapToLong(FlightCalibration::frames).sum())
          .as(of)
          .isEqualTo(frames.size());
      assertThat(FlightCalibration.of(frames)).as(of).isEqualTo(flights);
    }
  }

  @Test
  void theMedianOfTheResidualsIsOfThoseThatAreKnown() {
    List<FlightCalibration> flights =
        FlightCalibration.of(
            List.of(
                reflectance("valley", "1.tif", "panel", 0.9),
                reflectance("valley", "2.tif", "panel", null),
                reflectance("valley", "3.tif", "panel", 0.1),
                reflectance("valley", "4.tif", "panel", 0.3)));

    assertThat(flights).singleElement().extracting(FlightCalibration::frames).isEqualTo(4L);
    assertThat(flights.get(0).medianResidualPixels()).isEqualTo(0.3);
  }

  @Test
  void aSingleLensHasNoResidual() {
    List<FlightCalibration> flights =
        FlightCalibration.of(List.of(reflectance("valley", "1.tif", "panel", null)));

    assertThat(flights.get(0).medianResidualPixels()).isZero();
  }

  @Test
  void picturesWhoseBandsLieMoreThanHalfAPixelApartAreNamedOnce() {
    List<RunWarning> warnings =
        FlightCalibration.warnings(
            List.of(
                reflectance("valley", "b.tif", "panel", 0.51),
                reflectance("valley", "just.tif", "panel", 0.5),
                reflectance("ridge", "a.tif", "none", 3.0),
                reflectance("ridge", "unknown.tif", "none", null)));

    assertThat(warnings).singleElement().extracting(RunWarning::code).isEqualTo("BANDS_APART");
    assertThat(warnings.get(0).files()).containsExactly("a.tif", "b.tif");
  }

  @Test
  void bandsThatLieOnEachOtherAreNotWorthAWord() {
    assertThat(FlightCalibration.warnings(List.of(reflectance("valley", "a.tif", "panel", 0.2))))
        .isEmpty();
  }

  private static FrameCalibration reflectance(
      String flight, String file, String by, @Nullable Double residualPixels) {
    return new FrameCalibration(flight, "RedEdge-P", file, "reflectance", by, residualPixels);
  }
}
