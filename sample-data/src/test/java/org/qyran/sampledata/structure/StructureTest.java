package org.qyran.sampledata.structure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.qyran.sampledata.chance.Chance;
import org.qyran.sampledata.place.PlanePoint;
import org.qyran.sampledata.surface.BlankSheet;
import org.qyran.sampledata.surface.Relief;
import org.qyran.sampledata.surface.Sheen;
import org.qyran.sampledata.surface.Sheet;
import org.qyran.sampledata.surface.Skin;

/** Sizes are those of the makers' drawings; the rest are promises that a truth file relies on. */
class StructureTest {

  private static final Relief SLOPE = (east, north) -> 900 + 0.15 * east - 0.08 * north;
  private static final PlanePoint MIDDLE = new PlanePoint(16, 16);
  private static final double CELL_METERS = 0.125; // exact in binary, so sheets agree to the bit

  private final Materials materials = new PlainMaterials();
  private final Shelter shelter = new Shelter(materials, SLOPE);
  private final Gear gear = new Gear(materials, SLOPE);
  private final Trace trace = new Trace(materials, SLOPE);

  /** Makes a structure of any sort at a place. */
  @FunctionalInterface
  private interface Maker {
    Structure at(PlanePoint middle, double headingDegrees, Chance chance);
  }

  private final List<Maker> makers =
      List.of(
          shelter::ridgeTent,
          shelter::domeTent,
          shelter::insulatedTent,
          shelter::shed,
          shelter::house,
          shelter::tarp,
          shelter::net,
          shelter::container,
          shelter::yurt,
          shelter::ruin,
          (place, heading, chance) -> shelter.bridge(place, 9, heading, chance),
          (place, heading, chance) ->
              shelter.greenhouse(place, 12, 5, heading, below -> below, chance),
          gear::drums,
          gear::vehicle,
          gear::van,
          gear::truck,
          gear::tractor,
          gear::caravan,
          gear::generator,
          gear::chimney,
          gear::basin,
          (place, heading, chance) -> gear.hose(Trace.way(place, heading, 9, chance), chance),
          (place, heading, chance) -> gear.hives(place, heading, 8, 3, chance),
          gear::haystack,
          gear::bale,
          gear::powerPole,
          gear::rig,
          gear::tank,
          (place, heading, chance) -> trace.waste(place, 7, heading, chance),
          (place, heading, chance) -> trace.spill(place, 7, heading, chance),
          (place, heading, chance) -> trace.burn(place, 4, heading, chance),
          (place, heading, chance) -> trace.hearth(place, chance),
          (place, heading, chance) -> trace.track(Trace.way(place, heading, 12, chance), chance),
          (place, heading, chance) ->
              trace.path(Trace.way(place, heading, 12, chance), 1.5, chance),
          (place, heading, chance) -> trace.beds(place, 9, 6, heading, chance),
          trace::heap,
          (place, heading, chance) -> trace.corral(place, 13, 11, heading, chance));

  @Test
  void outlinesAreAsLargeAsTheThings() {
    Chance chance = new Chance(7);

    assertThat(area(shelter.tarp(MIDDLE, 5, 3, 31, chance))).isCloseTo(15, within(1e-9));
    assertThat(area(shelter.shed(MIDDLE, 8, 4, 77, chance))).isCloseTo(32, within(1e-9));
    assertThat(area(shelter.net(MIDDLE, 6, 5, 200, 3, chance))).isCloseTo(30, within(1e-9));
    // 6 by 3 drums, 0.65 m from one to the next: 3.90 m by 1.95 m.
    assertThat(area(gear.drums(MIDDLE, 12, 6, 3, chance))).isCloseTo(7.605, within(1e-9));
    // 3 by 2 cubes, 1.3 m: 3.9 m by 2.6 m.
    assertThat(area(gear.cubes(MIDDLE, 12, 3, 2, chance))).isCloseTo(10.14, within(1e-9));
    // A straight way of 10 m, 1.5 m wide.
    List<PlanePoint> way = List.of(new PlanePoint(3, 4), new PlanePoint(9, 12));
    assertThat(area(trace.path(way, 1.5, chance))).isCloseTo(15, within(1e-9));
  }

