package org.qyran.sampledata.flight;

import org.qyran.model.Attitude;
import org.qyran.sampledata.chance.Chance;
import org.qyran.sampledata.place.PlanePoint;
import org.qyran.sampledata.sensor.Turn;

/**
 * What an aircraft gets wrong about its camera: one part for the whole flight, one for every shot.
 *
 * <p>Deviations are those of a consumer's drone (domain brief, section 5.1: position 1 to 3 m and
 * slow to change, tilt half a degree, yaw a degree and a half), but drawn from Student's t with
 * four degrees of freedom: an error of more than four deviations, which a normal distribution has
 * once in sixteen thousand, comes once in two hundred.
 *
 * @param level deviation of the position of the whole flight, east and north, metres
 * @param vertical the same, upwards
 * @param own share of the flight's deviation that every shot adds by itself
 * @param yawDegrees deviation of the whole flight
 * @param tiltDegrees deviation of pitch and roll, of the whole flight
 * @param clockSeconds deviation of the clock, of the whole flight
 */
public record PoseErrors(
    double level,
    double vertical,
    double own,
    double yawDegrees,
    double tiltDegrees,
    double clockSeconds) {

  private static final int TAIL = 4;

  /** A consumer's drone. */
  public static final PoseErrors DRONE = new PoseErrors(1.3, 2.0, 0.35, 1.0, 0.3, 0.05);

  /** A drone whose satellites were well placed, for the sample. */
  public static final PoseErrors CAREFUL = new PoseErrors(0.8, 0.8, 0.4, 0.3, 0.15, 0.02);

  /** An aircraft with a camera on a mount, a log and a better receiver, and a worse level. */
  public static final PoseErrors AIRCRAFT = new PoseErrors(1.0, 1.5, 0.4, 1.2, 0.6, 0.12);

  /** None at all, for tests of everything else. */
  public static final PoseErrors NONE = new PoseErrors(0, 0, 0, 0, 0, 0);

  /** Seconds by which the clock of a whole flight is late. */
  double clockLateSeconds(Chance flight) {
    return clockSeconds * flight.of("clock").heavyTailed(TAIL);
  }

  /** Where the aircraft believes to be when it is at a place. */
  PlanePoint believedPlace(PlanePoint truth, Chance flight, Chance shot) {
    return new PlanePoint(
        truth.eastMeters() + error("east", level, flight, shot),
        truth.northMeters() + error("north", level, flight, shot));
  }

  /** How much too high it believes to be. */
  double tooHighMeters(Chance flight, Chance shot) {
    return error("up", vertical, flight, shot);
  }

  /** Where the camera really looks when the gimbal states that it looks there. */
  Attitude trueAttitude(Attitude stated, Chance flight, Chance shot) {
    Attitude yawed = new Attitude(error("yaw", yawDegrees, flight, shot), 0, 0);
    Turn tilted =
        Turn.aboutPictureAxes(
            error("nod", tiltDegrees, flight, shot), error("bank", tiltDegrees, flight, shot), 0);
    return Turn.of(yawed).times(Turn.of(stated)).times(tilted).attitude();
  }

  private double error(String part, double deviation, Chance flight, Chance shot) {
    return deviation * (flight.of(part).heavyTailed(TAIL) + own * shot.of(part).heavyTailed(TAIL));
  }
}
