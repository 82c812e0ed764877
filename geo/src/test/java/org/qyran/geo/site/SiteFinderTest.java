package org.qyran.geo.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.qyran.geo.axes.Enu;
import org.qyran.geo.axes.LocalAxes;
import org.qyran.model.DetectionType;
import org.qyran.model.ErrorEllipse;
import org.qyran.model.Evidence;
import org.qyran.model.GeoPoint;
import org.qyran.model.PixelOutline;
import org.qyran.model.PixelPoint;
import org.qyran.model.Target;

class SiteFinderTest {

  private static final LocalAxes AXES = LocalAxes.at(new GeoPoint(45.2, 77.1), 900);
  private static final Instant NOON = Instant.parse("2026-07-24T06:00:00Z");

  private final SiteFinder finder = new SiteFinder();

  private static Target structure(String id, String subtype, double score, double east) {
    return target(id, DetectionType.STRUCTURE_OF_INTEREST, subtype, score, east, 0);
  }

  private static Target target(
      String id, DetectionType type, String subtype, double score, double east, double north) {
    GeoPoint center = place(east, north);
    return new Target(
        id,
        type,
        subtype,
        "new",
        "review",
        score,
        null,
        null,
        "test 1",
        List.of(
            new Target.Look(
                "d-" + id,
                "f",
                "f.jpg",
                "0",
                NOON,
                0.05,
                0,
                score,
                new PixelOutline(
                    List.of(new PixelPoint(0, 0), new PixelPoint(9, 0), new PixelPoint(0, 9))))),
        1,
        List.of(),
        List.of(),
        List.of(place(east - 1, north - 1), place(east + 1, north - 1), place(east, north + 1)),
        center,
        2,
        1,
        3,
        3,
        3,
        new ErrorEllipse(3, 2, 0),
        1,
        900,
        NOON,
        NOON);
  }

  private static GeoPoint place(double east, double north) {
    return AXES.toGeo(new Enu(east, north, 0)).point();
  }

  private static Target of(List<Target> targets, String id) {
    return targets.stream().filter(target -> target.id().equals(id)).findFirst().orElseThrow();
  }

  private static double evidence(Target target, String feature) {
    return target.evidence().stream()
        .filter(evidence -> evidence.feature().equals(feature))
        .mapToDouble(Evidence::value)
        .findFirst()
        .orElse(0);
  }

  @Test
  void aTentWithWasteAndHeatStandsAboveTheSameTentAlone() {
    List<Target> combined =
        finder.combine(
            List.of(
                structure("tent", "tent", 0.6, 0),
                structure("waste", "waste", 0.5, 30),
                structure("heat", "heat_source", 0.4, -20),
                structure("alone", "tent", 0.6, 5_000)));

    // 1 - 0.4 (1 - 0.25) (1 - 0.2) = 0.76
    assertThat(of(combined, "tent").score()).isCloseTo(0.76, within(1e-9));
    assertThat(evidence(of(combined, "tent"), "site_members")).isEqualTo(3);
    assertThat(evidence(of(combined, "tent"), "site_families")).isEqualTo(3);
    assertThat(of(combined, "alone")).isEqualTo(structure("alone", "tent", 0.6, 5_000));
    assertThat(combined.get(0).id()).isEqualTo("tent");
  }

  @Test
  void manyTentsAreOneFamilyAndNoSite() {
    List<Target> camp = new ArrayList<>();
    for (int tent = 0; tent < 10; tent++) {
      camp.add(structure("tent " + tent, "tent", 0.6, 5 * tent));
    }

    assertThat(finder.combine(camp)).containsExactlyInAnyOrderElementsOf(camp);
  }

  @Test
  void wasteWithoutAStructureIsNoSite() {
    List<Target> found =
        List.of(structure("w", "waste", 0.6, 0), structure("h", "heat_source", 0.6, 10));

    assertThat(finder.combine(found)).containsExactlyInAnyOrderElementsOf(found);
  }

  @Test
  void reachesSeventyFiveMetresAndNoFurtherBySteps() {
    List<Target> combined =
        finder.combine(
            List.of(
                structure("tent", "tent", 0.6, 0),
                structure("near", "waste", 0.5, 74.9),
                structure("far", "waste", 0.5, 140)));

    assertThat(evidence(of(combined, "near"), "site_members")).isEqualTo(2);
    assertThat(evidence(of(combined, "far"), "site_members")).isZero();
  }

  @Test
  void noOrderOfTheTargetsMattersAndNoScoreFalls() {
    Random random = new Random(20_261_125);
    String[] subtypes = {"tent", "shed", "waste", "burn", "heat_source", "blind_track"};
    for (int trial = 0; trial < 1_000; trial++) {
      List<Target> targets = new ArrayList<>();
      for (int i = 0; i < 12; i++) {
        targets.add(
            target(
                "t" + i,
                random.nextInt(4) == 0
                    ? DetectionType.VEGETATION_STAND
                    : DetectionType.STRUCTURE_OF_INTEREST,
                subtypes[random.nextInt(subtypes.length)],
                random.nextInt(11) / 10.0,
                random.nextDouble(300),
                random.nextDouble(300)));
      }
      List<Target> combined = finder.combine(targets);
      List<Target> shuffled = new ArrayList<>(targets);
      Collections.shuffle(shuffled, random);

      assertThat(finder.combine(shuffled)).as("trial %d", trial).isEqualTo(combined);
      assertThat(combined)
          .as("trial %d", trial)
          .allMatch(after -> after.score() >= of(targets, after.id()).score())
          .allMatch(after -> after.score() <= 1);
    }
  }
}
