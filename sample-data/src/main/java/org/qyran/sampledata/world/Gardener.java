package org.qyran.sampledata.world;

import java.util.ArrayList;
import java.util.List;
import org.qyran.model.DetectionType;
import org.qyran.sampledata.chance.Chance;
import org.qyran.sampledata.chance.ValueNoise;
import org.qyran.sampledata.plant.Carpet;
import org.qyran.sampledata.plant.Foliage;
import org.qyran.sampledata.plant.Form;
import org.qyran.sampledata.plant.Planted;
import org.qyran.sampledata.plant.Wild;
import org.qyran.sampledata.shape.Outline;
import org.qyran.sampledata.spectrum.PlantClass;
import org.qyran.sampledata.surface.Layer;
import org.qyran.sampledata.surface.Skin;
import org.qyran.sampledata.world.land.Bed;

/**
 * Plants plots of cannabis and patches of what is taken for it. Sizes and spacings are those of the
 * domain brief, sections 2.2 and 2.3. Immutable; the same chance plants the same plot.
 */
public final class Gardener {

  /** What is taller has a trunk below its crown. */
  private static final double TREE_METERS = 5;

  private final Season season;
  private final Wardrobe wardrobe;
  private final ValueNoise noise;
  private final Skin dugSoil;
  private final boolean lobed;

  /**
   * Works with one soil.
   *
   * @param family whose plants this one's are like
   * @param chance of the soil, and of the leaves of all that is planted
   */
  public Gardener(Season season, Wardrobe wardrobe, Family family, Chance chance) {
    this.season = season;
    this.wardrobe = wardrobe;
    this.noise = new ValueNoise(chance.of("leaves").key());
    this.dugSoil = wardrobe.dugSoil(chance.of("dug"));
    this.lobed = family.growths().stream().anyMatch(growth -> growth.form() == Form.LOBED);
  }

  /**
   * What was planted: drawn from the ground up.
   *
   * @param ground that was worked
   * @param plants upon it
   * @param plantCount how many, as far as they can be told apart
   * @param topMeters of the plants
   */
  public record Plot(
      Outline outline, List<Layer> ground, List<Layer> plants, int plantCount, double topMeters) {

    public Plot {
      ground = List.copyOf(ground);
      plants = List.copyOf(plants);
    }

    TrueTarget target(String id, Layout layout) {
      return new TrueTarget(
          id, DetectionType.CANNABIS_PLANTATION, layout.wireName(), outline, plantCount, topMeters);
    }
  }

  /** A plot with plants one by one, on dug or furrowed ground. */
  public Plot tended(Outline outline, boolean rows, double headingDegrees, Chance chance) {
    double row = rows ? chance.of(1).between(1.5, 2.0) : chance.of(1).between(1.2, 1.8);
    double step = rows ? chance.of(2).between(1.0, 1.4) : row * 1.15;
    Planted.Habit habit = cannabis(Math.min(0.8, 0.47 * Math.min(row, step)), chance);
    Planted stand =
        new Planted(
            outline,
            new Planted.Pattern(row, step, headingDegrees, !rows, 0.06, 0.06),
            habit,
            chance.of("plants"));
    return new Plot(
        outline,
        List.of(new Bed(outline, 0.5, rows ? row : 0, headingDegrees, dugSoil, noise)),
        List.of(new Foliage(stand, stand.widestMeters(), 0.19, noise)),
        stand.count(),
        habit.topMeters());
  }

  /** A stand without order, as it comes up on rich ground by itself. */
  public Plot wild(Outline outline, Chance chance) {
    double size = season.cannabisSize();
    Planted.Habit habit =
        new Planted.Habit(
            "cannabis_wild",
            0.3 * Math.sqrt(size) + 0.05,
            chance.of(1).between(0.9, 1.7) * size,
            0,
            0.35,
            lobed ? Form.LOBED : Form.CONE,
            wardrobe.leaves(PlantClass.CANNABIS_WILD, chance, season.yellow()));
    Wild stand =
        new Wild(
            0.42,
            (east, north) -> outline.contains(east, north) ? 0.8 : 0,
            List.of(habit),
            chance.of("plants"));
    return new Plot(
        outline,
        List.of(),
        List.of(new Foliage(stand, stand.widestMeters(), 0.2, noise)),
        stand.countAround(outline),
        habit.topMeters());
  }

