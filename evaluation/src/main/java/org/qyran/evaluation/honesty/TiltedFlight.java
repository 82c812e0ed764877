package org.qyran.evaluation.honesty;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.qyran.model.CameraModel;
import org.qyran.model.PoseCovariance;
import org.qyran.model.PoseError;
import org.qyran.sampledata.chance.Chance;
import org.qyran.sampledata.flight.FlightPlan;
import org.qyran.sampledata.flight.PoseErrors;
import org.qyran.sampledata.flight.Shot;

/**
 * A flight of four frames along a line, the camera tilted further ahead at each: one in every range
 * of 15 degrees from nadir to 60. All share the errors of the flight, and each adds its own.
 *
 * <p>One in three is a careful drone, one any drone, one an aircraft; each errs as the simulator
 * lets it err. The product is told the true standard deviation of every error and is left to
 * believe that it is normal.
 *
 * @param errors that are drawn
 * @param camera as the product knows it; named for what carries it
 * @param aboveGroundMeters of every shot
 * @param metersPerSecond of the aircraft
 * @param headingDegrees of the line
 */
record TiltedFlight(
    PoseErrors errors,
    CameraModel camera,
    double aboveGroundMeters,
    double metersPerSecond,
    double headingDegrees) {

  static final int FRAMES = 4;

  private static final double TILT_DEGREES = 15;
  private static final double FOCAL_ERROR = 0.005;

  /** Of a number. */
  static TiltedFlight of(int number, Chance chance) {
    double heading = chance.of("heading").between(0, 360);
    return switch (number % 3) {
      case 0 -> drone("careful drone", PoseErrors.CAREFUL, heading, chance);
      case 1 -> drone("drone", PoseErrors.DRONE, heading, chance);
      default ->
          new TiltedFlight(
              PoseErrors.AIRCRAFT,
              camera("aircraft", 1_800, 1_200, 4_250),
              chance.of("above").between(150, 400),
              chance.of("speed").between(30, 45),
              heading);
    };
  }

  private static TiltedFlight drone(
      String name, PoseErrors errors, double headingDegrees, Chance chance) {
    return new TiltedFlight(
        errors,
        camera(name, 1_200, 800, 800),
        chance.of("above").between(60, 150),
        chance.of("speed").between(5, 14),
        headingDegrees);
  }

  private static CameraModel camera(
      String name, int widthPixels, int heightPixels, double focalLengthPixels) {
    return new CameraModel(
        name,
        widthPixels,
        heightPixels,
        focalLengthPixels,
        widthPixels / 2.0,
        heightPixels / 2.0,
        CameraModel.Distortion.NONE,
        CameraModel.Source.METADATA,
        FOCAL_ERROR);
  }

  /** The camera as it really is. */
  CameraModel trueCamera(Chance flight) {
    return new CameraModel(
        camera.name(),
        camera.widthPixels(),
        camera.heightPixels(),
        camera.focalLengthPixels() * (1 + FOCAL_ERROR * flight.of("focal").heavyTailed(4)),
        camera.principalXPixels(),
        camera.principalYPixels(),
        camera.distortion(),
        camera.source(),
        camera.focalLengthErrorFraction());
  }

  /** The four shots: each is the only one of a plan with its tilt, all of one flight's chance. */
  List<Shot> shots(RoughGround ground, Instant start, Chance flight) {
    List<Shot> shots = new ArrayList<>();
    for (int frame = 0; frame < FRAMES; frame++) {
      double tilt = (frame + flight.of("tilt").of(frame).share()) * TILT_DEGREES;
      int only = frame;
      Set<Integer> others =
          IntStream.range(0, FRAMES).filter(at -> at != only).boxed().collect(Collectors.toSet());
      FlightPlan plan =
          new FlightPlan(
              headingDegrees,
              1,
              0,
              FRAMES,
              0.3 * aboveGroundMeters,
              aboveGroundMeters,
              tilt - 90,
              metersPerSecond,
              others,
              Set.of(),
              1 / 1_000.0,
              0);
      shots.addAll(plan.shots(start, ground::upMeters, errors, flight));
    }
    return shots;
  }

  /** What the flight's poses share, the clock's error along the way of a shot with it. */
  PoseCovariance shared(Shot shot) {
    double east = shot.way().eastMetersPerSecond() * errors.clockSeconds();
    double north = shot.way().northMetersPerSecond() * errors.clockSeconds();
    List<Double> upper = new ArrayList<>(PoseCovariance.NONE.upper());
    upper.set(0, east * east);
    upper.set(1, east * north);
    upper.set(PoseCovariance.SIZE, north * north);
    return error().shared().plus(new PoseCovariance(upper));
  }

  PoseCovariance own() {
    return error().own();
  }

  /** Standard deviations of shared and own draws together: sqrt(1 + own²) of the shared one. */
  private PoseError error() {
    double both = Math.sqrt(1 + errors.own() * errors.own());
    double ownFraction = errors.own() * errors.own() / (both * both);
    return new PoseError(
        errors.level() * both,
        errors.vertical() * both,
        errors.yawDegrees() * both,
        errors.tiltDegrees() * both,
        ownFraction,
        ownFraction);
  }
}
