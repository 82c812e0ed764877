package org.qyran.geo.adjust;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.qyran.geo.adjust.tie.Tie;
import org.qyran.geo.axes.Enu;
import org.qyran.geo.axes.LocalAxes;
import org.qyran.geo.axes.Place;
import org.qyran.geo.camera.CameraPose;
import org.qyran.geo.locate.FrameLocator;
import org.qyran.geo.locate.GroundFix;
import org.qyran.geo.locate.GroundLocator;
import org.qyran.geo.locate.GroundTouch;
import org.qyran.model.Attitude;
import org.qyran.model.Frame;
import org.qyran.model.GeoPoint;
import org.qyran.model.Height;
import org.qyran.model.PixelPoint;
import org.qyran.model.PlatformState;
import org.qyran.model.PoseCovariance;

/**
 * The poses of a flight at one stage of their correction, in level axes that all frames share.
 *
 * <p>Immutable: a correction makes a new one.
 */
final class FlightPoses {

  /** Longer gaps say nothing about the speed. */
  private static final double LONGEST_GAP_SECONDS = 30;

  /** A gap so many times as long as the one on the other side is the way to another strip. */
  private static final double TURN_GAPS = 2;

  private final GroundLocator locator;
  private final List<Frame> frames;
  private final LocalAxes axes;
  private final List<Optional<FrameLocator>> views;

  private FlightPoses(GroundLocator locator, List<Frame> frames, LocalAxes axes) {
    this.locator = locator;
    this.frames = frames;
    this.axes = axes;
    this.views = frames.stream().map(frame -> locator.over(frame).find()).toList();
  }

  /**
   * The poses as stated.
   *
   * @param frames of one flight, in the order of time, each with a pose
   */
  static FlightPoses of(GroundLocator locator, List<Frame> frames) {
    GeoPoint origin = pose(frames.get(0)).position();
    return new FlightPoses(locator, List.copyOf(frames), LocalAxes.at(origin, 0));
  }

  List<Frame> frames() {
    return frames;
  }

  int size() {
    return frames.size();
  }

  PlatformState pose(int frame) {
    return pose(frames.get(frame));
  }

  CameraPose camera(int frame) {
    return CameraPose.of(pose(frame).cameraAttitude());
  }

  private static PlatformState pose(Frame frame) {
    return frame.findPlatform().orElseThrow();
  }

  /** Where a pixel's line of sight meets the ground. */
  Optional<GroundTouch> touch(int frame, PixelPoint pixel) {
    return views.get(frame).flatMap(view -> view.touch(pixel).find());
  }

  /** What both frames of a tie see; absent when one of them meets no ground. */
  <T> Optional<T> touches(Tie tie, BiFunction<GroundTouch, GroundTouch, T> seen) {
    return touch(tie.first(), tie.firstPixel())
        .flatMap(
            one -> touch(tie.second(), tie.secondPixel()).map(other -> seen.apply(one, other)));
  }

  /** How far apart the two frames of a tie put it on the level; NaN when one meets no ground. */
  double apartMeters(Tie tie) {
    return touches(
            tie,
            (one, other) -> level(other.place()).minus(level(one.place())).levelDistanceMeters())
        .orElse(Double.NaN);
  }

  /** CE90 of the middle of a frame; NaN where it has no place. */
  double middleCe90Meters(int frame) {
    Frame of = frames.get(frame);
    return ce90Meters(
        frame, new PixelPoint(of.camera().widthPixels() / 2.0, of.camera().heightPixels() / 2.0));
  }

  /** CE90 of a pixel's place; NaN where it has none. */
  double ce90Meters(int frame, PixelPoint pixel) {
    return views
        .get(frame)
        .flatMap(view -> view.locate(pixel).find())
        .map(GroundFix::ce90Meters)
        .orElse(Double.NaN);
  }

  /** A place in the axes of the flight. */
  Enu level(Place place) {
    return axes.toLocal(place);
  }

  /** A frame's camera in the axes of the flight. */
  Enu cameraPlace(int frame) {
    double height = views.get(frame).map(FrameLocator::cameraHeightMeters).orElse(0.0);
    return axes.toLocal(pose(frame).position(), height);
  }

  /** How fast the aircraft was when it took a frame, from the frames before and after it. */
  Enu velocity(int frame) {
    int before = Math.max(0, frame - 1);
    int after = Math.min(size() - 1, frame + 1);
    double since = before < frame ? seconds(before, frame) : Double.POSITIVE_INFINITY;
    double until = after > frame ? seconds(frame, after) : Double.POSITIVE_INFINITY;
    if (since > LONGEST_GAP_SECONDS || since > TURN_GAPS * until) {
      before = frame;
    }
    if (until > LONGEST_GAP_SECONDS || until > TURN_GAPS * since) {
      after = frame;
    }
    double seconds = seconds(before, after);
    return seconds > 0
        ? cameraPlace(after).minus(cameraPlace(before)).times(1 / seconds)
        : Enu.ORIGIN;
  }

