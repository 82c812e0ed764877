package org.qyran.geo.mosaic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.qyran.model.BandImage;
import org.qyran.model.Capture;
import org.qyran.model.GeoPoint;
import org.qyran.model.ImageRef;
import org.qyran.model.Mosaic;
import org.qyran.model.Outcome;

/** Places come from gdaltransform 3.6.2; the files are written tag by tag. */
class MosaicReaderTest {

  @TempDir private Path folder;

  /** Tag to type (2 text, 3 short, 12 double) and values; 900 x 700 pixels of 10 cm in UTM 43. */
  private final Map<Integer, Object> tags = new TreeMap<>();

  @BeforeEach
  void describe() {
    tags.put(256, new short[] {900});
    tags.put(257, new short[] {700});
    tags.put(258, new short[] {8, 8, 8});
    tags.put(259, new short[] {1});
    tags.put(262, new short[] {2});
    tags.put(277, new short[] {3});
    tags.put(278, new short[] {700});
    tags.put(33_550, new double[] {0.1, 0.1, 0});
    tags.put(33_922, new double[] {0, 0, 0, 500_000, 4_800_000, 0});
    tags.put(34_735, keys(1, 3072, 32_643));
  }

  @Test
  void placesItsMiddleWhereGdalDoes() throws IOException {
    Capture capture = read(MosaicSettings.defaults());

    Mosaic mosaic = mosaic(capture);
    GeoPoint middle = MosaicLocator.findMiddle(mosaic).orElseThrow();
    // echo 500045 4799965 | gdaltransform -s_srs EPSG:32643 -t_srs EPSG:4326
    assertThat(middle.longitudeDegrees()).isCloseTo(75.0005552758102, within(1e-9));
    assertThat(middle.latitudeDegrees()).isCloseTo(43.3525402321369, within(1e-9));
    // On the central meridian a map's metre is 1 / 0.9996 of one.
    assertThat(mosaic.groundSamplingDistanceMeters()).isCloseTo(0.10004, within(1e-6));
    assertThat(names(capture)).containsExactly("red", "green", "blue");
    assertThat(capture.time()).isEqualTo(MosaicReader.NO_DATE);
  }

  @Test
  void pixelsThatArePointsBeginHalfAPixelEarlier() throws IOException {
    tags.put(34_735, keys(1, 3072, 32_643, 1025, 2));

    assertThat(mosaic(read(MosaicSettings.defaults())).transform().originX())
        .isCloseTo(499_999.95, within(1e-9));
  }

  @Test
  void webMercatorIsTurnedAsGdalTurnsIt() {
    // echo 8349000 5360000 | gdaltransform -s_srs EPSG:3857 -t_srs EPSG:4326
    GeoPoint place = MapPlane.of("EPSG:3857").findPlace(8_349_000, 5_360_000).orElseThrow();

    assertThat(place.longitudeDegrees()).isCloseTo(75.0003430711388, within(1e-9));
    assertThat(place.latitudeDegrees()).isCloseTo(43.3147279135723, within(1e-9));
  }

  @Test
  void fiveBandsWithoutNamesAreRefusedWithTheSettingThatNamesThem() throws IOException {
    tags.put(258, new short[] {16, 16, 16, 16, 16});
    tags.put(262, new short[] {1});
    tags.put(277, new short[] {5});

    assertThat(why(MosaicSettings.defaults()))
        .contains("raster.bands = blue,green,red,red edge,nir");
    MosaicSettings named =
        new MosaicSettings(5, "blue,green,red,red edge,nir", "2026-07-14", 0.0001, 40, 4_000);
    assertThat(names(read(named))).containsExactly("blue", "green", "red", "red edge", "nir");
    assertThat(mosaic(read(named)).values().gains()).hasSize(5).containsOnly(0.0001);
    assertThat(read(named).time()).hasToString("2026-07-14T12:00:00Z");
  }

  @Test
  void oneBandOfSixteenBitsIsTakenForHeights() throws IOException {
    tags.put(258, new short[] {16});
    tags.put(262, new short[] {1});
    tags.put(277, new short[] {1});

    assertThat(why(MosaicSettings.defaults())).contains("--terrain");
  }

  @Test
  void aRasterThatLiesNowhereIsRefused() throws IOException {
    tags.put(33_922, new double[] {0, 0, 0, -400_000, 8_000_000, 0});

    assertThat(why(MosaicSettings.defaults())).contains("outside of where its map is valid");
  }

