package org.qyran.ingest.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.qyran.model.Height.Datum.GROUND;
import static org.qyran.model.Height.Datum.MEAN_SEA_LEVEL;
import static org.qyran.model.Height.Datum.TAKEOFF;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.qyran.model.Attitude;
import org.qyran.model.Band;
import org.qyran.model.BandImage;
import org.qyran.model.CameraModel;
import org.qyran.model.Capture;
import org.qyran.model.Capture.TimeSource;
import org.qyran.model.Frame;
import org.qyran.model.FrameIssue;
import org.qyran.model.GeoPoint;
import org.qyran.model.Height;
import org.qyran.model.ImageRef;
import org.qyran.model.IssueCode;
import org.qyran.model.PlatformState;
import org.qyran.model.PoseError;
import org.qyran.model.RunWarning;
import org.qyran.model.Telemetry;
import org.qyran.sampledata.Scene;

class FrameAssemblerTest {

  private static final Instant START = Instant.parse("2026-07-24T07:00:00Z");
  private static final GeoPoint VALLEY = new GeoPoint(43.3, 70.9);
  private static final Attitude DOWN = new Attitude(10, -90, 0);
  private static final PoseError ERROR = new PoseError(2, 4, 3, 1);
  private static final Height HIGH = new Height(812, MEAN_SEA_LEVEL);
  private static final Height UP = new Height(80, TAKEOFF);

  private final FrameAssembler assembler = new FrameAssembler();

  // A picture that says everything.

  @Test
  void aCompletePictureBecomesAFrameWithItsOwnPose() {
    Capture capture = picture("a").capture();

    Frame frame = only(List.of(capture), List.of());

    PlatformState pose = frame.findPlatform().orElseThrow();
    assertThat(pose.position()).isEqualTo(VALLEY);
    assertThat(pose.heights()).containsExactly(HIGH, UP);
    assertThat(pose.cameraAttitude()).isEqualTo(DOWN);
    assertThat(pose.shared()).isEqualTo(ERROR.shared());
    assertThat(pose.own()).isEqualTo(ERROR.own());
    assertThat(pose.source()).isEqualTo(PlatformState.Source.PICTURE);
  }

  @Test
  void aLogDoesNotOverruleWhatAPictureSays() {
    Capture capture = picture("a").capture();

    Frame frame = only(List.of(capture), log(new Attitude(90, 1, 1), new Attitude(99, -45, 0)));

    PlatformState pose = frame.findPlatform().orElseThrow();
    assertThat(pose.position()).isEqualTo(VALLEY);
    assertThat(pose.cameraAttitude()).isEqualTo(DOWN);
    assertThat(pose.source()).isEqualTo(PlatformState.Source.PICTURE);
  }

  @Test
  void aFramesIdComesFromItsBytesAndNotFromItsName() {
    Capture named = picture("a").capture();
    Capture renamed = renamed(named, "other/b.jpg");

    assertThat(only(List.of(renamed), List.of()).id())
        .isEqualTo(only(List.of(named), List.of()).id());
    // printf 'aaaa…a' (64 of them) | sha256sum
    assertThat(only(List.of(named), List.of()).id()).isEqualTo("ffe054fe7ae0cb6d");
  }

  // Bands of one exposure.

  @Test
  void filesOfOneExposureAreOneFrameOrderedByWavelength() {
    List<Capture> captures =
        List.of(
            picture("a").exposed("x").seeing("nir", 840).capture(),
            picture("b").exposed("x").seeing("blue", 475).capture(),
            picture("c").exposed("x").seeing("red", 668).capture(),
            picture("d").exposed("y").seeing("red", 668).capture());

    List<Frame> frames = assembler.pair(captures, List.of()).frames();

    assertThat(frames).hasSize(2);
    assertThat(frames)
        .filteredOn(frame -> frame.bands().size() == 3)
        .singleElement()
        .satisfies(
            frame -> {
              assertThat(frame.bands())
                  .extracting(band -> band.band().name())
                  .containsExactly("blue", "red", "nir");
              assertThat(frame.image().file()).isEqualTo("b.jpg");
            });
  }

