package org.qyran.sampledata.world;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.qyran.sampledata.place.UtmZone;
import org.qyran.sampledata.plant.Form;
import org.qyran.sampledata.plant.Planted;
import org.qyran.sampledata.site.LawfulSite;
import org.qyran.sampledata.spectrum.Material;
import org.qyran.sampledata.spectrum.PlantClass;

/**
 * A family of countries that look alike because their parameters do. Two seeds of a family are two
 * places of one region; two families share no figure but by chance, so that what was learnt in one
 * may be tested in another.
 *
 * @param name as commands and files say it
 * @param place where on Earth it stands
 * @param lie of the land
 * @param cover of open ground
 * @param growths that came by themselves, tallest last
 * @param layouts of plots that are grown here, one of each
 * @param confusers patches of plants that are taken for it, one of each
 * @param people who live or hide here
 * @param pockets things of a few square metres
 * @param parcels whether the land is divided into fields
 * @param trouble that light and lenses have here beyond the ordinary
 */
public record Family(
    String name,
    Place place,
    Lie lie,
    Cover cover,
    List<Growth> growths,
    List<Layout> layouts,
    List<PlantClass> confusers,
    People people,
    Pockets pockets,
    boolean parcels,
    Trouble trouble) {

  public Family {
    growths = List.copyOf(growths);
    layouts = List.copyOf(layouts);
    confusers = List.copyOf(confusers);
  }

  /**
   * Where on Earth.
   *
   * @param zone of the UTM grid
   * @param eastingMeters of the origin
   * @param northingMeters of the origin
   * @param undulationMeters of EGM96 above the ellipsoid there; it changes by some centimetres over
   *     a survey, so one figure serves
   */
  public record Place(
      UtmZone zone, double eastingMeters, double northingMeters, double undulationMeters) {}

  /**
   * The lie of the land.
   *
   * @param upMeters of the origin above mean sea level
   * @param hillMeters how much hills rise and fall
   * @param hillScaleMeters how far apart they are
   * @param slope of the whole, as rise over run
   * @param valleyMeters by which the river lies lower than its surroundings
   * @param riverMeters wide, 0 for none
   * @param steepest slope that occurs
   */
  public record Lie(
      double upMeters,
      double hillMeters,
      double hillScaleMeters,
      double slope,
      double valleyMeters,
      double riverMeters,
      double steepest) {}

  /**
   * Open ground.
   *
   * @param soil that shows between the grass
   * @param bare share of bare soil
   * @param wetness by which grass is greener than the month says
   * @param stones share of ground with boulders, per 9 square metres
   */
  public record Cover(Material soil, double bare, double wetness, double stones) {}

  /**
   * Trees or shrubs.
   *
   * @param plant whose leaves they wear
   * @param stepMeters the densest they may stand
   * @param density mean share of places taken
   * @param clumpMeters size of groves and glades, 0 for an even stand
   * @param radiusMeters of a crown
   * @param topMeters of a plant
   * @param bottomShare of the top where the crown begins
   * @param spread of sizes
   * @param form of the crown
   * @param alongWaterMeters only so near the river, 0 for anywhere
   */
  public record Growth(
      PlantClass plant,
      double stepMeters,
      double density,
      double clumpMeters,
      double radiusMeters,
      double topMeters,
      double bottomShare,
      double spread,
      Form form,
      double alongWaterMeters) {}

  /**
   * What people built.
   *
   * @param camps of several suspicious things each
   * @param lone suspicious things that stand alone
   * @param lawful places of every sort listed
   */
  public record People(int camps, List<Lone> lone, List<LawfulSite.Sort> lawful) {

    public People {
      lone = List.copyOf(lone);
      lawful = List.copyOf(lawful);
    }
  }

  /**
   * What covers no more than a few square metres: a plant or a dozen among the shrubs, and as small
   * patches of what is taken for them.
   *
   * @param plots of cannabis
   * @param patches of confusers, each of a kind that occurs here
   */
  public record Pockets(int plots, int patches) {

    static final Pockets NONE = new Pockets(0, 0);

    /** Enough to learn how large a plot must be to be found. */
    static final Pockets MANY = new Pockets(8, 8);
  }

  /** A suspicious thing that stands alone. */
  public enum Lone {
    TENT,
    SHED,
    TARP,
    NET,
    CONTAINER,
    VEHICLE
  }

  /**
   * What goes wrong beyond the ordinary.
   *
   * @param blurPixels deviation of an extra blur
   * @param bandShiftPixels by which bands are off what the file says, one deviation
   * @param irradianceError deviation of the light sensor, as a share
   * @param cloudShare of the ground in the shadow of clouds
   * @param haze times the ordinary
   */
  public record Trouble(
      double blurPixels,
      double bandShiftPixels,
      double irradianceError,
      double cloudShare,
      double haze) {

    static final Trouble ORDINARY = new Trouble(0, 0.15, 0.03, 0, 1);
  }

  /** All families, in the order of help texts. */
  public static List<Family> all() {
    return List.of(
        Families.steppeRiver(),
        Families.mountainForest(),
        Families.farmland(),
        Families.desertEdge(),
        Families.foreignShore());
  }

  /** The family of a name. */
  public static Family named(String name) {
    return all().stream()
        .filter(family -> family.name().equals(name.toLowerCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "there is no world '%s'; there are %s".formatted(name, names())));
  }

  /** Whether nothing may be learnt from it, so that it can show how detectors do elsewhere. */
  public boolean isStrange() {
    return name.equals(Families.foreignShore().name());
  }

  /** The same country with fewer things put into it, for a small block. */
  public Family smallSample() {
    return new Family(
        name,
        place,
        lie,
        cover,
        growths,
        List.of(Layout.ROWS, Layout.LATTICE, Layout.WILD),
        confusers.subList(0, 2),
        new People(0, List.of(Lone.SHED, Lone.TENT), List.of(LawfulSite.Sort.PARKED_CAR)),
        Pockets.NONE,
        parcels,
        trouble);
  }

  /**
   * The same country as a nursery for detectors: two of each of its plots and a garden, and a patch
   * of every plant that is taken for cannabis in any family that may be learnt from, as far as
   * there is room.
   */
  public Family nursery() {
    List<Layout> twice = new ArrayList<>(layouts);
    twice.addAll(layouts);
    twice.add(Layout.GARDEN);
    List<PlantClass> every =
        all().stream()
            .filter(family -> !family.isStrange())
            .flatMap(family -> family.confusers().stream())
            .distinct()
            .toList();
    return new Family(
        name, place, lie, cover, growths, twice, every, people, pockets, false, trouble);
  }

  /** The same country with many pockets besides, as far as there is room. */
  public Family withPockets() {
    return new Family(
        name,
        place,
        lie,
        cover,
        growths,
        layouts,
        confusers,
        people,
        Pockets.MANY,
        parcels,
        trouble);
  }

  /** Names of all, for help texts. */
  public static String names() {
    return all().stream().map(Family::name).collect(Collectors.joining(", "));
  }

  /** Nothing stands higher. */
  double tallestMeters() {
    double trees =
        growths.stream()
            .mapToDouble(growth -> Planted.Habit.tallestMeters(growth.topMeters(), growth.spread()))
            .max()
            .orElse(0);
    return Math.max(10, trees);
  }
}