  /** A patch of a plant that is taken for cannabis, planted as that plant is. */
  public Plot confuser(PlantClass plant, Outline outline, double headingDegrees, Chance chance) {
    double size = season.cropSize();
    List<Skin> skins = wardrobe.leaves(plant, chance, season.yellow());
    return switch (plant) {
      case MAIZE, SORGHUM ->
          rows(outline, skins, 0.7, chance.of(1).between(1.7, 2.6) * size, headingDegrees, size);
      case SUNFLOWER ->
          rows(outline, skins, 0.7, chance.of(1).between(1.3, 1.9) * size, headingDegrees, size);
      case POTATO, SOYBEAN -> rows(outline, skins, 0.75, 0.55 * size, headingDegrees, 0.85 * size);
      case TOMATO ->
          single(
              outline,
              plant,
              skins,
              1.4,
              0.55,
              0.34,
              0.85 * size,
              Form.DOME,
              headingDegrees,
              chance);
      case VINEYARD -> rows(outline, skins, 2.5, 1.7, headingDegrees, 0.42);
      case HOP -> rows(outline, skins, 3.0, 5.0 * size, headingDegrees, 0.45);
      case ORCHARD ->
          single(outline, plant, skins, 4.6, 4.0, 1.55, 3.4, Form.GLOBE, headingDegrees, chance);
      case WILLOW -> loose(outline, plant, skins, 2.2, 1.3, 3.0, Form.GLOBE, chance);
      case BIRCH -> loose(outline, plant, skins, 2.8, 1.7, 7.5, Form.GLOBE, chance);
      case POPLAR -> loose(outline, plant, skins, 2.4, 1.1, 9.0, Form.CONE, chance);
      case CONIFER -> loose(outline, plant, skins, 3.0, 1.6, 9.0, Form.CONE, chance);
      case TAMARISK -> loose(outline, plant, skins, 2.4, 1.2, 2.2, Form.GLOBE, chance);
      case CAMEL_THORN -> loose(outline, plant, skins, 1.0, 0.45, 0.6, Form.DOME, chance);
      case LICORICE, ARTEMISIA, AMARANTH ->
          loose(outline, plant, skins, 0.7, 0.36, 0.9, Form.DOME, chance);
      case REED, CATTAIL -> carpet(outline, skins, 2.2, 0.5, 0.2, 0.92);
      case NETTLE -> carpet(outline, skins, 0.4 + 0.9 * size, 0.35, 0.4, 0.95);
      case ALFALFA -> carpet(outline, skins, 0.25 + 0.35 * season.leavesOut(), 0.25, 0.3, 0.97);
      case STEPPE_GRASS -> carpet(outline, skins, 0.6, 0.4, 0.25, 0.9);
      case CANNABIS_TENDED, CANNABIS_WILD ->
          throw new IllegalArgumentException(plant + " is not taken for cannabis, it is");
    };
  }

  private Planted.Habit cannabis(double radiusMeters, Chance chance) {
    double size = season.cannabisSize();
    List<Form> forms =
        lobed ? List.of(Form.LOBED) : List.of(Form.GLOBE, Form.CONE, Form.DOME, Form.GLOBE);
    return new Planted.Habit(
        "cannabis_tended",
        radiusMeters * Math.sqrt(size),
        chance.of(3).between(1.3, 2.2) * size,
        0.05,
        0.13,
        chance.of(4).oneOf(forms),
        wardrobe.leaves(PlantClass.CANNABIS_TENDED, chance, season.yellow()));
  }

  private Plot rows(
      Outline outline,
      List<Skin> skins,
      double rowMeters,
      double topMeters,
      double headingDegrees,
      double cover) {
    Carpet.Build build =
        new Carpet.Build(
            topMeters, 0.3, 0.3, rowMeters, headingDegrees, Math.max(0.15, 0.95 * cover));
    return new Plot(
        outline,
        List.of(new Bed(outline, 0.3, rowMeters, headingDegrees, dugSoil, noise)),
        List.of(new Carpet(outline, build, skins, noise)),
        0,
        topMeters);
  }

  private Plot carpet(
      Outline outline,
      List<Skin> skins,
      double topMeters,
      double clumpMeters,
      double rough,
      double cover) {
    Carpet.Build build = new Carpet.Build(topMeters, rough, clumpMeters, 0, 0, cover);
    return new Plot(
        outline, List.of(), List.of(new Carpet(outline, build, skins, noise)), 0, topMeters);
  }

  private Plot single(
      Outline outline,
      PlantClass plant,
      List<Skin> skins,
      double rowMeters,
      double stepMeters,
      double radiusMeters,
      double topMeters,
      Form form,
      double headingDegrees,
      Chance chance) {
    Planted stand =
        new Planted(
            outline,
            new Planted.Pattern(rowMeters, stepMeters, headingDegrees, false, 0.05, 0.04),
            new Planted.Habit(plant.wireName(), radiusMeters, topMeters, 0.1, 0.12, form, skins),
            chance.of("plants"));
    return new Plot(
        outline,
        List.of(new Bed(outline, 0.5, rowMeters, headingDegrees, dugSoil, noise)),
        List.of(new Foliage(stand, stand.widestMeters(), 0.3, noise)),
        0,
        topMeters);
  }

  private Plot loose(
      Outline outline,
      PlantClass plant,
      List<Skin> skins,
      double stepMeters,
      double radiusMeters,
      double topMeters,
      Form form,
      Chance chance) {
    Wild stand =
        new Wild(
            stepMeters,
            (east, north) -> outline.contains(east, north) ? 0.85 : 0,
            List.of(
                new Planted.Habit(
                    plant.wireName(),
                    radiusMeters,
                    topMeters,
                    topMeters > TREE_METERS ? 0.3 : 0,
                    0.3,
                    lobed ? Form.LOBED : form,
                    skins)),
            chance.of("loose"));
    List<Layer> plants = new ArrayList<>();
    plants.add(new Foliage(stand, stand.widestMeters(), Math.min(0.5, radiusMeters / 2), noise));
    return new Plot(outline, List.of(), plants, 0, topMeters);
  }
}
