package org.qyran.sampledata.site;

import java.util.List;
import org.qyran.sampledata.chance.Chance;
import org.qyran.sampledata.place.PlanePoint;
import org.qyran.sampledata.shape.Outline;
import org.qyran.sampledata.structure.Gear;
import org.qyran.sampledata.structure.Kind;
import org.qyran.sampledata.structure.Materials;
import org.qyran.sampledata.structure.Shelter;
import org.qyran.sampledata.structure.Trace;
import org.qyran.sampledata.surface.Relief;

/**
 * Places where people live and work within the law and that have tents, sheds, vehicles, smoke and
 * tracks as well: the steppe is full of them. Nothing here is a target.
 *
 * @param materials that skins come from
 * @param relief that they stand on
 */
public record LawfulSite(Materials materials, Relief relief) {

  /** The sorts of lawful site. */
  public enum Sort {
    YURT_CAMP,
    BEEKEEPER,
    HERDER,
    FARM,
    HAYFIELD,
    WELL,
    PARKED_CAR,
    PICNIC,
    BRIDGE,
    RUIN
  }

  /** A site of a sort around a place. */
  public Site at(Sort sort, String name, PlanePoint middle, double headingDegrees, Chance chance) {
    Arrangement plan = new Arrangement(middle, headingDegrees, chance);
    switch (sort) {
      case YURT_CAMP -> yurtCamp(plan, chance);
      case BEEKEEPER -> beekeeper(plan, chance);
      case HERDER -> herder(plan, middle, headingDegrees, chance);
      case FARM -> farm(plan, middle, headingDegrees, chance);
      case HAYFIELD -> hayfield(plan, chance);
      case WELL -> well(plan, middle, headingDegrees, chance);
      case PARKED_CAR -> parkedCar(plan, middle, headingDegrees, chance);
      case PICNIC -> picnic(plan, chance);
      case BRIDGE -> bridge(plan, middle, headingDegrees, chance);
      case RUIN -> ruins(plan, chance);
    }
    return plan.named(name);
  }

  private void yurtCamp(Arrangement plan, Chance chance) {
    plan.center(shelter()::yurt);
    int more = chance.of("yurts").whole(0, 3);
    for (int yurt = 0; yurt < more; yurt++) {
      plan.around(9, 20, "yurt" + yurt, shelter()::yurt);
    }
    plan.around(5, 12, "hearth", (place, heading, own) -> trace().hearth(place, own));
    plan.around(10, 24, "car", as(Kind.CAR, gear()::vehicle));
    if (chance.of("tent").happens(0.4)) {
      plan.around(6, 16, "tent", as(Kind.TENT_CAMPING, shelter()::tent));
    }
  }

  private void beekeeper(Arrangement plan, Chance chance) {
    int rows = chance.of("rows").whole(2, 4);
    int columns = chance.of("columns").whole(10, 20);
    plan.center((place, heading, own) -> gear().hives(place, heading, columns, rows, own));
    plan.around(9, 24, "van", as(Kind.CAR, gear()::van));
    plan.around(9, 24, "caravan", gear()::caravan);
    if (chance.of("tent").happens(0.4)) {
      plan.around(9, 24, "tent", as(Kind.TENT_CAMPING, shelter()::tent));
    }
  }

  private void herder(Arrangement plan, PlanePoint middle, double headingDegrees, Chance chance) {
    plan.below(
        trace()
            .yard(
                Outline.blob(middle, 34, 24, headingDegrees, 0.35, chance.of("yard")),
                chance.of("yard")));
    plan.center(
        as(
            Kind.HERDERS_SHED,
            (place, heading, own) ->
                shelter()
                    .shed(
                        place,
                        own.of("length").between(6, 18),
                        own.of("width").between(4, 7),
                        heading,
                        own)));
    way(plan, middle, 12, chance.of("from").between(0, 360), chance);
    plan.around(
        14,
        26,
        "corral",
        (place, heading, own) ->
            trace()
                .corral(
                    place,
                    own.of("long").between(12, 26),
                    own.of("wide").between(10, 18),
                    heading,
                    own));
    int heaps = chance.of("heaps").whole(1, 4);
    for (int heap = 0; heap < heaps; heap++) {
      plan.around(8, 28, "heap" + heap, trace()::heap);
    }
    if (chance.of("car").happens(0.5)) {
      plan.around(8, 20, "car", as(Kind.CAR, gear()::vehicle));
    }
  }

