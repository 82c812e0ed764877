package org.qyran.detection.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.qyran.detection.learn.wire.ModelFile;

class ForestTest {

  /** Below 1 in feature 0: -2. Else, feature 1 below 5: 1, or not: 3. Means 0.5 and 2. */
  private static final Forest.Tree TREE =
      new Forest.Tree(
          new int[] {0, -1, 1, -1, -1},
          new float[] {1, 0, 5, 0, 0},
          new int[] {1, 0, 3, 0, 0},
          new int[] {2, 0, 4, 0, 0},
          new boolean[] {true, false, false, false, false},
          new float[] {0.5f, -2, 2, 1, 3});

  private static final Forest FOREST = new Forest(0.25, List.of(TREE, TREE));

  @Test
  void aRowWalksToALeafOfEachTree() {
    assertThat(FOREST.logOdds(new float[] {0.99f, 9})).isEqualTo(0.25 - 4);
    assertThat(FOREST.logOdds(new float[] {1, 4.9f})).isEqualTo(0.25 + 2);
    assertThat(FOREST.logOdds(new float[] {1, 5})).isEqualTo(0.25 + 6);
  }

  @Test
  void whatIsNotKnownGoesWhereTheTreeSays() {
    assertThat(FOREST.logOdds(new float[] {Float.NaN, 9})).isEqualTo(0.25 - 4);
    assertThat(FOREST.logOdds(new float[] {1, Float.NaN})).isEqualTo(0.25 + 6);
  }

  @Test
  void contributionsAddUpToTheLogOddsAndLieWithTheFeatureThatWasAsked() {
    double[] shares = FOREST.contributions(new float[] {1, 5});

    assertThat(shares[0]).isEqualTo(2 * (2 - 0.5));
    assertThat(shares[1]).isEqualTo(2 * (3 - 2));
    assertThat(shares[2]).isEqualTo(0.25 + 2 * 0.5);
    assertThat(Arrays.stream(shares).sum())
        .isCloseTo(FOREST.logOdds(new float[] {1, 5}), within(1e-12));
  }

  @Test
  void manyRowsAnswerAsEachAlone() {
    float[][] columns = {{0.5f, 1, 2}, {9, 4, Float.NaN}};

    assertThat(FOREST.logOdds(columns, 3)).containsExactly(-3.75f, 2.25f, 6.25f);
  }

  @Test
  void aTreeThatRunsInACircleIsRefused() {
    Forest.Tree circle =
        new Forest.Tree(
            new int[] {0, 0},
            new float[2],
            new int[] {1, 0},
            new int[] {1, 0},
            new boolean[2],
            new float[2]);

    assertThatThrownBy(() -> new Forest(0, List.of(circle)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("node 1 of a tree leads to node 0");
  }

  @Test
  void aModelThatWasWrittenAndReadSaysTheSame() throws IOException {
    ModelCard card =
        new ModelCard(
            "test 1",
            List.of("a"),
            List.of("b"),
            0.08,
            0.16,
            List.of("x"),
            List.of("y", "z"),
            new TreeMap<>());
    TreeMap<String, Forest> kinds = new TreeMap<>();
    kinds.put("nettle", FOREST);
    PlantModel model =
        new PlantModel(card, FOREST, FOREST, FOREST, new PlattScaling(0.9, -1, 0.2), kinds);

    byte[] written = ModelFile.write(model);
    PlantModel read = ModelFile.read(new ByteArrayInputStream(written));

    assertThat(ModelFile.write(read)).isEqualTo(written);
    assertThat(read.card()).isEqualTo(card);
    assertThat(read.stands().logOdds(new float[] {1, 5})).isEqualTo(6.25);
    assertThat(read.calibration()).isEqualTo(new PlattScaling(0.9, -1, 0.2));
  }

  @Test
  void likenessesAddUpToOneAndTheLikeliestComesFirst() {
    TreeMap<String, Forest> kinds = new TreeMap<>();
    kinds.put("maize", new Forest(0, List.of()));
    kinds.put("nettle", new Forest(Math.log(3), List.of()));
    ModelCard card =
        new ModelCard(
            "test 1", List.of(), List.of(), 0.08, 0.16, List.of(), List.of(), new TreeMap<>());
    PlantModel model =
        new PlantModel(card, FOREST, FOREST, FOREST, new PlattScaling(1, 0, 0.5), kinds);

    assertThat(model.likenesses(new float[0]))
        .extracting(PlantModel.Likeness::kind)
        .containsExactly("nettle", "maize");
    assertThat(model.likenesses(new float[0]).get(0).share()).isCloseTo(0.75, within(1e-12));
  }
}
