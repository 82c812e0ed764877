package org.qyran.evaluation.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.qyran.evaluation.Survey.box;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.qyran.evaluation.Survey;
import org.qyran.evaluation.figure.Claim;
import org.qyran.evaluation.figure.Figures;
import org.qyran.evaluation.figure.Headline;
import org.qyran.evaluation.figure.Stratum;
import org.qyran.evaluation.match.SurveyCase;
import org.qyran.evaluation.stat.Share;

class ScorecardTest {

  @TempDir private Path folder;

  /** One square kilometre: two of three plots found, one tent missed, two false stands. */
  private SurveyCase steppe() throws IOException {
    return new Survey(folder.resolve("steppe"))
        .of("steppe", 7)
        .covered(box(0, 0, 1_000, 1_000), "{\"25\":0.95}")
        .plantation("p1", box(100, 100, 10, 10))
        .plantation("p2", box(200, 100, 2, 1))
        .plantation("p3", box(300, 100, 10, 20))
        .structure("s1", box(400, 100, 4, 4))
        .confuser("c1", "nettle", box(500, 500, 20, 20))
        .confuser("c2", "nettle", box(600, 500, 20, 20))
        .visible("p1", 1, 10)
        .visible("p2", 0, 10)
        .visible("p3", 1, 10)
        .visible("s1", 1, 10)
        .stand("t1", 0.9, box(100, 100, 11, 10))
        .stand("t2", 0.3, box(300, 100, 10, 20))
        .stand("f1", 0.5, box(500, 500, 10, 10))
        .stand("f2", 0.4, box(505, 515, 10, 10))
        .compared();
  }

  private Figures figures() throws IOException {
    return Scorecard.of("qyran").with(steppe()).figures();
  }

  @Test
  void recallIsToldOfAllAndOfWhatCouldBeSeen() throws IOException {
    Figures figures = figures();

    assertThat(figures.headline(Claim.PLANTATIONS).recall()).isEqualTo(new Share(2, 3));
    assertThat(figures.headline(Claim.PLANTATIONS).recallSeen()).isEqualTo(new Share(2, 2));
    assertThat(figures.headline(Claim.STRUCTURES).recall()).isEqualTo(new Share(0, 1));
    assertThat(figures.headline(Claim.EVERYTHING).recall()).isEqualTo(new Share(2, 4));
  }

  @Test
  void precisionFollowsFromRecallAlarmsAndThePrior() throws IOException {
    Headline plantations = figures().headline(Claim.PLANTATIONS);

    assertThat(plantations.falseAlarms().perSquareKilometer()).isCloseTo(2, within(1e-3));
    // 2/3 · 0.02 / (2/3 · 0.02 + 2)
    assertThat(plantations.precision().get(1).plotsPer100Km2()).isEqualTo(2);
    assertThat(plantations.precision().get(1).precision()).isCloseTo(0.006623, within(1e-5));
  }

  @Test
  void thePublishedExampleOfThePriorComesOut() {
    // Recall 0.85 and 0.1 alarms per km² at 2 plots per 100 km²: 0.145.
    Headline.PriorPrecision precision =
        HeadlineTally.precision(2, new Share(85, 100), new org.qyran.evaluation.stat.Rate(10, 100));

    assertThat(precision.precision()).isCloseTo(0.145, within(5e-4));
  }

  @Test
  void aStricterThresholdTradesRecallForAlarms() throws IOException {
    Headline plantations = figures().headline(Claim.PLANTATIONS);

    assertThat(plantations.curve())
        .extracting(Headline.CurvePoint::threshold)
        .containsExactly(0.9, 0.5, 0.4, 0.3);
    assertThat(plantations.curve().get(0).recall()).isCloseTo(1.0 / 3, within(1e-9));
    assertThat(plantations.curve().get(0).falseAlarmsPerKm2()).isZero();
    assertThat(plantations.curve().get(3).recall()).isCloseTo(2.0 / 3, within(1e-9));
    assertThat(plantations.curve().get(3).falseAlarmsPerKm2()).isCloseTo(2, within(1e-3));
  }

  @Test
  void twoAlarmsOnOnePatchAreOnePatchCalledSomething() throws IOException {
    assertThat(figures().confusers().get(0).name()).isEqualTo("nettle");
    assertThat(figures().confusers().get(0).falseAlarms()).isEqualTo(2);
    assertThat(figures().confusers().get(0).called()).isEqualTo(new Share(1, 2));
  }

