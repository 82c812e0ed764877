package org.qyran.sampledata.structure;

import java.util.ArrayList;
import java.util.List;
import org.qyran.sampledata.chance.Chance;
import org.qyran.sampledata.place.PlanePoint;
import org.qyran.sampledata.shape.Outline;
import org.qyran.sampledata.shape.Roof;
import org.qyran.sampledata.surface.Layer;
import org.qyran.sampledata.surface.Relief;
import org.qyran.sampledata.surface.Skin;

/**
 * Leaves on the ground what people leave: waste, ash, dead plants, tracks, yards, beds, fences.
 *
 * @param materials that skins come from
 * @param relief that heaps lie on
 */
public record Trace(Materials materials, Relief relief) {

  /** Metres from one bend of a way to the next. */
  private static final double STEP_METERS = 3;

  private static final double SHARPEST_DEGREES = 9;

  /** Litter in a halo of dead plants; the outline is the halo's. */
  public Structure waste(
      PlanePoint middle, double acrossMeters, double headingDegrees, Chance chance) {
    Outline halo = blob(middle, acrossMeters, headingDegrees, 0.35, chance);
    Outline litter = shrunk(halo, middle, chance.of("litter").between(0.6, 0.8));
    Skin dead = materials.of(Stuff.VEGETATION_DEAD, chance.of("dead"));
    Skin pale = materials.of(Stuff.WASTE_PALE, chance.of("pale"));
    Skin brown = materials.of(Stuff.WASTE_BROWN, chance.of("brown"));
    Skin bags = materials.of(Stuff.TARP_BLACK, chance.of("bags"));
    Skin blue = materials.of(Stuff.PLASTIC_BLUE, chance.of("blue"));
    Skin white = materials.of(Stuff.PLASTIC_WHITE, chance.of("white"));
    Skin soil = materials.of(Stuff.SOIL_BARE, chance.of("soil"));
    return Structure.of(
        Kind.WASTE,
        halo,
        0.3,
        List.of(
            new Patch(halo, List.of(dead), 0.2 * acrossMeters, 0.5, 0.08, false, chance.of(1)),
            new Patch(
                litter,
                List.of(bags, brown, soil, brown, pale, soil, pale, blue, white),
                0.15 * acrossMeters,
                0.38,
                0.3,
                false,
                chance.of(2))));
  }

  /** A liquid that was poured out: stained soil, and around it plants that died of it. */
  public Structure spill(
      PlanePoint middle, double acrossMeters, double headingDegrees, Chance chance) {
    Outline halo =
        Outline.blob(
            middle,
            1.3 * acrossMeters,
            0.7 * acrossMeters,
            headingDegrees,
            0.45,
            chance.of("halo"));
    Stuff stain = chance.of("stain").oneOf(List.of(Stuff.WASTE_BROWN, Stuff.WASTE_PALE));
    return Structure.of(
        Kind.WASTE,
        halo,
        0,
        List.of(
            new Patch(
                halo,
                List.of(
                    materials.of(Stuff.VEGETATION_DEAD, chance.of("dead")),
                    materials.of(stain, chance.of("thin")),
                    materials.of(stain, chance.of("thick"))),
                0.15 * acrossMeters,
                0.9,
                0.02,
                true,
                chance)));
  }

  /** A burn pit or a scar: charcoal, with ash in its middle. */
  public Structure burn(
      PlanePoint middle, double acrossMeters, double headingDegrees, Chance chance) {
    Outline outline = blob(middle, acrossMeters, headingDegrees, 0.25, chance);
    Skin burnt = materials.of(Stuff.BURNT, chance.of("burnt"));
    Skin ash = materials.of(Stuff.ASH, chance.of("ash"));
    double warm = chance.of("warm").happens(0.3) ? chance.of("kelvin").between(3, 40) : 0;
    return Structure.of(
        Kind.BURN,
        outline,
        0,
        List.of(
            new Patch(
                outline,
                List.of(burnt, burnt, ash.warm(warm)),
                0.08 * acrossMeters,
                0.45,
                0.03,
                true,
                chance)));
  }

  /** A cooking place: the size of a table, stones around ash. */
  public Structure hearth(PlanePoint middle, Chance chance) {
    return burn(middle, chance.of("across").between(0.9, 1.6), 0, chance).as(Kind.HEARTH);
  }

  /** Two ruts of a vehicle along a way, 2.4 m wide over all. */
  public Structure track(List<PlanePoint> way, Chance chance) {
    return strip(Kind.BLIND_TRACK, way, 1.2, Strip.Form.RUTS, chance);
  }

  /** A way that feet or many wheels have made bare. */
  public Structure path(List<PlanePoint> way, double widthMeters, Chance chance) {
    return strip(Kind.BLIND_TRACK, way, widthMeters / 2, Strip.Form.TRODDEN, chance);
  }

  /**
   * A way that wanders and ends at a place.
   *
   * @param end its last place
   * @param headingDegrees in which, seen from the end, it came from
   */
  public static List<PlanePoint> way(
      PlanePoint end, double headingDegrees, double lengthMeters, Chance chance) {
    List<PlanePoint> way = new ArrayList<>();
    way.add(end);
    int steps = Math.max(1, (int) Math.round(lengthMeters / STEP_METERS));
    double heading = headingDegrees;
    double turn = 0;
    PlanePoint here = end;
    for (int step = 0; step < steps; step++) {
      turn = 0.6 * turn + 2.5 * chance.of(step).normal() - 0.06 * (heading - headingDegrees);
      turn = Math.max(-SHARPEST_DEGREES, Math.min(SHARPEST_DEGREES, turn));
      heading += turn;
      here = Outline.offset(here, lengthMeters / steps, 0, heading);
      way.add(0, here);
    }
    return way;
  }