  @Test
  void filesOfOneExposureAndTwoSizesAreTwoFrames() {
    List<Capture> captures =
        List.of(
            picture("a").exposed("x").seeing("red", 668).capture(),
            picture("b")
                .exposed("x")
                .through(camera(160, 120))
                .seeing("thermal", 10_000)
                .capture());

    assertThat(assembler.pair(captures, List.of()).frames()).hasSize(2);
  }

  @Test
  void whatOneBandSaysHoldsForAll() {
    List<Capture> captures =
        List.of(
            picture("a").exposed("x").seeing("blue", 475).without().at(null).capture(),
            picture("b").exposed("x").seeing("nir", 840).capture());

    Frame frame = only(captures, List.of());

    assertThat(frame.time()).isEqualTo(START);
    assertThat(frame.findPlatform().orElseThrow().position()).isEqualTo(VALLEY);
  }

  // A flight log completes what is missing.

  @Test
  void aPictureWithoutAPlaceIsPutOnTheStraightWayBetweenTwoReports() {
    Capture capture = picture("a").without().at(START.plusMillis(250)).capture();
    List<Telemetry> log =
        List.of(
            report(0, new GeoPoint(43.3, 70.9), 800, null, new Attitude(0, -90, 0)),
            report(1_000, new GeoPoint(43.3004, 70.9), 804, null, new Attitude(0, -90, 0)));

    PlatformState pose = only(List.of(capture), log).findPlatform().orElseThrow();

    // A quarter of the way of 0.0004° and of 4 m.
    assertThat(pose.position().latitudeDegrees()).isCloseTo(43.3001, within(1e-9));
    assertThat(pose.position().longitudeDegrees()).isCloseTo(70.9, within(1e-9));
    assertThat(pose.heights()).containsExactly(new Height(801, MEAN_SEA_LEVEL));
    assertThat(pose.source()).isEqualTo(PlatformState.Source.TELEMETRY);
    assertThat(pose.error().horizontalMeters()).isGreaterThan(ERROR.horizontalMeters());
  }

  @Test
  void aCamerasAnglesTurnTheShortWayRoundBetweenTwoReports() {
    Capture capture = picture("a").turned(null).at(START.plusMillis(500)).capture();
    List<Telemetry> log =
        List.of(
            report(0, VALLEY, 800, null, new Attitude(350, -30, 0)),
            report(1_000, VALLEY, 800, null, new Attitude(20, -30, 0)));

    PlatformState pose = only(List.of(capture), log).findPlatform().orElseThrow();

    // The two differ by 30° about the vertical; half of that from 350 by north is 5.
    assertThat(pose.cameraAttitude().yawDegrees()).isCloseTo(5, within(1e-6));
    assertThat(pose.cameraAttitude().pitchDegrees()).isCloseTo(-30, within(1e-6));
    assertThat(pose.cameraAttitude().rollDegrees()).isCloseTo(0, within(1e-6));
    assertThat(pose.source()).isEqualTo(PlatformState.Source.PICTURE_AND_TELEMETRY);
  }

  @Test
  void anAirframesAnglesHangTheCameraStraightUnderIt() {
    Capture capture = picture("a").turned(null).capture();

    PlatformState pose =
        only(List.of(capture), log(new Attitude(30, 5, 0), null)).findPlatform().orElseThrow();

    // Nose 5° up: it looks 5° ahead of straight down.
    assertThat(pose.cameraAttitude().yawDegrees()).isCloseTo(30, within(1e-6));
    assertThat(pose.cameraAttitude().pitchDegrees()).isCloseTo(-85, within(1e-6));
    assertThat(pose.error().tiltDegrees()).isGreaterThan(ERROR.tiltDegrees());
  }

