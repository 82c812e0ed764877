package org.qyran.geo.adjust;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.locationtech.jts.geom.Coordinate;
import org.qyran.geo.adjust.tie.FramePair;
import org.qyran.geo.adjust.tie.GroundAgreement;
import org.qyran.geo.adjust.tie.PairSelection;
import org.qyran.geo.adjust.tie.PairTies;
import org.qyran.geo.adjust.tie.Tie;
import org.qyran.geo.adjust.tie.TieChoice;
import org.qyran.geo.axes.Enu;
import org.qyran.geo.locate.GroundLocator;
import org.qyran.geo.locate.GroundTouch;
import org.qyran.geo.locate.LocateSettings;
import org.qyran.geo.terrain.Terrain;
import org.qyran.model.ControlMark;
import org.qyran.model.Frame;
import org.qyran.model.PixelPoint;
import org.qyran.model.TiePoint;

/**
 * Corrects the poses of a flight from what its own pictures show.
 *
 * <p>Assumes that the ground stands still and that all frames of a flight hang on one receiver, one
 * compass, one mount and one clock. How it goes:
 *
 * <ol>
 *   <li>Candidates of every pair are laid on the terrain by the stated poses; those that a turn, a
 *       stretch and a shift bring together are ties ({@link GroundAgreement}).
 *   <li>Frames whose pixels are upside down against their pose are found and turned ({@link
 *       TurnedFrames}).
 *   <li>What the flight shares is estimated: place, yaw, pitch, roll and clock, each with the error
 *       that is left ({@link SharedBias}).
 *   <li>What every frame gets wrong by itself is estimated on top ({@link OwnCorrections}).
 *   <li>Every fifth tie was held back. Only where the corrected poses bring these closer together
 *       than the stated ones are they used.
 * </ol>
 *
 * <p>Ties bring frames together and say little about where all of them lie: without control points
 * a flight's place stays as wrong as its receiver, and the shared part of its error says so.
 *
 * <p>Stateless; the same frames and ties give the same poses.
 */
public final class FlightAdjuster {

  /** Ground of two frames agrees to this share of the height, at the least to a metre. */
  private static final double TOLERANCE_FRACTION = 0.05;

  private static final double LEAST_TOLERANCE_METERS = 1;

  private final GroundLocator locator;
  private final AdjustSettings settings;

  public FlightAdjuster(Terrain terrain, LocateSettings locate, AdjustSettings settings) {
    this.locator = new GroundLocator(terrain, locate);
    this.settings = settings;
  }

  /** Pairs of frames that are worth comparing, in a fixed order. */
  public List<FramePair> pairs(List<Frame> flight) {
    List<Frame> posed = posed(flight);
    if (!settings.enabled() || posed.size() < 2 || posed.size() > settings.mostFrames()) {
      return List.of();
    }
    FlightPoses poses = FlightPoses.of(locator, posed);
    List<Integer> seeing = new ArrayList<>();
    List<Enu> middles = new ArrayList<>();
    List<Double> breadths = new ArrayList<>();
    for (int frame = 0; frame < poses.size(); frame++) {
      Optional<Enu> middle = at(poses, frame, 0.5, 0.5);
      Optional<Enu> left = at(poses, frame, 0, 0.5);
      Optional<Enu> right = at(poses, frame, 1, 0.5);
      if (middle.isPresent() && left.isPresent() && right.isPresent()) {
        seeing.add(frame);
        middles.add(middle.get());
        breadths.add(right.get().minus(left.get()).levelDistanceMeters());
      }
    }
    return PairSelection.of(middles, breadths).stream()
        .map(
            pair ->
                new FramePair(
                    posed.get(seeing.get(pair[0])).id(), posed.get(seeing.get(pair[1])).id()))
        .toList();
  }

  private static Optional<Enu> at(FlightPoses poses, int frame, double right, double below) {
    Frame of = poses.frames().get(frame);
    return poses
        .touch(
            frame,
            new PixelPoint(right * of.camera().widthPixels(), below * of.camera().heightPixels()))
        .map(touch -> poses.level(touch.place()));
  }

