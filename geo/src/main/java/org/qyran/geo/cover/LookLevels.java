package org.qyran.geo.cover;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.UnaryUnionNG;
import org.qyran.geo.ring.LevelRings;

/**
 * Which ground at least one, two, … {@value #MOST} of some footprints cover.
 *
 * <p>Two halves are put together by: at least k of both is, over all i + j = k, at least i of the
 * one and at least j of the other. Halving by place keeps most of what is put together small; more
 * than {@value #MOST} looks are not told apart, so the shapes stay simple where frames lie thick.
 * All corners are snapped to millimetres, which makes the overlays safe.
 */
final class LookLevels {

  /** More looks than this are counted as this many. */
  static final int MOST = 5;

  private static final PrecisionModel MILLIMETERS = new PrecisionModel(1_000);
  private static final GeometryFactory FACTORY = new GeometryFactory();

  /** At index k the ground of at least k + 1 looks. */
  private final List<Geometry> atLeast;

  private LookLevels(List<Geometry> atLeast) {
    this.atLeast = atLeast;
  }

  /** The order of the polygons changes nothing but the last millimetre. */
  static LookLevels of(List<Polygon> footprints) {
    if (footprints.size() == 1) {
      return new LookLevels(
          List.of(OverlayNG.overlay(footprints.get(0), null, OverlayNG.UNION, MILLIMETERS)));
    }
    Envelope all = new Envelope();
    footprints.forEach(footprint -> all.expandToInclude(footprint.getEnvelopeInternal()));
    boolean wide = all.getWidth() >= all.getHeight();
    List<Polygon> sorted =
        footprints.stream()
            .sorted(
                Comparator.comparingDouble(
                    footprint -> {
                      Envelope box = footprint.getEnvelopeInternal();
                      return wide ? box.centre().getX() : box.centre().getY();
                    }))
            .toList();
    int half = sorted.size() / 2;
    return of(sorted.subList(0, half)).plus(of(sorted.subList(half, sorted.size())));
  }

  /** The ground that at least so many look at, in [1, {@value #MOST}]. */
  Geometry atLeast(int looks) {
    return looks <= atLeast.size() ? atLeast.get(looks - 1) : FACTORY.createPolygon();
  }

  /** The ground that exactly so many look at; for {@value #MOST}, that many or more. */
  Geometry exactly(int looks) {
    return looks >= atLeast.size()
        ? atLeast(looks)
        : OverlayNG.overlay(atLeast(looks), atLeast(looks + 1), OverlayNG.DIFFERENCE, MILLIMETERS);
  }

  private LookLevels plus(LookLevels other) {
    List<Geometry> sums = new ArrayList<>();
    int most = Math.min(MOST, atLeast.size() + other.atLeast.size());
    for (int looks = 1; looks <= most; looks++) {
      Geometry sum = sum(other, looks);
      if (sum.isEmpty()) {
        break;
      }
      sums.add(sum);
    }
    return new LookLevels(sums);
  }

  private Geometry sum(LookLevels other, int looks) {
    List<Polygon> parts = new ArrayList<>();
    parts.addAll(LevelRings.parts(atLeast(looks)));
    parts.addAll(LevelRings.parts(other.atLeast(looks)));
    for (int mine = 1; mine < looks; mine++) {
      Geometry here = atLeast(mine);
      Geometry there = other.atLeast(looks - mine);
      if (here.getEnvelopeInternal().intersects(there.getEnvelopeInternal())) {
        parts.addAll(
            LevelRings.parts(OverlayNG.overlay(here, there, OverlayNG.INTERSECTION, MILLIMETERS)));
      }
    }
    return parts.isEmpty()
        ? FACTORY.createPolygon()
        : UnaryUnionNG.union(List.copyOf(parts), FACTORY, MILLIMETERS);
  }
}