  @Test
  void doubtedAnglesAreReplacedByAGimbalsLogButNotByAnAirframes() {
    Capture capture = picture("a").turned(new Attitude(0, 0, 0)).doubted().capture();

    Frame byGimbal = only(List.of(capture), log(new Attitude(30, 0, 0), new Attitude(7, -90, 0)));
    Frame byAirframe = only(List.of(capture), log(new Attitude(30, 0, 0), null));

    assertThat(byGimbal.findPlatform().orElseThrow().cameraAttitude())
        .isEqualTo(new Attitude(7, -90, 0));
    assertThat(byAirframe.findUnplaced().orElseThrow().code())
        .isEqualTo(IssueCode.IMPLAUSIBLE_ATTITUDE);
  }

  @Test
  void aLogGivesTheHeightsAPictureDoesNotName() {
    Capture capture = picture("a").high(List.of(HIGH)).capture();
    List<Telemetry> log =
        List.of(
            new Telemetry(
                "flight",
                "hawk",
                START,
                VALLEY,
                List.of(new Height(900, MEAN_SEA_LEVEL), UP),
                null,
                null));

    PlatformState pose = only(List.of(capture), log).findPlatform().orElseThrow();

    assertThat(pose.heights()).containsExactly(HIGH, UP);
  }

  @Test
  void aLogThatDoesNotCoverThePictureCompletesNothing() {
    Capture before = picture("a").without().at(START.minusMillis(1)).capture();
    Capture within =
        picture("b").without().at(START.plusSeconds(5)).capture(); // a gap of ten seconds
    List<Telemetry> log =
        List.of(report(0, VALLEY, 800, null, DOWN), report(10_000, VALLEY, 800, null, DOWN));

    assertThat(assembler.pair(List.of(before, within), log).frames())
        .extracting(frame -> frame.findUnplaced().orElseThrow().code())
        .containsExactly(IssueCode.NO_POSITION, IssueCode.NO_POSITION);
  }

  // Clocks.

  @Test
  void aCameraThatIsLateIsLookedUpByTheLogsClockAndThatIsSaid() {
    // The camera is 20 s slow: where it says 30 s the aircraft was where the log has 50 s.
    List<Capture> captures = new ArrayList<>();
    for (int index = 0; index < 20; index++) {
      captures.add(
          picture("%02d".formatted(index))
              .at(START.plusSeconds(30 + 3L * index))
              .place(way(50 + 3 * index))
              .turned(null)
              .capture());
    }

    PairedFlight flight = assembler.pair(captures, wayLog(0));

    Frame first = flight.frames().get(0);
    // wayLog turns the camera by a degree a second.
    assertThat(first.findPlatform().orElseThrow().cameraAttitude().yawDegrees())
        .isCloseTo(50, within(0.1));
    assertThat(flight.warnings())
        .singleElement()
        .satisfies(
            warning -> {
              assertThat(warning.code()).isEqualTo("CLOCK_OFFSET");
              assertThat(warning.message()).contains("20.0").contains("behind");
            });
  }

  @Test
  void clocksThatAgreeAreSaidToAgree() {
    List<Capture> captures = new ArrayList<>();
    for (int index = 0; index < 20; index++) {
      captures.add(
          picture("%02d".formatted(index))
              .at(START.plusSeconds(30 + 3L * index))
              .place(way(30 + 3 * index))
              .capture());
    }

    assertThat(assembler.pair(captures, wayLog(0)).warnings())
        .singleElement()
        .satisfies(
            warning -> {
              assertThat(warning.code()).isEqualTo("CLOCKS_AGREE");
              assertThat(warning.message()).contains("by the positions of 20 pictures");
            });
  }

  @Test
  void aTimeReadAsUtcForWantOfAZoneIsSaidOnce() {
    List<Capture> captures =
        List.of(
            picture("b").timed(TimeSource.ASSUMED_UTC).capture(),
            picture("a").timed(TimeSource.ASSUMED_UTC).capture(),
            picture("c").capture());

    List<RunWarning> warnings = assembler.pair(captures, List.of()).warnings();

    assertThat(warnings).extracting(RunWarning::code).containsExactly("TIME_ZONE_ASSUMED");
    assertThat(warnings.get(0).files()).containsExactly("a.jpg", "b.jpg");
  }

