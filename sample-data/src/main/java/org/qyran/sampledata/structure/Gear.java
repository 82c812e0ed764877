package org.qyran.sampledata.structure;

import java.util.ArrayList;
import java.util.List;
import org.qyran.sampledata.chance.Chance;
import org.qyran.sampledata.place.PlanePoint;
import org.qyran.sampledata.shape.Outline;
import org.qyran.sampledata.shape.Roof;
import org.qyran.sampledata.structure.Body.Finish;
import org.qyran.sampledata.surface.Layer;
import org.qyran.sampledata.surface.Relief;
import org.qyran.sampledata.surface.Skin;

/**
 * Sets down what people bring along: vehicles, drums, generators, hives, hay. Headings are those of
 * the length or, for a vehicle, of where it drives, clockwise from north.
 *
 * @param materials that skins come from
 * @param relief that floors lie on
 */
public record Gear(Materials materials, Relief relief) {

  /** A drum of 200 litres: 58 cm across, 88 cm high. */
  private static final double DRUM_METERS = 0.58;

  private static final double DRUM_STEP_METERS = 0.65;
  private static final double DRUM_HEIGHT_METERS = 0.88;

  /** A cube container of 1,000 litres on its pallet. */
  private static final double CUBE_LENGTH_METERS = 1.2;

  private static final double CUBE_WIDTH_METERS = 1.0;
  private static final double CUBE_STEP_METERS = 1.3;
  private static final double CUBE_HEIGHT_METERS = 1.16;

  private static final List<Stuff> CAR_PAINTS =
      List.of(
          Stuff.PAINT_WHITE,
          Stuff.PAINT_SILVER,
          Stuff.PAINT_DARK,
          Stuff.PAINT_RED,
          Stuff.PAINT_WHITE);
  private static final List<Stuff> DRUM_PAINTS =
      List.of(Stuff.PLASTIC_BLUE, Stuff.PLASTIC_BLUE, Stuff.TIN_RUSTY, Stuff.PLASTIC_WHITE);
  private static final List<Stuff> HIVE_PAINTS =
      List.of(
          Stuff.PLASTIC_BLUE,
          Stuff.PAINT_YELLOW,
          Stuff.PLASTIC_WHITE,
          Stuff.TARP_GREEN,
          Stuff.WOOD_WEATHERED);

  /** Drums of 200 litres, or cubes of 1,000, as many as chance picks. */
  public Structure drums(PlanePoint middle, double headingDegrees, Chance chance) {
    return chance.of("cubes").happens(0.3)
        ? cubes(
            middle,
            headingDegrees,
            chance.of("columns").whole(2, 4),
            chance.of("rows").whole(1, 2),
            chance)
        : drums(
            middle,
            headingDegrees,
            chance.of("columns").whole(3, 8),
            chance.of("rows").whole(1, 4),
            chance);
  }

