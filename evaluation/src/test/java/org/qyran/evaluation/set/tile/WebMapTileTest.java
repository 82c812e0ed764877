package org.qyran.evaluation.set.tile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.qyran.model.GeoPoint;
import org.qyran.model.PixelPoint;

class WebMapTileTest {

  @Test
  void theMapBeginsInTheFarNorthWestAndItsMiddleIsOnTheEquator() {
    WebMapTile world = new WebMapTile(0, 0, 0);

    assertPlace(world.place(0, 0), 85.0511287798, -180); // atan(sinh π)
    assertPlace(world.place(128, 128), 0, 0);
  }

  @Test
  void aCornerInBerlinIsWhereGdalPutsIt() {
    WebMapTile tile = new WebMapTile(2200, 1343, 12);

    // gdaltransform -s_srs EPSG:3857 -t_srs EPSG:4326 of 1487158.8223163895 6897677.432454307
    assertPlace(tile.place(0, 0), 52.5362730414595, 13.359375);
    assertThat(tile.mercatorEastMeters(0)).isCloseTo(1_487_158.8223, within(1e-3));
    assertThat(tile.mercatorNorthMeters(0)).isCloseTo(6_897_677.4325, within(1e-3));
  }

  @Test
  void aPixelOfZoomTwentyOneIsSevenCentimetersWideNearTheEquator() {
    // 40075016.686 m / (256 · 2^21) = 0.07464553 m; the cosine of 0.35° is 0.99998.
    assertThat(new WebMapTile(1_238_448, 1_046_528, 21).groundMeters())
        .isCloseTo(0.0746441, within(1e-6));
  }

  @Test
  void thereAndBackIsTheSamePixel() {
    Random random = new Random(20_261_124);
    for (int trial = 0; trial < 1_000; trial++) {
      int zoom = random.nextInt(22);
      WebMapTile tile = new WebMapTile(random.nextInt(1 << zoom), random.nextInt(1 << zoom), zoom);
      double x = random.nextDouble(256);
      double y = random.nextDouble(256);

      PixelPoint back = tile.pixel(tile.place(x, y));

      assertThat(back.xPixels()).as("trial %d: %s", trial, tile).isCloseTo(x, within(1e-5));
      assertThat(back.yPixels()).as("trial %d: %s", trial, tile).isCloseTo(y, within(1e-5));
    }
  }

  @Test
  void theNameTellsTheTileAndOtherNamesDoNot() {
    assertThat(WebMapTile.ofName("OAM-1238448-1046528-21.png"))
        .contains(new WebMapTile(1_238_448, 1_046_528, 21));
    assertThat(WebMapTile.ofName("3-2-2.png")).contains(new WebMapTile(3, 2, 2));
    assertThat(WebMapTile.ofName("4-2-2.png")).isEmpty();
    assertThat(WebMapTile.ofName("99999999999-2-2.png")).isEmpty();
    assertThat(WebMapTile.ofName("labels_dev.geojson")).isEmpty();
  }

  private static void assertPlace(GeoPoint place, double latitude, double longitude) {
    assertThat(place.latitudeDegrees()).isCloseTo(latitude, within(1e-9));
    assertThat(place.longitudeDegrees()).isCloseTo(longitude, within(1e-9));
  }
}
