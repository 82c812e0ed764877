package org.qyran.geo.cover;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.index.strtree.STRtree;
import org.qyran.geo.look.CellGrid;
import org.qyran.geo.look.CellGround;
import org.qyran.geo.look.View;
import org.qyran.geo.ring.LevelRings;
import org.qyran.geo.ring.Neighbourhoods;
import org.qyran.geo.terrain.Terrain;
import org.qyran.model.CoveragePatch;
import org.qyran.model.CoveragePatch.SizedProbability;
import org.qyran.model.CoveragePatch.State;
import org.qyran.model.Footprint;

/**
 * Maps what a survey has seen, what it had in view and could not see, and what it missed in
 * between.
 *
 * <p>It assumes that footprints are where they say: their own error is not drawn, so a gap narrower
 * than the CE90 of the frames beside it may be none, and the reverse.
 *
 * <p>How it works. Footprints become level polygons and are laid over each other exactly, to the
 * millimetre; ground seen 1, 2, 3, 4, and 5 or more times becomes patches, one for each connected
 * piece. Over the same ground lies a grid of cells: for each cell and frame a line of sight is
 * followed back to the camera, and where terrain stands in the way the look does not count; ground
 * that lost all its looks is a patch of its own. What a patch says of its looks is summed up over
 * its cells. Its probabilities of detection come from an assumed curve, cell by cell, with the
 * median ground sampling distance, since not all looks are as good as the best. Gaps are holes in
 * what was in view, and slits narrower than a footprint.
 *
 * <p>How wrong it is: the area of all footprints together is theirs to a millimetre's breadth along
 * the edge; what terrain hides is right to a cell.
 *
 * <p>Any order of the same footprints gives the same patches. Stateless; threads may share it.
 */
public final class Coverage {

  /** Slivers below this are noise of the overlay. */
  private static final double LEAST_AREA_SQUARE_METERS = 0.01;

  /** A gap lies beside a footprint that is this near. */
  private static final double TOUCH_METERS = 0.02;

  private final CoverSettings settings;
  private final Terrain terrain;
  private final AssumedDetectionCurve curve;

  /** Coverage over a terrain, which may be {@link Terrain#unknown()}: it hides nothing then. */
  public Coverage(CoverSettings settings, Terrain terrain) {
    this.settings = settings;
    this.terrain = terrain;
    this.curve = new AssumedDetectionCurve(settings);
  }

  /**
   * Maps the footprints of a survey.
   *
   * @return first what was seen and what was hidden, least often seen first; then the gaps; each
   *     largest first
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
    List<View> views = near.stream().map(footprint -> View.of(footprint, rings)).toList();
    CellGrid grid = CellGrid.of(views, settings.cellMeters());
    GroundCover ground = GroundCover.of(grid, new CellGround(grid, rings, terrain), views);
    List<CoveragePatch> patches = new ArrayList<>();
    for (int looks = 0; looks <= LookLevels.MOST; looks++) {
      for (Polygon part : ground.seen(looks)) {
        if (part.getArea() >= LEAST_AREA_SQUARE_METERS) {
          patches.add(looks == 0 ? hidden(part, ground, rings) : seen(part, looks, ground, rings));
        }
      }
    }
    double reach = settings.gapFraction() * medianWidthMeters(views);
    if (reach > 0) {
      STRtree index = new STRtree();
      views.forEach(view -> index.insert(view.outline().getEnvelopeInternal(), view));
      for (Polygon gap : Gaps.between(ground.inView(), reach)) {
        patches.add(gap(gap, beside(gap, index), rings));
      }
    }
    return patches;
  }

  private CoveragePatch seen(Polygon part, int looks, GroundCover ground, LevelRings rings) {
    PatchLooks summed = ground.looksAt(part).seen();
    if (summed.cells().isEmpty()) {
      summed = ground.looksInside(part);
    }
    Polygon normal = (Polygon) part.norm();
    return new CoveragePatch(
        summed.flights(),
        rings.outerRing(normal),
        holes(normal, rings),
        false,
        looks,
        summed.finestStatedMeters(),
        summed.firstSeen(),
        summed.lastSeen(),
        part.getArea(),
        summed.bySize(curve),
        State.SURVEYED,
        summed.viewing(curve),
        summed.estimated());
  }

  private static CoveragePatch hidden(Polygon part, GroundCover ground, LevelRings rings) {
    PatchLooks summed = ground.looksAt(part);
    if (summed.cells().isEmpty()) {
      summed = ground.looksInside(part);
    }
    Polygon normal = (Polygon) part.norm();
    return new CoveragePatch(
        summed.flights(),
        rings.outerRing(normal),
        holes(normal, rings),
        false,
        0,
        null,
        null,
        null,
        part.getArea(),
        AssumedDetectionCurve.SIZES.stream().map(size -> new SizedProbability(size, 0)).toList(),
        State.COULD_NOT_BE_SEEN,
        null,
        summed.estimated());
  }

  private static CoveragePatch gap(Polygon gap, List<View> beside, LevelRings rings) {
    Polygon normal = (Polygon) gap.norm();
    TreeSet<String> flights = new TreeSet<>();
    beside.forEach(view -> flights.addAll(view.flights()));
    return new CoveragePatch(
        String.join("+", flights),
        rings.outerRing(normal),
        holes(normal, rings),
        true,
        0,
        null,
        null,
        null,
        gap.getArea(),
        List.of(),
        State.NOT_SURVEYED,
        null,
        beside.stream().anyMatch(View::estimated));
  }

  private static List<CoveragePatch.Hole> holes(Polygon part, LevelRings rings) {
    return rings.holes(part).stream().map(CoveragePatch.Hole::new).toList();
  }

  private static List<View> beside(Polygon gap, STRtree index) {
    Geometry around = gap.buffer(TOUCH_METERS);
    PreparedGeometry prepared = PreparedGeometryFactory.prepare(around);
    List<View> beside = new ArrayList<>();
    for (Object candidate : index.query(around.getEnvelopeInternal())) {
      if (candidate instanceof View view && prepared.intersects(view.outline())) {
        beside.add(view);
      }
    }
    return beside;
  }

  private static double medianWidthMeters(List<View> views) {
    List<Double> widths =
        views.stream().map(view -> Math.sqrt(view.outline().getArea())).sorted().toList();
    return widths.get(widths.size() / 2);
  }
}
