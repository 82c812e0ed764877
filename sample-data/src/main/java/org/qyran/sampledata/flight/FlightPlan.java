package org.qyran.sampledata.flight;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.DoubleBinaryOperator;
import org.qyran.model.Attitude;
import org.qyran.sampledata.camera.Flightway;
import org.qyran.sampledata.camera.Pose;
import org.qyran.sampledata.chance.Chance;
import org.qyran.sampledata.place.PlanePoint;
import org.qyran.sampledata.shape.Outline;

/**
 * Strips over a block, flown there and back.
 *
 * @param headingDegrees of the first strip, clockwise from north
 * @param strips how many; one is a corridor
 * @param stripMeters between strips
 * @param shotsPerStrip how many
 * @param shotMeters between shots of a strip
 * @param aboveGroundMeters of the camera, over the ground below each shot
 * @param pitchDegrees of the camera: -90 straight down, -45 half way to the horizon, ahead
 * @param metersPerSecond of the aircraft
 * @param missed shots, counted from 0 along the flight, that were never taken
 * @param oblique shots that look 18 degrees further ahead than the others
 * @param exposureSeconds of a row
 * @param readoutSeconds of a picture; 0 for a global shutter
 */
public record FlightPlan(
    double headingDegrees,
    int strips,
    double stripMeters,
    int shotsPerStrip,
    double shotMeters,
    double aboveGroundMeters,
    double pitchDegrees,
    double metersPerSecond,
    Set<Integer> missed,
    Set<Integer> oblique,
    double exposureSeconds,
    double readoutSeconds) {

  private static final Duration TURN = Duration.ofSeconds(18);
  private static final double AHEAD_DEGREES = 18;

  public FlightPlan {
    missed = Set.copyOf(missed);
    oblique = Set.copyOf(oblique);
  }

  /** Along the heading, of the middles of the pictures. */
  public double lengthMeters() {
    return (shotsPerStrip - 1) * shotMeters;
  }

  /** Across it. */
  public double widthMeters() {
    return (strips - 1) * stripMeters;
  }

  /**
   * All shots in the order of time.
   *
   * @param groundMeters height of the ground above mean sea level at a place east and north
   */
  public List<Shot> shots(
      Instant start, DoubleBinaryOperator groundMeters, PoseErrors errors, Chance flight) {
    List<Shot> shots = new ArrayList<>();
    double late = errors.clockLateSeconds(flight);
    Instant time = start;
    Duration between = Duration.ofMillis(Math.round(1_000 * shotMeters / metersPerSecond));
    double meter = 0;
    for (int strip = 0; strip < strips; strip++) {
      for (int number = 0; number < shotsPerStrip; number++) {
        int index = strip * shotsPerStrip + number;
        Chance shot = flight.of(index);
        meter = 0.9 * meter + 0.035 * shot.of("meter").normal();
        if (!missed.contains(index)) {
          Attitude stated = attitude(strip, oblique.contains(index), shot);
          PlanePoint place = place(strip, number, shot);
          double up =
              groundMeters.applyAsDouble(place.eastMeters(), place.northMeters())
                  + aboveGroundMeters * (1 + 0.006 * shot.of("lift").normal());
          Flightway way = way(wayDegrees(strip));
          // A clock that is late stamps the picture with where the aircraft was a little later.
          PlanePoint stamped =
              new PlanePoint(
                  place.eastMeters() + late * way.eastMetersPerSecond(),
                  place.northMeters() + late * way.northMetersPerSecond());
          shots.add(
              new Shot(
                  shots.size() + 1,
                  time,
                  new Pose(place, up, errors.trueAttitude(stated, flight, shot)),
                  time.plusMillis(Math.round(1_000 * late)),
                  new Pose(
                      errors.believedPlace(stamped, flight, shot),
                      up + errors.tooHighMeters(flight, shot),
                      stated),
                  wayDegrees(strip),
                  way,
                  Math.exp(meter)));
        }
        time = time.plus(between);
      }
      time = time.plus(TURN);
    }
    return shots;
  }

  private PlanePoint place(int strip, int number, Chance shot) {
    double along = (number - (shotsPerStrip - 1) / 2.0) * shotMeters;
    double across = (strip - (strips - 1) / 2.0) * stripMeters;
    PlanePoint planned =
        Outline.offset(
            new PlanePoint(0, 0), strip % 2 == 0 ? along : -along, across, headingDegrees);
    return new PlanePoint(
        planned.eastMeters() + 0.015 * aboveGroundMeters * shot.of("drift").normal(),
        planned.northMeters() + 0.015 * aboveGroundMeters * shot.of("sway").normal());
  }

  /** As the gimbal states it: to a tenth of a degree, without roll. */
  private Attitude attitude(int strip, boolean ahead, Chance shot) {
    return new Attitude(
        tenths(turned(wayDegrees(strip) + 1.5 * shot.of("crab").normal())),
        tenths(pitchDegrees + (ahead ? AHEAD_DEGREES : 0) + 0.3 * shot.of("pitch").normal()),
        0);
  }

  private static double tenths(double degrees) {
    return Math.round(degrees * 10) / 10.0;
  }

  private double wayDegrees(int strip) {
    return turned(strip % 2 == 0 ? headingDegrees : headingDegrees + 180);
  }

  private Flightway way(double yawDegrees) {
    return new Flightway(
        metersPerSecond * Math.sin(Math.toRadians(yawDegrees)),
        metersPerSecond * Math.cos(Math.toRadians(yawDegrees)),
        exposureSeconds,
        readoutSeconds);
  }

  private static double turned(double degrees) {
    double turned = degrees % 360;
    return turned > 180 ? turned - 360 : turned;
  }
}
