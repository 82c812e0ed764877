package org.qyran.geo.fuse;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.locationtech.jts.index.strtree.STRtree;
import org.qyran.geo.ring.LevelRings;
import org.qyran.geo.ring.Neighbourhoods;
import org.qyran.model.DetectionType;
import org.qyran.model.Sighting;
import org.qyran.model.Target;

/**
 * Makes targets out of sightings.
 *
 * <p>It assumes that things stand still for as long as a survey lasts, and that the frames of one
 * survey share most of their error: one receiver, one compass, one clock.
 *
 * <p>How it works. Sightings are taken best first (smallest error, then highest score; of scores
 * that differ by less than twice, first what its picture shows whole). The best one left over
 * starts a target; sightings of the same type join it, nearest first, when they are linked <em>to
 * that best look</em>: their outlines lie no further apart than a share of the joint error, or, for
 * outlines of similar size, their centres no further than the joint error, both capped. Because
 * every link leads to the best look, looks cannot form chains. The one exception are pieces of a
 * thing that reaches beyond the best look's frame: a piece that overlaps the outline, lies mostly
 * outside it and is larger than the errors extends it, up to {@link FuseSettings#extentMeters()}.
 * Two outlines of one frame that do not overlap are never put into one target. What is left starts
 * the next target.
 *
 * <p>What comes out. The outline is that of the best look, extended by such pieces; not the union
 * of all looks, which would grow with every look. It lies where the looks of the best look's flight
 * put it together, and its error is that of their mean: the part that the flight shares does not
 * average out, so ten looks are not ten fixes, and what the looks disagree by is always covered
 * (see {@link JointFix}). The area may be off by the length of the outline times the detector's
 * outline error, all of it outwards or inwards. The score is 1 - (1 - m) Π(1 - s)^w, with m the
 * best frame's score, s those of the other frames, and w = (1 - ρ) / (1 + (n - 1) ρ) for n frames
 * of correlation ρ: one look keeps its score, n equal ones count as n / (1 + (n - 1) ρ), and no
 * look lowers it. It stays an order and is no probability.
 *
 * <p>Where every look comes from a calibrated detector, the target has a probability too: the
 * log-likelihood ratio of its mean look (without scraps at the edge of a picture), times n / (1 +
 * (n - 1) ρ), added to the log-odds of the prior; its score is that probability. By it the target
 * goes into a queue, or into none.
 *
 * <p>Any order of the same sightings gives the same targets. Stateless; threads may share it.
 */
public final class TargetFuser {

  private final FuseSettings settings;
  private final TriageSettings triage;

  /** Every target that a person should see, whatever its probability. */
  public TargetFuser(FuseSettings settings) {
    this(settings, TriageSettings.EVERYTHING);
  }

  /** Leaves out targets that are too unlikely for any queue. */
  public TargetFuser(FuseSettings settings, TriageSettings triage) {
    this.settings = settings;
    this.triage = triage;
  }

  /**
   * Fuses the sightings of a survey. A detection that comes twice counts once.
   *
   * @return the targets, highest score first, then by id
   */
  public List<Target> fuse(Collection<Sighting> sightings) {
    TreeMap<String, Sighting> byId = new TreeMap<>();
    sightings.stream()
        .sorted(Comparator.comparing(Sighting::time).thenComparing(Sighting::ce90Meters))
        .forEach(sighting -> byId.putIfAbsent(sighting.detection().id(), sighting));
    List<Target> targets = new ArrayList<>();
    for (DetectionType type : DetectionType.values()) {
      List<Sighting> ofType =
          byId.values().stream().filter(s -> s.detection().type() == type).toList();
      for (List<Sighting> near : Neighbourhoods.of(ofType, sighting -> sighting.ring().get(0))) {
        targets.addAll(fuseNear(near));
      }
    }
    targets.sort(Comparator.comparingDouble(Target::score).reversed().thenComparing(Target::id));
    return targets;
  }

  private List<Target> fuseNear(List<Sighting> near) {
    LevelRings rings = LevelRings.around(near.stream().map(s -> s.ring().get(0)).toList());
    List<LevelSighting> open =
        near.stream()
            .map(sighting -> LevelSighting.of(sighting, rings.polygon(sighting.ring())))
            .sorted(LevelSighting.BEST_FIRST)
            .toList();
    STRtree index = new STRtree();
    open.forEach(sighting -> index.insert(sighting.outline().getEnvelopeInternal(), sighting));
    Set<String> taken = new HashSet<>();
    List<Target> targets = new ArrayList<>();
    for (LevelSighting best : open) {
      if (taken.add(best.id())) {
        FusedTarget fused = new FusedTarget(settings, triage, gather(best, index, taken), rings);
        if (fused.isWorthReview()) {
          targets.add(fused.target());
        }
      }
    }
    return targets;
  }

  private Gathering gather(LevelSighting best, STRtree index, Set<String> taken) {
    Gathering gathering = new Gathering(settings, best);
    double reach = Math.max(settings.growthMeters(), settings.radiusMeters());
    for (LevelSighting other : nearest(best, index, taken, reach)) {
      if (gathering.isLinked(other) && gathering.join(other)) {
        taken.add(other.id());
      }
    }
    Deque<LevelSighting> ends = new ArrayDeque<>(gathering.continuations());
    while (!ends.isEmpty()) {
      LevelSighting end = ends.remove();
      for (LevelSighting other : nearest(end, index, taken, 0)) {
        if (gathering.joinContinuing(other)) {
          taken.add(other.id());
          ends.add(other);
        }
      }
    }
    return gathering;
  }

  private static List<LevelSighting> nearest(
      LevelSighting sighting, STRtree index, Set<String> taken, double reachMeters) {
    List<LevelSighting> nearest = new ArrayList<>();
    for (Object found : index.query(sighting.around(reachMeters))) {
      if (found instanceof LevelSighting other && !taken.contains(other.id())) {
        nearest.add(other);
      }
    }
    nearest.sort(
        Comparator.comparingDouble(sighting::distanceMeters)
            .thenComparing(LevelSighting.BEST_FIRST));
    return nearest;
  }
}
