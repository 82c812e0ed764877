package org.qyran.sampledata.site;

import java.util.ArrayList;
import java.util.List;
import org.qyran.sampledata.chance.Chance;
import org.qyran.sampledata.place.PlanePoint;
import org.qyran.sampledata.shape.Outline;
import org.qyran.sampledata.structure.Gear;
import org.qyran.sampledata.structure.Materials;
import org.qyran.sampledata.structure.Shelter;
import org.qyran.sampledata.structure.Structure;
import org.qyran.sampledata.structure.Trace;
import org.qyran.sampledata.surface.Relief;

/**
 * A hidden place where drugs are made: a lined tent, a shed or a container, and around it what
 * cases in the region had in common: drums or canisters, a generator, waste or a burnt patch, and a
 * track that ends there. Some lie under a net, some take water from a basin, some have a car in
 * sight.
 *
 * <p>Everything has its middle within {@value #REACH_METERS} m of the shelter, so all of it lies
 * within 100 m of each other. Each thing is a target of its own. Positions are invented: no survey
 * of such camps is published.
 *
 * @param materials that skins come from
 * @param relief that it stands on
 */
public record LaboratoryCamp(Materials materials, Relief relief) {

  static final double REACH_METERS = 48;

  /** A camp around a place. */
  public Site at(String name, PlanePoint middle, double headingDegrees, Chance chance) {
    Shelter shelter = new Shelter(materials, relief);
    Gear gear = new Gear(materials, relief);
    Trace trace = new Trace(materials, relief);
    Arrangement camp = new Arrangement(middle, headingDegrees, chance);

    Structure main = camp.center(mainShelter(shelter, chance));
    double near = main.outline().reachMeters();
    track(camp, trace, near, middle, chance);
    camp.around(near + 1.5, near + 7, "drums", gear::drums);
    camp.around(near + 3, near + 14, "generator", gear::generator);
    if (chance.of("chimney").happens(0.25)) {
      camp.around(near + 1, near + 4, "chimney", gear::chimney);
    }
    if (chance.of("litter").happens(0.75)) {
      camp.around(
          near + 5,
          near + 22,
          "waste",
          (place, heading, own) -> trace.waste(place, own.of("size").between(3, 9), heading, own));
    } else {
      camp.around(
          near + 4,
          near + 18,
          "spill",
          (place, heading, own) -> trace.spill(place, own.of("size").between(3, 10), heading, own));
    }
    if (chance.of("burn").happens(0.6)) {
      camp.around(
          near + 5,
          near + 20,
          "burn",
          (place, heading, own) -> trace.burn(place, own.of("size").between(1.2, 5), heading, own));
    }
    int tents = chance.of("tents").whole(0, 2);
    for (int tent = 0; tent < tents; tent++) {
      camp.around(near + 3, near + 16, "tent" + tent, shelter::tent);
    }
    if (chance.of("tarp").happens(0.55)) {
      camp.around(near + 2, near + 12, "tarp", shelter::tarp);
    }
    if (chance.of("vehicle").happens(0.5)) {
      camp.around(near + 4, near + 18, "vehicle", gear::vehicle);
    }
    if (chance.of("water").happens(0.35)) {
      Structure basin = camp.around(near + 10, near + 28, "basin", gear::basin);
      camp.below(gear.hose(line(basin, main, chance.of("hose")), chance.of("hose")));
    }
    if (chance.of("net").happens(0.4)) {
      camp.above(overhead(shelter, main, headingDegrees, chance.of("net")));
    }
    return camp.named(name);
  }

  private static Arrangement.Maker mainShelter(Shelter shelter, Chance chance) {
    double make = chance.of("main").share();
    if (make < 0.45) {
      return shelter::insulatedTent;
    }
    if (make < 0.8) {
      return (place, heading, own) ->
          shelter.shed(
              place,
              own.of("length").between(3.5, 11),
              own.of("width").between(2.6, 5),
              heading,
              own);
    }
    return shelter::container;
  }

  private static void track(
      Arrangement camp, Trace trace, double near, PlanePoint middle, Chance chance) {
    double from = chance.of("track").between(0, 360);
    PlanePoint end = Outline.offset(middle, near + 2, 0, from);
    double length = Math.min(2 * (REACH_METERS - near - 2), chance.of("far").between(35, 80));
    List<PlanePoint> way = Trace.way(end, from, length, chance.of("way"));
    camp.keepClear(
        chance.of("ruts").happens(0.6)
            ? trace.track(way, chance.of("track skin"))
            : trace.path(way, chance.of("wide").between(0.6, 2.4), chance.of("track skin")));
  }

  /** A nearly straight way from one thing to another. */
  private static List<PlanePoint> line(Structure from, Structure to, Chance chance) {
    PlanePoint start = from.outline().middle();
    PlanePoint end = to.outline().middle();
    double east = end.eastMeters() - start.eastMeters();
    double north = end.northMeters() - start.northMeters();
    double swing = chance.between(-0.08, 0.08);
    List<PlanePoint> way = new ArrayList<>();
    for (int i = 0; i <= 8; i++) {
      double share = i / 8.0;
      double aside = swing * Math.sin(Math.PI * share);
      way.add(
          new PlanePoint(
              start.eastMeters() + share * east + aside * north,
              start.northMeters() + share * north - aside * east));
    }
    return way;
  }

  /** A net that hangs over the shelter, or over as much of it as the largest net covers. */
  private static Structure overhead(
      Shelter shelter, Structure main, double headingDegrees, Chance chance) {
    double across = 2 * main.outline().reachMeters();
    return shelter.net(
        main.outline().middle(),
        Math.min(10, 0.95 * across + 1.5),
        Math.min(10, 0.75 * across + 1),
        headingDegrees,
        main.heightMeters() + 0.3,
        chance);
  }
}