  @Test
  void containersHaveOneOfTheTwoSizesOfTheStandard() {
    Set<String> areas = new TreeSet<>();
    for (int trial = 0; trial < 50; trial++) {
      double area = area(shelter.container(MIDDLE, 7 * trial, new Chance(trial)));
      areas.add(String.format(Locale.ROOT, "%.2f", area));
    }

    // 6.06 · 2.44 = 14.79 and 12.19 · 2.44 = 29.74
    assertThat(areas).containsExactly("14.79", "29.74");
  }

  @Test
  void tentsAreNeitherSmallerNorLargerThanTentsAre() {
    for (int trial = 0; trial < 1_000; trial++) {
      Structure tent = shelter.tent(MIDDLE, 13 * trial, new Chance(trial));

      assertThat(area(tent)).as("trial %d", trial).isBetween(2.0, 72.0);
      assertThat(tent.heightMeters()).as("trial %d", trial).isBetween(1.0, 3.5);
    }
  }

  @Test
  void nothingIsDrawnOutsideTheOutline() {
    for (int trial = 0; trial < 370; trial++) {
      Structure structure = structure(trial);
      Sheet sheet = BlankSheet.at(0, 0, 256, CELL_METERS, SLOPE);

      structure.drawInto(sheet);

      int drawn = 0;
      for (int row = 0; row < sheet.cells(); row++) {
        for (int column = 0; column < sheet.cells(); column++) {
          if (isDrawn(sheet, column, row)) {
            drawn++;
            assertThat(structure.outline().metersOutside(sheet.eastOf(column), sheet.northOf(row)))
                .as("trial %d: %s at column %d, row %d", trial, structure.id(), column, row)
                .isLessThan(1e-6);
          }
        }
      }
      if (structure.kind() != Kind.GREENHOUSE) {
        assertThat(drawn).as("trial %d: %s", trial, structure.id()).isPositive();
      }
    }
  }

  @Test
  void aThingOverTwoSheetsIsTheSameAsOnOne() {
    for (int trial = 0; trial < 111; trial++) {
      Structure structure = structure(trial);
      Sheet whole = BlankSheet.at(0, 0, 256, CELL_METERS, SLOPE);
      structure.drawInto(whole);

      for (int quarter = 0; quarter < 4; quarter++) {
        int right = 128 * (quarter % 2);
        int up = 128 * (quarter / 2);
        Sheet part = BlankSheet.at(right * CELL_METERS, up * CELL_METERS, 128, CELL_METERS, SLOPE);
        structure.drawInto(part);
        for (int row = 0; row < 128; row++) {
          for (int column = 0; column < 128; column++) {
            assertThat(
                    part.upAt(column, row) == whole.upAt(column + right, row + up)
                        && part.skinAt(column, row) == whole.skinAt(column + right, row + up)
                        && BlankSheet.tintAt(part, column, row)
                            == BlankSheet.tintAt(whole, column + right, row + up))
                .as("trial %d: %s, quarter %d", trial, structure.id(), quarter)
                .isTrue();
          }
        }
      }
    }
  }

  @Test
  void aNetLeavesItsShareOfTheGroundInSight() {
    Skin threads = Skin.of(new float[] {0.05f}, Sheen.LEAVES, 0);
    for (double openShare : new double[] {0, 0.1, 0.35, 0.6}) {
      Structure net = shelter.shade(MIDDLE, 20, 20, 40, 2.5, openShare, threads, new Chance(3));
      Sheet sheet = BlankSheet.at(0, 0, 256, CELL_METERS, SLOPE);

      net.drawInto(sheet);

      int inside = 0;
      int open = 0;
      for (int row = 0; row < 256; row++) {
        for (int column = 0; column < 256; column++) {
          if (net.outline().contains(sheet.eastOf(column), sheet.northOf(row))) {
            inside++;
            open += sheet.skinAt(column, row) == BlankSheet.GRASS ? 1 : 0;
          }
        }
      }
      // 25,600 meshes: two standard deviations of a share are below 0.007.
      assertThat((double) open / inside).isCloseTo(openShare, within(0.015));
    }
  }

