package org.qyran.geo.geoid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.qyran.model.GeoPoint;

class Egm96Test {

  /**
   * The four test points that NGA publishes with its program (F477), at 0 to 360 degrees east. They
   * are met to a centimetre; half of that is the rounding of the grid.
   */
  @ParameterizedTest(name = "{0}, {1} -> {2} m")
  @CsvSource({
    "38.628155, 269.779155, -31.628",
    "-14.621217, 305.021114, -2.969",
    "46.874319, 102.448729, -43.575",
    "-23.617446, 133.874712, 15.871",
  })
  void meetsTheFiguresOfNgaToACentimetre(double latitude, double longitude, double expected) {
    GeoPoint point = new GeoPoint(latitude, longitude > 180 ? longitude - 360 : longitude);

    assertThat(Egm96.undulationMeters(point)).isCloseTo(expected, within(0.01));
  }

  /**
   * SciPy 1.17.1: CubicSpline(bc_type="natural") along four rows of four and then across them, in
   * the unrounded grid of PROJ (egm96_15.gtx). Ours is rounded to centimetres, so 5 mm and a hair.
   */
  @ParameterizedTest(name = "{0}, {1} -> {2} m")
  @CsvSource({
    "41.807, 12.64, 48.48923",
    "27.988, 86.925, -28.73233",
    "46.8427, -91.9945, -28.71373",
    "51.5, -0.001, 45.81893",
    "-0.1, 0.1, 17.13626",
    "10.1, 179.9, 12.67768",
    "10.1, -179.9, 12.51694",
    "10.1, 180, 12.59525",
    "10.1, -180, 12.59525",
    "-43.31, -70.98, 19.66741",
    "89.4, 33.3, 14.19070",
  })
  void agreesWithTheSplinesOfAnotherProgram(double latitude, double longitude, double expected) {
    assertThat(Egm96.undulationMeters(new GeoPoint(latitude, longitude)))
        .isCloseTo(expected, within(0.007));
  }

  /**
   * PROJ 9.1.1 draws straight lines in the same grid: echo "LON LAT 0" | cct -d 5 +proj=vgridshift
   * +grids=egm96_15.gtx +multiplier=1. The splines bend away from them by no more than this.
   */
  @ParameterizedTest(name = "{0}, {1} -> {2} m, bent by {3} m")
  @CsvSource({
    "38.628155, -90.220845, -31.60898, 0.03",
    "-14.621217, -54.978886, -2.96577, 0.01",
    "46.874319, 102.448729, -43.61663, 0.05",
    "-23.617446, 133.874712, 15.92687, 0.07",
    "27.988, 86.925, -28.86767, 0.15",
    "51.5, -0.001, 45.81901, 0.006",
  })
  void staysBesideTheStraightLinesOfProj(
      double latitude, double longitude, double expected, double bend) {
    assertThat(Egm96.undulationMeters(new GeoPoint(latitude, longitude)))
        .isCloseTo(expected, within(bend));
  }

  @Test
  void thePolesHaveOneValueWhateverTheLongitude() {
    for (double longitude = -180; longitude <= 180; longitude += 7.5) {
      assertThat(Egm96.undulationMeters(new GeoPoint(90, longitude)))
          .isCloseTo(13.606, within(0.006));
      assertThat(Egm96.undulationMeters(new GeoPoint(-90, longitude)))
          .isCloseTo(-29.534, within(0.006));
    }
  }

  @Test
  void aStepOfAMeterNeverJumps() {
    Random random = new Random(96);
    for (int trial = 0; trial < 2_000; trial++) {
      double latitude = random.nextDouble(-90, 90 - 1e-5);
      double longitude = trial % 4 == 0 ? 180 : random.nextDouble(-180, 180 - 1e-5);
      double here = Egm96.undulationMeters(new GeoPoint(latitude, longitude));
      double next = longitude + 1e-5;
      GeoPoint beside = new GeoPoint(latitude + 1e-5, next > 180 ? next - 360 : next);

      // The steepest geoid there is falls by under 1 m in a kilometre.
      assertThat(Egm96.undulationMeters(beside))
          .as("trial %d: %s, %s", trial, latitude, longitude)
          .isCloseTo(here, within(0.003));
    }
  }
}
