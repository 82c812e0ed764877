package org.qyran.sampledata.site;

import java.util.ArrayList;
import java.util.List;
import org.qyran.sampledata.chance.Chance;
import org.qyran.sampledata.place.PlanePoint;
import org.qyran.sampledata.shape.Outline;
import org.qyran.sampledata.structure.Structure;

/**
 * Finds room for one thing after the other. Each is thrown at a place around the middle until it
 * keeps clear of those that stand already; where that does not come about within {@value #TRIES}
 * throws it is set farther out, where there is room. A working copy for one site.
 */
final class Arrangement {

  private static final int TRIES = 30;
  private static final double CLEARANCE_METERS = 0.8;

  /** Makes a thing at a place. */
  @FunctionalInterface
  interface Maker {

    Structure at(PlanePoint middle, double headingDegrees, Chance chance);
  }

  private final PlanePoint middle;
  private final double headingDegrees;
  private final Chance chance;
  private final List<Structure> flat = new ArrayList<>();
  private final List<Structure> ways = new ArrayList<>();
  private final List<Structure> standing = new ArrayList<>();
  private final List<Structure> over = new ArrayList<>();

  Arrangement(PlanePoint middle, double headingDegrees, Chance chance) {
    this.middle = middle;
    this.headingDegrees = headingDegrees;
    this.chance = chance;
  }

  /** Puts the first thing into the middle, along the heading. */
  Structure center(Maker maker) {
    Structure structure = maker.at(middle, headingDegrees, chance.of("center"));
    standing.add(structure);
    return structure;
  }

  /** Puts a thing on the ground, whatever stands on it. */
  void below(Structure structure) {
    flat.add(structure);
  }

  /** Puts a way on the ground, of which later things keep clear. */
  void keepClear(Structure way) {
    flat.add(way);
    ways.add(way);
  }

  /** Hangs a thing over whatever stands there. */
  void above(Structure structure) {
    over.add(structure);
  }

  /** Puts a thing between two distances from the middle, clear of the others. */
  Structure around(double leastMeters, double mostMeters, String name, Maker maker) {
    Chance own = chance.of(name);
    double farther = 0;
    for (int attempt = 0; ; attempt++) {
      Chance here = own.of(attempt);
      double heading =
          here.of(1).happens(0.4)
              ? headingDegrees + 90 * here.of(2).whole(0, 3) + here.of(3).between(-6, 6)
              : here.of(4).between(0, 360);
      PlanePoint place =
          Outline.offset(
              middle,
              here.of(5).between(leastMeters, mostMeters) + farther,
              0,
              here.of(6).between(0, 360));
      Structure structure = maker.at(place, heading, own);
      if (standing.stream().allMatch(other -> isClear(structure, other))
          && ways.stream().allMatch(other -> isClear(structure, other))) {
        standing.add(structure);
        return structure;
      }
      if (attempt >= TRIES) {
        farther += 1;
      }
    }
  }

  Site named(String name) {
    List<Structure> all = new ArrayList<>(flat);
    all.addAll(standing);
    all.addAll(over);
    return Site.of(name, all);
  }

  private static boolean isClear(Structure one, Structure other) {
    Outline first = one.outline();
    Outline second = other.outline();
    double apart =
        Math.hypot(
            first.middle().eastMeters() - second.middle().eastMeters(),
            first.middle().northMeters() - second.middle().northMeters());
    if (apart > first.reachMeters() + second.reachMeters() + CLEARANCE_METERS) {
      return true;
    }
    return isOutside(first, second) && isOutside(second, first);
  }

  /** Whether the corners and the middle of an outline keep clear of another. */
  private static boolean isOutside(Outline inner, Outline outer) {
    return outer.metersOutside(inner.middle().eastMeters(), inner.middle().northMeters())
            > CLEARANCE_METERS
        && inner.corners().stream()
            .allMatch(
                corner ->
                    outer.metersOutside(corner.eastMeters(), corner.northMeters())
                        > CLEARANCE_METERS);
  }
}
