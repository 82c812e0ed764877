package org.qyran.ingest.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.qyran.ingest.metadata.MetadataReader;
import org.qyran.ingest.metadata.ReadSettings;
import org.qyran.ingest.telemetry.TelemetryReader;
import org.qyran.ingest.upload.ReceivedFile;
import org.qyran.ingest.upload.UploadDesk;
import org.qyran.model.Capture;
import org.qyran.model.Frame;
import org.qyran.model.PlatformState;
import org.qyran.model.Telemetry;
import org.qyran.sampledata.Simulator;
import org.qyran.sampledata.SurveyDesign;
import org.qyran.sampledata.flight.FlightPlan;
import org.qyran.sampledata.flight.PoseErrors;

/** Whole invented flights, read as a run does it, against what the truth says they state. */
@Tag("slow")
class SimulatedFlightTest {

  private static final double METERS_PER_DEGREE_NORTH = 111_120; // WGS 84 at 44 degrees

  @TempDir private Path folder;

  @Test
  void fiveBandsOfAShotAreOneFrameWhereTheDroneBelievedToBe() throws IOException {
    SurveyDesign design = SurveyDesign.of("steppe-river", 2);
    Simulator.write(
        folder,
        design
            .with(SurveyDesign.Payload.MULTISPECTRAL)
            .flown(new FlightPlan(50, 1, 0, 1, 30, 90, -90, 8, Set.of(), Set.of(), 1e-3, 0)),
        (done, total) -> {});

    PairedFlight flight = pair();

    assertThat(flight.issues()).isEmpty();
    List<Frame> flown =
        flight.frames().stream().filter(frame -> !frame.calibrationPanel()).toList();
    assertThat(flown)
        .singleElement()
        .satisfies(
            frame ->
                assertThat(frame.bands())
                    .extracting(band -> band.band().name())
                    .containsExactlyInAnyOrder("blue", "green", "red", "nir", "red edge"));
    assertThat(flight.frames()).as("and the panel").hasSize(2);
    // Tags have a hundredth of a second of an arc and better.
    assertStated(flown.get(0), stated().get(0), 0.01);
  }

  @Test
  void picturesOfAnAircraftAreWhereItsLogPutsThemWhenTheirClockSays() throws IOException {
    SurveyDesign design = SurveyDesign.of("farmland", 3).with(SurveyDesign.Payload.AIRCRAFT);
    FlightPlan plan =
        new FlightPlan(120, 1, 0, 3, 90, 400, -90, 45, Set.of(), Set.of(), 1 / 1_600.0, 0);
    // A clock that is off by a second or so: 45 m on the ground.
    PoseErrors errors = new PoseErrors(1, 1.5, 0.4, 1, 0.5, 1.2);
    Simulator.write(
        folder,
        new SurveyDesign(
            design.family(),
            design.seed(),
            design.season(),
            design.payload(),
            plan,
            errors,
            design.elevation()),
        (done, total) -> {});

    PairedFlight flight = pair();

    assertThat(flight.issues()).isEmpty();
    assertThat(flight.frames()).hasSize(3);
    List<String[]> stated = stated();
    for (int i = 0; i < 3; i++) {
      Frame frame = flight.frames().get(i);
      assertThat(frame.findPlatform().orElseThrow().source())
          .isNotEqualTo(PlatformState.Source.PICTURE);
      // The log has five rows a second, straight between them; receivers jump by half a meter.
      assertStated(frame, stated.get(i), 1.0);
    }
    double late =
        Duration.between(Instant.parse(stated.get(0)[1]), Instant.parse(stated.get(0)[9]))
                .toMillis()
            / 1_000.0;
    assertThat(Math.abs(late)).as("the clock that this seed drew").isGreaterThan(0.2);
  }

  /** Time, place and height of a frame against a row of poses.csv. */
  private static void assertStated(Frame frame, String[] row, double meters) {
    PlatformState platform = frame.findPlatform().orElseThrow();
    assertThat(Duration.between(platform.time(), Instant.parse(row[9])).abs())
        .isLessThan(Duration.ofMillis(12));
    double cosine = Math.cos(Math.toRadians(Double.parseDouble(row[10])));
    double north =
        (platform.position().latitudeDegrees() - Double.parseDouble(row[10]))
            * METERS_PER_DEGREE_NORTH;
    double east =
        (platform.position().longitudeDegrees() - Double.parseDouble(row[11]))
            * METERS_PER_DEGREE_NORTH
            * cosine;
    assertThat(Math.hypot(east, north)).as(row[0]).isCloseTo(0, within(meters));
    // Both above the sea here, the table's true heights telling how far the ellipsoid lies off.
    double undulation = Double.parseDouble(row[4]) - Double.parseDouble(row[5]);
    assertThat(platform.heights())
        .as(row[0])
        .anyMatch(
            height ->
                Math.abs(height.meters() - (Double.parseDouble(row[12]) - undulation))
                    < meters + 0.05);
  }

  private PairedFlight pair() {
    UploadDesk desk = new UploadDesk("sim", folder.resolve("flight"));
    MetadataReader reader = new MetadataReader(ReadSettings.defaults());
    List<Capture> captures = new ArrayList<>();
    List<Telemetry> telemetry = new ArrayList<>();
    for (Path path : desk.list()) {
      ReceivedFile file = desk.receive(path).find().orElseThrow();
      if (file.kind().isPicture()) {
        captures.add(reader.read(file, "sim").find().orElseThrow());
      } else {
        telemetry.addAll(
            new TelemetryReader()
                .read(file.image(), file.kind().logFormat(), "sim")
                .find()
                .orElseThrow()
                .reports());
      }
    }
    return new FrameAssembler().pair(captures, telemetry);
  }

  private List<String[]> stated() throws IOException {
    return Files.readAllLines(folder.resolve("truth/poses.csv")).stream()
        .skip(1)
        .map(line -> line.split(",", -1))
        .toList();
  }
}