  @Test
  void namesGivenByTheFileAndItsNoDataAreBelieved() throws IOException {
    tags.put(
        42_112,
        "<GDALMetadata><Item name=\"DESCRIPTION\" sample=\"0\" role=\"description\">NIR</Item>"
            + "<Item name=\"DESCRIPTION\" sample=\"1\" role=\"description\">Red Edge</Item>"
            + "<Item name=\"DESCRIPTION\" sample=\"2\" role=\"description\">Green</Item>"
            + "</GDALMetadata>");
    tags.put(42_113, "0");

    Capture capture = read(MosaicSettings.defaults());

    assertThat(names(capture)).containsExactly("nir", "red edge", "green");
    assertThat(mosaic(capture).values().noData()).isEqualTo(0.0);
  }

  @Test
  void aBandNobodyKnowsIsAMistakeInTheSettings() {
    assertThatThrownBy(() -> new MosaicSettings(5, "blue,purple", "", 0, 40, 4_000))
        .hasMessageContaining("'purple' is no band");
  }

  private Capture read(MosaicSettings settings) throws IOException {
    return outcome(settings).find().orElseThrow();
  }

  private String why(MosaicSettings settings) throws IOException {
    return outcome(settings).findIssue().orElseThrow().detail();
  }

  private Outcome<Capture> outcome(MosaicSettings settings) throws IOException {
    Path file = Files.write(folder.resolve("ortho.tif"), bytes());
    return new MosaicReader(settings, 0.08, Optional.empty())
        .read(
            new ImageRef(file.toUri().toString(), "0".repeat(64), "ortho.tif", Files.size(file)),
            "survey");
  }

  private static Mosaic mosaic(Capture capture) {
    return Optional.ofNullable(capture.mosaic()).orElseThrow();
  }

  private static List<String> names(Capture capture) {
    return capture.bands().stream().map(BandImage::band).map(band -> band.name()).toList();
  }

  /** GeoTIFF 1.1, section 7.1.1: version 1.1.0, then four numbers a key. */
  private static short[] keys(int modelType, int... keysAndValues) {
    short[] keys = new short[4 + 4 + 2 * keysAndValues.length];
    keys[0] = 1;
    keys[1] = 1;
    keys[3] = (short) (1 + keysAndValues.length / 2);
    int at = 4;
    int[] all = new int[2 + keysAndValues.length];
    all[0] = 1024;
    all[1] = modelType;
    System.arraycopy(keysAndValues, 0, all, 2, keysAndValues.length);
    // Keys lie in ascending order.
    int[][] pairs = new int[all.length / 2][];
    for (int i = 0; i < pairs.length; i++) {
      pairs[i] = new int[] {all[2 * i], all[2 * i + 1]};
    }
    Arrays.sort(pairs, Comparator.comparingInt(pair -> pair[0]));
    for (int[] pair : pairs) {
      keys[at] = (short) pair[0];
      keys[at + 2] = 1;
      keys[at + 3] = (short) pair[1];
      at += 4;
    }
    return keys;
  }

  /** A directory whose one strip is the start of the file: nobody reads a pixel here. */
  private byte[] bytes() {
    tags.put(273, new short[] {0});
    tags.put(279, new short[] {8});
    ByteBuffer file = ByteBuffer.allocate(8_192).order(ByteOrder.LITTLE_ENDIAN);
    file.put((byte) 'I').put((byte) 'I').putShort((short) 42).putInt(8);
    file.putShort((short) tags.size());
    int values = 2_048;
    for (Map.Entry<Integer, Object> tag : tags.entrySet()) {
      ByteBuffer value = ByteBuffer.allocate(2_000).order(ByteOrder.LITTLE_ENDIAN);
      int type;
      int count;
      if (tag.getValue() instanceof short[] shorts) {
        type = 3;
        count = shorts.length;
        for (short number : shorts) {
          value.putShort(number);
        }
      } else if (tag.getValue() instanceof double[] doubles) {
        type = 12;
        count = doubles.length;
        for (double number : doubles) {
          value.putDouble(number);
        }
      } else {
        type = 2;
        byte[] text = (tag.getValue() + "\0").getBytes(StandardCharsets.US_ASCII);
        count = text.length;
        value.put(text);
      }
      file.putShort((short) (int) tag.getKey()).putShort((short) type).putInt(count);
      byte[] stored = Arrays.copyOf(value.array(), value.position());
      if (stored.length <= 4) {
        file.put(Arrays.copyOf(stored, 4));
      } else {
        file.putInt(values);
        for (int i = 0; i < stored.length; i++) {
          file.put(values + i, stored[i]);
        }
        values += stored.length + stored.length % 2;
      }
    }
    file.putInt(0);
    return file.array();
  }
}
