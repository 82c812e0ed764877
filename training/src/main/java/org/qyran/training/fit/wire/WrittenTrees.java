package org.qyran.training.fit.wire;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import org.qyran.detection.learn.Forest;

/** Reads the trees of a model dump with statistics, as XGBoost writes it in JSON. */
public final class WrittenTrees {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final List<JsonNode> nodes = new ArrayList<>();

  private WrittenTrees() {}

  /** Trees, in their order. */
  public static List<Forest.Tree> read(List<String> dump) {
    List<Forest.Tree> trees = new ArrayList<>();
    for (String text : dump) {
      try {
        trees.add(new WrittenTrees().tree(MAPPER.readTree(text)));
      } catch (JsonProcessingException e) {
        throw new IllegalStateException("the library wrote a tree that cannot be read", e);
      }
    }
    return trees;
  }

  private Forest.Tree tree(JsonNode root) {
    number(root);
    int size = nodes.size();
    Forest.Tree tree = Forest.Tree.ofSize(size);
    for (int node = size - 1; node >= 0; node--) {
      JsonNode written = nodes.get(node);
      if (written.has("leaf")) {
        tree.feature()[node] = -1;
        tree.value()[node] = (float) written.get("leaf").asDouble();
      } else {
        fork(tree, node, written);
      }
    }
    return tree;
  }

  /** Numbers nodes so that children come after their parent. */
  private void number(JsonNode node) {
    nodes.add(node);
    node.path("children").forEach(this::number);
  }

  private void fork(Forest.Tree tree, int node, JsonNode written) {
    int left = find(written, "yes");
    int right = find(written, "no");
    tree.feature()[node] = Integer.parseInt(written.get("split").asText().substring(1));
    tree.threshold()[node] = (float) written.get("split_condition").asDouble();
    tree.left()[node] = left;
    tree.right()[node] = right;
    tree.unknownLeft()[node] = written.get("missing").asInt() == written.get("yes").asInt();
    double leftRows = nodes.get(left).get("cover").asDouble();
    double rightRows = nodes.get(right).get("cover").asDouble();
    double rows = Math.max(1e-12, leftRows + rightRows);
    tree.value()[node] =
        (float) ((leftRows * tree.value()[left] + rightRows * tree.value()[right]) / rows);
  }

  private int find(JsonNode parent, String side) {
    int wanted = parent.get(side).asInt();
    for (JsonNode child : parent.get("children")) {
      if (child.get("nodeid").asInt() == wanted) {
        return indexOf(child);
      }
    }
    throw new IllegalStateException("a tree has no node " + wanted);
  }

  /** By identity: two leaves may be written alike. */
  @SuppressWarnings("ReferenceEquality")
  private int indexOf(JsonNode node) {
    for (int i = 0; i < nodes.size(); i++) {
      if (nodes.get(i) == node) {
        return i;
      }
    }
    throw new IllegalStateException("a tree has lost a node");
  }
}