  /** Drums in rows, 65 cm from one to the next, a few missing. */
  public Structure drums(
      PlanePoint middle, double headingDegrees, int columns, int rows, Chance chance) {
    Floor floor =
        Floor.lying(
            relief, middle, columns * DRUM_STEP_METERS, rows * DRUM_STEP_METERS, headingDegrees);
    List<Skin> skins =
        skins(
            List.of(chance.of("a").oneOf(DRUM_PAINTS), chance.of("b").oneOf(DRUM_PAINTS)), chance);
    List<Layer> parts = new ArrayList<>();
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        Chance here = chance.of(column, row);
        boolean corner = (row == 0 || row == rows - 1) && (column == 0 || column == columns - 1);
        if (!corner && here.happens(0.12)) {
          continue;
        }
        double play = (DRUM_STEP_METERS - DRUM_METERS) / 2;
        Floor drum =
            floor.part(
                (column - (columns - 1) / 2.0) * DRUM_STEP_METERS + here.of(1).between(-play, play),
                (row - (rows - 1) / 2.0) * DRUM_STEP_METERS + here.of(2).between(-play, play),
                DRUM_METERS,
                DRUM_METERS);
        parts.add(
            Body.of(
                drum,
                DRUM_HEIGHT_METERS,
                Roof.CYLINDER,
                Finish.PLAIN,
                skins.get(here.of(3).happens(0.8) ? 0 : 1),
                here));
      }
    }
    return Structure.of(Kind.DRUMS, floor.outline(), DRUM_HEIGHT_METERS, parts);
  }

  /** White cubes of 1,000 litres in their cages. */
  public Structure cubes(
      PlanePoint middle, double headingDegrees, int columns, int rows, Chance chance) {
    Floor floor =
        Floor.lying(
            relief, middle, columns * CUBE_STEP_METERS, rows * CUBE_STEP_METERS, headingDegrees);
    Skin plastic = materials.of(Stuff.PLASTIC_WHITE, chance.of("skin"));
    Skin lid = materials.of(Stuff.TARP_BLACK, chance.of("lid"));
    List<Layer> parts = new ArrayList<>();
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        Chance here = chance.of(column, row);
        Floor cube =
            floor.part(
                (column - (columns - 1) / 2.0) * CUBE_STEP_METERS,
                (row - (rows - 1) / 2.0) * CUBE_STEP_METERS + here.of(1).between(-0.12, 0.12),
                CUBE_LENGTH_METERS,
                CUBE_WIDTH_METERS);
        parts.add(Body.of(cube, CUBE_HEIGHT_METERS, Roof.FLAT, Finish.PLAIN, plastic, here));
        parts.add(
            Body.of(
                cube.part(0, 0, 0.24, 0.24),
                CUBE_HEIGHT_METERS + 0.03,
                Roof.CYLINDER,
                Finish.PLAIN,
                lid,
                here));
      }
    }
    return Structure.of(Kind.DRUMS, floor.outline(), CUBE_HEIGHT_METERS, parts);
  }

  /** A vehicle of any make. */
  public Structure vehicle(PlanePoint middle, double headingDegrees, Chance chance) {
    double make = chance.of("make").share();
    return make < 0.45
        ? car(middle, headingDegrees, chance)
        : make < 0.75
            ? offRoader(middle, headingDegrees, chance)
            : truck(middle, headingDegrees, chance);
  }

  /** A saloon car. */
  public Structure car(PlanePoint middle, double headingDegrees, Chance chance) {
    double length = chance.of("length").between(4.1, 4.8);
    Floor floor =
        Floor.lying(relief, middle, length, chance.of("width").between(1.72, 1.85), headingDegrees);
    return motor(floor, new Coach(0.85, 1.45, 0.24, 0.82), chance);
  }

  /** A tall car with a short bonnet and a long roof. */
  public Structure offRoader(PlanePoint middle, double headingDegrees, Chance chance) {
    double length = chance.of("length").between(4.2, 5);
    Floor floor =
        Floor.lying(relief, middle, length, chance.of("width").between(1.8, 2.05), headingDegrees);
    return motor(floor, new Coach(1.1, 1.88, 0.26, 0.97), chance);
  }

  /** A delivery van: hardly any bonnet. */
  public Structure van(PlanePoint middle, double headingDegrees, Chance chance) {
    double length = chance.of("length").between(4.6, 5.8);
    Floor floor =
        Floor.lying(relief, middle, length, chance.of("width").between(1.9, 2.1), headingDegrees);
    return motor(floor, new Coach(1.2, 2.2, 0.12, 1), chance);
  }

  /** A lorry with a box, or a load under a tarp. */
  public Structure truck(PlanePoint middle, double headingDegrees, Chance chance) {
    double length = chance.of("length").between(6, 8.5);
    double width = chance.of("width").between(2.2, 2.5);
    double height = chance.of("height").between(2.7, 3.4);
    Floor floor = Floor.lying(relief, middle, length, width, headingDegrees);
    Skin paint = materials.of(chance.of("paint").oneOf(CAR_PAINTS), chance.of("skin"));
    Skin rubber = materials.of(Stuff.RUBBER, chance.of("tyres"));
    Skin glass = materials.of(Stuff.GLASS, chance.of("glass"));
    boolean box = chance.of("box").happens(0.6);
    Skin load =
        materials.of(
            box
                ? chance.of("load").oneOf(List.of(Stuff.PAINT_WHITE, Stuff.PAINT_SILVER))
                : chance
                    .of("load")
                    .oneOf(List.of(Stuff.TARP_GREEN, Stuff.TARP_GREY, Stuff.TARP_BLUE)),
            chance.of("load skin"));
    double cab = 1.9;
    double back = length - cab - 0.35;
    List<Layer> parts = new ArrayList<>();
    parts.add(
        Body.of(
            floor.part(0, 0, length, 0.9 * width), 0.75, Roof.FLAT, Finish.PLAIN, rubber, chance));
    parts.add(
        Body.of(
            floor.part((length - cab) / 2, 0, cab, 0.94 * width),
            1.5,
            Roof.FLAT,
            Finish.PLAIN,
            glass,
            chance));
    parts.add(
        Body.of(
            floor.part((length - cab) / 2 - 0.18, 0, cab - 0.36, 0.92 * width),
            2.4,
            Roof.FLAT,
            Finish.PLAIN,
            paint.warm(4),
            chance));
    parts.add(
        Body.of(
            floor.part((back - length) / 2, 0, back, width),
            height,
            box ? Roof.FLAT : Roof.TUNNEL,
            box ? Finish.RIBS : Finish.FOLDS,
            load,
            chance));
    return Structure.of(Kind.VEHICLE, floor.outline(), height, parts);
  }

  /** A tractor: narrow bonnet, a cab, large wheels behind. */
  public Structure tractor(PlanePoint middle, double headingDegrees, Chance chance) {
    Floor floor = Floor.lying(relief, middle, 3.9, 1.95, headingDegrees);
    Skin paint =
        materials.of(
            chance.of("paint").oneOf(List.of(Stuff.PAINT_RED, Stuff.PLASTIC_BLUE)),
            chance.of("skin"));
    Skin rubber = materials.of(Stuff.RUBBER, chance.of("tyres"));
    List<Layer> parts = new ArrayList<>();
    for (int side = -1; side <= 1; side += 2) {
      parts.add(
          Body.of(
              floor.part(-1.1, side * 0.78, 1.55, 0.38),
              1.5,
              Roof.TUNNEL,
              Finish.PLAIN,
              rubber,
              chance));
      parts.add(
          Body.of(
              floor.part(1.35, side * 0.7, 0.8, 0.25),
              0.8,
              Roof.FLAT,
              Finish.PLAIN,
              rubber,
              chance));
    }
    parts.add(
        Body.of(
            floor.part(0.85, 0, 2.1, 0.75), 1.45, Roof.FLAT, Finish.PLAIN, paint.warm(8), chance));
    parts.add(Body.of(floor.part(-0.9, 0, 1.5, 1.4), 2.6, Roof.FLAT, Finish.PLAIN, paint, chance));
    return Structure.of(Kind.TRACTOR, floor.outline(), 2.6, parts);
  }

  /** A caravan, or a hut on wheels. */
  public Structure caravan(PlanePoint middle, double headingDegrees, Chance chance) {
    Floor floor =
        Floor.lying(relief, middle, chance.of("length").between(4, 6.5), 2.2, headingDegrees);
    Stuff stuff =
        chance
            .of("stuff")
            .oneOf(List.of(Stuff.PAINT_WHITE, Stuff.TIN_BRIGHT, Stuff.WOOD_WEATHERED));
    Skin shell = materials.of(stuff, chance.of("skin"));
    Skin glass = materials.of(Stuff.GLASS, chance.of("glass"));
    Floor hatch = floor.part(chance.of("hatch").between(-1, 1), 0, 0.7, 0.6);
    return Structure.of(
        Kind.CARAVAN,
        floor.outline(),
        2.5,
        List.of(
            Body.of(floor, 2.5, Roof.FLAT, Finish.CLOTH, shell, chance),
            Body.of(hatch, 2.56, Roof.FLAT, Finish.PLAIN, glass, chance)));
  }

  /** A generator's housing, warm, with a hot exhaust. */
  public Structure generator(PlanePoint middle, double headingDegrees, Chance chance) {
    double length = chance.of("length").between(0.6, 2);
    double width = Math.max(0.5, length * chance.of("width").between(0.5, 0.7));
    double height = Math.max(0.5, 0.65 * length);
    Floor floor = Floor.lying(relief, middle, length, width, headingDegrees);
    Skin housing =
        materials.of(Stuff.METAL_HOT, chance.of("skin")).warm(chance.of("warm").between(25, 65));
    Skin exhaust =
        materials
            .of(Stuff.METAL_HOT, chance.of("exhaust"))
            .warm(chance.of("hot").between(130, 350));
    Floor pipe = floor.part(0.32 * length, 0.2 * width, 0.14, 0.14);
    return Structure.of(
        Kind.HEAT_SOURCE,
        floor.outline(),
        height + 0.25,
        List.of(
            Body.of(floor, height, Roof.FLAT, Finish.PLAIN, housing, chance),
            Body.of(pipe, height + 0.25, Roof.CYLINDER, Finish.PLAIN, exhaust, chance)));
  }

  /** A chimney or stove outdoors, warm by day and night. */
  public Structure chimney(PlanePoint middle, double headingDegrees, Chance chance) {
    double side = chance.of("side").between(0.5, 1);
    double height = chance.of("height").between(1.5, 4.5);
    Floor floor = Floor.level(relief, middle, side, side, headingDegrees);
    Skin shell =
        materials.of(
            chance.of("stuff").oneOf(List.of(Stuff.METAL_HOT, Stuff.TILE_RED)), chance.of("skin"));
    Skin mouth = materials.of(Stuff.BURNT, chance.of("mouth"));
    return Structure.of(
        Kind.HEAT_SOURCE,
        floor.outline(),
        height,
        List.of(
            Body.of(
                floor,
                height,
                Roof.FLAT,
                Finish.PLAIN,
                shell.warm(chance.of("warm").between(15, 60)),
                chance),
            Body.of(
                floor.part(0, 0, 0.5 * side, 0.5 * side),
                height + 0.02,
                Roof.CYLINDER,
                Finish.PLAIN,
                mouth.warm(chance.of("hot").between(80, 250)),
                chance)));
  }

  /** A basin lined with film, dug level with the ground, with water in it. */
  public Structure basin(PlanePoint middle, double headingDegrees, Chance chance) {
    double length = chance.of("length").between(2, 7);
    double width = length * chance.of("width").between(0.5, 0.9);
    Floor floor = Floor.level(relief, middle, length, width, headingDegrees);
    Skin film =
        materials.of(
            chance.of("film").oneOf(List.of(Stuff.TARP_BLACK, Stuff.TARP_BLUE)), chance.of("skin"));
    Skin water = materials.of(Stuff.WATER, chance.of("water"));
    return Structure.of(
        Kind.WATER_INTAKE,
        floor.outline(),
        0.2,
        List.of(
            Body.of(floor, 0.15, Roof.FLAT, Finish.FOLDS, film, chance),
            Body.of(
                floor.part(0, 0, length - 0.9, width - 0.9),
                0.16,
                Roof.FLAT,
                Finish.PLAIN,
                water,
                chance)));
  }

  /** A black hose along a way; the outline is a hand wider than the hose on both sides. */
  public Structure hose(List<PlanePoint> way, Chance chance) {
    Skin black = materials.of(Stuff.HOSE_BLACK, chance.of("skin"));
    Outline outline = Outline.ribbon(way, share -> 0.15);
    return Structure.of(
        Kind.WATER_INTAKE,
        outline,
        0.06,
        List.of(new Strip(way, 0.05, Strip.Form.EVEN, 0.06, black, chance)));
  }

  /** Hives in rows, each half a metre wide, in the colours of whatever paint there was. */
  public Structure hives(
      PlanePoint middle, double headingDegrees, int columns, int rows, Chance chance) {
    double step = chance.of("step").between(1.1, 1.9);
    double between = chance.of("between").between(1.6, 3);
    Floor floor =
        Floor.lying(relief, middle, columns * step, (rows - 1) * between + 1, headingDegrees);
    List<Skin> skins = skins(HIVE_PAINTS, chance);
    List<Layer> parts = new ArrayList<>();
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        Chance here = chance.of(column, row);
        Floor hive =
            floor.part(
                (column - (columns - 1) / 2.0) * step + here.of(1).between(-0.1, 0.1),
                (row - (rows - 1) / 2.0) * between + here.of(2).between(-0.15, 0.15),
                0.52,
                0.46);
        parts.add(
            Body.of(
                hive,
                here.of(3).between(0.5, 0.95),
                Roof.FLAT,
                Finish.PLAIN,
                here.of(4).oneOf(skins),
                here));
      }
    }
    return Structure.of(Kind.BEEHIVES, floor.outline(), 0.95, parts);
  }

  /** A long stack of hay. */
  public Structure haystack(PlanePoint middle, double headingDegrees, Chance chance) {
    double length = chance.of("length").between(3, 14);
    double width = Math.min(5, length * chance.of("width").between(0.6, 1));
    double height = Math.min(4.5, width * chance.of("height").between(0.6, 0.9));
    Floor floor = Floor.lying(relief, middle, length, width, headingDegrees);
    Skin hay = materials.of(Stuff.STRAW, chance.of("skin"));
    boolean round = length < 5;
    return Structure.of(
        Kind.HAYSTACK,
        round ? floor.ellipse() : floor.outline(),
        height,
        List.of(Body.of(floor, height, round ? Roof.DOME : Roof.LOAF, Finish.LOOSE, hay, chance)));
  }

  /** A round bale. */
  public Structure bale(PlanePoint middle, double headingDegrees, Chance chance) {
    Floor floor = Floor.lying(relief, middle, 1.5, 1.4, headingDegrees);
    Skin hay = materials.of(Stuff.STRAW, chance.of("skin"));
    return Structure.of(
        Kind.HAYSTACK,
        floor.outline(),
        1.4,
        List.of(Body.of(floor, 1.4, Roof.TUNNEL, Finish.LOOSE, hay, chance)));
  }

  /** A pole of a power line; a crossarm would be drawn as a wall and is left out. */
  public Structure powerPole(PlanePoint middle, double headingDegrees, Chance chance) {
    double height = chance.of("height").between(7, 9.5);
    Floor floor = Floor.level(relief, middle, 0.36, 0.36, headingDegrees);
    Skin wood =
        materials.of(
            chance.of("stuff").oneOf(List.of(Stuff.WOOD_WEATHERED, Stuff.CONCRETE)),
            chance.of("skin"));
    return Structure.of(
        Kind.POWER_POLE,
        floor.ellipse(),
        height,
        List.of(Body.of(floor, height, Roof.CYLINDER, Finish.PLAIN, wood, chance)));
  }

  /** A drilling rig: a mast on a low platform, pipes beside it. */
  public Structure rig(PlanePoint middle, double headingDegrees, Chance chance) {
    double height = chance.of("height").between(5, 11);
    Floor floor = Floor.level(relief, middle, 7, 3, headingDegrees);
    Skin steel = materials.of(Stuff.TIN_RUSTY, chance.of("skin"));
    Skin paint = materials.of(Stuff.PAINT_YELLOW, chance.of("paint"));
    List<Layer> parts = new ArrayList<>();
    parts.add(Body.of(floor.part(1, 0, 5, 2.4), 1.2, Roof.FLAT, Finish.RIBS, paint, chance));
    parts.add(Body.of(floor.part(2.2, 0, 1.6, 2.1), 2.4, Roof.FLAT, Finish.PLAIN, paint, chance));
    parts.add(
        Body.of(floor.part(-0.9, 0, 0.8, 0.8), height, Roof.FLAT, Finish.PLAIN, steel, chance));
    for (int pipe = 0; pipe < 4; pipe++) {
      parts.add(
          Body.of(
              floor.part(-1, -1.4 + 0.14 * pipe, 5, 0.11),
              0.25,
              Roof.FLAT,
              Finish.PLAIN,
              steel,
              chance));
    }
    return Structure.of(Kind.WELL, floor.outline(), height, parts);
  }

  /** An upright tank for water or fuel. */
  public Structure tank(PlanePoint middle, double headingDegrees, Chance chance) {
    double across = chance.of("across").between(2, 5);
    double height = chance.of("height").between(1.8, 4);
    Floor floor = Floor.level(relief, middle, across, across, headingDegrees);
    Skin steel =
        materials.of(
            chance.of("stuff").oneOf(List.of(Stuff.TIN_BRIGHT, Stuff.TIN_RUSTY, Stuff.PAINT_WHITE)),
            chance.of("skin"));
    return Structure.of(
        Kind.TANK,
        floor.ellipse(),
        height,
        List.of(
            Body.of(floor, height, Roof.CYLINDER, Finish.CLOTH, steel, chance),
            Body.of(
                floor.part(0.25 * across, 0, 0.5, 0.5),
                height + 0.1,
                Roof.CYLINDER,
                Finish.PLAIN,
                steel,
                chance)));
  }

  /**
   * The lines of a car.
   *
   * @param bonnetMeters height of bonnet and boot
   * @param roofMeters height of the roof
   * @param bonnetShare of the length that lies before the windscreen
   * @param cabinEndShare of the length at which the cabin ends
   */
  private record Coach(
      double bonnetMeters, double roofMeters, double bonnetShare, double cabinEndShare) {}

  private Structure motor(Floor floor, Coach coach, Chance chance) {
    double length = floor.lengthMeters();
    double width = floor.widthMeters();
    Skin paint = materials.of(chance.of("paint").oneOf(CAR_PAINTS), chance.of("skin"));
    Skin glass = materials.of(Stuff.GLASS, chance.of("glass"));
    Skin rubber = materials.of(Stuff.RUBBER, chance.of("tyres"));
    double cabin = (coach.cabinEndShare() - coach.bonnetShare()) * length;
    double cabinAlong = length / 2 - coach.bonnetShare() * length - cabin / 2;
    double screen = Math.min(0.75, 0.75 * (coach.roofMeters() - coach.bonnetMeters()) + 0.15);
    double rear = coach.cabinEndShare() < 0.9 ? screen : 0.12;
    List<Layer> parts = new ArrayList<>();
    for (int axle = -1; axle <= 1; axle += 2) {
      parts.add(
          Body.of(
              floor.part(axle * 0.31 * length, 0, 0.6, width),
              0.6,
              Roof.FLAT,
              Finish.PLAIN,
              rubber,
              chance));
    }
    double bonnetEnd = coach.bonnetShare() * length;
    parts.add(
        Body.of(
            floor.part(0, 0, length, width - 0.06),
            coach.bonnetMeters(),
            Roof.FLAT,
            Finish.PLAIN,
            paint,
            chance));
    if (chance.of("driven").happens(0.4)) {
      parts.add(
          Body.of(
              floor.part((length - bonnetEnd) / 2, 0, bonnetEnd, width - 0.2),
              coach.bonnetMeters() + 0.01,
              Roof.FLAT,
              Finish.PLAIN,
              paint.warm(chance.of("warm").between(8, 25)),
              chance));
    }
    parts.add(
        Body.of(
            floor.part(cabinAlong, 0, cabin, width - 0.22),
            (coach.bonnetMeters() + coach.roofMeters()) / 2,
            Roof.FLAT,
            Finish.PLAIN,
            glass,
            chance));
    parts.add(
        Body.of(
            floor.part(cabinAlong + (rear - screen) / 2, 0, cabin - screen - rear, width - 0.4),
            coach.roofMeters(),
            Roof.FLAT,
            Finish.PLAIN,
            paint.withWall(glass.reflectance()),
            chance));
    return Structure.of(Kind.VEHICLE, floor.outline(), coach.roofMeters(), parts);
  }

  private List<Skin> skins(List<Stuff> stuffs, Chance chance) {
    List<Skin> skins = new ArrayList<>();
    for (Stuff stuff : stuffs) {
      skins.add(materials.of(stuff, chance.of("skin").of(skins.size())));
    }
    return skins;
  }
}
