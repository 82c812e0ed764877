package org.qyran.sampledata.world;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleBinaryOperator;
import java.util.function.Function;
import java.util.function.Predicate;
import org.qyran.sampledata.chance.Chance;
import org.qyran.sampledata.chance.ValueNoise;
import org.qyran.sampledata.place.PlanePoint;
import org.qyran.sampledata.plant.Foliage;
import org.qyran.sampledata.plant.Form;
import org.qyran.sampledata.plant.Planted;
import org.qyran.sampledata.plant.Stand;
import org.qyran.sampledata.plant.Wild;
import org.qyran.sampledata.shape.Outline;
import org.qyran.sampledata.site.LawfulSite;
import org.qyran.sampledata.spectrum.Material;
import org.qyran.sampledata.spectrum.PlantClass;
import org.qyran.sampledata.spectrum.Spectrum;
import org.qyran.sampledata.structure.Shelter;
import org.qyran.sampledata.structure.Structure;
import org.qyran.sampledata.structure.Stuff;
import org.qyran.sampledata.surface.Layer;
import org.qyran.sampledata.surface.Relief;
import org.qyran.sampledata.surface.Sheen;
import org.qyran.sampledata.surface.Skin;
import org.qyran.sampledata.world.land.GroundCover;
import org.qyran.sampledata.world.land.Meander;
import org.qyran.sampledata.world.land.Track;
import org.qyran.sampledata.world.land.Waterway;

/**
 * Lays out one landscape of a family: first the land and its river, then what people made of it,
 * last what came by itself and was left standing.
 */
public final class Composer {

  /** Trees that are left to hang over a structure, as a share. */
  private static final double KEPT_OVER_STRUCTURES = 0.04;

  /** Stretches of a bank that are looked at before a ribbon is given up. */
  private static final int BANK_TRIES = 40;

  /** A camp's things lie within about as far of its tent. */
  private static final double CAMP_METERS = 22;

  private static final double LEAST_POCKET_SQUARE_METERS = 2;
  private static final double MOST_POCKET_SQUARE_METERS = 30;

  private static final double PARCEL_LENGTH_METERS = 58;
  private static final double PARCEL_WIDTH_METERS = 32;
  private static final double LANE_METERS = 3;

  private final Family family;
  private final Season season;
  private final Wardrobe wardrobe;
  private final Block block;
  private final Chance chance;
  private final ValueNoise hills;
  private final Meander river;
  private final Meander track;
  private final Relief relief;
  private final Gardener gardener;
  private final StuffSkins stuff;
  private final Sites sites;

  private final List<Layer> ground = new ArrayList<>();
  private final List<Layer> standing = new ArrayList<>();
  private final List<TrueTarget> targets = new ArrayList<>();
  private final List<Lookalike> lookalikes = new ArrayList<>();
  private final List<Glade> glades = new ArrayList<>();
  private final List<Stand> wild = new ArrayList<>();

  /**
   * The ground that will be flown over, around the origin.
   *
   * @param lengthMeters along the heading
   * @param widthMeters across it
   * @param headingDegrees clockwise from north
   */
  public record Block(double lengthMeters, double widthMeters, double headingDegrees) {}

  private Composer(Family family, Season season, Wardrobe wardrobe, Block block, Chance chance) {
    this.family = family;
    this.season = season;
    this.wardrobe = wardrobe;
    this.block = block;
    this.chance = chance;
    this.hills = new ValueNoise(chance.of("hills").key());
    this.river =
        new Meander(
            Outline.offset(
                new PlanePoint(0, 0), 0, -0.18 * block.widthMeters(), block.headingDegrees()),
            block.headingDegrees() + chance.of("river").between(-14, 14),
            9,
            150,
            chance.of("bend").between(0, 6.28));
    this.track =
        new Meander(
            Outline.offset(
                new PlanePoint(0, 0), 0, 0.3 * block.widthMeters(), block.headingDegrees()),
            block.headingDegrees() + chance.of("track").between(-9, 9),
            5,
            190,
            chance.of("turn").between(0, 6.28));
    this.relief = this::upMeters;
    this.gardener = new Gardener(season, wardrobe, family, chance);
    this.stuff = new StuffSkins(wardrobe);
    this.sites = new Sites(block.lengthMeters(), block.widthMeters(), block.headingDegrees());
  }

