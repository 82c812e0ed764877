package org.qyran.geo.adjust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.qyran.geo.adjust.tie.FramePair;
import org.qyran.geo.axes.Enu;
import org.qyran.geo.locate.LocateSettings;
import org.qyran.geo.terrain.LevelPlane;
import org.qyran.model.ControlMark;
import org.qyran.model.FlightAdjustment;
import org.qyran.model.FlightAdjustment.State;
import org.qyran.model.Frame;
import org.qyran.model.PixelPoint;
import org.qyran.model.PlatformState;
import org.qyran.model.PoseError;
import org.qyran.model.TiePoint;

class FlightAdjusterTest {

  private static final PoseError USUAL = new PoseError(1.5, 1.5, 3, 1);

  /** The same, nearly all of it the flight's. */
  private static final PoseError ALIKE = new PoseError(1.5, 1.5, 3, 1, 0.01, 0.01);

  private final FlightAdjuster adjuster =
      new FlightAdjuster(
          new LevelPlane(0, 0.3),
          LocateSettings.defaults(),
          new AdjustSettings(true, 12, 0.5, 0.1, AdjustSettings.ControlDatum.ELLIPSOID, 3_000));

  @Test
  void anExactFlightIsLeftWhereItIs() {
    AdjustedFlight flight = adjusted(Strips.exact(6));

    assertThat(flight.account().rawMedianMeters()).isLessThan(0.01);
    assertThat(flight.account().correctedMedianMeters()).isLessThan(0.01);
    assertThat(farthestMeters(Strips.exact(6), flight)).isLessThan(0.05);
  }

  /** "Compass and gimbal bias": found once a flight, reported, raw and corrected kept. */
  @Test
  void compassAndGimbalBiasIsFoundFromOverlappingFrames() {
    Strips strips = Strips.exact(8).biased(2.5, 0.6, -0.8, 0.3);

    FlightAdjustment account = adjusted(strips, ALIKE).account();

    assertThat(account.state()).isEqualTo(State.ADJUSTED);
    assertThat(account.yawDegrees().value()).isCloseTo(2.5, within(0.3));
    assertThat(account.rollDegrees().value()).isCloseTo(-0.8, within(0.2));
    // At one height and one speed a pitch of 0.6 degrees and 0.105 s are the same metre forward, so
    // only what the two do together is found.
    assertThat(account.clockSeconds().value() + 0.1745 * account.pitchDegrees().value())
        .isCloseTo(0.405, within(0.03));
    assertThat(account.pitchDegrees().value())
        .isCloseTo(0.6, within(3 * account.pitchDegrees().error()));
    assertThat(account.rawMedianMeters()).isGreaterThan(2);
    assertThat(account.correctedMedianMeters()).isLessThan(0.1);
  }

  @Test
  void theBiasIsWithinItsStatedErrorNineTimesInTen() {
    int within = 0;
    int all = 0;
    for (long seed = 1; seed <= 20; seed++) {
      Random random = new Random(seed);
      double yaw = 2.3 * random.nextGaussian();
      double pitch = 0.77 * random.nextGaussian();
      double roll = 0.77 * random.nextGaussian();
      double clock = 0.5 * random.nextGaussian();
      FlightAdjustment account =
          adjusted(Strips.exact(5).biased(yaw, pitch, roll, clock).noisy(0.63, 0.47, seed))
              .account();
      double[] truth = {yaw, pitch, roll, clock};
      FlightAdjustment.Estimate[] found = {
        account.yawDegrees(), account.pitchDegrees(), account.rollDegrees(), account.clockSeconds()
      };
      for (int at = 0; at < truth.length; at++) {
        all++;
        within += Math.abs(found[at].value() - truth[at]) <= 1.645 * found[at].error() ? 1 : 0;
      }
    }
    // 80 draws of which 72 are expected; 64 is two and a half standard deviations below.
    assertThat(within).as("of %d", all).isGreaterThanOrEqualTo(64);
  }