  private double seconds(int from, int to) {
    return Duration.between(pose(from).time(), pose(to).time()).toNanos() / 1e9;
  }

  /** The same flight with other frames, in the same axes. */
  FlightPoses with(List<Frame> others) {
    return new FlightPoses(locator, List.copyOf(others), axes);
  }

  /** The same flight with every pose moved and turned. */
  FlightPoses corrected(List<double[]> corrections) {
    List<Frame> corrected = new ArrayList<>();
    for (int frame = 0; frame < size(); frame++) {
      corrected.add(frames.get(frame).at(moved(pose(frame), corrections.get(frame))));
    }
    return with(corrected);
  }

  /**
   * The same flight over level ground that is higher: what is counted from the take-off or the
   * ground is less. Where the ground is known this changes nothing.
   */
  FlightPoses onGroundRaised(List<Double> meters) {
    List<Frame> raised = new ArrayList<>();
    for (int frame = 0; frame < size(); frame++) {
      double rise = meters.get(frame);
      PlatformState pose = pose(frame);
      List<Height> heights =
          pose.heights().stream()
              .map(height -> isRelative(height) ? lower(height, rise) : height)
              .toList();
      raised.add(frames.get(frame).at(with(pose, pose.position(), heights, pose.cameraAttitude())));
    }
    return with(raised);
  }

  /** By how much the level ground below a frame is higher than another stage has it. */
  double groundRaisedMeters(FlightPoses before, int frame) {
    double raised = cameraPlace(frame).upMeters() - before.cameraPlace(frame).upMeters();
    return pose(frame).heights().stream()
        .filter(FlightPoses::isRelative)
        .flatMap(
            now ->
                before.pose(frame).findHeight(now.datum()).stream()
                    .map(then -> raised - (now.meters() - then.meters())))
        .findFirst()
        .orElse(0.0);
  }

  /** Only a camera that stays above the ground is believed. */
  private static Height lower(Height height, double rise) {
    double above = height.meters() - rise;
    return above > 0.3 * height.meters() ? new Height(above, height.datum()) : height;
  }

  private static boolean isRelative(Height height) {
    return height.datum() == Height.Datum.TAKEOFF || height.datum() == Height.Datum.GROUND;
  }

  /** A frame whose picture hangs upside down: turned by half a turn about the line of sight. */
  static Frame turned(Frame frame) {
    PlatformState pose = pose(frame);
    Attitude stated = pose.cameraAttitude();
    double roll =
        stated.rollDegrees() > 0 ? stated.rollDegrees() - 180 : stated.rollDegrees() + 180;
    return frame.at(
        with(
            pose,
            pose.position(),
            pose.heights(),
            new Attitude(stated.yawDegrees(), stated.pitchDegrees(), roll)));
  }

  static Frame withError(Frame frame, PoseCovariance shared, PoseCovariance own) {
    PlatformState pose = pose(frame);
    return frame.at(
        new PlatformState(
            pose.time(),
            pose.position(),
            pose.heights(),
            pose.cameraAttitude(),
            shared,
            own,
            PlatformState.Source.ADJUSTED));
  }

  private static PlatformState moved(PlatformState pose, double[] correction) {
    GeoPoint position =
        LocalAxes.at(pose.position(), 0)
            .toGeo(new Enu(correction[PoseCovariance.EAST], correction[PoseCovariance.NORTH], 0))
            .point();
    List<Height> heights =
        pose.heights().stream()
            .map(
                height ->
                    new Height(height.meters() + correction[PoseCovariance.UP], height.datum()))
            .toList();
    Attitude attitude =
        CameraPose.of(pose.cameraAttitude())
            .turned(
                Math.toRadians(correction[PoseCovariance.ABOUT_NORTH]),
                Math.toRadians(correction[PoseCovariance.ABOUT_EAST]),
                Math.toRadians(correction[PoseCovariance.ABOUT_DOWN]))
            .attitude();
    return with(pose, position, heights, attitude);
  }

  private static PlatformState with(
      PlatformState pose, GeoPoint position, List<Height> heights, Attitude attitude) {
    return new PlatformState(
        pose.time(),
        position,
        heights,
        attitude,
        pose.shared(),
        pose.own(),
        PlatformState.Source.ADJUSTED);
  }
}
