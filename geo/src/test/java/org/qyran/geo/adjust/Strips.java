package org.qyran.geo.adjust;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.qyran.geo.adjust.tie.FramePair;
import org.qyran.geo.axes.Enu;
import org.qyran.geo.axes.LocalAxes;
import org.qyran.geo.axes.Place;
import org.qyran.geo.camera.CameraPose;
import org.qyran.geo.camera.CameraRay;
import org.qyran.geo.camera.Lens;
import org.qyran.geo.camera.LevelRay;
import org.qyran.model.Attitude;
import org.qyran.model.Band;
import org.qyran.model.BandImage;
import org.qyran.model.CameraModel;
import org.qyran.model.Capture;
import org.qyran.model.Frame;
import org.qyran.model.GeoPoint;
import org.qyran.model.Height;
import org.qyran.model.ImageRef;
import org.qyran.model.PixelPoint;
import org.qyran.model.PlatformState;
import org.qyran.model.PoseError;
import org.qyran.model.TiePoint;

/**
 * Two strips flown there and back at 10 m/s, 100 m above level ground at height 0, pictures of 80 m
 * by 60 m every 20 m, strips 35 m apart; what the flight states is wrong by what the test says.
 */
record Strips(
    int perStrip,
    double yawDegrees,
    double pitchDegrees,
    double rollDegrees,
    double clockSeconds,
    double ownAngleDegrees,
    double ownMeters,
    double eastMeters,
    long seed) {

  static final GeoPoint STEPPE = new GeoPoint(43.2, 75.1);
  static final LocalAxes AXES = LocalAxes.at(STEPPE, 0);
  static final CameraModel CAMERA =
      new CameraModel(
          "test camera",
          800,
          600,
          1_000,
          400,
          300,
          CameraModel.Distortion.NONE,
          CameraModel.Source.CATALOG,
          0);

  private static final Instant NOON = Instant.parse("2026-07-01T12:00:00Z");
  private static final double METERS_PER_SECOND = 10;

  static Strips exact(int perStrip) {
    return new Strips(perStrip, 0, 0, 0, 0, 0, 0, 0, 1);
  }

  Strips biased(double yaw, double pitch, double roll, double clock) {
    return new Strips(
        perStrip, yaw, pitch, roll, clock, ownAngleDegrees, ownMeters, eastMeters, seed);
  }

  Strips noisy(double angle, double meters, long otherSeed) {
    return new Strips(
        perStrip,
        yawDegrees,
        pitchDegrees,
        rollDegrees,
        clockSeconds,
        angle,
        meters,
        eastMeters,
        otherSeed);
  }

  Strips shifted(double east) {
    return new Strips(
        perStrip,
        yawDegrees,
        pitchDegrees,
        rollDegrees,
        clockSeconds,
        ownAngleDegrees,
        ownMeters,
        east,
        seed);
  }

  int size() {
    return 2 * perStrip;
  }

  /** Where a camera really was. */
  Enu truePlace(int frame) {
    boolean back = frame >= perStrip;
    double along = 20 * (back ? size() - 1 - frame : frame);
    return new Enu(back ? 35 : 0, along, 100);
  }

  /** How it really hung. */
  CameraPose trueCamera(int frame) {
    return CameraPose.of(new Attitude(frame >= perStrip ? 180 : 0, -90, 0));
  }

  /** What the flight states: the truth with the errors in it. */
  List<Frame> stated(PoseError error) {
    Random random = new Random(seed);
    List<Frame> frames = new ArrayList<>();
    for (int frame = 0; frame < size(); frame++) {
      double north = frame >= perStrip ? -METERS_PER_SECOND : METERS_PER_SECOND;
      Enu place = truePlace(frame).plus(new Enu(eastMeters, -north * clockSeconds, 0));
      place =
          place.plus(
              new Enu(
                  ownMeters * random.nextGaussian(),
                  ownMeters * random.nextGaussian(),
                  ownMeters * random.nextGaussian()));
      CameraPose camera = trueCamera(frame);
      LevelRay right = camera.toLevel(new CameraRay(1, 0, 0));
      LevelRay below = camera.toLevel(new CameraRay(0, 1, 0));
      double pitch = Math.toRadians(pitchDegrees + ownAngleDegrees * random.nextGaussian());
      double roll = Math.toRadians(rollDegrees + ownAngleDegrees * random.nextGaussian());
      double yaw = Math.toRadians(yawDegrees + ownAngleDegrees * random.nextGaussian());
      Attitude stated =
          camera
              .turned(
                  -pitch * right.north() - roll * below.north(),
                  -pitch * right.east() - roll * below.east(),
                  -yaw)
              .attitude();
      double seconds = frame * 20 / METERS_PER_SECOND + (frame >= perStrip ? 10 : 0);
      frames.add(
          frame(
              frame, AXES.toGeo(place), stated, error, NOON.plusMillis((long) (1_000 * seconds))));
    }
    return frames;
  }

  /** Points that every two frames really show alike, to the pixel. */
  List<TiePoint> ties(List<FramePair> pairs, int perPair) {
    Random random = new Random(seed + 1);
    List<TiePoint> ties = new ArrayList<>();
    for (FramePair pair : pairs) {
      int first = number(pair.first());
      int second = number(pair.second());
      for (int tie = 0; tie < perPair * 4; tie++) {
        Enu from = truePlace(first);
        Enu ground =
            new Enu(
                from.eastMeters() + random.nextDouble(-40, 40),
                from.northMeters() + random.nextDouble(-30, 30),
                0);
        Optional<PixelPoint> one = pixel(first, ground);
        Optional<PixelPoint> other = pixel(second, ground);
        if (one.isPresent() && other.isPresent()) {
          ties.add(new TiePoint(pair.first(), one.get(), pair.second(), other.get()));
        }
      }
    }
    return ties;
  }

  /** Where a frame really shows a place; absent outside its picture. */
  Optional<PixelPoint> pixel(int frame, Enu ground) {
    Enu ray = ground.minus(truePlace(frame));
    double length = ray.lengthMeters();
    LevelRay level =
        new LevelRay(
            ray.northMeters() / length, ray.eastMeters() / length, -ray.upMeters() / length);
    return Lens.of(CAMERA)
        .pixel(trueCamera(frame).toCamera(level))
        .filter(
            at ->
                at.xPixels() >= 0
                    && at.yPixels() >= 0
                    && at.xPixels() <= CAMERA.widthPixels()
                    && at.yPixels() <= CAMERA.heightPixels());
  }

  static String id(int frame) {
    return "f%02d".formatted(frame);
  }

  static int number(String id) {
    return Integer.parseInt(id.substring(1));
  }

  private static Frame frame(
      int number, Place place, Attitude attitude, PoseError error, Instant time) {
    return new Frame(
        id(number),
        "flight-1",
        "test camera",
        time,
        Capture.TimeSource.GPS,
        List.of(
            new BandImage(
                new ImageRef("file:///a.jpg", "0".repeat(64), id(number) + ".jpg", 1),
                0,
                new Band("red", 650, 60),
                CAMERA)),
        new PlatformState(
            time,
            place.point(),
            List.of(
                new Height(place.heightMeters(), Height.Datum.ELLIPSOID),
                new Height(100, Height.Datum.TAKEOFF)),
            attitude,
            error,
            PlatformState.Source.PICTURE),
        null,
        false);
  }
}