  @Test
  void picturesThatHangUpsideDownAgainstTheirPoseAreFoundNamedAndTurned() {
    Strips strips = Strips.exact(5).biased(1, 0.2, 0.2, 0).noisy(0.3, 0.3, 7);
    List<Frame> stated = strips.stated(USUAL);
    List<TiePoint> ties =
        strips.ties(adjuster.pairs(stated), 30).stream()
            .map(FlightAdjusterTest::secondStripUpsideDown)
            .toList();

    AdjustedFlight flight = adjuster.adjust(stated, ties, List.of());

    assertThat(flight.account().turned())
        .containsExactly("f05.jpg", "f06.jpg", "f07.jpg", "f08.jpg", "f09.jpg");
    assertThat(flight.warnings())
        .singleElement()
        .satisfies(
            warning -> {
              assertThat(warning.code()).isEqualTo("FRAMES_TURNED");
              assertThat(warning.files()).hasSize(5).contains("f05.jpg");
            });
    assertThat(flight.account().rawMedianMeters()).isGreaterThan(15);
    assertThat(flight.account().correctedMedianMeters()).isLessThan(0.2);
  }

  @Test
  void aFlightIsNeverMadeWorseByTiesThatMeanNothing() {
    Random random = new Random(5);
    Strips strips = Strips.exact(5);
    List<Frame> stated = strips.stated(USUAL);
    List<TiePoint> nonsense = new ArrayList<>();
    for (FramePair pair : adjuster.pairs(stated)) {
      for (int tie = 0; tie < 40; tie++) {
        nonsense.add(new TiePoint(pair.first(), pixel(random), pair.second(), pixel(random)));
      }
    }

    AdjustedFlight flight = adjuster.adjust(stated, nonsense, List.of());

    assertThat(flight.account().state()).isEqualTo(State.UNTIED);
    assertThat(flight.frames()).isEqualTo(stated);
  }

  @Test
  void falseTiesAmongRightOnesDoNoHarm() {
    Random random = new Random(6);
    Strips strips = Strips.exact(5).biased(2, 0.5, 0.5, 0).noisy(0.4, 0.4, 11);
    List<Frame> stated = strips.stated(USUAL);
    List<TiePoint> mixed = new ArrayList<>(strips.ties(adjuster.pairs(stated), 30));
    for (FramePair pair : adjuster.pairs(stated)) {
      for (int tie = 0; tie < 40; tie++) {
        mixed.add(new TiePoint(pair.first(), pixel(random), pair.second(), pixel(random)));
      }
    }

    AdjustedFlight flight = adjuster.adjust(stated, mixed, List.of());

    assertThat(flight.account().correctedMedianMeters()).isLessThan(0.3);
  }

  @Test
  void tiesAloneCannotTellWhereTheWholeFlightLiesAndTheErrorSaysSo() {
    Strips strips = Strips.exact(5).shifted(4);

    AdjustedFlight flight = adjusted(strips);

    assertThat(farthestMeters(strips, flight)).isCloseTo(4, within(0.1));
    // 1.5 √0.9 = 1.42 of the receiver, and a little of the clock along the way flown.
    assertThat(flight.frames().get(0).findPlatform().orElseThrow().shared().horizontalMeters())
        .isBetween(1.42, 1.6);
  }

  @Test
  void groundControlBringsTheFlightToItsPlaceAndTheChecksAreHeldBack() {
    Strips strips = Strips.exact(5).shifted(2.5).biased(1.5, 0.3, -0.4, 0.1).noisy(0.3, 0.3, 3);
    List<Frame> stated = strips.stated(USUAL);
    List<ControlMark> control = new ArrayList<>();
    for (int point = 0; point < 6; point++) {
      Enu ground = new Enu(point % 2 == 0 ? 3 : 30, 15 * point, 0);
      for (int frame = 0; frame < strips.size(); frame++) {
        String file = Strips.id(frame) + ".jpg";
        String name = "gcp" + point;
        strips
            .pixel(frame, ground)
            .ifPresent(
                pixel ->
                    control.add(
                        new ControlMark(
                            "flight-1", name, Strips.AXES.toGeo(ground).point(), 0, file, pixel)));
      }
    }

    AdjustedFlight flight =
        adjuster.adjust(stated, strips.ties(adjuster.pairs(stated), 30), control);

    assertThat(flight.account().checks()).isPositive();
    assertThat(flight.account().controls()).isGreaterThan(flight.account().checks());
    assertThat(flight.account().checkRawMeters()).isGreaterThan(2);
    assertThat(flight.account().checkCorrectedMeters()).isLessThan(0.3);
    assertThat(flight.frames().get(0).findPlatform().orElseThrow().shared().horizontalMeters())
        .isLessThan(1);
  }