  @Test
  void filmShowsWhatGrowsBelow() {
    Skin plant = Skin.of(new float[] {0.02f}, Sheen.LEAVES, 0);
    Skin overPlant = Skin.of(new float[] {0.2f}, Sheen.MADE, 0);
    Skin overGrass = Skin.of(new float[] {0.3f}, Sheen.MADE, 0);
    Sheet sheet = BlankSheet.at(0, 0, 256, CELL_METERS, SLOPE);
    sheet.paint(128, 128, sheet.numberOf(plant), 0);

    shelter
        .greenhouse(
            MIDDLE, 10, 6, 75, below -> below == plant ? overPlant : overGrass, new Chance(1))
        .drawInto(sheet);

    assertThat(sheet.skinAt(128, 128)).isSameAs(overPlant);
    assertThat(sheet.skinAt(140, 128)).isSameAs(overGrass);
    assertThat(sheet.skinAt(250, 128)).isSameAs(BlankSheet.GRASS);
  }

  @Test
  void aContainerIsLevelAndInSightWhereTheGroundIsNot() {
    Relief steep = (east, north) -> 900 + east; // 3 m from the middle it is above the roof
    Structure container =
        new Shelter(materials, steep).container(MIDDLE, 90, new Chance(2)).named("box");
    Sheet sheet = BlankSheet.at(0, 0, 256, CELL_METERS, steep);

    container.drawInto(sheet);

    // 900 + 16 + 2.59, and ribs of 2 cm and rails of 4 cm.
    for (int row = 0; row < 256; row++) {
      for (int column = 0; column < 256; column++) {
        if (container.outline().contains(sheet.eastOf(column), sheet.northOf(row))) {
          assertThat(sheet.upAt(column, row)).isBetween(918.56f, 918.64f);
        }
      }
    }
  }

  @Test
  void treesHangOverWhatLiesFlat() {
    Skin crown = Skin.of(new float[] {0.04f}, Sheen.LEAVES, 0);
    Sheet sheet = BlankSheet.at(0, 0, 256, CELL_METERS, SLOPE);
    float top = sheet.floorAt(128, 128) + 6;
    sheet.raise(128, 128, top, sheet.numberOf(crown), 0);

    trace.burn(MIDDLE, 5, 0, new Chance(5)).drawInto(sheet);
    shelter.tarp(MIDDLE, 6, 6, 0, new Chance(5)).drawInto(sheet);

    assertThat(sheet.skinAt(128, 128)).isSameAs(crown);
    assertThat(sheet.upAt(128, 128)).isEqualTo(top);
    assertThat(sheet.skinAt(132, 132)).isNotSameAs(BlankSheet.GRASS);
  }

  @Test
  void aGeneratorIsWarmAndItsExhaustHot() {
    Structure generator = gear.generator(MIDDLE, 30, new Chance(8));
    Sheet sheet = BlankSheet.at(0, 0, 512, CELL_METERS / 2, SLOPE);

    generator.drawInto(sheet);

    double warmest = 0;
    for (int row = 0; row < 512; row++) {
      for (int column = 0; column < 512; column++) {
        warmest = Math.max(warmest, sheet.skinAt(column, row).warmthKelvin());
        if (generator.outline().contains(sheet.eastOf(column), sheet.northOf(row))) {
          assertThat(sheet.skinAt(column, row).warmthKelvin()).isGreaterThanOrEqualTo(25);
        }
      }
    }
    assertThat(warmest).isBetween(130.0, 350.0);
  }

  private Structure structure(int trial) {
    Chance chance = new Chance(20_240_611L + trial);
    PlanePoint place =
        new PlanePoint(
            16 + chance.of("east").between(-1, 1), 16 + chance.of("north").between(-1, 1));
    return makers
        .get(trial % makers.size())
        .at(place, chance.of("heading").between(0, 360), chance);
  }

  private static boolean isDrawn(Sheet sheet, int column, int row) {
    return sheet.skinAt(column, row) != BlankSheet.GRASS
        || sheet.upAt(column, row)
            != (float) SLOPE.upMeters(sheet.eastOf(column), sheet.northOf(row));
  }

  private static double area(Structure structure) {
    return structure.outline().areaSquareMeters();
  }
}