  // What is missing.

  @Test
  void everyFileOfAnExposureWithoutATimeIsRefused() {
    List<Capture> captures =
        List.of(
            picture("b").exposed("x").at(null).capture(),
            picture("a").exposed("x").at(null).capture(),
            picture("c").capture());

    PairedFlight flight = assembler.pair(captures, List.of());

    assertThat(flight.frames()).hasSize(1);
    assertThat(flight.issues()).extracting(FrameIssue::file).containsExactly("a.jpg", "b.jpg");
    assertThat(flight.issues()).extracting(FrameIssue::code).containsOnly(IssueCode.NO_TIME);
  }

  @Test
  void aFrameWithoutAPlaceAHeightOrAnglesSaysWhichOneIsMissing() {
    Frame placeless = only(List.of(picture("a").place(null).capture()), List.of());
    Frame flat = only(List.of(picture("a").high(List.of()).capture()), List.of());
    Frame unturned = only(List.of(picture("a").turned(null).capture()), List.of());

    assertThat(reason(placeless).code()).isEqualTo(IssueCode.NO_POSITION);
    assertThat(reason(placeless).detail()).contains("no position");
    assertThat(reason(flat).code()).isEqualTo(IssueCode.NO_POSITION);
    assertThat(reason(flat).detail()).contains("not how high");
    assertThat(reason(unturned).code()).isEqualTo(IssueCode.NO_ATTITUDE);
  }

  @Test
  void aFrameOfAnUnknownCameraSaysSo() {
    CameraModel unknown = CameraModel.unknown("Some Camera", 800, 600);

    Frame frame = only(List.of(picture("a").through(unknown).capture()), List.of());

    assertThat(reason(frame).code()).isEqualTo(IssueCode.NO_CAMERA_MODEL);
    assertThat(reason(frame).file()).isEqualTo("a.jpg");
  }

  @Test
  void aFrameWithDoubtedAnglesKeepsTheDoubt() {
    Capture capture = picture("a").turned(new Attitude(0, 0, 0)).doubted().capture();

    assertThat(reason(only(List.of(capture), List.of()))).isEqualTo(capture.doubt());
  }

  // The take-off level.

  @Test
  void picturesFromTheGroundTellTheTakeoffLevel() {
    List<Capture> captures =
        List.of(
            picture("a").high(List.of(new Height(500, MEAN_SEA_LEVEL))).at(START).capture(),
            sea("b", 502, 10),
            sea("c", 560, 60),
            sea("d", 580, 70),
            sea("e", 581, 80));

    PairedFlight flight = assembler.pair(captures, List.of());

    // The median of 500 and 502 is 501; 580 is 79 m above it.
    assertThat(flight.frames().get(3).findPlatform().orElseThrow().findHeight(TAKEOFF))
        .hasValue(new Height(79, TAKEOFF));
    assertThat(flight.frames())
        .extracting(Frame::calibrationPanel)
        .as("not searched for targets")
        .containsExactly(true, true, false, false, false);
    assertThat(flight.warnings())
        .extracting(RunWarning::code)
        .containsExactly("TAKEOFF_FROM_LOWEST");
    assertThat(flight.warnings().get(0).files()).containsExactly("a.jpg", "b.jpg");
  }

  @Test
  void aClimbThatIsPhotographedStepByStepIsNoGround() {
    List<Capture> captures =
        List.of(sea("a", 500, 0), sea("b", 512, 10), sea("c", 524, 20), sea("d", 536, 30));

    PairedFlight flight = assembler.pair(captures, List.of());

    assertThat(flight.warnings()).isEmpty();
    assertThat(flight.frames()).noneMatch(Frame::calibrationPanel);
  }

