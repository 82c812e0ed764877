package org.qyran.jobs.radiometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.qyran.detection.image.PixelUnit;
import org.qyran.detection.image.PreparedImage;
import org.qyran.detection.plane.Plane;
import org.qyran.detection.plane.Window;
import org.qyran.detection.radiometry.Calibration;
import org.qyran.ingest.metadata.ReadSettings;
import org.qyran.model.Frame;
import org.qyran.sampledata.RealData;

@Tag("real")
class RealRadiometryTest {

  private static final ReadSettings PANEL =
      new ReadSettings("", "", "", "blue 0.67, green 0.69, red 0.68, nir 0.61, red edge 0.67");

  @Test
  void aRedEdgeIsCalibratedByThePanelOfItsFlight() throws Exception {
    PreparedImage image = open("micasense_rededge", PANEL, 0);

    assertThat(image.unit()).isEqualTo(PixelUnit.REFLECTANCE);
    assertThat(image.calibratedBy()).isEqualTo(Calibration.Source.PANEL);
    // A vineyard row and the dirt road beside it, found by eye. Leaves: red 0.02 to 0.08 and near
    // infrared 0.3 to 0.7; dry soil: red 0.15 to 0.4 (any spectral library).
    Window vines = new Window(100, 100, 60, 14);
    Window road = new Window(610, 400, 40, 60);
    assertThat(mean(image, "red", road)).isBetween(0.15, 0.45);
    assertThat(index(image, vines)).isGreaterThan(0.6);
    assertThat(index(image, road)).isBetween(0.0, 0.25);
  }

  @Test
  void bandsOfARedEdgeThatKnowsNoRigComeWithinHalfAPixel() throws Exception {
    assertThat(open("micasense_rededge", PANEL, 0).findBandResidualPixels().orElseThrow())
        .isLessThan(0.5);
  }

  @Test
  void aSequoiaIsCalibratedUpToAFactorAndComesWithinHalfAPixel() throws Exception {
    PreparedImage image = open("garfield_sequoia", ReadSettings.defaults(), 1);

    assertThat(image.unit()).isEqualTo(PixelUnit.RELATIVE_REFLECTANCE);
    assertThat(image.calibratedBy()).isEqualTo(Calibration.Source.LIGHT_SENSOR);
    assertThat(image.findBandResidualPixels().orElseThrow()).isLessThan(0.5);
    // Lawn, leafless wood and a car park, found by eye: high, low, about nothing.
    double lawn = index(image, new Window(450, 70, 100, 40));
    double wood = index(image, new Window(780, 580, 40, 40));
    double asphalt = index(image, new Window(120, 240, 120, 50));
    assertThat(lawn).isGreaterThan(0.55);
    assertThat(wood).isLessThan(lawn - 0.2);
    assertThat(asphalt).isBetween(-0.25, 0.1);
  }

  private static PreparedImage open(String set, ReadSettings settings, int number)
      throws Exception {
    Optional<Path> folder = RealData.find(set);
    assumeTrue(folder.isPresent(), RealData.absent(set));
    List<Frame> flown =
        FlightOnDisk.frames(folder.orElseThrow(), settings).stream()
            .filter(frame -> !frame.calibrationPanel())
            .toList();
    return FlightOnDisk.open(flown.get(number));
  }

  private static double index(PreparedImage image, Window window) {
    double nir = mean(image, "nir", window);
    double red = mean(image, "red", window);
    return (nir - red) / (nir + red);
  }

  private static double mean(PreparedImage image, String band, Window window) {
    Plane plane = image.read(image.findBand(band).orElseThrow(), window);
    double sum = 0;
    for (float value : plane.values()) {
      sum += value;
    }
    return sum / plane.values().length;
  }
}
