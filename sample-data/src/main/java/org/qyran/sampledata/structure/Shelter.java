package org.qyran.sampledata.structure;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.qyran.sampledata.chance.Chance;
import org.qyran.sampledata.place.PlanePoint;
import org.qyran.sampledata.shape.Roof;
import org.qyran.sampledata.structure.Body.Finish;
import org.qyran.sampledata.surface.Layer;
import org.qyran.sampledata.surface.Relief;
import org.qyran.sampledata.surface.Skin;

/**
 * Puts up what people live, work and hide things under. Sizes are those that the survey's targets
 * are known to have (tents from 2 by 2 to 6 by 12 m, sheds to 10 by 20 m, nets to 10 by 10 m);
 * where a size is not handed in, chance picks it. Headings are those of the length, clockwise from
 * north.
 *
 * @param materials that skins come from
 * @param relief that floors lie on
 */
public record Shelter(Materials materials, Relief relief) {

  /** A standard container's width, and the lengths of the two common ones (ISO 668). */
  private static final double CONTAINER_WIDTH_METERS = 2.44;

  private static final double CONTAINER_HEIGHT_METERS = 2.59;
  private static final double SHORT_CONTAINER_METERS = 6.06;
  private static final double LONG_CONTAINER_METERS = 12.19;

  private static final List<Stuff> CLOTH =
      List.of(
          Stuff.CANVAS_GREEN,
          Stuff.CANVAS_KHAKI,
          Stuff.CANVAS_GREEN,
          Stuff.TARP_GREEN,
          Stuff.TARP_GREY,
          Stuff.TARP_BLUE,
          Stuff.PLASTIC_WHITE);
  private static final List<Stuff> TARPS =
      List.of(Stuff.TARP_GREEN, Stuff.TARP_GREY, Stuff.TARP_BLUE, Stuff.TARP_BLACK);
  private static final List<Stuff> WALLS =
      List.of(Stuff.WOOD_WEATHERED, Stuff.TIN_BRIGHT, Stuff.MUD_BRICK);
  private static final List<Stuff> PAINTS =
      List.of(
          Stuff.PAINT_RED, Stuff.PLASTIC_BLUE, Stuff.TIN_RUSTY, Stuff.TARP_GREEN, Stuff.TARP_GREY);

  /** A tent of any make. */
  public Structure tent(PlanePoint middle, double headingDegrees, Chance chance) {
    return switch (chance.of("make").whole(0, 2)) {
      case 0 -> ridgeTent(middle, headingDegrees, chance);
      case 1 -> domeTent(middle, headingDegrees, chance);
      default -> insulatedTent(middle, headingDegrees, chance);
    };
  }

  /** Two slopes of cloth down to the ground. */
  public Structure ridgeTent(PlanePoint middle, double headingDegrees, Chance chance) {
    double length = chance.of("length").between(2, 5);
    double width = chance.of("width").between(2, Math.min(3.5, length + 0.2));
    double height = Math.min(2.2, width * chance.of("height").between(0.55, 0.75));
    Floor floor = Floor.lying(relief, middle, length, width, headingDegrees);
    Skin cloth = materials.of(chance.of("cloth").oneOf(CLOTH), chance.of("skin"));
    return Structure.of(
        Kind.TENT,
        floor.outline(),
        height,
        List.of(Body.of(floor, height, Roof.RIDGE_TENT, Finish.CLOTH, cloth, chance)));
  }

  /** A hiker's dome. */
  public Structure domeTent(PlanePoint middle, double headingDegrees, Chance chance) {
    double length = chance.of("length").between(2.2, 4.2);
    double width = length * chance.of("width").between(0.7, 1);
    double height = chance.of("height").between(1.2, 1.9);
    Floor floor = Floor.lying(relief, middle, length, width, headingDegrees);
    Skin cloth = materials.of(chance.of("cloth").oneOf(CLOTH), chance.of("skin"));
    Skin door = materials.of(Stuff.TARP_GREY, chance.of("door"));
    return Structure.of(
        Kind.TENT,
        floor.ellipse(),
        height,
        List.of(
            Body.of(floor, height, Roof.DOME, Finish.CLOTH, cloth, chance),
            Body.of(
                floor.part(0, 0, 0.5 * length, 0.28),
                height + 0.01,
                Roof.DOME,
                Finish.CLOTH,
                door,
                chance)));
  }