  /** A landscape; the same arguments give the same one. */
  public static Landscape compose(
      Family family, Season season, Wardrobe wardrobe, Block block, long seed) {
    Chance chance = new Chance(seed).of(family.name());
    return new Composer(family, season, wardrobe, block, chance).landscape();
  }

  private Landscape landscape() {
    ground.add(openGround());
    settleCamps();
    plantPlots();
    settle();
    plantConfusers();
    plantPockets();
    plantParcels();
    lines();
    growWild();
    List<Layer> layers = new ArrayList<>(ground);
    layers.addAll(standing);
    return new Landscape(family, relief, layers, targets, lookalikes, wild);
  }

  private double upMeters(double east, double north) {
    Family.Lie lie = family.lie();
    double scale = lie.hillScaleMeters();
    double up =
        lie.upMeters()
            + lie.slope() * north
            + lie.hillMeters() * hills.fractal(east / scale, north / scale, 5);
    if (lie.riverMeters() > 0) {
      double from = river.metersFrom(east, north);
      up -= lie.valleyMeters() * Math.exp(-from * from / (2 * 60 * 60));
      double bed = lie.riverMeters() * 0.75;
      up -= 0.9 * Math.exp(-from * from * from * from / (bed * bed * bed * bed));
    }
    return up;
  }

  private Layer openGround() {
    List<Skin> mixtures = new ArrayList<>();
    Spectrum soil = family.cover().soil().draw(chance.of("soil").key());
    Spectrum cured = Material.DRY_GRASS.draw(chance.of("cured").key());
    Spectrum fresh = wardrobe.grass(chance.of("fresh"));
    int grades = GroundCover.GRADES;
    for (int bare = 0; bare < grades; bare++) {
      for (int green = 0; green < grades; green++) {
        Spectrum grass = cured.mixed(fresh, green / (grades - 1.0));
        mixtures.add(
            wardrobe.of(
                grass.mixed(soil, bare / (grades - 1.0)), Sheen.GROUND, 6 + bare - 0.5 * green));
      }
    }
    DoubleBinaryOperator green =
        (east, north) -> season.grassGreen() + family.cover().wetness() + riverside(east, north);
    DoubleBinaryOperator bare =
        (east, north) -> family.cover().bare() - 0.4 * riverside(east, north);
    return new GroundCover(mixtures, bare, green, new ValueNoise(chance.of("grass").key()));
  }

  /** Greener near the river, from 0.6 on its bank to nothing 40 m away. */
  private double riverside(double east, double north) {
    if (family.lie().riverMeters() == 0) {
      return 0;
    }
    double from = river.metersFrom(east, north) - family.lie().riverMeters() / 2;
    return 0.6 * Math.exp(-Math.max(0, from) / 13);
  }

  private void lines() {
    if (family.lie().riverMeters() > 0) {
      ground.add(
          new Waterway(
              river,
              family.lie().riverMeters(),
              wardrobe.of(Material.WATER_TURBID, chance.of("water"), Sheen.WATER),
              wardrobe.of(Material.SOIL_WET, chance.of("bank"), Sheen.GROUND),
              hills));
    }
    ground.add(
        new Track(
            track, wardrobe.of(family.cover().soil(), chance.of("worn"), Sheen.GROUND), hills));
  }

  private void plantPlots() {
    for (int i = 0; i < family.layouts().size(); i++) {
      Chance here = chance.of("plot").of(i);
      plantPlot(family.layouts().get(i), here, "plot-%d".formatted(i + 1));
    }
  }