  /** What only the control knows, where the whole flight lies, no tie can bear out. */
  @Test
  void fewControlPointsMoveAFlightWhoseTiesAgreeAlready() {
    Strips strips = Strips.exact(4).shifted(2.5);
    List<Frame> stated = strips.stated(USUAL);

    AdjustedFlight flight =
        adjuster.adjust(stated, strips.ties(adjuster.pairs(stated), 20), marksBelow(strips));

    assertThat(flight.account().state()).isEqualTo(State.ADJUSTED);
    assertThat(flight.account().checks()).isZero();
    assertThat(farthestMeters(strips, flight)).isLessThan(1);
    assertThat(flight.account().correctedMedianMeters()).isLessThan(0.1);
  }

  @Test
  void switchedOffItKeepsEveryPoseWhateverTiesAndControlSay() {
    Strips strips = Strips.exact(4).shifted(2.5);
    List<Frame> stated = strips.stated(USUAL);
    List<TiePoint> ties = strips.ties(adjuster.pairs(stated), 20);
    FlightAdjuster off =
        new FlightAdjuster(
            new LevelPlane(0, 0.3),
            LocateSettings.defaults(),
            new AdjustSettings(false, 12, 0.5, 0.1, AdjustSettings.ControlDatum.ELLIPSOID, 3_000));

    AdjustedFlight flight = off.adjust(stated, ties, marksBelow(strips));

    assertThat(off.pairs(stated)).isEmpty();
    assertThat(flight.frames()).isEqualTo(stated);
    assertThat(flight.account().state()).isEqualTo(State.UNTIED);
    assertThat(flight.account().detail()).contains("adjust.enabled is false");
  }

  @Test
  void theOrderOfTheFramesDoesNotMatter() {
    Strips strips = Strips.exact(4).biased(2, 0.5, 0.5, 0).noisy(0.4, 0.4, 11);
    List<Frame> stated = strips.stated(USUAL);
    List<Frame> shuffled = new ArrayList<>(stated);
    Collections.shuffle(shuffled, new Random(4));

    assertThat(adjuster.pairs(shuffled)).isEqualTo(adjuster.pairs(stated));
    List<TiePoint> ties = strips.ties(adjuster.pairs(stated), 20);
    assertThat(adjuster.adjust(shuffled, ties, List.of()).account())
        .isEqualTo(adjuster.adjust(stated, ties, List.of()).account());
  }

  /** Three places, each straight below a camera. */
  private static List<ControlMark> marksBelow(Strips strips) {
    return IntStream.of(1, 3, 6)
        .mapToObj(
            frame ->
                new ControlMark(
                    "flight-1",
                    "gcp" + frame,
                    Strips.AXES.toGeo(strips.truePlace(frame).minus(new Enu(0, 0, 100))).point(),
                    0,
                    Strips.id(frame) + ".jpg",
                    new PixelPoint(400, 300)))
        .toList();
  }

  private static TiePoint secondStripUpsideDown(TiePoint tie) {
    return new TiePoint(
        tie.firstFrame(),
        upsideDown(tie.firstFrame(), tie.first()),
        tie.secondFrame(),
        upsideDown(tie.secondFrame(), tie.second()));
  }

  private static PixelPoint upsideDown(String frame, PixelPoint pixel) {
    return Strips.number(frame) < 5
        ? pixel
        : new PixelPoint(800 - pixel.xPixels(), 600 - pixel.yPixels());
  }

  private static PixelPoint pixel(Random random) {
    return new PixelPoint(random.nextDouble(800), random.nextDouble(600));
  }

  private AdjustedFlight adjusted(Strips strips) {
    return adjusted(strips, USUAL);
  }

  private AdjustedFlight adjusted(Strips strips, PoseError error) {
    List<Frame> stated = strips.stated(error);
    return adjuster.adjust(stated, strips.ties(adjuster.pairs(stated), 30), List.of());
  }

  /** The largest distance of a corrected camera from where it really was. */
  private static double farthestMeters(Strips strips, AdjustedFlight flight) {
    double farthest = 0;
    for (Frame frame : flight.frames()) {
      PlatformState pose = frame.findPlatform().orElseThrow();
      Enu truth = strips.truePlace(Strips.number(frame.id()));
      Enu now = Strips.AXES.toLocal(pose.position(), 100);
      farthest = Math.max(farthest, now.minus(truth).levelDistanceMeters());
    }
    return farthest;
  }
}
