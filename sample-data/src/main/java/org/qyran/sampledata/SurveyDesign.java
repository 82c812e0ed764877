package org.qyran.sampledata;

import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import org.qyran.sampledata.chance.Chance;
import org.qyran.sampledata.flight.FlightPlan;
import org.qyran.sampledata.flight.PoseErrors;
import org.qyran.sampledata.world.Family;
import org.qyran.sampledata.world.Season;

/**
 * What is to be simulated: which world, in which month, flown how and with what.
 *
 * @param family of the world
 * @param seed of the world, the flight and all noise
 * @param season that plants and light are of
 * @param payload under the aircraft
 * @param plan of the flight
 * @param errors of its poses
 * @param elevation errors of the raster that is handed to the product
 */
public record SurveyDesign(
    Family family,
    long seed,
    Season season,
    Payload payload,
    FlightPlan plan,
    PoseErrors errors,
    Elevation elevation) {

  private static final int JULY = 7;
  private static final double DRONE_METERS = 110;
  private static final double AIRCRAFT_METERS = 400;

  /** What hangs under the aircraft. */
  public enum Payload {
    /** A drone's colour camera. */
    COLOUR,
    /** A drone's five bands. */
    MULTISPECTRAL,
    /** Five bands and a thermal core. */
    THERMAL,
    /** Colour and five bands, as on drones for mapping crops. */
    BOTH,
    /** A colour camera in an aircraft, which knows its pose from the log alone. */
    AIRCRAFT;

    /** As commands say it. */
    public static Payload named(String name) {
      for (Payload payload : values()) {
        if (payload.name().toLowerCase(Locale.ROOT).equals(name.toLowerCase(Locale.ROOT))) {
          return payload;
        }
      }
      throw new IllegalArgumentException(
          "there is no camera '%s'; there are colour, multispectral, thermal, both, aircraft"
              .formatted(name));
    }

    boolean hasColour() {
      return this == COLOUR || this == BOTH || this == AIRCRAFT;
    }

    boolean hasBands() {
      return this == MULTISPECTRAL || this == THERMAL || this == BOTH;
    }
  }

  /**
   * What is wrong with the elevation raster.
   *
   * @param cellMeters side of a cell
   * @param deviationMeters of errors that wander over some 60 m
   * @param biasMeters deviation of an error that all cells share
   */
  public record Elevation(double cellMeters, double deviationMeters, double biasMeters) {

    /** As good as a drone's own survey. */
    static final Elevation FINE = new Elevation(4, 0.3, 0.3);

    /** As a good regional model. */
    static final Elevation REGIONAL = new Elevation(10, 1.8, 1.2);
  }

  /** A world of a name, flown as such a place is flown. */
  public static SurveyDesign of(String world, long seed) {
    Family family = Family.named(world);
    double heading = new Chance(seed).of("heading").between(0, 180);
    SurveyDesign mapped =
        new SurveyDesign(
            family,
            seed,
            new Season(JULY),
            Payload.BOTH,
            lawnMower(heading, DRONE_METERS),
            PoseErrors.DRONE,
            Elevation.REGIONAL);
    return switch (family.name()) {
      case "farmland" -> mapped.with(Payload.AIRCRAFT);
      case "desert-edge" -> mapped.with(Payload.COLOUR).alongCorridor(-62);
      case "foreign-shore" -> mapped.with(Payload.MULTISPECTRAL);
      default -> mapped;
    };
  }

  /** The survey of {@code qyran demo}: a small one, with a gap in its coverage. */
  static SurveyDesign sample(long seed) {
    return new SurveyDesign(
        Family.named("steppe-river").smallSample(),
        seed,
        new Season(JULY),
        Payload.COLOUR,
        new FlightPlan(25, 3, 88, 5, 40, 93, -90, 8, Set.of(6, 7), Set.of(4, 14), 1 / 800.0, 0),
        PoseErrors.CAREFUL,
        Elevation.FINE);
  }

  /** The same with another payload; from another height where an aircraft takes a drone's place. */
  public SurveyDesign with(Payload other) {
    boolean aircraft = other == Payload.AIRCRAFT;
    PoseErrors wrong = aircraft ? PoseErrors.AIRCRAFT : PoseErrors.DRONE;
    SurveyDesign same = new SurveyDesign(family, seed, season, other, plan, wrong, elevation);
    return aircraft == (payload == Payload.AIRCRAFT)
        ? same
        : same.flownAt(aircraft ? AIRCRAFT_METERS : DRONE_METERS);
  }

  /**
   * The same with far more plots and look-alikes than anybody would meet, down to a few square
   * metres: to measure what is found of which size.
   */
  public SurveyDesign crowded() {
    return over(family.nursery().withPockets());
  }

  /**
   * The same with far more plots and look-alikes than anybody would meet, and hardly any overlap of
   * pictures: to learn from.
   */
  public SurveyDesign asNursery() {
    double up = plan.aboveGroundMeters();
    FlightPlan once = block(plan.headingDegrees(), up, 0.55 * up, 0.75 * up);
    return over(family.nursery()).flown(once);
  }

  /** The same with plots and look-alikes of a few square metres besides. */
  public SurveyDesign withPockets() {
    return over(family.withPockets());
  }

  private SurveyDesign over(Family other) {
    return new SurveyDesign(other, seed, season, payload, plan, errors, elevation);
  }

  /** The same in another month, 4 to 10. */
  public SurveyDesign inMonth(int month) {
    return new SurveyDesign(family, seed, new Season(month), payload, plan, errors, elevation);
  }

  /**
   * The same block, flown from another height with the same overlap: fewer, wider pictures.
   *
   * @param aboveGroundMeters 30 to 150 for drones, 250 to 1,500 for aircraft
   */
  public SurveyDesign flownAt(double aboveGroundMeters) {
    boolean aircraft = payload == Payload.AIRCRAFT;
    requireInRange(
        aircraft ? "height of an aircraft in m" : "height of a drone in m",
        aboveGroundMeters,
        aircraft ? 250 : 30,
        aircraft ? 1_500 : 150);
    FlightPlan other =
        aircraft
            ? aircraft(plan.headingDegrees(), aboveGroundMeters)
            : lawnMower(plan.headingDegrees(), aboveGroundMeters);
    return new SurveyDesign(family, seed, season, payload, other, errors, elevation);
  }

  /** The same country, flown by another plan. */
  public SurveyDesign flown(FlightPlan other) {
    return new SurveyDesign(family, seed, season, payload, other, errors, elevation);
  }

  /** Straight down over a block, instead of along a corridor. */
  public SurveyDesign overBlock() {
    return flownAt(payload == Payload.AIRCRAFT ? AIRCRAFT_METERS : DRONE_METERS);
  }

  /**
   * Two strips with the camera tilted ahead, instead of the block.
   *
   * @param pitchDegrees -90, straight down, to -45: flatter, and the pictures would see the horizon
   */
  public SurveyDesign alongCorridor(double pitchDegrees) {
    requireInRange("pitch of the camera in degrees", pitchDegrees, -90, -45);
    FlightPlan corridor =
        new FlightPlan(
            plan.headingDegrees(),
            2,
            60,
            7,
            32,
            90,
            pitchDegrees,
            9,
            Set.of(),
            Set.of(),
            1 / 800.0,
            1 / 40.0);
    return new SurveyDesign(family, seed, season, payload, corridor, errors, elevation);
  }

  /** When the first picture is taken: in the morning, on a day of the month. */
  public Instant start() {
    return Instant.parse("2026-%02d-24T04:30:00Z".formatted(season.month()));
  }

  /** Some 210 by 160 m; 55 percent of overlap along a strip of the multispectral camera. */
  private static FlightPlan lawnMower(double headingDegrees, double aboveGroundMeters) {
    return block(
        headingDegrees, aboveGroundMeters, 0.30 * aboveGroundMeters, 0.46 * aboveGroundMeters);
  }

  private static FlightPlan block(
      double headingDegrees, double aboveGroundMeters, double shot, double strip) {
    int shots = 1 + (int) Math.round(200 / shot);
    int strips = 1 + (int) Math.round(150 / strip);
    return new FlightPlan(
        headingDegrees,
        strips,
        strip,
        shots,
        shot,
        aboveGroundMeters,
        -90,
        8,
        Set.of(),
        Set.of(),
        1 / 1_000.0,
        0);
  }

  private static FlightPlan aircraft(double headingDegrees, double aboveGroundMeters) {
    double shot = 0.13 * aboveGroundMeters;
    return new FlightPlan(
        headingDegrees,
        3,
        0.22 * aboveGroundMeters,
        6,
        shot,
        aboveGroundMeters,
        -90,
        45,
        Set.of(),
        Set.of(),
        1 / 1_600.0,
        0);
  }

  private static void requireInRange(String name, double value, double least, double most) {
    if (!(value >= least && value <= most)) {
      throw new IllegalArgumentException(
          "%s is %s, must lie in [%s, %s]".formatted(name, value, least, most));
    }
  }
}
