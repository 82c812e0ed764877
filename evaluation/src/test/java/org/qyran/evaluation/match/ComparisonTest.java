package org.qyran.evaluation.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.qyran.evaluation.Survey.box;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.qyran.evaluation.Survey;

/** Rectangles in metres; every expected number can be had with a pencil. */
class ComparisonTest {

  private static final double ALL = Double.NEGATIVE_INFINITY;

  @TempDir private Path folder;

  private Survey survey() {
    return new Survey(folder).covered(box(0, 0, 1_000, 1_000), "{\"25\":0.95,\"100\":0.99}");
  }

  @Test
  void halfAnOverlapIsAHitWithAThirdOfTheAreaOfBoth() throws IOException {
    SurveyCase seen =
        survey()
            .plantation("p", box(100, 100, 20, 10))
            .stand("t", 0.5, box(110, 100, 20, 10))
            .compared();

    Touch hit = Verdict.at(seen, ALL).findHit(0).orElseThrow();
    assertThat(hit.overlap()).isCloseTo(1.0 / 3, within(1e-3)); // 100 m² of 300 m²
    assertThat(hit.offsetMeters()).isCloseTo(10, within(0.01));
    assertThat(seen.surveyedSquareMeters()).isCloseTo(1e6, within(200.0));
  }

  @Test
  void aPositionErrorWithinTheStatedOneIsNoFalseAlarm() throws IOException {
    // The middle lies 9 m beside the true outline; 5 m would not do, the stated 10 m do.
    Survey beside = survey().plantation("p", box(100, 100, 10, 10));

    SurveyCase vague =
        beside.found("t", "vegetation_stand", 0.5, 10, "null", box(117, 103, 4, 4)).compared();

    assertThat(Verdict.at(vague, ALL).findHit(0)).isPresent();
  }

  @Test
  void fiveMetersAreForgivenAndSixAreNot() throws IOException {
    SurveyCase near =
        survey()
            .plantation("p", box(100, 100, 10, 10))
            .stand("t", 0.5, box(112.9, 103, 4, 4))
            .compared();
    SurveyCase far =
        survey()
            .plantation("p", box(100, 100, 10, 10))
            .stand("t", 0.5, box(114, 103, 4, 4))
            .compared();

    assertThat(Verdict.at(near, ALL).findHit(0)).isPresent(); // middle at 114.9
    assertThat(Verdict.at(far, ALL).findHit(0)).isEmpty(); // middle at 116
    assertThat(Verdict.at(far, ALL).falseAlarms()).containsExactly(0);
  }

  @Test
  void theBetterOfTwoIsTheHitAndTheOtherADuplicate() throws IOException {
    SurveyCase twice =
        survey()
            .plantation("p", box(100, 100, 20, 20))
            .stand("worse", 0.9, box(115, 115, 20, 20))
            .stand("better", 0.4, box(101, 101, 20, 20))
            .compared();

    Verdict verdict = Verdict.at(twice, ALL);

    assertThat(verdict.findHit(0).orElseThrow().found()).isEqualTo(1);
    assertThat(verdict.isDuplicate(0)).isTrue();
    assertThat(verdict.falseAlarms()).isEmpty();
    // With the better one below the threshold, the worse one is what is left.
    assertThat(Verdict.at(twice, 0.5).findHit(0).orElseThrow().found()).isZero();
  }

  @Test
  void oneHugeOutlineHitsOneTargetAndNotAllUnderIt() throws IOException {
    SurveyCase huge =
        survey()
            .plantation("p", box(100, 100, 20, 20))
            .plantation("q", box(300, 300, 20, 20))
            .stand("everything", 0.9, box(0, 0, 1_000, 1_000))
            .compared();

    assertThat(Verdict.at(huge, ALL).hits()).hasSize(1);
  }

  @Test
  void aStructureOnAPlantationIsAFalseAlarmThatSaysWhatStoodThere() throws IOException {
    SurveyCase mistaken =
        survey()
            .plantation("p", box(100, 100, 20, 20))
            .made("m", 0.9, box(105, 105, 5, 5))
            .compared();

    assertThat(Verdict.at(mistaken, ALL).hits()).isEmpty();
    assertThat(mistaken.found().get(0).stood().id()).isEqualTo("target p");
  }

  @Test
  void aFalseAlarmIsLaidAtThePatchItOverlapsMostThenAtTheNearestThingThenAtTheGround()
      throws IOException {
    SurveyCase wrong =
        survey()
            .plantation("p", box(900, 900, 20, 20))
            .confuser("c1", "nettle", box(100, 100, 12, 20))
            .confuser("c2", "reed", box(112, 100, 8, 20))
            .object("shrub", 305, 300, 1)
            .object("boulder", 300, 307, 1)
            .stand("on both", 0.9, box(100, 100, 20, 20))
            .stand("beside the shrub", 0.8, box(298, 298, 4, 4))
            .stand("on bare ground", 0.7, box(500, 500, 4, 4))
            .compared();

    assertThat(wrong.found())
        .extracting(found -> found.stood().name())
        .containsExactly("nettle", "shrub", StoodThere.GROUND);
    assertThat(wrong.exposed()).containsEntry("nettle", 1).containsEntry("boulder", 1);
  }

  @Test
  void whatNoFrameShowsOrLiesOffTheGroundIsNotSeen() throws IOException {
    SurveyCase hidden =
        survey()
            .plantation("seen", box(100, 100, 20, 20))
            .plantation("under trees", box(200, 100, 20, 20))
            .plantation("in no frame", box(300, 100, 20, 20))
            .plantation("elsewhere", box(3_000, 100, 20, 20))
            .visible("seen", 0.3, 10)
            .visible("under trees", 0, 10)
            .visible("elsewhere", 1, 10)
            .compared();

    assertThat(hidden.truths())
        .extracting(TruthCase::sight)
        .containsExactly(Sight.SEEN, Sight.HIDDEN, Sight.HIDDEN, Sight.NOT_COVERED);
  }

  @Test
  void groundCoveredTwiceCountsOnceAndGapsDoNotCount() throws IOException {
    SurveyCase twice =
        new Survey(folder)
            .plantation("p", box(100, 100, 20, 20))
            .covered(box(0, 0, 200, 100), "{}")
            .covered(box(100, 0, 200, 100), "{}")
            .gap(box(300, 0, 100, 100))
            .compared();

    assertThat(twice.surveyedSquareMeters()).isCloseTo(30_000, within(10.0));
  }

  @Test
  void theClaimOfTheLargestListedSizeThatIsNotLargerCounts() throws IOException {
    SurveyCase declared =
        survey()
            .plantation("small", box(100, 100, 4, 4))
            .plantation("middling", box(200, 100, 6, 6))
            .plantation("large", box(300, 100, 20, 20))
            .compared();

    assertThat(declared.truths())
        .extracting(TruthCase::declaredProbability)
        .containsExactly(0.0, 0.95, 0.99);
  }

  @Test
  void luckHitsWhereTheMovedSquareTouchesTheFoundOne() throws IOException {
    Survey scattered = survey().stand("t", 0.9, box(400, 400, 100, 100));
    for (int i = 0; i < 50; i++) {
      scattered.plantation("p" + i, box(10 + 15 * i, 10, 20, 20));
    }

    double chance =
        scattered.compared().truths().stream()
            .mapToDouble(TruthCase::chance)
            .average()
            .orElseThrow();

    // Middles within (100 + 20)² of 1,000² m² touch; 10,000 places are off by 0.0012.
    assertThat(chance).isCloseTo(0.0144, within(0.004));
  }
}
