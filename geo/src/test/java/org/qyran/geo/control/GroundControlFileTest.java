package org.qyran.geo.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.qyran.geo.axes.LocalAxes;
import org.qyran.model.GeoPoint;
import org.qyran.model.Height;
import org.qyran.model.PixelPoint;

/** Places on earth are PROJ's: {@code cs2cs -f %.9f EPSG:32643 EPSG:4326}, version 9.1.1. */
class GroundControlFileTest {

  private static final GeoPoint ALMATY = new GeoPoint(43.246252737, 76.946224621);

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "EPSG:32643",
        "epsg:32643",
        "WGS84 UTM 43N",
        "+proj=utm +zone=43 +datum=WGS84 +units=m +no_defs",
        "'+proj=utm +zone=43 +ellps=WGS84 +datum=WGS84 +units=m +no_defs'",
        "\uFEFFEPSG:32643",
      })
  void readsWhatOpenDroneMapReads(String header) throws IOException {
    GroundControl control =
        read(
            header,
            "# measured 2026-07-24",
            "",
            "658000.5\t4790000.25\t812.125\t1500.5\t2000\tDJI_0001.JPG\tmarker-A\tgood",
            "658000.5 4790000.25 812.125   100 50.25 DJI_0002.JPG marker-A",
            "  658100 4790000.25 811 100 50.25 DJI_0002.JPG marker-B  ");

    assertThat(control.system()).isEqualTo("WGS 84 / UTM zone 43N (EPSG:32643)");
    assertThat(control.observations())
        .extracting(ControlObservation::point)
        .containsExactly("marker-A", "marker-A", "marker-B");
    ControlObservation first = control.observations().get(0);
    assertThat(LocalAxes.at(ALMATY, 0).toLocal(first.position(), 0).lengthMeters())
        .isLessThan(0.001);
    assertThat(first.height(Height.Datum.MEAN_SEA_LEVEL))
        .isEqualTo(new Height(812.125, Height.Datum.MEAN_SEA_LEVEL));
    assertThat(first.image()).isEqualTo("DJI_0001.JPG");
    assertThat(first.pixel()).isEqualTo(new PixelPoint(1500.5, 2000));
    assertThat(first.line()).isEqualTo(4);
  }

  @Test
  void degreesComeWithTheLongitudeFirst() throws IOException {
    GroundControl control = read("EPSG:4326", "76.95 43.25 800 1 2 a.jpg");

    assertThat(control.observations().get(0).position()).isEqualTo(new GeoPoint(43.25, 76.95));
    assertThat(
            read("+proj=longlat +datum=WGS84 +no_defs", "76.95 43.25 800 1 2 a.jpg").observations())
        .isEqualTo(control.observations());
  }

  @Test
  void theDatumShiftOfPulkovoIsNamed() throws IOException {
    assertThat(read("EPSG:28413", "13500000 4790000 800 1 2 a.jpg").system())
        .contains("EPSG:15865 Pulkovo 1942 to WGS 84 (16), good to 4.5 m");
  }

  @Test
  void pointsWithoutANameAreToldApartByTheirPlace() throws IOException {
    GroundControl control =
        read(
            "WGS84 UTM 43N",
            "658000 4790000 812 1 2 a.jpg",
            "658100 4790000 812 1 2 a.jpg",
            "658000 4790000 812 3 4 b.jpg");

    assertThat(control.observations())
        .extracting(ControlObservation::point)
        .containsExactly("gcp-1", "gcp-2", "gcp-1");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "658000 4790000 812 1 2             | 5 words, 6 are needed: geo_x geo_y geo_z im_x im_y",
        "658000 north 812 1 2 a.jpg         | geo_y is 'north', must be a number",
        "658000 4790000 NaN 1 2 a.jpg       | geo_z is 'NaN', must be a number",
        "658000 4790000 812000 1 2 a.jpg    | geo_z is 812000, which is no height in metres",
        "658000 4790000 812 1 -2 a.jpg      | pixel 1 -2 lies outside every picture",
        "4790000 658000 812 1 2 a.jpg       | 4790000 658000 is no place in WGS 84 / UTM zone 43N",
        "658001 4790000 812 1 2 a.jpg A     | point A lies at 658001 4790000 812 here and at 658000",
      })
  void aBadLineIsOneSentenceWithItsNumber(String line, String sentence) throws IOException {
    assertThatThrownBy(() -> read("EPSG:32643", "658000 4790000 812 1 2 a.jpg A", line))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith("line 3 of the ground control file ")
        .hasMessageContaining(sentence);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "UTM 43                            | 'UTM 43' names no coordinates; write EPSG:32643",
        "EPSG:2229                         | 'EPSG:2229' is no map system that is known here",
        "WGS84 UTM 61N                     | 'EPSG:32661' is no map system that is known here",
        "+proj=longlat +ellps=krass        | cannot be used",
      })
  void unknownCoordinatesAreOneSentence(String header, String sentence) {
    assertThatThrownBy(() -> read(header, "1 2 3 4 5 a.jpg"))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith("line 1 of the ground control file ")
        .hasMessageContaining(sentence);
  }

  @Test
  void aFileWithoutPointsOrWithoutAFileIsNamed() {
    assertThatThrownBy(() -> read("EPSG:32643", "# nothing yet"))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("gcp_list.txt holds no point");
    assertThatThrownBy(() -> GroundControlFile.read(folder.resolve("missing.txt")))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("missing.txt is not there");
  }

  private GroundControl read(String... lines) throws IOException {
    return GroundControlFile.read(
        Files.writeString(folder.resolve("gcp_list.txt"), String.join("\r\n", List.of(lines))));
  }
}