  @Test
  void aFlightThatStatesItsHeightAboveGroundNeedsNoGuess() {
    List<Capture> captures =
        List.of(
            sea("a", 500, 0),
            sea("b", 580, 10),
            picture("c")
                .high(List.of(new Height(582, MEAN_SEA_LEVEL), new Height(80, GROUND)))
                .at(START.plusSeconds(20))
                .capture());

    assertThat(assembler.pair(captures, List.of()).warnings()).isEmpty();
  }

  // Order.

  @Test
  void theOrderOfPicturesAndReportsChangesNothing() {
    List<Capture> captures = new ArrayList<>();
    for (int index = 0; index < 24; index++) {
      String name = "%02d".formatted(index);
      Picture picture =
          picture(name)
              .exposed("x" + index / 3)
              .seeing(index % 3 == 0 ? "nir" : "red", 840 - index % 3 * 100)
              .at(index > 20 ? null : START.plusSeconds(30 + index / 3 * 3L))
              .place(way(30 + index / 3 * 3));
      captures.add(index % 2 == 0 ? picture.turned(null).capture() : picture.capture());
    }
    captures.add(picture("lost").without().timed(TimeSource.ASSUMED_UTC).capture());
    List<Telemetry> log = new ArrayList<>(wayLog(3));
    PairedFlight expected = assembler.pair(captures, log);
    Random random = new Random(20261124);
    for (int trial = 0; trial < 200; trial++) {
      Collections.shuffle(captures, random);
      Collections.shuffle(log, random);

      assertThat(assembler.pair(captures, log)).as("trial %d", trial).isEqualTo(expected);
    }
  }

  @Test
  void framesAreInOrderOfTime() {
    List<Capture> captures = List.of(sea("a", 580, 20), sea("b", 580, 0), sea("c", 580, 10));

    assertThat(assembler.pair(captures, List.of()).frames())
        .extracting(frame -> frame.image().file())
        .containsExactly("b.jpg", "c.jpg", "a.jpg");
  }

  @Test
  void aFlightOfNothingIsNothing() {
    PairedFlight flight = assembler.pair(List.of(), log(DOWN, DOWN));

    assertThat(flight).isEqualTo(new PairedFlight(List.of(), List.of(), List.of()));
  }

  private Frame only(List<Capture> captures, List<Telemetry> log) {
    PairedFlight flight = assembler.pair(captures, log);
    assertThat(flight.frames()).hasSize(1);
    return flight.frames().get(0);
  }

  private static FrameIssue reason(Frame frame) {
    return frame.findUnplaced().orElseThrow();
  }

  private static Capture sea(String name, double meters, long seconds) {
    return picture(name)
        .high(List.of(new Height(meters, MEAN_SEA_LEVEL)))
        .at(START.plusSeconds(seconds))
        .capture();
  }

  /** One report at the start, and one a second later. */
  private static List<Telemetry> log(@Nullable Attitude body, @Nullable Attitude camera) {
    return List.of(
        report(0, new GeoPoint(43.31, 70.91), 900, body, camera),
        report(1_000, new GeoPoint(43.31, 70.91), 900, body, camera));
  }

  private static Telemetry report(
      long millis,
      GeoPoint place,
      double seaMeters,
      @Nullable Attitude body,
      @Nullable Attitude camera) {
    return new Telemetry(
        "flight",
        "hawk",
        START.plusMillis(millis),
        place,
        List.of(new Height(seaMeters, MEAN_SEA_LEVEL)),
        body,
        camera);
  }

  /** North at 10 m/s, and swinging east and west, so that no two stretches look alike. */
  private static GeoPoint way(int seconds) {
    return new GeoPoint(
        43.3 + seconds * 10 / 111_100.0,
        70.9 + Math.sin(seconds * seconds / 900.0) * 40 / 81_000.0);
  }