  private void plantPlot(Layout layout, Chance here, String id) {
    double length = here.of("long").between(9, 26);
    double width = length * here.of("wide").between(0.45, 0.9);
    double heading = here.of("heading").between(0, 180);
    switch (layout) {
      case RIBBON -> plantRibbon(here, id);
      case TERRACE -> plantTerraces(here, id);
      case WILD ->
          layOut(here, 14, at -> Outline.blob(at, 1.3 * length, 1.2 * width, heading, 0.5, here))
              .ifPresent(plot -> add(gardener.wild(plot, here), id, layout, 0, 0.1));
      case ROWS ->
          layOut(here, 0.6 * length, at -> Outline.rectangle(at, length, width, heading))
              .ifPresent(
                  plot -> add(gardener.tended(plot, true, heading, here), id, layout, 2, 0.02));
      case CLEARING ->
          layOut(here, 0.6 * length, at -> Outline.blob(at, length, width, heading, 0.45, here))
              .ifPresent(
                  plot -> {
                    double kept = here.of("kept").between(0.08, 0.3);
                    add(gardener.tended(plot, false, heading, here), id, layout, 1.5, kept);
                  });
      case GARDEN ->
          layOut(here, 6, at -> Outline.rectangle(at, 6.5, 4, heading))
              .ifPresent(plot -> add(gardener.tended(plot, true, heading, here), id, layout, 1, 0));
      case LATTICE ->
          layOut(here, 0.6 * length, at -> Outline.blob(at, length, width, heading, 0.35, here))
              .ifPresent(
                  plot -> add(gardener.tended(plot, false, heading, here), id, layout, 2, 0.03));
      case POCKET ->
          layOutPocket(here, heading)
              .map(plot -> gardener.tended(plot, false, heading, here))
              .filter(plot -> plot.plantCount() > 0)
              .ifPresent(plot -> add(plot, id, layout, 1, 0.15));
      case GREENHOUSE, UNDER_NET -> {
        double across = here.of("width").between(4.5, 6.5);
        layOut(here, 0.6 * length, at -> Outline.rectangle(at, 0.7 * length, across, heading))
            .ifPresent(plot -> plantCovered(layout, plot, 0.7 * length, across, heading, here, id));
      }
    }
  }

  private void plantCovered(
      Layout layout,
      Outline outline,
      double length,
      double width,
      double heading,
      Chance here,
      String id) {
    PlanePoint place = outline.middle();
    Gardener.Plot plot = gardener.tended(outline, true, heading, here);
    draw(plot, 2, 0.03);
    Shelter shelter = new Shelter(stuff, relief);
    Structure cover =
        layout == Layout.GREENHOUSE
            ? shelter.greenhouse(place, length, width, heading, stuff.film(here), here)
            : shelter.shade(
                place,
                length,
                width,
                heading,
                plot.topMeters() + 0.6,
                here.of("open").between(0.25, 0.45),
                stuff.of(Stuff.NET_GARNISHED, here),
                here);
    standing.add(cover);
    targets.add(plot.target(id, layout).reaching(cover.heightMeters()));
  }

  private void plantRibbon(Chance here, String id) {
    double half = here.of("half").between(1.4, 2.8);
    double length = here.of("long").between(18, 42);
    double side = here.of("side").happens(0.5) ? 1 : -1;
    double beside = side * (family.lie().riverMeters() / 2 + half + 2.5);
    double reach = block.lengthMeters() / 2 - length;
    Chance start = here.of("from");
    for (int trial = 0; trial < BANK_TRIES; trial++) {
      double from = (trial == 0 ? start : start.of(trial)).between(-reach, reach);
      List<PlanePoint> way = river.stretch(from, from + length, beside, 12);
      Outline outline = Outline.ribbon(way, share -> half * (0.75 + 0.25 * Math.cos(9 * share)));
      if (sites.isFree(outline)) {
        sites.take(outline.middle(), outline.reachMeters());
        sites.take(outline);
        add(gardener.tended(outline, false, 0, here), id, Layout.RIBBON, 1, 0.15);
        return;
      }
    }
  }

  private void plantTerraces(Chance here, String id) {
    findOpen(here, 20, place -> terraces(place, here).stream().allMatch(sites::isFree))
        .ifPresent(
            place -> {
              List<Outline> terraces = terraces(place, here);
              for (int i = 0; i < terraces.size(); i++) {
                sites.take(terraces.get(i));
                add(
                    gardener.tended(terraces.get(i), false, contourDegrees(place), here.of(i)),
                    id + (char) ('a' + i),
                    Layout.TERRACE,
                    1.5,
                    0.1);
              }
            });
  }

