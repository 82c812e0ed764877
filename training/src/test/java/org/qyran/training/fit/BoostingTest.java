package org.qyran.training.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;
import org.junit.jupiter.api.Test;
import org.qyran.detection.learn.Forest;
import org.qyran.training.fit.wire.WrittenTrees;

class BoostingTest {

  private static final Boosting SMALL = new Boosting(30, 4, 0.2, 1);

  /** The library's own answer is the truth that our walk through its trees is held against. */
  @Test
  void ourForestSaysWhatTheLibrarySays() throws XGBoostError {
    Table table = rings(2_000, 5);
    DMatrix rows = new DMatrix(table.dense(), table.rows().size(), table.width(), Float.NaN);
    rows.setLabel(table.column(row -> row.isCannabis() ? 1 : 0));
    Map<String, Object> parameters = new LinkedHashMap<>();
    parameters.put("objective", "binary:logistic");
    parameters.put("max_depth", 5);
    parameters.put("nthread", 1);
    parameters.put("base_score", 0.5);
    Booster booster = XGBoost.train(rows, parameters, 40, Map.of(), null, null);
    float[][] theirs = booster.predict(rows, true);

    Forest ours = new Forest(0, WrittenTrees.read(List.of(booster.getModelDump("", true, "json"))));

    for (int i = 0; i < theirs.length; i++) {
      assertThat(ours.logOdds(table.rows().get(i).features()))
          .as("row %d", i)
          .isCloseTo(theirs[i][0], within(1e-4));
    }
  }

  @Test
  void learnsWhatNoSingleFeatureTells() {
    Forest forest = SMALL.tellCannabis(rings(2_000, 1));

    int right = 0;
    List<Table.Row> others = rings(500, 2).rows();
    for (Table.Row row : others) {
      right += forest.logOdds(row.features()) > 0 == row.isCannabis() ? 1 : 0;
    }
    assertThat(right).isGreaterThan(450);
  }

  @Test
  void theSameRowsMakeTheSameForestToTheLastBit() {
    Forest one = SMALL.tellCannabis(rings(1_000, 3));
    Forest other = SMALL.tellCannabis(rings(1_000, 3));

    for (int tree = 0; tree < one.size(); tree++) {
      assertThat(one.trees().get(tree).value()).containsExactly(other.trees().get(tree).value());
      assertThat(one.trees().get(tree).threshold())
          .containsExactly(other.trees().get(tree).threshold());
    }
  }

  @Test
  void shuffledLabelsTeachNothing() {
    Table table = rings(2_000, 4);
    Random random = new Random(9);
    Table shuffled = Table.growing(table.width());
    for (Table.Row row : table.rows()) {
      String kind = random.nextDouble() < 0.5 ? "cannabis_tended" : "ground";
      shuffled.rows().add(Table.Row.of(row.features(), kind));
    }
    Forest forest = new Boosting(20, 2, 0.1, 20).tellCannabis(shuffled);

    int right = 0;
    List<Table.Row> others = rings(1_000, 6).rows();
    for (Table.Row row : others) {
      right += forest.logOdds(row.features()) > 0 == row.isCannabis() ? 1 : 0;
    }
    assertThat(right / 1_000.0).isBetween(0.35, 0.65);
  }

  @Test
  void anOverlapIsLearntAsTheShareThatItIs() {
    Table table = Table.growing(1);
    for (int i = 0; i < 900; i++) {
      double overlap = i % 3 * 0.4;
      table.rows().add(new Table.Row(new float[] {i % 3}, "cannabis_tended", 1, overlap));
    }
    Forest forest = new Boosting(80, 2, 0.2, 4).tellOverlap(table);

    for (int third = 0; third < 3; third++) {
      double share = 1 / (1 + Math.exp(-forest.logOdds(new float[] {third})));
      assertThat(share).isCloseTo(third * 0.4, within(0.03));
    }
  }

  @Test
  void eachKindHasAForestAndItsOwnRowsAreLikeIt() {
    Table table = Table.growing(1);
    Random random = new Random(8);
    for (int i = 0; i < 600; i++) {
      float value = (float) (i % 3 + 0.2 * random.nextGaussian());
      table.rows().add(Table.Row.of(new float[] {value}, List.of("a", "b", "c").get(i % 3)));
    }
    SortedMap<String, Forest> kinds = SMALL.tellKinds(table);

    assertThat(kinds.keySet()).containsExactly("a", "b", "c");
    double[] atOne =
        kinds.values().stream().mapToDouble(forest -> forest.logOdds(new float[] {1})).toArray();
    assertThat(Arrays.stream(atOne).max().orElseThrow()).isEqualTo(atOne[1]);
  }

  /** Cannabis within a ring around the origin; every tenth value is not known. */
  private static Table rings(int count, long seed) {
    Random random = new Random(seed);
    Table table = Table.growing(3);
    for (int i = 0; i < count; i++) {
      float x = (float) random.nextGaussian();
      float y = (float) random.nextGaussian();
      boolean inside = x * x + y * y < 1;
      float noise = random.nextInt(10) == 0 ? Float.NaN : random.nextFloat();
      table
          .rows()
          .add(Table.Row.of(new float[] {x, y, noise}, inside ? "cannabis_tended" : "ground"));
    }
    return table;
  }
}
