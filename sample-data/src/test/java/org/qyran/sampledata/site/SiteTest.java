package org.qyran.sampledata.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.qyran.sampledata.chance.Chance;
import org.qyran.sampledata.place.PlanePoint;
import org.qyran.sampledata.structure.Kind;
import org.qyran.sampledata.structure.PlainMaterials;
import org.qyran.sampledata.structure.Structure;
import org.qyran.sampledata.surface.Relief;

/** What the truth of a site promises, whatever chance makes of it. */
class SiteTest {

  private static final Relief SLOPE = (east, north) -> 1_400 + 0.2 * east + 0.1 * north;
  private static final PlanePoint MIDDLE = new PlanePoint(310, -120);

  @Test
  void theThingsOfACampLieWithinAHundredMetresOfEachOther() {
    for (int trial = 0; trial < 1_000; trial++) {
      List<Structure> things = camp(trial).structures();
      for (Structure one : things) {
        for (Structure other : things) {
          assertThat(apart(one.outline().middle(), other.outline().middle()))
              .as("trial %d: %s and %s", trial, one.id(), other.id())
              .isLessThan(100);
        }
      }
    }
  }

  @Test
  void aCampHasWhatCasesHadInCommonAndAllOfItIsATarget() {
    for (int trial = 0; trial < 1_000; trial++) {
      Site camp = camp(trial);

      assertThat(camp.lookAlikes()).as("trial %d", trial).isEmpty();
      assertThat(camp.targets())
          .as("trial %d", trial)
          .extracting(Structure::kind)
          .contains(Kind.BLIND_TRACK, Kind.DRUMS, Kind.HEAT_SOURCE, Kind.WASTE)
          .containsAnyOf(Kind.TENT, Kind.SHED, Kind.CONTAINER);
    }
  }

  @Test
  void theTrackComesFromAfarAndEndsAtTheCamp() {
    for (int trial = 0; trial < 1_000; trial++) {
      Site camp = camp(trial);
      List<PlanePoint> edge = camp.ofKind(Kind.BLIND_TRACK).get(0).outline().corners();
      double nearest = edge.stream().mapToDouble(SiteTest::fromMiddle).min().orElseThrow();
      double farthest = edge.stream().mapToDouble(SiteTest::fromMiddle).max().orElseThrow();

      // The largest shelter is 12.19 m long: half of its diagonal, and 2 m to go on foot.
      assertThat(nearest).as("trial %d", trial).isLessThan(9);
      assertThat(farthest).as("trial %d", trial).isBetween(30.0, 100.0);
    }
  }

  @Test
  void nothingOfACampStandsInTheMiddleOfAnotherThingOrOnTheTrack() {
    for (int trial = 0; trial < 1_000; trial++) {
      List<Structure> things =
          camp(trial).structures().stream()
              .filter(thing -> thing.kind() != Kind.NET && thing.kind() != Kind.WATER_INTAKE)
              .toList();
      for (Structure one : things) {
        for (Structure other : things) {
          PlanePoint middle = one.outline().middle();
          if (!one.id().equals(other.id()) && one.kind() != Kind.BLIND_TRACK) {
            assertThat(other.outline().contains(middle.eastMeters(), middle.northMeters()))
                .as("trial %d: %s in %s", trial, one.id(), other.id())
                .isFalse();
          }
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource(LawfulSite.Sort.class)
  void aLawfulSiteHoldsNoTargetAndNamesItsThingsApart(LawfulSite.Sort sort) {
    for (int trial = 0; trial < 200; trial++) {
      Chance chance = new Chance(trial);
      Site site =
          new LawfulSite(new PlainMaterials(), SLOPE)
              .at(sort, "place", MIDDLE, chance.of("heading").between(0, 360), chance);

      assertThat(site.targets()).as("trial %d", trial).isEmpty();
      assertThat(site.lookAlikes())
          .as("trial %d", trial)
          .isNotEmpty()
          .extracting(Structure::id)
          .doesNotHaveDuplicates()
          .allMatch(id -> id.startsWith("place-"));
    }
  }

  @Test
  void beekeepersHaveFromTwentyToEightyHives() {
    for (int trial = 0; trial < 200; trial++) {
      Site site =
          new LawfulSite(new PlainMaterials(), SLOPE)
              .at(LawfulSite.Sort.BEEKEEPER, "bees", MIDDLE, 12, new Chance(trial));

      assertThat(site.ofKind(Kind.BEEHIVES).get(0).layers()).hasSizeBetween(20, 80);
    }
  }

  @Test
  void theSameChanceMakesTheSameCampAndAnotherMakesAnother() {
    assertThat(corners(camp(5))).isEqualTo(corners(camp(5))).isNotEqualTo(corners(camp(6)));
  }

  @Test
  void tellsHowFarAPlaceLiesOutside() {
    Site camp = camp(3);
    Structure drums = camp.ofKind(Kind.DRUMS).get(0);
    PlanePoint inside = drums.outline().middle();

    assertThat(camp.metersOutside(inside.eastMeters(), inside.northMeters())).isNegative();
    assertThat(camp.metersOutside(310, 880)).isBetween(850.0, 1_000.0);
  }

  private static Site camp(int trial) {
    Chance chance = new Chance(trial);
    return new LaboratoryCamp(new PlainMaterials(), SLOPE)
        .at("camp", MIDDLE, chance.of("heading").between(0, 360), chance);
  }

  private static List<List<PlanePoint>> corners(Site site) {
    return site.structures().stream().map(thing -> thing.outline().corners()).toList();
  }

  private static double fromMiddle(PlanePoint point) {
    return apart(point, MIDDLE);
  }

  private static double apart(PlanePoint one, PlanePoint other) {
    return Math.hypot(
        one.eastMeters() - other.eastMeters(), one.northMeters() - other.northMeters());
  }
}
