package org.qyran.geo.cover;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.index.strtree.STRtree;
import org.qyran.geo.ring.LevelRings;
import org.qyran.geo.ring.Neighbourhoods;
import org.qyran.model.CoveragePatch;
import org.qyran.model.Footprint;

/**
 * Maps what a survey has seen, and what it missed in between.
 *
 * <p>It assumes that footprints are where they say: their own error is not drawn, so a gap narrower
 * than the CE90 of the frames beside it may be none, and the reverse.
 *
 * <p>How it works. Footprints become level polygons and are laid over each other exactly, to the
 * millimetre; ground seen 1, 2, 3, 4, and 5 or more times becomes patches, one for each connected
 * piece. A patch carries the finest ground sampling distance, the time span and the flights of the
 * frames that see any of it. Its probabilities of detection come from an assumed curve, with the
 * median ground sampling distance, since not all looks are as good as the best. Gaps are holes in
 * what was seen, and slits narrower than a footprint.
 *
 * <p>Any order of the same footprints gives the same patches. Stateless; threads may share it.
 */
public final class Coverage {

  /** Slivers below this are noise of the overlay. */
  private static final double LEAST_AREA_SQUARE_METERS = 0.01;

  /** A footprint that only touches a patch does not see it. */
  private static final double TOUCH_METERS = 0.02;

  private final CoverSettings settings;
  private final AssumedDetectionCurve curve;

  public Coverage(CoverSettings settings) {
    this.settings = settings;
    this.curve = new AssumedDetectionCurve(settings);
  }

  /**
   * Maps the footprints of a survey.
   *
   * @return first what was seen, least often seen first; then the gaps; each largest first
   */
  public List<CoveragePatch> cover(List<Footprint> footprints) {
    List<Footprint> sorted =
        footprints.stream()
            .sorted(
                Comparator.comparing(Footprint::frameId)
                    .thenComparing(Footprint::time)
                    .thenComparing(Footprint::file))
            .toList();
    List<CoveragePatch> patches = new ArrayList<>();
    for (List<Footprint> near : Neighbourhoods.of(sorted, Footprint::center)) {
      patches.addAll(coverNear(near));
    }
    patches.sort(
        Comparator.comparing(CoveragePatch::gap)
            .thenComparingInt(CoveragePatch::looks)
            .thenComparing(Comparator.comparingDouble(CoveragePatch::areaSquareMeters).reversed())
            .thenComparing(patch -> patch.ring().get(0).latitudeDegrees())
            .thenComparing(patch -> patch.ring().get(0).longitudeDegrees()));
    return patches;
  }

  private List<CoveragePatch> coverNear(List<Footprint> near) {
    LevelRings rings = LevelRings.around(near.stream().map(Footprint::center).toList());
    List<Seen> seen = new ArrayList<>();
    STRtree index = new STRtree();
    for (Footprint footprint : near) {
      Seen one = Seen.of(footprint, rings.polygon(footprint.ring()));
      seen.add(one);
      index.insert(one.outline().getEnvelopeInternal(), one);
    }
    LookLevels levels = LookLevels.of(seen.stream().map(Seen::outline).toList());
    List<CoveragePatch> patches = new ArrayList<>();
    for (int looks = 1; looks <= LookLevels.MOST; looks++) {
      for (Polygon part : LevelRings.parts(levels.exactly(looks))) {
        if (part.getArea() >= LEAST_AREA_SQUARE_METERS) {
          patches.add(patch(part, looks, seeing(part, index), rings));
        }
      }
    }
    double reach = settings.gapFraction() * medianWidthMeters(seen);
    if (reach > 0) {
      for (Polygon gap : Gaps.between(levels.atLeast(1), reach)) {
        patches.add(gap(gap, index, rings));
      }
    }
    return patches;
  }

  private CoveragePatch patch(Polygon part, int looks, List<Footprint> by, LevelRings rings) {
    List<Double> samplings =
        by.stream().map(Footprint::groundSamplingDistanceMeters).sorted().toList();
    List<Instant> times = by.stream().map(Footprint::time).sorted().toList();
    Polygon normal = (Polygon) part.norm();
    return new CoveragePatch(
        flights(by),
        rings.outerRing(normal),
        holes(normal, rings),
        false,
        looks,
        samplings.get(0),
        times.get(0),
        times.get(times.size() - 1),
        part.getArea(),
        curve.bySize(samplings.get(samplings.size() / 2), looks));
  }

  private static CoveragePatch gap(Polygon gap, STRtree index, LevelRings rings) {
    Polygon normal = (Polygon) gap.norm();
    return new CoveragePatch(
        flights(intersecting(gap.buffer(TOUCH_METERS), index, Seen::outline)),
        rings.outerRing(normal),
        holes(normal, rings),
        true,
        0,
        null,
        null,
        null,
        gap.getArea(),
        List.of());
  }

  private static List<CoveragePatch.Hole> holes(Polygon part, LevelRings rings) {
    return rings.holes(part).stream().map(CoveragePatch.Hole::new).toList();
  }

  private static List<Footprint> seeing(Polygon part, STRtree index) {
    List<Footprint> seeing = intersecting(part, index, Seen::core);
    return seeing.isEmpty() ? intersecting(part, index, Seen::outline) : seeing;
  }

  private static List<Footprint> intersecting(
      Geometry part, STRtree index, Function<Seen, Geometry> shape) {
    PreparedGeometry prepared = PreparedGeometryFactory.prepare(part);
    List<Footprint> found = new ArrayList<>();
    for (Object candidate : index.query(part.getEnvelopeInternal())) {
      if (candidate instanceof Seen seen && prepared.intersects(shape.apply(seen))) {
        found.add(seen.footprint());
      }
    }
    return found;
  }

  private static String flights(List<Footprint> footprints) {
    return footprints.stream()
        .map(Footprint::flight)
        .distinct()
        .sorted()
        .collect(Collectors.joining("+"));
  }

  private static double medianWidthMeters(List<Seen> seen) {
    List<Double> widths =
        seen.stream().map(one -> Math.sqrt(one.outline().getArea())).sorted().toList();
    return widths.get(widths.size() / 2);
  }

  /** A footprint in level axes, and the same without its outermost centimetres. */
  private record Seen(Footprint footprint, Polygon outline, Geometry core) {

    static Seen of(Footprint footprint, Polygon outline) {
      return new Seen(footprint, outline, outline.buffer(-TOUCH_METERS));
    }
  }
}
