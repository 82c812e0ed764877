package org.qyran.ingest.metadata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.qyran.ingest.upload.PictureFile;
import org.qyran.model.Band;
import org.qyran.model.BandImage;
import org.qyran.model.Capture;
import org.qyran.model.Radiometry;
import org.qyran.model.SensorResponse;
import org.qyran.model.SensorResponse.Quantity;
import org.qyran.model.Vignette;

/** What DJI's multispectral cameras say of their counts, in the words of its processing guides. */
class DjiMultispectralTest {

  private static final String BAND =
      """
      drone-dji:BandName="NIR" drone-dji:BandFreq="860(+/-26)" drone-dji:CaptureUUID="a1b2"
      """;

  private static final String RESPONSE =
      """
      drone-dji:SensorGain="2.0" drone-dji:SensorGainAdjustment="0.93" drone-dji:ExposureTime="900"
      drone-dji:Irradiance="7412.5"
      drone-dji:CalibratedOpticalCenterX="1301.5" drone-dji:CalibratedOpticalCenterY="968.25"
      drone-dji:VignettingData="1.5e-05, -2.0e-08, 3.0e-11, 0, 0, 0"
      """;

  @TempDir private Path folder;

  @Test
  void aMavic3MSaysHowLightBecameCounts() {
    BandImage band = read(BAND + RESPONSE + "drone-dji:BlackLevel=\"3200\"").bands().get(0);

    assertThat(band.band()).isEqualTo(new Band("nir", 860, 52));
    Radiometry radiometry = band.radiometry();
    assertThat(radiometry.irradiance()).isEqualTo(7_412.5);
    SensorResponse response = radiometry.response();
    assertThat(response.gives()).isEqualTo(Quantity.RELATIVE_RADIANCE);
    assertThat(response.blackLevel()).isEqualTo(3_200);
    assertThat(response.fullScale()).isEqualTo(65_535);
    assertThat(response.exposureSeconds()).isCloseTo(900e-6, within(1e-12)); // microseconds
    assertThat(response.gain()).isEqualTo(2);
    assertThat(response.factor()).isEqualTo(0.93);
    assertThat(response.rowSeconds()).isZero();
    assertThat(response.rowShare()).isZero();
    assertThat(response.vignette())
        .isEqualTo(
            new Vignette(
                Vignette.Form.RADIAL_GAIN,
                1_301.5,
                968.25,
                List.of(1.5e-5, -2.0e-8, 3.0e-11, 0.0, 0.0, 0.0)));
  }

  @Test
  void aPhantom4WritesItsBlackLevelInPix4DsWords() {
    BandImage band = read(BAND + RESPONSE + "Camera:BlackCurrent=\"4096\"").bands().get(0);

    assertThat(band.radiometry().response().blackLevel()).isEqualTo(4_096);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "drone-dji:SensorGain=\"2.0\"",
        "drone-dji:SensorGainAdjustment=\"0.93\"",
        "drone-dji:VignettingData=\"1.5e-05, -2.0e-08, 3.0e-11, 0, 0, 0\"",
        "drone-dji:CalibratedOpticalCenterX=\"1301.5\""
      })
  void halfACalibrationIsNone(String missing) {
    String all = BAND + RESPONSE + "drone-dji:BlackLevel=\"3200\"";

    assertThat(all).contains(missing);
    assertThat(read(all.replace(missing, "")).bands().get(0).radiometry())
        .isEqualTo(Radiometry.NONE);
  }

  private Capture read(String attributes) {
    return PictureReading.tiff(
        folder, PictureFile.sized(2_592, 1_944).by("DJI", "M3M").xmp(packet(attributes)).toTiff());
  }

  private static String packet(String attributes) {
    return PictureFile.packet(attributes.replace('\n', ' '));
  }
}
