package org.qyran.sampledata.world;

import static org.qyran.sampledata.site.LawfulSite.Sort.*;
import static org.qyran.sampledata.spectrum.PlantClass.*;
import static org.qyran.sampledata.world.Family.Lone.*;
import static org.qyran.sampledata.world.Layout.*;

import java.util.List;
import org.qyran.sampledata.place.UtmZone;
import org.qyran.sampledata.plant.Form;
import org.qyran.sampledata.spectrum.Material;
import org.qyran.sampledata.world.Family.Cover;
import org.qyran.sampledata.world.Family.Growth;
import org.qyran.sampledata.world.Family.Lie;
import org.qyran.sampledata.world.Family.People;
import org.qyran.sampledata.world.Family.Place;
import org.qyran.sampledata.world.Family.Pockets;
import org.qyran.sampledata.world.Family.Trouble;

/** The figures of the families. Sizes of plants and plots: docs of the domain, sections 2.1-2.4. */
final class Families {

  private Families() {}

  /** The lower Chu: cured grass, a slow river with reed and willow. Zone 42, south-east. */
  static Family steppeRiver() {
    return new Family(
        "steppe-river",
        new Place(new UtmZone(42), 654_100, 4_795_900, -41.98),
        new Lie(645, 5, 90, 0.006, 7, 7, 0.7),
        new Cover(Material.SOIL_DRY, 0.17, 0, 0.012),
        List.of(
            new Growth(ARTEMISIA, 1.9, 0.10, 25, 0.35, 0.5, 0, 0.4, Form.DOME, 0),
            new Growth(REED, 0.9, 0.55, 18, 0.55, 2.2, 0, 0.3, Form.TUFT, 11),
            new Growth(WILLOW, 3.4, 0.32, 22, 1.7, 3.6, 0.1, 0.35, Form.GLOBE, 26)),
        List.of(ROWS, LATTICE, RIBBON, WILD, UNDER_NET),
        List.of(NETTLE, ALFALFA, REED, WILLOW, MAIZE, STEPPE_GRASS),
        new People(1, List.of(TENT, TARP), List.of(YURT_CAMP, HERDER, PARKED_CAR)),
        Pockets.NONE,
        false,
        Trouble.ORDINARY);
  }

  /** The north slope of the Dzungarian Alatau: spruce and birch on steep ground. Zone 44. */
  static Family mountainForest() {
    return new Family(
        "mountain-forest",
        new Place(new UtmZone(44), 361_500, 4_985_200, -44.24),
        new Lie(1_480, 38, 210, 0.22, 0, 2.5, 1.3),
        new Cover(Material.SOIL_WET, 0.16, 0.45, 0.02),
        List.of(
            new Growth(NETTLE, 1.4, 0.10, 14, 0.5, 1.0, 0, 0.3, Form.DOME, 0),
            new Growth(WILLOW, 2.6, 0.12, 30, 1.1, 2.2, 0, 0.4, Form.DOME, 0),
            new Growth(BIRCH, 3.6, 0.34, 55, 2.0, 9, 0.3, 0.25, Form.GLOBE, 0),
            new Growth(CONIFER, 3.3, 0.62, 70, 1.7, 15, 0.12, 0.28, Form.CONE, 0)),
        List.of(CLEARING, TERRACE, CLEARING, LATTICE, UNDER_NET),
        List.of(NETTLE, POTATO, BIRCH, WILLOW, STEPPE_GRASS),
        new People(1, List.of(SHED, NET), List.of(BEEKEEPER, PICNIC)),
        Pockets.NONE,
        false,
        Trouble.ORDINARY);
  }

  /** Irrigated fields in the Ili plain. Zone 43. */
  static Family farmland() {
    return new Family(
        "farmland",
        new Place(new UtmZone(43), 689_400, 4_838_300, -46.74),
        new Lie(610, 1.5, 160, 0.003, 0, 0, 0.5),
        new Cover(Material.SOIL_DRY, 0.24, 0.3, 0.002),
        List.of(
            new Growth(AMARANTH, 1.6, 0.04, 12, 0.4, 0.7, 0, 0.4, Form.DOME, 0),
            new Growth(POPLAR, 4.0, 0.012, 15, 1.1, 13, 0.15, 0.2, Form.CONE, 0)),
        List.of(ROWS, GARDEN, GREENHOUSE, LATTICE),
        List.of(MAIZE, SUNFLOWER, SORGHUM, ALFALFA, POTATO, TOMATO, SOYBEAN, VINEYARD, ORCHARD),
        new People(0, List.of(CONTAINER, SHED, TARP), List.of(FARM, HAYFIELD)),
        Pockets.NONE,
        true,
        Trouble.ORDINARY);
  }

  /** Where the Moiynkum begins: dunes, takyr, saxaul. Zone 42. */
  static Family desertEdge() {
    return new Family(
        "desert-edge",
        new Place(new UtmZone(42), 702_800, 4_903_700, -43.67),
        new Lie(330, 7, 45, 0.002, 3, 0, 0.8),
        new Cover(Material.SAND, 0.68, -0.1, 0.004),
        List.of(
            new Growth(CAMEL_THORN, 2.1, 0.12, 20, 0.45, 0.6, 0, 0.4, Form.DOME, 0),
            new Growth(STEPPE_GRASS, 1.2, 0.14, 9, 0.3, 0.5, 0, 0.4, Form.TUFT, 0),
            new Growth(TAMARISK, 3.8, 0.13, 30, 1.3, 2.3, 0, 0.4, Form.GLOBE, 0)),
        List.of(LATTICE, ROWS, UNDER_NET, WILD),
        List.of(TAMARISK, CAMEL_THORN, ALFALFA, SORGHUM),
        new People(1, List.of(VEHICLE, TENT), List.of(WELL, HERDER, RUIN)),
        Pockets.NONE,
        false,
        new Trouble(0, 0.15, 0.03, 0, 1.6));
  }

  /**
   * Out of family: a country like none of the others, with lobed crowns, the shadows of clouds, a
   * soft lens, bands out of register and a light sensor that is off.
   */
  static Family foreignShore() {
    return new Family(
        "foreign-shore",
        new Place(new UtmZone(41), 512_300, 5_216_400, -32.27),
        new Lie(96, 13, 130, 0.03, 5, 14, 0.9),
        new Cover(Material.GRAVEL, 0.38, 0.2, 0.03),
        List.of(
            new Growth(LICORICE, 1.5, 0.16, 11, 0.5, 0.8, 0, 0.5, Form.LOBED, 0),
            new Growth(CATTAIL, 1.0, 0.6, 15, 0.6, 1.7, 0, 0.3, Form.LOBED, 15),
            new Growth(POPLAR, 4.6, 0.3, 40, 2.6, 8, 0.1, 0.45, Form.LOBED, 60)),
        List.of(LATTICE, RIBBON, WILD, ROWS, CLEARING),
        List.of(HOP, CATTAIL, LICORICE, AMARANTH, SOYBEAN, NETTLE),
        new People(1, List.of(CONTAINER, NET), List.of(RUIN, PICNIC, BEEKEEPER, HAYFIELD)),
        Pockets.NONE,
        false,
        new Trouble(0.8, 0.7, 0.05, 0.3, 1.8));
  }
}