  /** A large tent with upright walls, lined against the cold, a stove's pipe through its roof. */
  public Structure insulatedTent(PlanePoint middle, double headingDegrees, Chance chance) {
    double length = chance.of("length").between(4, 12);
    double width = Math.min(6, length * chance.of("width").between(0.5, 0.8));
    double height = chance.of("height").between(2.1, 3);
    Floor floor = Floor.lying(relief, middle, length, width, headingDegrees);
    Skin cloth = materials.of(chance.of("cloth").oneOf(CLOTH), chance.of("skin"));
    Skin pipe =
        materials.of(Stuff.METAL_HOT, chance.of("pipe")).warm(chance.of("warm").between(5, 60));
    Floor stove = floor.part(0.3 * length, 0.25 * width, 0.2, 0.2);
    return Structure.of(
        Kind.TENT,
        floor.outline(),
        height + 0.4,
        List.of(
            Body.of(floor, height, Roof.GABLE, Finish.FOLDS, cloth, chance),
            Body.of(stove, height + 0.4, Roof.CYLINDER, Finish.PLAIN, pipe, chance)));
  }

  /** A shed or lean-to of a size that chance picks. */
  public Structure shed(PlanePoint middle, double headingDegrees, Chance chance) {
    double size = chance.of("size").share();
    double length = 3 + 17 * size * size;
    double width = Math.min(10, Math.max(2, length * chance.of("width").between(0.4, 0.75)));
    return shed(middle, length, width, headingDegrees, chance);
  }

  /** A shed under tin or slate, with one slope where it is small and one or two where not. */
  public Structure shed(
      PlanePoint middle,
      double lengthMeters,
      double widthMeters,
      double headingDegrees,
      Chance chance) {
    boolean leanTo = widthMeters < 6 && chance.of("roof").happens(0.6);
    double height = Math.min(5, chance.of("height").between(2.1, 2.7) + 0.16 * widthMeters);
    Floor floor = Floor.level(relief, middle, lengthMeters, widthMeters, headingDegrees);
    return Structure.of(
        Kind.SHED,
        floor.outline(),
        height,
        List.of(
            new Body(
                floor,
                0,
                height,
                leanTo ? Roof.MONOPITCH : Roof.GABLE,
                Finish.PANELS,
                roofing(chance),
                chance)));
  }

  /** A dwelling of one storey under slate or tiles, with a chimney. */
  public Structure house(PlanePoint middle, double headingDegrees, Chance chance) {
    double length = chance.of("length").between(8, 14);
    double width = chance.of("width").between(6, 9);
    double height = chance.of("height").between(4.2, 5.8);
    Floor floor = Floor.level(relief, middle, length, width, headingDegrees);
    boolean tiled = chance.of("tiled").happens(0.35);
    Skin wall = materials.of(Stuff.MUD_BRICK, chance.of("wall"));
    Skin upper = materials.of(tiled ? Stuff.TILE_RED : Stuff.SLATE, chance.of("skin"));
    Skin brick = materials.of(Stuff.TILE_RED, chance.of("chimney")).warm(4);
    double along = chance.of("stack").between(-0.3, 0.3) * length;
    return Structure.of(
        Kind.FARM,
        floor.outline(),
        height + 0.6,
        List.of(
            Body.of(
                floor,
                height,
                Roof.GABLE,
                tiled ? Finish.COURSES : Finish.PANELS,
                upper.withWall(wall.reflectance()),
                chance),
            Body.of(
                floor.part(along, 0.4, 0.55, 0.45),
                height + 0.6,
                Roof.FLAT,
                Finish.PLAIN,
                brick,
                chance)));
  }

  /** A tarp of a size and colour that chance picks, thrown over goods or over nothing. */
  public Structure tarp(PlanePoint middle, double headingDegrees, Chance chance) {
    double length = chance.of("length").between(3, 8);
    double width = Math.max(2, Math.min(6, length * chance.of("width").between(0.5, 0.9)));
    return tarp(middle, length, width, headingDegrees, chance);
  }

  /** A tarp. */
  public Structure tarp(
      PlanePoint middle,
      double lengthMeters,
      double widthMeters,
      double headingDegrees,
      Chance chance) {
    double height = chance.of("height").between(0.25, 1.3);
    Floor floor = Floor.lying(relief, middle, lengthMeters, widthMeters, headingDegrees);
    Skin cloth = materials.of(chance.of("cloth").oneOf(TARPS), chance.of("skin"));
    return Structure.of(
        Kind.TARP,
        floor.outline(),
        height,
        List.of(Body.of(floor, height, Roof.DRAPED, Finish.FOLDS, cloth, chance)));
  }

