package org.qyran.sampledata;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.qyran.model.Attitude;
import org.qyran.sampledata.camera.Pose;
import org.qyran.sampledata.place.PlanePoint;

/**
 * Three strips along a valley, flown there, back and there again: 58 percent overlap along a strip,
 * 38 between strips. Half way along the middle strip two pictures were never taken, and nobody saw
 * the ground between the outer strips there. The last picture of each outer strip looks ahead.
 *
 * <p>A shot has two poses: the true one, and the one the drone believes. They differ by a metre and
 * a third of a degree (one standard deviation, each axis on its own).
 */
final class FlightPlan {

  /** Of the whole flight, above the place of take-off. */
  static final double HEIGHT_ABOVE_TAKEOFF_METERS = 93;

  private static final double STRIP_DISTANCE_METERS = 88;
  private static final double SHOT_DISTANCE_METERS = 40;
  private static final int SHOTS_PER_STRIP = 5;
  private static final Duration BETWEEN_SHOTS = Duration.ofSeconds(5);
  private static final Duration TURN = Duration.ofSeconds(18);

  private static final double POSITION_ERROR_METERS = 1;
  private static final double ANGLE_ERROR_DEGREES = 0.3;

  private final double headingDegrees;
  private final double upMeters;
  private final Random random;

  /**
   * Plans a flight.
   *
   * @param headingDegrees the way of the first strip, clockwise from north
   * @param takeoffMeters height of the place of take-off above mean sea level
   */
  FlightPlan(double headingDegrees, double takeoffMeters, Random random) {
    this.headingDegrees = headingDegrees;
    this.upMeters = takeoffMeters + HEIGHT_ABOVE_TAKEOFF_METERS;
    this.random = random;
  }

  /** One press of the shutter. */
  record Shot(String file, Instant time, Pose truth, Pose stated, double flightYawDegrees) {}

  /** All shots in the order of time. */
  List<Shot> shots(Instant start) {
    List<Shot> shots = new ArrayList<>();
    Instant time = start;
    for (int strip = 0; strip < 3; strip++) {
      boolean back = strip == 1;
      for (int number = 0; number < SHOTS_PER_STRIP; number++) {
        boolean missed = strip == 1 && (number == 1 || number == 2);
        if (!missed) {
          double along = (number - (SHOTS_PER_STRIP - 1) / 2.0) * SHOT_DISTANCE_METERS;
          boolean last = number == SHOTS_PER_STRIP - 1;
          shots.add(
              shot(
                  "DJI_%04d.jpg".formatted(shots.size() + 1),
                  time,
                  back ? -along : along,
                  (strip - 1) * STRIP_DISTANCE_METERS,
                  back ? headingDegrees + 180 : headingDegrees,
                  last && !back ? -72 + strip : -90));
        }
        time = time.plus(BETWEEN_SHOTS);
      }
      time = time.plus(TURN);
    }
    return shots;
  }

  private Shot shot(
      String file,
      Instant time,
      double alongMeters,
      double acrossMeters,
      double flightYawDegrees,
      double pitchDegrees) {
    double headingRadians = Math.toRadians(headingDegrees);
    double along = alongMeters + spread(1.5);
    double across = acrossMeters + spread(1.5);
    Pose truth =
        new Pose(
            new PlanePoint(
                along * Math.sin(headingRadians) + across * Math.cos(headingRadians),
                along * Math.cos(headingRadians) - across * Math.sin(headingRadians)),
            upMeters + spread(0.5),
            new Attitude(flightYawDegrees + spread(1.5), pitchDegrees + spread(0.3), spread(0.2)));
    return new Shot(file, time, truth, believed(truth), rounded(flightYawDegrees + spread(2)));
  }

  private Pose believed(Pose truth) {
    return new Pose(
        new PlanePoint(
            truth.place().eastMeters() + spread(POSITION_ERROR_METERS),
            truth.place().northMeters() + spread(POSITION_ERROR_METERS)),
        truth.upMeters() + spread(POSITION_ERROR_METERS),
        new Attitude(
            rounded(truth.attitude().yawDegrees() + spread(ANGLE_ERROR_DEGREES)),
            rounded(truth.attitude().pitchDegrees() + spread(ANGLE_ERROR_DEGREES)),
            rounded(truth.attitude().rollDegrees() + spread(ANGLE_ERROR_DEGREES))));
  }

  /** DJI states angles to a tenth of a degree, yaw in (-180, 180]. */
  private static double rounded(double degrees) {
    double turned = degrees > 180 ? degrees - 360 : degrees;
    return Math.round(turned * 10) / 10.0;
  }

  private double spread(double deviation) {
    return deviation * random.nextGaussian();
  }
}