  /** Every second of three minutes; the camera turns by a degree in each. */
  private static List<Telemetry> wayLog(int lateSeconds) {
    List<Telemetry> log = new ArrayList<>();
    for (int second = 0; second < 180; second++) {
      log.add(
          report(
              (second + lateSeconds) * 1_000L,
              way(second),
              812,
              null,
              new Attitude(second, -80, 0)));
    }
    return log;
  }

  private static CameraModel camera(int width, int height) {
    return new CameraModel(
        "Plain",
        width,
        height,
        width,
        width / 2.0,
        height / 2.0,
        CameraModel.Distortion.NONE,
        CameraModel.Source.METADATA,
        0.001);
  }

  private static Capture renamed(Capture capture, String file) {
    ImageRef image =
        new ImageRef(
            "file:///" + file, capture.image().sha256(), file, capture.image().sizeBytes());
    BandImage band = capture.bands().get(0);
    return new Capture(
        image,
        capture.flight(),
        capture.exposure(),
        capture.sensor(),
        capture.time(),
        capture.timeSource(),
        capture.position(),
        capture.heights(),
        capture.cameraAttitude(),
        capture.error(),
        capture.doubt(),
        List.of(new BandImage(image, 0, band.band(), band.camera())),
        capture.calibrationPanel());
  }

  private static Picture picture(String name) {
    return new Picture(
        name,
        name,
        new Band("red", 620, 40),
        Scene.PLAIN_CAMERA,
        START,
        TimeSource.GPS,
        VALLEY,
        List.of(HIGH, UP),
        DOWN,
        false);
  }

  /** A capture that says everything until a test takes something away. */
  private record Picture(
      String name,
      String exposure,
      Band band,
      CameraModel camera,
      @Nullable Instant time,
      TimeSource source,
      @Nullable GeoPoint position,
      List<Height> heights,
      @Nullable Attitude attitude,
      boolean doubtful) {

    Picture exposed(String name) {
      return new Picture(
          this.name, name, band, camera, time, source, position, heights, attitude, doubtful);
    }

    Picture seeing(String light, double nanometers) {
      Band seen = new Band(light, nanometers, 10);
      return new Picture(
          name, exposure, seen, camera, time, source, position, heights, attitude, doubtful);
    }

    Picture through(CameraModel lens) {
      return new Picture(
          name, exposure, band, lens, time, source, position, heights, attitude, doubtful);
    }

    Picture at(@Nullable Instant when) {
      TimeSource told = when == null ? TimeSource.NONE : source;
      return new Picture(
          name, exposure, band, camera, when, told, position, heights, attitude, doubtful);
    }

    Picture timed(TimeSource how) {
      return new Picture(
          name, exposure, band, camera, time, how, position, heights, attitude, doubtful);
    }

    Picture place(@Nullable GeoPoint where) {
      return new Picture(
          name, exposure, band, camera, time, source, where, heights, attitude, doubtful);
    }

    Picture high(List<Height> how) {
      return new Picture(
          name, exposure, band, camera, time, source, position, how, attitude, doubtful);
    }

    Picture turned(@Nullable Attitude where) {
      return new Picture(
          name, exposure, band, camera, time, source, position, heights, where, doubtful);
    }

    Picture doubted() {
      return new Picture(
          name, exposure, band, camera, time, source, position, heights, attitude, true);
    }

    /** Neither place, height nor angles. */
    Picture without() {
      return place(null).high(List.of()).turned(null);
    }

    Capture capture() {
      String sha256 = name.repeat(64).replaceAll("[^0-9a-f]", "0").substring(0, 64);
      ImageRef image = new ImageRef("file:///" + name + ".jpg", sha256, name + ".jpg", 1);
      FrameIssue doubt =
          FrameIssue.of(IssueCode.IMPLAUSIBLE_ATTITUDE, "flight", image, "only zeros");
      return new Capture(
          image,
          "flight",
          exposure,
          Objects.requireNonNull(camera.name()),
          time,
          source,
          position,
          heights,
          attitude,
          ERROR,
          doubtful ? doubt : null,
          List.of(new BandImage(image, 0, band, camera)),
          false);
    }
  }
}