  /**
   * Corrects a flight.
   *
   * @param flight all frames of one flight; those without a pose come back as they are
   * @param candidates what {@link #pairs} of them seem to show alike
   * @param control ground control points, none where a crew measured none
   */
  public AdjustedFlight adjust(
      List<Frame> flight, List<TiePoint> candidates, List<ControlMark> control) {
    List<Frame> posed = posed(flight);
    if (posed.isEmpty()) {
      return AdjustmentAccount.untied(flight, 0, "No picture of the flight has a pose.");
    }
    if (!settings.enabled()) {
      return AdjustmentAccount.untied(
          flight, posed.size(), "Poses are kept as stated: adjust.enabled is false.");
    }
    FlightPoses stated = FlightPoses.of(locator, posed);
    List<PairTies> pairs = ties(stated, candidates);
    List<ControlTie> controls = controls(posed, control);
    if (pairs.isEmpty() && controls.isEmpty()) {
      return AdjustmentAccount.untied(
          flight, posed.size(), "No two pictures of the flight show enough of the same ground.");
    }
    boolean[] turned = new TurnedFrames(stated, pairs).find();
    FlightPoses upright = TurnedFrames.turned(stated, frame -> turned[frame]);
    List<PairTies> agreeing = pairs.stream().filter(pair -> isConsistent(pair, turned)).toList();
    List<ControlTie> fitted = ControlChoice.fitted(controls);
    SharedBias bias = SharedBias.fit(upright, agreeing, fitted, settings);
    FlightPoses corrected =
        new OwnCorrections(bias.corrected(), agreeing, fitted, settings).correct();
    return new AdjustmentAccount(
            flight, stated, upright, corrected, turned, pairs, agreeing, bias, controls, settings)
        .judged();
  }

  private static List<Frame> posed(List<Frame> flight) {
    return flight.stream()
        .filter(frame -> frame.findPlatform().isPresent() && !frame.calibrationPanel())
        .sorted(Comparator.comparing(Frame::time).thenComparing(frame -> frame.image().file()))
        .toList();
  }

  /** A pair that still contradicts itself once frames were turned is no pair of this flight. */
  private static boolean isConsistent(PairTies pair, boolean[] turned) {
    boolean sameParty = turned[pair.first()] == turned[pair.second()];
    return sameParty ? TurnedFrames.isAlike(pair) : TurnedFrames.isOpposite(pair);
  }

  private List<PairTies> ties(FlightPoses stated, List<TiePoint> candidates) {
    Map<String, Integer> numbers = new HashMap<>();
    for (int frame = 0; frame < stated.size(); frame++) {
      numbers.put(stated.frames().get(frame).id(), frame);
    }
    Map<FramePair, List<TiePoint>> byPair =
        candidates.stream()
            .collect(
                Collectors.groupingBy(
                    tie -> new FramePair(tie.firstFrame(), tie.secondFrame()),
                    LinkedHashMap::new,
                    Collectors.toList()));
    List<PairTies> pairs = new ArrayList<>();
    byPair.forEach(
        (pair, ties) -> {
          Integer first = numbers.get(pair.first());
          Integer second = numbers.get(pair.second());
          if (first != null && second != null) {
            agreeing(stated, first, second, ties).ifPresent(pairs::add);
          }
        });
    pairs.sort(Comparator.comparingInt(PairTies::first).thenComparingInt(PairTies::second));
    return pairs;
  }

  private Optional<PairTies> agreeing(
      FlightPoses stated, int first, int second, List<TiePoint> candidates) {
    List<Tie> placed = new ArrayList<>();
    List<Coordinate> here = new ArrayList<>();
    List<Coordinate> there = new ArrayList<>();
    for (TiePoint candidate : candidates) {
      Optional<GroundTouch> one = stated.touch(first, candidate.first());
      Optional<GroundTouch> other = stated.touch(second, candidate.second());
      if (one.isPresent() && other.isPresent()) {
        placed.add(new Tie(first, candidate.first(), second, candidate.second()));
        here.add(level(stated, one.get()));
        there.add(level(stated, other.get()));
      }
    }
    GroundAgreement.Consensus consensus =
        new GroundAgreement(here, there, toleranceMeters(stated, first, here)).find();
    if (consensus.members().size() < settings.leastTies()) {
      return Optional.empty();
    }
    List<Tie> agreeing = consensus.members().stream().map(placed::get).toList();
    return Optional.of(TieChoice.spread(first, second, agreeing, consensus.turnRadians()));
  }

  private static Coordinate level(FlightPoses poses, GroundTouch touch) {
    Enu level = poses.level(touch.place());
    return new Coordinate(level.eastMeters(), level.northMeters(), level.upMeters());
  }

  private static double toleranceMeters(FlightPoses poses, int frame, List<Coordinate> ground) {
    double below = ground.stream().mapToDouble(Coordinate::getZ).average().orElse(0);
    double above = poses.cameraPlace(frame).upMeters() - below;
    return Math.max(LEAST_TOLERANCE_METERS, TOLERANCE_FRACTION * above);
  }

  private static List<ControlTie> controls(List<Frame> posed, List<ControlMark> control) {
    Map<String, Integer> byFile = new TreeMap<>();
    for (int frame = 0; frame < posed.size(); frame++) {
      byFile.put(fileName(posed.get(frame).image().file()), frame);
    }
    List<ControlTie> controls = new ArrayList<>();
    for (ControlMark point : control) {
      Integer frame = byFile.get(fileName(point.file()));
      if (frame != null) {
        controls.add(new ControlTie(frame, point));
      }
    }
    return controls;
  }

  private static String fileName(String file) {
    return file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
  }
}
