package org.qyran.ingest.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.qyran.model.Attitude;
import org.qyran.model.Band;
import org.qyran.model.BandImage;
import org.qyran.model.Capture;
import org.qyran.model.Capture.TimeSource;
import org.qyran.model.Frame;
import org.qyran.model.GeoPoint;
import org.qyran.model.Height;
import org.qyran.model.ImageRef;
import org.qyran.model.IssueCode;
import org.qyran.model.PoseError;
import org.qyran.model.RunWarning;
import org.qyran.model.Telemetry;
import org.qyran.sampledata.Scene;

/**
 * "Clocks" (DroneDB/DroneDB issue 1; WestRidgeSystems/jmisb issue 419: five seconds, and growing).
 * The offset of a camera's clock comes of laying the sequence of its pictures on the track of the
 * log, is told with its spread, and is refused above a limit. Through the door of the room:
 * pictures and a log in, frames and warnings out.
 */
class ClocksTest {

  private static final Instant START = Instant.parse("2026-07-24T07:00:00Z");
  private static final Pattern OFFSET =
      Pattern.compile("is ([0-9.]+) ± ([0-9.]+) s (ahead of|behind)");
  private static final double METERS_PER_DEGREE_NORTH = 111_100;
  private static final double METERS_PER_DEGREE_EAST = 81_100;

  /** Each degree of the camera's yaw is a second of the log. */
  private final List<Telemetry> log = log();

  @Test
  void anOffsetIsSolvedAndItsSpreadHolds() {
    Random random = new Random(419);
    int within = 0;
    for (int trial = 0; trial < 60; trial++) {
      double slowSeconds = random.nextDouble(-50, 50);
      List<Capture> pictures = pictures(slowSeconds, 0, 2, random);

      PairedFlight flight = new FrameAssembler().pair(pictures, log);

      Matcher told = OFFSET.matcher(only(flight).message());
      assertThat(told.find()).as("trial %d: %s", trial, only(flight)).isTrue();
      double offset = Double.parseDouble(told.group(1)) * (told.group(3).equals("behind") ? 1 : -1);
      double spread = Double.parseDouble(told.group(2));
      assertThat(spread).as("trial %d", trial).isBetween(0.02, 0.2);
      if (Math.abs(offset - slowSeconds) <= 2 * spread + 0.01) {
        within++;
      }
      Frame first = flight.frames().get(0);
      double yaw = first.findPlatform().orElseThrow().cameraAttitude().yawDegrees();
      assertThat(yaw).as("trial %d: slow by %s s", trial, slowSeconds).isCloseTo(60, within(0.5));
    }
    // Two standard deviations hold 95 of 100.
    assertThat(within).isGreaterThanOrEqualTo(54);
  }

  @Test
  void localTimeReadAsUtcIsAnOffsetTooAndIsSolved() {
    // Five hours ahead, as a camera set to Almaty's time, and 7 s fast.
    List<Capture> pictures = pictures(-5 * 3_600 - 7, 0, 1, new Random(1));

    PairedFlight flight = new FrameAssembler().pair(pictures, log);

    assertThat(only(flight).code()).isEqualTo("CLOCK_OFFSET");
    assertThat(only(flight).message()).contains("ahead of");
    assertThat(flight.frames().get(0).findPlatform().orElseThrow().cameraAttitude().yawDegrees())
        .isCloseTo(60, within(0.5));
  }

  @Test
  void picturesFurtherFromTheTrackThanTheLimitRefuseTheLog() {
    // A second aircraft, 400 m to the east: at no shift do they lie within 50 m.
    List<Capture> pictures = pictures(0, 400, 0, new Random(2));

    PairedFlight flight = new FrameAssembler().pair(pictures, log);

    assertThat(only(flight).code()).isEqualTo("CLOCK_REFUSED");
    assertThat(only(flight).message()).contains("50 m").contains("the log was not used");
    assertThat(flight.frames())
        .allSatisfy(
            frame ->
                assertThat(frame.findUnplaced().orElseThrow().code())
                    .isEqualTo(IssueCode.NO_ATTITUDE));
  }

  @Test
  void anAircraftThatHoversCannotTellAndThatIsSaid() {
    List<Telemetry> hovering = new ArrayList<>();
    log.forEach(
        report ->
            hovering.add(
                new Telemetry(
                    report.flight(),
                    report.platform(),
                    report.time(),
                    way(60),
                    report.heights(),
                    report.bodyAttitude(),
                    report.cameraAttitude())));
    List<Capture> pictures = new ArrayList<>();
    for (int index = 0; index < 10; index++) {
      pictures.add(picture(index, START.plusSeconds(60 + 2L * index), way(60)));
    }

    PairedFlight flight = new FrameAssembler().pair(pictures, hovering);

    assertThat(only(flight).code()).isEqualTo("CLOCK_UNKNOWN");
    assertThat(only(flight).message()).contains("hardly moves");
    assertThat(flight.frames().get(0).findUnplaced()).isEmpty();
  }

  private static RunWarning only(PairedFlight flight) {
    assertThat(flight.warnings()).hasSize(1);
    return flight.warnings().get(0);
  }

  /** Every 3 s from second 60 of the log on, by a clock that is slow. */
  private static List<Capture> pictures(
      double slowSeconds, double eastMeters, double noiseMeters, Random random) {
    List<Capture> pictures = new ArrayList<>();
    for (int index = 0; index < 20; index++) {
      int second = 60 + 3 * index;
      GeoPoint place = way(second);
      pictures.add(
          picture(
              index,
              START.plusMillis(Math.round((second - slowSeconds) * 1_000)),
              new GeoPoint(
                  place.latitudeDegrees()
                      + random.nextGaussian() * noiseMeters / METERS_PER_DEGREE_NORTH,
                  place.longitudeDegrees()
                      + (eastMeters + random.nextGaussian() * noiseMeters)
                          / METERS_PER_DEGREE_EAST)));
    }
    return pictures;
  }

  /** A picture that knows its place and not its angles. */
  private static Capture picture(int number, Instant time, GeoPoint place) {
    String name = "%02d.jpg".formatted(number);
    ImageRef image = new ImageRef("file:///" + name, "%064d".formatted(number), name, 1);
    return new Capture(
        image,
        "flight",
        name,
        "camera",
        time,
        TimeSource.GPS,
        place,
        List.of(new Height(812, Height.Datum.MEAN_SEA_LEVEL)),
        null,
        new PoseError(2, 4, 3, 1),
        null,
        List.of(new BandImage(image, 0, new Band("red", 620, 40), Scene.PLAIN_CAMERA)),
        false);
  }

  private static List<Telemetry> log() {
    List<Telemetry> log = new ArrayList<>();
    for (int second = 0; second < 180; second++) {
      log.add(
          new Telemetry(
              "flight",
              "hawk",
              START.plusSeconds(second),
              way(second),
              List.of(new Height(812, Height.Datum.MEAN_SEA_LEVEL)),
              null,
              new Attitude(second, -80, 0)));
    }
    return log;
  }

  /** North at 10 m/s, and swinging east and west, so that no two stretches look alike. */
  private static GeoPoint way(int seconds) {
    return new GeoPoint(
        43.3 + seconds * 10 / METERS_PER_DEGREE_NORTH,
        70.9 + Math.sin(seconds * seconds / 900.0) * 40 / METERS_PER_DEGREE_EAST);
  }
}