  /** A camouflage net on poles, of a size and make that chance picks. */
  public Structure net(PlanePoint middle, double headingDegrees, Chance chance) {
    double length = chance.of("length").between(3, 10);
    double width = Math.max(3, length * chance.of("width").between(0.6, 1));
    double height = chance.of("height").between(2.2, 3.6);
    return net(middle, length, width, headingDegrees, height, chance);
  }

  /** A camouflage net: printed cloth with few holes, or garnished with a third of it open. */
  public Structure net(
      PlanePoint middle,
      double lengthMeters,
      double widthMeters,
      double headingDegrees,
      double heightMeters,
      Chance chance) {
    boolean garnished = chance.of("make").happens(0.6);
    Skin skin = materials.of(garnished ? Stuff.NET_GARNISHED : Stuff.NET_FLAT, chance.of("skin"));
    double open = garnished ? chance.of("open").between(0.22, 0.4) : 0.06;
    return veil(
        Kind.NET,
        Floor.lying(relief, middle, lengthMeters, widthMeters, headingDegrees),
        heightMeters,
        Roof.ON_POLES,
        new Weave(open, below -> skin, 0.3),
        chance);
  }

  /**
   * A net over a plot, above whatever was laid before it.
   *
   * @param openShare of its meshes
   * @param skin of its threads
   */
  public Structure shade(
      PlanePoint middle,
      double lengthMeters,
      double widthMeters,
      double headingDegrees,
      double heightMeters,
      double openShare,
      Skin skin,
      Chance chance) {
    return veil(
        Kind.SHADE_NET,
        Floor.lying(relief, middle, lengthMeters, widthMeters, headingDegrees),
        heightMeters,
        Roof.ON_POLES,
        new Weave(openShare, below -> skin, 0.15),
        chance);
  }

  /**
   * A tunnel of film over hoops, above whatever was laid before it.
   *
   * @param through the skin of film over a skin below, the same object for the same object
   */
  public Structure greenhouse(
      PlanePoint middle,
      double lengthMeters,
      double widthMeters,
      double headingDegrees,
      UnaryOperator<Skin> through,
      Chance chance) {
    double height = Math.min(3.6, Math.max(2.1, 0.5 * widthMeters));
    return veil(
        Kind.GREENHOUSE,
        Floor.lying(relief, middle, lengthMeters, widthMeters, headingDegrees),
        height,
        Roof.TUNNEL,
        new Weave(0, through, 0.06),
        chance);
  }

  /** A steel container of one of the two common lengths. */
  public Structure container(PlanePoint middle, double headingDegrees, Chance chance) {
    double length = chance.of("long").happens(0.3) ? LONG_CONTAINER_METERS : SHORT_CONTAINER_METERS;
    Floor floor = Floor.level(relief, middle, length, CONTAINER_WIDTH_METERS, headingDegrees);
    Skin paint = materials.of(chance.of("paint").oneOf(PAINTS), chance.of("skin"));
    List<Layer> parts = new ArrayList<>();
    parts.add(Body.of(floor, CONTAINER_HEIGHT_METERS, Roof.FLAT, Finish.RIBS, paint, chance));
    for (int side = -1; side <= 1; side += 2) {
      Floor rail = floor.part(0, side * 0.5 * (CONTAINER_WIDTH_METERS - 0.12), length, 0.12);
      parts.add(
          Body.of(rail, CONTAINER_HEIGHT_METERS + 0.04, Roof.FLAT, Finish.PLAIN, paint, chance));
    }
    return Structure.of(Kind.CONTAINER, floor.outline(), CONTAINER_HEIGHT_METERS, parts);
  }

  /** A round felt house with a ring for the smoke. */
  public Structure yurt(PlanePoint middle, double headingDegrees, Chance chance) {
    double across = chance.of("across").between(4.8, 7.5);
    double height = chance.of("height").between(2.7, 3.4);
    Floor floor = Floor.lying(relief, middle, across, across, headingDegrees);
    Skin felt =
        materials.of(
            chance.of("felt").oneOf(List.of(Stuff.FELT_WHITE, Stuff.FELT_GREY)), chance.of("skin"));
    Skin ring = materials.of(Stuff.WOOD_WEATHERED, chance.of("ring")).warm(6);
    Skin flap = materials.of(Stuff.FELT_GREY, chance.of("flap"));
    return Structure.of(
        Kind.YURT,
        floor.ellipse(),
        height,
        List.of(
            Body.of(floor, height, Roof.YURT, Finish.CLOTH, felt, chance),
            Body.of(
                floor.part(0, 0, 1.3, 1.3),
                height + 0.02,
                Roof.CYLINDER,
                Finish.PLAIN,
                ring,
                chance),
            Body.of(
                floor.part(0.2, 0, 0.9, 1.2),
                height + 0.05,
                Roof.FLAT,
                Finish.CLOTH,
                flap,
                chance)));
  }

