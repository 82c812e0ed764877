package org.qyran.geo.fuse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.qyran.geo.survey.Site.seen;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.qyran.geo.survey.Seen;
import org.qyran.geo.survey.Site;
import org.qyran.model.Belief;
import org.qyran.model.Detection;
import org.qyran.model.Sighting;
import org.qyran.model.Target;

class TriageSettingsTest {

  private static final double PRIOR = 0.2;

  private final Site site = Site.inTheSteppe();

  @Test
  void aLikelyTargetIsWorthAVisitAnUnlikelyOneIsNoTarget() {
    TriageSettings triage = new TriageSettings(0.9, 0.5);

    assertThat(fuse(triage, look("1/a", 0.95))).extracting(Target::queue).containsExactly("visit");
    assertThat(fuse(triage, look("1/a", 0.6))).extracting(Target::queue).containsExactly("review");
    assertThat(fuse(triage, look("1/a", 0.4))).isEmpty();
  }

  @Test
  void whatNoCalibratedModelJudgedGoesToTheAnalystsWithoutAProbability() {
    Target target =
        fuse(TriageSettings.defaults(), seen("1/a", site.square(0, 0, 10)).sighting()).get(0);

    assertThat(target.queue()).isEqualTo("review");
    assertThat(target.probability()).isNull();
    assertThat(target.prior()).isNull();
  }

  @Test
  void oneLookSaysWhatItSaysAndIsTheScore() {
    Target target = fuse(TriageSettings.EVERYTHING, look("1/a", 0.7)).get(0);

    assertThat(target.probability()).isCloseTo(0.7, within(1e-9));
    assertThat(target.score()).isCloseTo(0.7, within(1e-9));
    assertThat(target.prior()).isEqualTo(PRIOR);
  }

  /** Two looks of correlation 0.6 are worth 2 / 1.6 = 1.25: odds of 8 to the power of that. */
  @Test
  void looksThatAgreeMoveTheBeliefFartherByWhatTheyAreWorth() {
    Target target =
        fuse(TriageSettings.EVERYTHING, look("1/a", 2.0 / 3), look("2/a", 2.0 / 3)).get(0);

    double odds = 0.25 * Math.pow(8, 1.25);
    assertThat(target.looksEffective()).isCloseTo(1.25, within(1e-9));
    assertThat(target.probability()).isCloseTo(odds / (1 + odds), within(1e-9));
  }

  @Test
  void aLookThatSpeaksAgainstItLowersTheBelief() {
    double alone = fuse(TriageSettings.EVERYTHING, look("1/a", 0.7)).get(0).score();
    double doubted =
        fuse(TriageSettings.EVERYTHING, look("1/a", 0.7), look("2/a", 0.05)).get(0).score();

    assertThat(doubted).isLessThan(alone);
  }

  @Test
  void aScrapAtTheEdgeOfAPictureSaysNothingOfTheThing() {
    Sighting scrap = look(seen("2/a", site.square(0, 0, 4)).onTheBorderBy(0.3), 0.05);
    Sighting half = look(seen("2/a", site.square(0, 0, 8)).onTheBorderBy(0.3), 0.05);

    double alone = fuse(TriageSettings.EVERYTHING, look("1/a", 0.7)).get(0).score();
    Target cut = fuse(TriageSettings.EVERYTHING, look("1/a", 0.7), scrap).get(0);

    assertThat(cut.score()).isEqualTo(alone);
    assertThat(cut.looks()).hasSize(2);
    assertThat(fuse(TriageSettings.EVERYTHING, look("1/a", 0.7), half).get(0).score())
        .isLessThan(alone);
  }

  @Test
  void thresholdsThatCrossAreRefused() {
    assertThatThrownBy(() -> new TriageSettings(0.4, 0.5))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("reviewAtLeast is 0.5 and visitAtLeast 0.4");
  }

  private static List<Target> fuse(TriageSettings triage, Sighting... sightings) {
    return new TargetFuser(FuseSettings.defaults(), triage).fuse(List.of(sightings));
  }

  private Sighting look(String id, double probability) {
    return look(seen(id, site.square(0, 0, 10)), probability);
  }

  private static Sighting look(Seen seen, double probability) {
    Sighting plain = seen.sighting();
    Detection detection = plain.detection();
    return new Sighting(
        new Detection(
            detection.id(),
            detection.frameId(),
            detection.type(),
            detection.subtype(),
            detection.outline(),
            detection.score(),
            new Belief(probability, PRIOR),
            new ArrayList<>(detection.evidence()),
            detection.alternatives(),
            detection.detector()),
        plain.flight(),
        plain.file(),
        plain.sha256(),
        plain.time(),
        plain.ring(),
        plain.groundHeightMeters(),
        plain.ce90Meters(),
        plain.le90Meters(),
        plain.shared(),
        plain.own(),
        plain.ringCe90Meters(),
        plain.grazing(),
        plain.groundSamplingDistanceMeters(),
        plain.offNadirDegrees(),
        plain.areaSquareMeters());
  }
}
