package org.qyran.ingest.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.qyran.ingest.metadata.MetadataReader;
import org.qyran.ingest.metadata.ReadSettings;
import org.qyran.ingest.upload.UploadDesk;
import org.qyran.model.Capture;
import org.qyran.model.Frame;
import org.qyran.model.Height;
import org.qyran.model.RunWarning;
import org.qyran.sampledata.RealData;

/** Folders of real pictures, received, read and paired as a run does it. */
@Tag("real")
class RealFlightTest {

  @Test
  void garfieldsEightFilesAreTwoFramesOfFourBands() {
    PairedFlight flight = pair("garfield_sequoia");

    // exiftool -csv -CaptureUUID -CentralWavelength *.TIF: two captures of 550, 660, 735, 790 nm.
    assertThat(flight.frames()).hasSize(2);
    assertThat(flight.frames())
        .allSatisfy(
            frame ->
                assertThat(frame.bands())
                    .extracting(band -> band.band().name())
                    .containsExactly("green", "red", "red edge", "nir"));
    assertThat(flight.frames().get(0).images())
        .extracting(image -> image.file())
        .containsExactly(
            "IMG_161122_163338_0011_GRE.TIF",
            "IMG_161122_163338_0011_RED.TIF",
            "IMG_161122_163338_0011_REG.TIF",
            "IMG_161122_163338_0011_NIR.TIF");
    assertThat(flight.frames()).allMatch(frame -> frame.findPlatform().isPresent());
    assertThat(flight.issues()).isEmpty();
  }

  @Test
  void micasensesTenFilesAreThePanelAndTheOrchard() {
    PairedFlight flight = pair("micasense_rededge");

    // exiftool -csv -CaptureID -CentralWavelength *.tif: 475, 560, 668, 717, 840 nm; the fourth
    // file
    // is the NIR and the fifth the red edge.
    assertThat(flight.frames()).hasSize(2);
    assertThat(flight.frames().get(1).images())
        .extracting(image -> image.file())
        .containsExactly(
            "IMG_0001_1.tif",
            "IMG_0001_2.tif",
            "IMG_0001_3.tif",
            "IMG_0001_5.tif",
            "IMG_0001_4.tif");
    assertThat(flight.frames())
        .extracting(Frame::calibrationPanel)
        .as("IMG_0000 is the panel on the ground")
        .containsExactly(true, false);
  }

  @Test
  void micasensesPanelTellsHowHighTheOrchardWasFlownOver() {
    PairedFlight flight = pair("micasense_rededge");

    Frame orchard = flight.frames().get(1);
    // GPSAltitude 174.527 - 101.861
    assertThat(orchard.findPlatform().orElseThrow().findHeight(Height.Datum.TAKEOFF))
        .hasValueSatisfying(height -> assertThat(height.meters()).isCloseTo(72.666, within(1e-6)));
    assertThat(flight.warnings())
        .extracting(RunWarning::code)
        .containsExactly("TAKEOFF_FROM_LOWEST");
  }

  @Test
  void senecaAndBrightonArePlacedPictureByPicture() {
    PairedFlight seneca = pair("seneca_sensefly_nir");
    PairedFlight brighton = pair("brighton_dji");

    assertThat(seneca.frames()).hasSize(7).allMatch(frame -> frame.findPlatform().isPresent());
    assertThat(seneca.warnings()).isEmpty();
    assertThat(brighton.frames()).hasSize(7).allMatch(frame -> frame.findPlatform().isPresent());
    assertThat(brighton.warnings())
        .extracting(RunWarning::code)
        .containsExactly("TIME_ZONE_ASSUMED");
  }

  private static PairedFlight pair(String name) {
    Optional<Path> folder = RealData.find(name);
    Assumptions.assumeTrue(folder.isPresent(), RealData.absent(name));
    UploadDesk desk = new UploadDesk(name, folder.orElseThrow());
    MetadataReader reader = new MetadataReader(ReadSettings.defaults());
    List<Capture> captures =
        desk.list().stream()
            .flatMap(file -> desk.receive(file).find().stream())
            .filter(file -> file.kind().isPicture())
            .flatMap(file -> reader.read(file, name).find().stream())
            .toList();
    return new FrameAssembler().pair(captures, List.of());
  }
}