  @Test
  void areasAndPositionsAreMeasuredOnHits() throws IOException {
    Figures figures = figures();

    // Found 110 of 100 m² and 200 of 200 m²: bias and error 5 %; both within ± 20 %.
    assertThat(figures.outlines().get(0).areaBias()).isCloseTo(0.05, within(1e-3));
    assertThat(figures.outlines().get(0).areaError()).isCloseTo(0.05, within(1e-3));
    assertThat(figures.outlines().get(0).areaInside()).isEqualTo(new Share(2, 2));
    // IoU 100 / 110 and 1.
    assertThat(figures.outlines().get(0).meanOverlap()).isCloseTo(0.9545, within(1e-3));
    assertThat(figures.position().inside()).isEqualTo(new Share(2, 2));
    assertThat(figures.position().bins().get(0).range()).isEqualTo("0 to 15°");
  }

  @Test
  void groundDeclaredEmptyIsHeldAgainstTheRun() throws IOException {
    SurveyCase boastful =
        new Survey(folder.resolve("boast"))
            .covered(box(0, 0, 500, 1_000), "{\"25\":0.95}")
            .covered(box(500, 0, 500, 1_000), "{\"25\":0.5}")
            .plantation("found", box(100, 100, 10, 10))
            .plantation("missed", box(200, 200, 10, 10))
            .plantation("missed where little was claimed", box(700, 200, 10, 10))
            .stand("t", 0.9, box(100, 100, 10, 10))
            .compared();

    assertThat(Scorecard.of("qyran").with(boastful).figures().declaredEmptyWrong())
        .isEqualTo(new Share(1, 2));
  }

  @Test
  void surveysArePooledBeforeAnythingIsDivided() throws IOException {
    SurveyCase taiga =
        new Survey(folder.resolve("taiga"))
            .of("taiga", 8)
            .covered(box(0, 0, 1_000, 3_000), "{}")
            .plantation("p1", box(100, 100, 10, 10))
            .compared();

    Figures figures = Scorecard.of("qyran").with(steppe()).with(taiga).figures();

    assertThat(figures.surveys()).isEqualTo(2);
    assertThat(figures.headline(Claim.PLANTATIONS).recall()).isEqualTo(new Share(2, 4));
    // Two alarms on four square kilometres.
    assertThat(figures.headline(Claim.PLANTATIONS).falseAlarms().perSquareKilometer())
        .isCloseTo(0.5, within(1e-3));
    assertThat(figures.strata())
        .filteredOn(stratum -> stratum.by().equals("world"))
        .extracting(Stratum::value)
        .containsExactly("steppe", "taiga");
  }

  @Test
  void scoresAreOnlyTakenForProbabilitiesWhereTheRunSaysSo() throws IOException {
    SurveyCase calibrated =
        new Survey(folder.resolve("calibrated"))
            .covered(box(0, 0, 1_000, 1_000), "{}")
            .plantation("p", box(100, 100, 10, 10))
            .found("t", "cannabis_plantation", 0.9, 5, "0.25", box(100, 100, 10, 10))
            .compared();

    assertThat(figures().ofProbability()).isFalse();
    Figures figures = Scorecard.of("qyran").with(calibrated).figures();
    assertThat(figures.ofProbability()).isTrue();
    assertThat(figures.reliability().brier()).isCloseTo(0.5625, within(1e-9)); // (1 - 0.25)²
  }

  @Test
  void scoresOfTargetsWithoutAProbabilityAreNoneOfItsCalibration() throws IOException {
    SurveyCase mixed =
        new Survey(folder.resolve("mixed"))
            .covered(box(0, 0, 1_000, 1_000), "{}")
            .plantation("p", box(100, 100, 10, 10))
            .found("t", "cannabis_plantation", 0.9, 5, "0.25", box(100, 100, 10, 10))
            .found("s", "structure_of_interest", 0.7, 5, "null", box(500, 500, 10, 10))
            .compared();

    Figures figures = Scorecard.of("qyran").with(mixed).figures();

    assertThat(figures.ofProbability()).isTrue();
    assertThat(figures.reliability().claims()).isEqualTo(1);
    assertThat(figures.reliability().brier()).isCloseTo(0.5625, within(1e-9)); // (1 - 0.25)²
  }

  @Test
  void everyMissAndEveryFalseAlarmSaysWhy() throws IOException {
    Figures figures = figures();

    assertThat(figures.misses().get(0).why())
        .isEqualTo(
            "Simulated structure (tent) of 16 m²; shown in 1 frame, at best 100 % of it, 500 pixels,"
                + " 100 % of it sunlit; nothing was flagged there.");
    assertThat(figures.misses().get(1).why()).endsWith("it was not visible in any frame.");
    assertThat(figures.falseAlarms().get(0).why())
        .contains("score of 0.50")
        .contains("\"nettle\"")
        .contains("simulated");
  }
}
