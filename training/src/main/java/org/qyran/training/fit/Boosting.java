package org.qyran.training.fit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;
import org.qyran.detection.learn.Forest;
import org.qyran.training.fit.wire.WrittenTrees;

/**
 * Grows forests by gradient boosting (T. Chen and C. Guestrin, KDD 2016).
 *
 * @param rounds trees, for each class where there are several
 * @param depth of a tree
 * @param rate by which a tree is shrunk
 * @param leastWeight of rows in a leaf
 */
public record Boosting(int rounds, int depth, double rate, double leastWeight) {

  /** Tells cannabis from all else. */
  public Forest tellCannabis(Table table) {
    return forest(table, table.column(row -> row.isCannabis() ? 1 : 0));
  }

  /** Tells how much of a stand and its plot are the same: the log-odds of their overlap. */
  public Forest tellOverlap(Table table) {
    return forest(table, table.column(Table.Row::overlap));
  }

  private Forest forest(Table table, float[] labels) {
    Map<String, Object> parameters = parameters();
    parameters.put("objective", "binary:logistic");
    return new Forest(0, trees(table, labels, parameters));
  }

  /** Tells kinds from each other: a forest for each, whose log-odds compare. */
  public SortedMap<String, Forest> tellKinds(Table table) {
    List<String> kinds = table.rows().stream().map(Table.Row::kind).distinct().sorted().toList();
    Map<String, Object> parameters = parameters();
    parameters.put("objective", "multi:softprob");
    parameters.put("num_class", kinds.size());
    List<Forest.Tree> trees =
        trees(table, table.column(row -> kinds.indexOf(row.kind())), parameters);
    SortedMap<String, Forest> forests = new TreeMap<>();
    for (int kind = 0; kind < kinds.size(); kind++) {
      List<Forest.Tree> own = new ArrayList<>();
      for (int tree = kind; tree < trees.size(); tree += kinds.size()) {
        own.add(trees.get(tree));
      }
      forests.put(kinds.get(kind), new Forest(0, own));
    }
    return forests;
  }

  private Map<String, Object> parameters() {
    Map<String, Object> parameters = new LinkedHashMap<>();
    parameters.put("max_depth", depth);
    parameters.put("eta", rate);
    parameters.put("min_child_weight", leastWeight);
    parameters.put("lambda", 1.0);
    parameters.put("subsample", 0.7);
    parameters.put("colsample_bytree", 0.6);
    parameters.put("tree_method", "hist");
    parameters.put("max_bin", 128);
    parameters.put("base_score", 0.5);
    parameters.put("seed", 1);
    // One thread adds numbers in one order, so that the same rows make the same bits.
    parameters.put("nthread", 1);
    parameters.put("verbosity", 0);
    return parameters;
  }

  private List<Forest.Tree> trees(Table table, float[] labels, Map<String, Object> parameters) {
    try {
      DMatrix rows = new DMatrix(table.dense(), table.rows().size(), table.width(), Float.NaN);
      try {
        rows.setLabel(labels);
        rows.setWeight(table.column(Table.Row::weight));
        Booster booster = XGBoost.train(rows, parameters, rounds, Map.of(), null, null);
        try {
          return WrittenTrees.read(List.of(booster.getModelDump("", true, "json")));
        } finally {
          booster.dispose();
        }
      } finally {
        rows.dispose();
      }
    } catch (XGBoostError e) {
      throw new IllegalStateException("the forest could not be grown", e);
    }
  }
}