  /** Three beds along the contour through a place, 9 m apart. */
  private List<Outline> terraces(PlanePoint place, Chance here) {
    double contour = contourDegrees(place);
    List<Outline> terraces = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      PlanePoint middle = Outline.offset(place, 0, (i - 1) * 9, contour);
      terraces.add(
          Outline.rectangle(
              middle, here.of(i).between(10, 20), here.of(i + 9).between(2, 3), contour));
    }
    return terraces;
  }

  private double contourDegrees(PlanePoint place) {
    return Math.toDegrees(Math.atan2(-slopeAt(place, 0, 6), slopeAt(place, 6, 0)));
  }

  private double slopeAt(PlanePoint place, double eastMeters, double northMeters) {
    return upMeters(place.eastMeters() + eastMeters, place.northMeters() + northMeters)
        - upMeters(place.eastMeters() - eastMeters, place.northMeters() - northMeters);
  }

  private void add(
      Gardener.Plot plot, String id, Layout layout, double clearedMeters, double kept) {
    draw(plot, clearedMeters, kept);
    targets.add(plot.target(id, layout));
  }

  private void draw(Gardener.Plot plot, double clearedMeters, double kept) {
    ground.addAll(plot.ground());
    standing.addAll(plot.plants());
    glades.add(new Glade(plot.outline(), clearedMeters, kept));
  }

  private void plantConfusers() {
    for (int i = 0; i < family.confusers().size(); i++) {
      PlantClass plant = family.confusers().get(i);
      Chance here = chance.of("confuser").of(i);
      double length = here.of("long").between(10, 30);
      double width = length * here.of("wide").between(0.4, 0.9);
      double heading = here.of("heading").between(0, 180);
      boolean drinks =
          plant == PlantClass.REED || plant == PlantClass.CATTAIL || plant == PlantClass.WILLOW;
      Function<PlanePoint, Outline> shape =
          at ->
              isField(plant)
                  ? Outline.rectangle(at, length, width, heading)
                  : Outline.blob(at, length, width, heading, 0.45, here);
      Optional<Outline> found =
          drinks
              ? layOut(here, 0.5 * length, this::isNearWater, shape)
              : layOut(here, 0.5 * length, shape);
      String id = "confuser-%d".formatted(i + 1);
      found.ifPresent(outline -> addLookalike(plant, outline, heading, here, id));
    }
  }

  /** Small plots, and patches as small; after the large ones, because they find room anywhere. */
  private void plantPockets() {
    Chance pockets = chance.of("pocket");
    for (int i = 0; i < family.pockets().plots(); i++) {
      plantPlot(Layout.POCKET, pockets.of(i), "pocket-%d".formatted(i + 1));
    }
    for (int i = 0; i < family.pockets().patches(); i++) {
      Chance here = chance.of("patch").of(i);
      plantPatch(here.of("plant").oneOf(family.confusers()), here, "patch-%d".formatted(i + 1));
    }
  }

  private void plantPatch(PlantClass plant, Chance here, String id) {
    double heading = here.of("heading").between(0, 180);
    layOutPocket(here, heading)
        .ifPresent(outline -> addLookalike(plant, outline, heading, here, id));
  }

  /** Room for something small; as many of 2 to 4 m² as of 15 to 30 m². */
  private Optional<Outline> layOutPocket(Chance here, double headingDegrees) {
    double area =
        Math.exp(
            here.of("area")
                .between(
                    Math.log(LEAST_POCKET_SQUARE_METERS), Math.log(MOST_POCKET_SQUARE_METERS)));
    double shape = here.of("shape").between(0.55, 1);
    double length = Math.sqrt(area / shape * 4 / Math.PI);
    return layOut(
        here,
        0.6 * length,
        at -> Outline.blob(at, length, shape * length, headingDegrees, 0.25, here));
  }

  /**
   * Divides the land into fields along the track: a crop on each that has room, weeds on the
   * others.
   */
  private void plantParcels() {
    if (!family.parcels()) {
      return;
    }
    double heading = track.headingDegrees();
    int rows = (int) (0.6 * block.lengthMeters() / PARCEL_LENGTH_METERS) + 1;
    int columns = (int) (0.6 * block.widthMeters() / PARCEL_WIDTH_METERS) + 1;
    for (int row = -rows; row <= rows; row++) {
      for (int column = -columns; column <= columns; column++) {
        plantParcel(row, column, heading);
      }
    }
  }

  private void plantParcel(int row, int column, double heading) {
    Chance here = chance.of("parcel").of(row).of(column);
    PlanePoint place =
        Outline.offset(
            new PlanePoint(0, 0),
            row * (PARCEL_LENGTH_METERS + LANE_METERS),
            column * (PARCEL_WIDTH_METERS + LANE_METERS),
            heading);
    Outline outline = Outline.rectangle(place, PARCEL_LENGTH_METERS, PARCEL_WIDTH_METERS, heading);
    boolean crossed =
        outline.corners().stream()
            .anyMatch(
                corner ->
                    track.signedMetersFrom(corner.eastMeters(), corner.northMeters())
                            * track.signedMetersFrom(place.eastMeters(), place.northMeters())
                        < 0);
    if (crossed || !sites.isFree(outline) || here.of("fallow").happens(0.1)) {
      return;
    }
    PlantClass plant = here.of("crop").oneOf(family.confusers());
    addLookalike(plant, outline, heading, here, "parcel-%d-%d".formatted(row + 50, column + 50));
  }

  private void addLookalike(
      PlantClass plant, Outline outline, double headingDegrees, Chance here, String id) {
    Gardener.Plot plot = gardener.confuser(plant, outline, headingDegrees, here);
    draw(plot, 0.5, 0);
    lookalikes.add(
        new Lookalike(id, plant.wireName(), Lookalike.Kind.PLANT, outline, plot.topMeters()));
  }

  private static boolean isField(PlantClass plant) {
    return switch (plant) {
      case MAIZE, SUNFLOWER, SORGHUM, ALFALFA, POTATO, TOMATO, SOYBEAN, VINEYARD, ORCHARD, HOP ->
          true;
      default -> false;
    };
  }

  /** Room on dry ground off the track for something of a shape that lies on nothing else. */
  private Optional<Outline> layOut(
      Chance here, double radiusMeters, Function<PlanePoint, Outline> shape) {
    return layOut(here, radiusMeters, place -> isOpen(place, radiusMeters), shape);
  }

  private Optional<Outline> layOut(
      Chance here,
      double radiusMeters,
      Predicate<PlanePoint> suits,
      Function<PlanePoint, Outline> shape) {
    Optional<Outline> outline =
        sites
            .find(
                here.of("site"),
                radiusMeters,
                place -> suits.test(place) && sites.isFree(shape.apply(place)))
            .map(shape);
    outline.ifPresent(sites::take);
    return outline;
  }

  private Optional<PlanePoint> findOpen(
      Chance here, double radiusMeters, Predicate<PlanePoint> suits) {
    return sites.find(
        here.of("site"), radiusMeters, place -> isOpen(place, radiusMeters) && suits.test(place));
  }

  private boolean isOpen(PlanePoint place, double radiusMeters) {
    return isDry(place, radiusMeters) && isOffTheTrack(place, radiusMeters);
  }

  private boolean isDry(PlanePoint place, double radiusMeters) {
    return family.lie().riverMeters() == 0
        || river.metersFrom(place.eastMeters(), place.northMeters())
            > family.lie().riverMeters() / 2 + radiusMeters + 4;
  }

  private boolean isNearWater(PlanePoint place) {
    return family.lie().riverMeters() == 0
        || river.metersFrom(place.eastMeters(), place.northMeters())
            < family.lie().riverMeters() / 2 + 18;
  }

  private boolean isOffTheTrack(PlanePoint place, double radiusMeters) {
    return track.metersFrom(place.eastMeters(), place.northMeters()) > radiusMeters + 2;
  }

  /** Camps come first, since they need the most room. */
  private void settleCamps() {
    Settler settler = new Settler(stuff, relief);
    for (int i = 0; i < family.people().camps(); i++) {
      Chance here = chance.of("camp").of(i);
      String name = "camp-%d".formatted(i + 1);
      settle(here, CAMP_METERS, place -> settler.camp(name, place, here));
    }
  }

  private void settle() {
    Settler settler = new Settler(stuff, relief);
    for (int i = 0; i < family.people().lone().size(); i++) {
      Family.Lone lone = family.people().lone().get(i);
      Chance here = chance.of("lone").of(i);
      settle(here, 6, place -> settler.lone(lone, place, here));
    }
    for (int i = 0; i < family.people().lawful().size(); i++) {
      LawfulSite.Sort sort = family.people().lawful().get(i);
      Chance here = chance.of("lawful").of(i);
      settle(here, 20, place -> settler.lawful(sort, place, here));
    }
  }

  /** Settles where nothing of it comes to stand on what is there. */
  private void settle(
      Chance here, double radiusMeters, Function<PlanePoint, List<Structure>> people) {
    findOpen(
            here,
            radiusMeters,
            place -> people.apply(place).stream().map(Structure::outline).allMatch(sites::isFree))
        .ifPresent(place -> settleAt(people.apply(place)));
  }

  private void settleAt(List<Structure> structures) {
    for (Structure structure : structures) {
      sites.take(structure.outline());
      standing.add(structure);
      glades.add(new Glade(structure.outline(), 1.2, KEPT_OVER_STRUCTURES));
      if (structure.kind().isTarget()) {
        targets.add(Settler.target(structure));
      } else {
        lookalikes.add(Settler.lookalike(structure));
      }
    }
  }

  private void growWild() {
    for (int i = 0; i < family.growths().size(); i++) {
      Family.Growth growth = family.growths().get(i);
      Chance here = chance.of("growth").of(i);
      ValueNoise groves = new ValueNoise(here.key());
      Planted.Habit habit =
          new Planted.Habit(
              growth.plant().wireName(),
              growth.radiusMeters(),
              growth.topMeters(),
              growth.bottomShare(),
              growth.spread(),
              growth.form(),
              wardrobe.leaves(growth.plant(), here, yellowOf(growth.plant())));
      Wild stand =
          new Wild(
              growth.stepMeters(),
              (east, north) -> densityOf(growth, groves, east, north),
              List.of(habit),
              here.of("stand"));
      wild.add(stand);
      double clump = Math.max(0.2, Math.min(0.7, growth.radiusMeters() / 2.6));
      standing.add(new Foliage(stand, stand.widestMeters(), clump, groves));
    }
    growStones();
  }

  private void growStones() {
    Chance here = chance.of("stones");
    Skin stone = wardrobe.of(Material.GRAVEL, here, Sheen.GROUND);
    Wild stones =
        new Wild(
            3,
            (east, north) ->
                isWet(east, north) ? 0 : family.cover().stones() * gladeShare(east, north),
            List.of(new Planted.Habit("boulder", 0.45, 0.45, 0, 0.5, Form.DOME, List.of(stone))),
            here);
    wild.add(stones);
    standing.add(new Foliage(stones, stones.widestMeters(), 0.4, hills));
  }

  private boolean isWet(double east, double north) {
    return family.lie().riverMeters() > 0
        && river.metersFrom(east, north) < family.lie().riverMeters() / 2;
  }

  private double yellowOf(PlantClass plant) {
    return plant == PlantClass.CONIFER ? 0 : season.yellow();
  }

  private double densityOf(Family.Growth growth, ValueNoise groves, double east, double north) {
    double density = growth.density();
    if (growth.clumpMeters() > 0) {
      double grove = groves.fractal(east / growth.clumpMeters(), north / growth.clumpMeters(), 3);
      density *= Math.max(0, Math.min(1.5, 1 + 2.6 * grove));
    }
    if (family.lie().riverMeters() > 0) {
      double fromBank = river.metersFrom(east, north) - family.lie().riverMeters() / 2;
      boolean tooFar = growth.alongWaterMeters() > 0 && fromBank > growth.alongWaterMeters();
      if (fromBank < 0.3 || tooFar) {
        return 0;
      }
    }
    if (track.metersFrom(east, north) < 2.2) {
      return 0;
    }
    return Math.min(0.97, density) * gladeShare(east, north);
  }

  private double gladeShare(double east, double north) {
    double kept = 1;
    for (Glade glade : glades) {
      kept = Math.min(kept, glade.keptAt(east, north));
    }
    return kept;
  }
}
