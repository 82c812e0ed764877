package org.qyran.geo.fuse;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.qyran.geo.ring.LevelRings;
import org.qyran.model.Belief;
import org.qyran.model.Detection;
import org.qyran.model.Sighting;
import org.qyran.model.Target;
import org.qyran.model.Target.Look;

/** Writes down what a gathering amounts to; the rules are those of {@link TargetFuser}. */
final class FusedTarget {

  private static final int ID_DIGITS = 16;

  private final FuseSettings settings;
  private final Gathering gathering;
  private final Optional<Belief> belief;
  private final TriageSettings.Queue queue;
  private final LevelRings rings;

  FusedTarget(FuseSettings settings, TriageSettings triage, Gathering gathering, LevelRings rings) {
    this.settings = settings;
    this.gathering = gathering;
    this.belief = belief(settings, gathering);
    this.queue = triage.queueOf(belief);
    this.rings = rings;
  }

  /** Whether a person should see it at all. */
  boolean isWorthReview() {
    return queue != TriageSettings.Queue.NONE;
  }

  Target target() {
    Sighting best = gathering.best().sighting();
    Detection detection = best.detection();
    List<Look> looks = looks();
    JointFix fix = JointFix.of(gathering);
    Polygon outline = (Polygon) fix.moved(gathering.outline()).norm();
    Coordinate center = center(outline);
    double area = outline.getArea();
    double areaError =
        outline.getLength() * settings.outlineErrorPixels() * best.groundSamplingDistanceMeters();
    Collection<Double> scores = scoresByFrame();
    return new Target(
        id(),
        detection.type(),
        detection.subtype(),
        "new",
        queue.wireName(),
        belief.map(Belief::probability).orElseGet(() -> score(scores)),
        belief.map(Belief::probability).orElse(null),
        belief.map(Belief::prior).orElse(null),
        model(),
        looks,
        settings.looksEffective(scores.size()),
        detection.evidence(),
        detection.alternatives(),
        rings.outerRing(outline),
        rings.toPlace(center),
        area,
        Math.max(0, area - areaError),
        area + areaError,
        fix.ce90Meters(),
        fix.le90Meters(),
        fix.ellipse(),
        fix.ce90SharedMeters(),
        best.groundHeightMeters(),
        looks.get(0).time(),
        looks.get(looks.size() - 1).time());
  }

  private List<Look> looks() {
    return gathering.members().stream()
        .map(LevelSighting::sighting)
        .sorted(Comparator.comparing(Sighting::time).thenComparing(s -> s.detection().id()))
        .map(FusedTarget::look)
        .toList();
  }

  private static Look look(Sighting sighting) {
    return new Look(
        sighting.detection().id(),
        sighting.detection().frameId(),
        sighting.file(),
        sighting.sha256(),
        sighting.time(),
        sighting.groundSamplingDistanceMeters(),
        sighting.offNadirDegrees(),
        sighting.detection().score(),
        sighting.detection().outline());
  }

  private static Coordinate center(Polygon outline) {
    Point centroid = outline.getCentroid();
    return (outline.contains(centroid) ? centroid : outline.getInteriorPoint()).getCoordinate();
  }

  /**
   * What the looks together make likely: the mean of what each picture's best look says, times what
   * the looks are worth. A scrap that the edge of its picture left of the thing says nothing of it.
   * Nothing where a look comes from a detector without calibration.
   */
  private static Optional<Belief> belief(FuseSettings settings, Gathering gathering) {
    TreeMap<String, Belief> best = new TreeMap<>();
    for (LevelSighting member : gathering.witnesses()) {
      Optional<Belief> own = member.sighting().detection().findBelief();
      if (own.isEmpty()) {
        return Optional.empty();
      }
      best.merge(member.picture(), own.get(), (a, b) -> a.probability() >= b.probability() ? a : b);
    }
    double sum = 0;
    for (Belief one : best.values()) {
      sum += one.logLikelihoodRatio();
    }
    double mean = sum / best.size();
    double prior = best.firstEntry().getValue().prior();
    return Optional.of(Belief.of(settings.looksEffective(best.size()) * mean, prior));
  }

  /** The best score of each picture: two outlines of one picture are one look. */
  private Collection<Double> scoresByFrame() {
    TreeMap<String, Double> scores = new TreeMap<>();
    gathering.members().forEach(m -> scores.merge(m.picture(), m.score(), Math::max));
    return scores.values();
  }

  private double score(Collection<Double> scores) {
    double correlation = settings.lookCorrelation();
    double weight = (1 - correlation) / (1 + (scores.size() - 1) * correlation);
    List<Double> bestFirst = scores.stream().sorted(Comparator.reverseOrder()).toList();
    double missed = 1 - bestFirst.get(0);
    for (double other : bestFirst.subList(1, bestFirst.size())) {
      missed *= StrictMath.pow(1 - other, weight);
    }
    return 1 - missed;
  }

  private String model() {
    return gathering.members().stream()
        .map(member -> member.sighting().detection().detector())
        .distinct()
        .sorted()
        .collect(Collectors.joining(", "));
  }

  private String id() {
    String ids =
        gathering.members().stream()
            .map(LevelSighting::id)
            .sorted()
            .collect(Collectors.joining("\n"));
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(ids.getBytes(StandardCharsets.UTF_8));
      return "t-" + HexFormat.of().formatHex(digest).substring(0, ID_DIGITS);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