  /** What rain has left of a house of mud bricks: stumps of its walls, and rubble between. */
  public Structure ruin(PlanePoint middle, double headingDegrees, Chance chance) {
    double length = chance.of("length").between(6, 18);
    double width = chance.of("width").between(5, 9);
    double height = chance.of("height").between(0.8, 2.6);
    Floor floor = Floor.lying(relief, middle, length, width, headingDegrees);
    Skin brick = materials.of(Stuff.MUD_BRICK, chance.of("skin"));
    Skin soil = materials.of(Stuff.SOIL_BARE, chance.of("soil"));
    List<Layer> parts = new ArrayList<>();
    parts.add(
        new Patch(
            floor.outline(), List.of(soil, brick), 1.2, 2.3, 0.12, false, chance.of("rubble")));
    parts.addAll(Strip.around(floor, 0.35, Strip.Form.BROKEN, height, brick, chance.of("walls")));
    Floor room = floor.part(0.22 * length, 0, 0.56 * length, width);
    parts.addAll(Strip.around(room, 0.3, Strip.Form.BROKEN, height, brick, chance.of("room")));
    return Structure.of(Kind.RUIN, floor.outline(), height, parts);
  }

  /** A deck of concrete between two banks, with low rails. */
  public Structure bridge(
      PlanePoint middle, double lengthMeters, double headingDegrees, Chance chance) {
    double width = chance.of("width").between(3.5, 6);
    Floor lying = Floor.lying(relief, middle, lengthMeters, width, headingDegrees);
    double up =
        (groundAt(lying, 0.5 * lengthMeters) + groundAt(lying, -0.5 * lengthMeters)) / 2 + 0.15;
    Floor deck = new Floor(middle, lengthMeters, width, headingDegrees, up, lying.riseAlong(), 0);
    Skin concrete = materials.of(Stuff.CONCRETE, chance.of("skin"));
    List<Layer> parts = new ArrayList<>();
    parts.add(Body.of(deck, 0.1, Roof.FLAT, Finish.CLOTH, concrete, chance));
    for (int side = -1; side <= 1; side += 2) {
      Floor rail = deck.part(0, side * 0.5 * (width - 0.3), lengthMeters, 0.3);
      parts.add(Body.of(rail, 0.9, Roof.FLAT, Finish.PLAIN, concrete, chance));
    }
    return Structure.of(Kind.BRIDGE, deck.outline(), 1, parts);
  }

  /** How a veil is made. */
  private record Weave(double openShare, UnaryOperator<Skin> through, double contrast) {}

  private static Structure veil(
      Kind kind, Floor floor, double height, Roof roof, Weave weave, Chance chance) {
    Veil veil =
        new Veil(floor, height, roof, weave.openShare(), weave.through(), weave.contrast(), chance);
    return Structure.of(kind, floor.outline(), height, List.of(veil));
  }

  private List<Skin> roofing(Chance chance) {
    float[] wall =
        materials.of(chance.of("wall").oneOf(WALLS), chance.of("wall skin")).reflectance();
    List<Skin> skins = new ArrayList<>();
    double slate = chance.of("slate").share();
    int rusty = chance.of("rusty").oneOf(List.of(0, 0, 1, 5, 6));
    for (int sheet = 0; sheet < 6; sheet++) {
      Stuff stuff = slate < 0.3 ? Stuff.SLATE : sheet < rusty ? Stuff.TIN_RUSTY : Stuff.TIN_BRIGHT;
      skins.add(materials.of(stuff, chance.of("skin").of(sheet)).withWall(wall));
    }
    return skins;
  }

  private double groundAt(Floor floor, double alongMeters) {
    PlanePoint there = floor.part(alongMeters, 0, 1, 1).middle();
    return relief.upMeters(there.eastMeters(), there.northMeters());
  }
}