  /** Ground that is trodden bare, thinning out towards its edge. */
  public Structure yard(Outline outline, Chance chance) {
    Skin packed = materials.of(Stuff.SOIL_PACKED, chance.of("packed"));
    Skin bare = materials.of(Stuff.SOIL_BARE, chance.of("bare"));
    return Structure.of(
        Kind.YARD,
        outline,
        0,
        List.of(new Patch(outline, List.of(packed, packed, bare), 2.5, 2.2, 0.02, false, chance)));
  }

  /** Ground covered with gravel. */
  public Structure pad(Outline outline, Chance chance) {
    Skin gravel = materials.of(Stuff.GRAVEL, chance.of("gravel"));
    return Structure.of(
        Kind.WELL,
        outline,
        0,
        List.of(new Patch(outline, List.of(gravel), 1, 1.4, 0.04, false, chance)));
  }

  /** Beds of kitchen plants, 1.2 m wide, paths of 40 cm between. */
  public Structure beds(
      PlanePoint middle,
      double lengthMeters,
      double widthMeters,
      double headingDegrees,
      Chance chance) {
    Floor floor = Floor.lying(relief, middle, lengthMeters, widthMeters, headingDegrees);
    Skin soil = materials.of(Stuff.SOIL_BARE, chance.of("soil"));
    List<Layer> parts = new ArrayList<>();
    parts.add(new Patch(floor.outline(), List.of(soil), 0, 0.4, 0.03, false, chance.of(1)));
    int count = Math.max(1, (int) (widthMeters / 1.6));
    for (int bed = 0; bed < count; bed++) {
      Chance here = chance.of(2).of(bed);
      Floor strip =
          floor.part(0, (bed - (count - 1) / 2.0) * widthMeters / count, lengthMeters - 0.6, 1.2);
      Skin leaves = materials.of(Stuff.VEGETABLES, here);
      if (here.of(3).happens(0.85)) {
        parts.add(
            new Patch(strip.outline(), List.of(soil, leaves, leaves), 0.1, 0.3, 0.45, false, here));
      }
    }
    return Structure.of(Kind.VEGETABLE_BEDS, floor.outline(), 0.4, parts);
  }

  /** A heap of dung or earth. */
  public Structure heap(PlanePoint middle, double headingDegrees, Chance chance) {
    double length = chance.of("length").between(2, 6);
    double width = length * chance.of("width").between(0.5, 0.9);
    double height = chance.of("height").between(0.5, 1.4);
    Floor floor = Floor.lying(relief, middle, length, width, headingDegrees);
    Skin dung = materials.of(Stuff.WASTE_BROWN, chance.of("skin"));
    return Structure.of(
        Kind.DUNG_HEAP,
        floor.ellipse(),
        height,
        List.of(Body.of(floor, height, Roof.DOME, Body.Finish.LOOSE, dung, chance)));
  }

  /** A pen: a fence with a gate, and ground trodden bare within. */
  public Structure corral(
      PlanePoint middle,
      double lengthMeters,
      double widthMeters,
      double headingDegrees,
      Chance chance) {
    Outline outline =
        Outline.blob(middle, lengthMeters, widthMeters, headingDegrees, 0.12, chance.of("line"));
    List<PlanePoint> fence = shrunk(outline, middle, 0.97).corners().subList(0, 38);
    Skin wood = materials.of(Stuff.WOOD_WEATHERED, chance.of("wood"));
    Skin packed = materials.of(Stuff.SOIL_PACKED, chance.of("packed"));
    Skin bare = materials.of(Stuff.SOIL_BARE, chance.of("bare"));
    Skin dung = materials.of(Stuff.WASTE_BROWN, chance.of("dung"));
    return Structure.of(
        Kind.CORRAL,
        outline,
        1.4,
        List.of(
            new Patch(
                outline,
                List.of(dung, bare, packed, packed, packed, bare),
                0.5,
                1.2,
                0.05,
                false,
                chance),
            new Strip(fence, 0.09, Strip.Form.FENCE, 1.4, wood, chance)));
  }

  private Structure strip(
      Kind kind, List<PlanePoint> way, double halfWidth, Strip.Form form, Chance chance) {
    Skin soil = materials.of(Stuff.SOIL_PACKED, chance.of("skin"));
    Strip strip = new Strip(way, 0.97 * halfWidth, form, 0, soil, chance);
    return Structure.of(kind, Outline.ribbon(way, share -> halfWidth), 0, List.of(strip));
  }

  /** The same line drawn nearer to a place from which all of it is seen. */
  private static Outline shrunk(Outline outline, PlanePoint around, double share) {
    List<PlanePoint> corners = new ArrayList<>();
    for (PlanePoint corner : outline.corners()) {
      corners.add(
          new PlanePoint(
              around.eastMeters() + share * (corner.eastMeters() - around.eastMeters()),
              around.northMeters() + share * (corner.northMeters() - around.northMeters())));
    }
    return Outline.of(corners);
  }

  private static Outline blob(
      PlanePoint middle, double acrossMeters, double headingDegrees, double lobes, Chance chance) {
    return Outline.blob(
        middle,
        acrossMeters,
        acrossMeters * chance.of("squeezed").between(0.65, 1),
        headingDegrees,
        lobes,
        chance.of("outline"));
  }
}