  private void farm(Arrangement plan, PlanePoint middle, double headingDegrees, Chance chance) {
    plan.below(
        trace()
            .yard(
                Outline.blob(middle, 44, 32, headingDegrees, 0.25, chance.of("yard")),
                chance.of("yard")));
    plan.center(shelter()::house);
    way(plan, middle, 16, chance.of("from").between(0, 360), chance);
    int barns = chance.of("barns").whole(1, 3);
    for (int barn = 0; barn < barns; barn++) {
      plan.around(
          13,
          26,
          "barn" + barn,
          as(
              Kind.BARN,
              (place, heading, own) ->
                  shelter()
                      .shed(
                          place,
                          own.of("length").between(7, 20),
                          own.of("width").between(4, 9),
                          heading,
                          own)));
    }
    plan.around(
        16,
        30,
        "beds",
        (place, heading, own) ->
            trace()
                .beds(
                    place,
                    own.of("long").between(8, 20),
                    own.of("wide").between(5, 14),
                    headingDegrees,
                    own));
    int stacks = chance.of("stacks").whole(0, 3);
    for (int stack = 0; stack < stacks; stack++) {
      plan.around(16, 34, "stack" + stack, gear()::haystack);
    }
    plan.around(9, 22, "tractor", gear()::tractor);
    if (chance.of("car").happens(0.7)) {
      plan.around(9, 18, "car", as(Kind.CAR, gear()::vehicle));
    }
    if (chance.of("heap").happens(0.5)) {
      plan.around(15, 30, "heap", trace()::heap);
    }
    double line = chance.of("line").between(0, 360);
    for (int pole = -1; pole <= 1; pole++) {
      PlanePoint place = Outline.offset(middle, 40.0 * pole, 14, line);
      plan.below(gear().powerPole(place, line, chance.of("pole").of(pole)));
    }
  }

  private void hayfield(Arrangement plan, Chance chance) {
    boolean bales = chance.of("bales").happens(0.5);
    Arrangement.Maker maker = bales ? gear()::bale : gear()::haystack;
    plan.center(maker);
    int more = bales ? chance.of("count").whole(6, 16) : chance.of("count").whole(1, 4);
    for (int stack = 0; stack < more; stack++) {
      plan.around(10, 45, "stack" + stack, maker);
    }
  }

  private void well(Arrangement plan, PlanePoint middle, double headingDegrees, Chance chance) {
    plan.below(
        trace()
            .pad(
                Outline.rectangle(
                    middle,
                    chance.of("long").between(18, 30),
                    chance.of("wide").between(14, 22),
                    headingDegrees),
                chance.of("pad")));
    plan.center(gear()::rig);
    way(plan, middle, 13, headingDegrees, chance);
    plan.around(6, 11, "tank", gear()::tank);
    plan.around(
        6,
        12,
        "house",
        as(Kind.WELL, (place, heading, own) -> shelter().shed(place, 4, 3, heading, own)));
    plan.around(6, 13, "truck", as(Kind.CAR, gear()::truck));
  }

  private void parkedCar(
      Arrangement plan, PlanePoint middle, double headingDegrees, Chance chance) {
    PlanePoint end = Outline.offset(middle, 45, 2.4, headingDegrees);
    List<PlanePoint> road = Trace.way(end, headingDegrees + 180, 90, chance.of("way"));
    plan.below(trace().track(road, chance.of("road")).as(Kind.TRACK));
    PlanePoint along = road.get(road.size() / 2);
    PlanePoint beside = Outline.offset(along, 0, 3.2, headingDegrees);
    plan.below(
        gear()
            .vehicle(beside, headingDegrees + chance.of("askew").between(-20, 20), chance.of("car"))
            .as(Kind.CAR));
  }

  private void picnic(Arrangement plan, Chance chance) {
    plan.center(as(Kind.TENT_CAMPING, shelter()::domeTent));
    int more = chance.of("tents").whole(0, 3);
    for (int tent = 0; tent < more; tent++) {
      plan.around(4, 11, "tent" + tent, as(Kind.TENT_CAMPING, shelter()::tent));
    }
    if (chance.of("fire").happens(0.7)) {
      plan.around(4, 8, "hearth", (place, heading, own) -> trace().hearth(place, own));
    }
    if (chance.of("car").happens(0.5)) {
      plan.around(6, 15, "car", as(Kind.CAR, gear()::car));
    }
  }

  private void bridge(Arrangement plan, PlanePoint middle, double headingDegrees, Chance chance) {
    double length = chance.of("length").between(6, 18);
    plan.center((place, heading, own) -> shelter().bridge(place, length, heading, own));
    for (int side = 0; side <= 1; side++) {
      double heading = headingDegrees + 180 * side;
      PlanePoint end = Outline.offset(middle, length / 2, 0, heading);
      List<PlanePoint> road = Trace.way(end, heading, 40, chance.of("way").of(side));
      plan.below(trace().path(road, 3.4, chance.of("road")).as(Kind.TRACK));
    }
  }

  private void ruins(Arrangement plan, Chance chance) {
    plan.center(shelter()::ruin);
    int more = chance.of("ruins").whole(0, 2);
    for (int ruin = 0; ruin < more; ruin++) {
      plan.around(16, 34, "ruin" + ruin, shelter()::ruin);
    }
  }

  /** A track that comes straight from one side and ends short of the middle. */
  private void way(
      Arrangement plan,
      PlanePoint middle,
      double shortByMeters,
      double fromDegrees,
      Chance chance) {
    PlanePoint end = Outline.offset(middle, shortByMeters, 0, fromDegrees);
    List<PlanePoint> way = Trace.way(end, fromDegrees, 70, chance.of("way"));
    plan.keepClear(trace().track(way, chance.of("track")).as(Kind.TRACK));
  }

  private static Arrangement.Maker as(Kind kind, Arrangement.Maker maker) {
    return (place, heading, own) -> maker.at(place, heading, own).as(kind);
  }

  private Shelter shelter() {
    return new Shelter(materials, relief);
  }

  private Gear gear() {
    return new Gear(materials, relief);
  }

  private Trace trace() {
    return new Trace(materials, relief);
  }
}
