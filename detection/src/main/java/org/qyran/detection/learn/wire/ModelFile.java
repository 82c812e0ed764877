package org.qyran.detection.learn.wire;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.qyran.detection.learn.Forest;
import org.qyran.detection.learn.ModelCard;
import org.qyran.detection.learn.PlantModel;
import org.qyran.detection.learn.PlattScaling;

/**
 * Reads and writes a model as JSON. Numbers keep all digits of single precision, so that a model
 * that was written and read again answers the same; the same model makes the same bytes.
 */
public final class ModelFile {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  /** The file. */
  private record Content(
      ModelCard card,
      PlattScaling calibration,
      WireForest cells,
      WireForest cuts,
      WireForest stands,
      SortedMap<String, WireForest> kinds) {}

  /** Trees as text: a node is {@code feature threshold left right unknownLeft mean} or a leaf. */
  private record WireForest(double base, List<String> trees) {}

  private ModelFile() {}

  /**
   * Reads a model.
   *
   * @throws IOException when the stream does not hold one
   */
  public static PlantModel read(InputStream stream) throws IOException {
    Content content = MAPPER.readValue(stream, Content.class);
    SortedMap<String, Forest> kinds = new TreeMap<>();
    content.kinds().forEach((kind, forest) -> kinds.put(kind, forest(forest)));
    return new PlantModel(
        content.card(),
        forest(content.cells()),
        forest(content.cuts()),
        forest(content.stands()),
        content.calibration(),
        kinds);
  }

  /** Writes a model. */
  public static byte[] write(PlantModel model) {
    SortedMap<String, WireForest> kinds = new TreeMap<>();
    model.kinds().forEach((kind, forest) -> kinds.put(kind, wire(forest)));
    try {
      String text =
          MAPPER
              .writerWithDefaultPrettyPrinter()
              .writeValueAsString(
                  new Content(
                      model.card(),
                      model.calibration(),
                      wire(model.cells()),
                      wire(model.cuts()),
                      wire(model.stands()),
                      kinds));
      return (text + "\n").getBytes(StandardCharsets.UTF_8);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a model cannot be written", e);
    }
  }

  private static WireForest wire(Forest forest) {
    return new WireForest(forest.base(), forest.trees().stream().map(ModelFile::text).toList());
  }

  private static String text(Forest.Tree tree) {
    StringBuilder text = new StringBuilder();
    for (int node = 0; node < tree.feature().length; node++) {
      text.append(node == 0 ? "" : ";");
      if (tree.feature()[node] < 0) {
        text.append(tree.value()[node]);
      } else {
        text.append(tree.feature()[node]).append(' ').append(tree.threshold()[node]);
        text.append(' ').append(tree.left()[node]).append(' ').append(tree.right()[node]);
        text.append(' ').append(tree.unknownLeft()[node] ? 1 : 0);
        text.append(' ').append(tree.value()[node]);
      }
    }
    return text.toString();
  }

  private static Forest forest(WireForest wire) {
    List<Forest.Tree> trees = new ArrayList<>();
    wire.trees().forEach(text -> trees.add(tree(text)));
    return new Forest(wire.base(), trees);
  }

  private static Forest.Tree tree(String text) {
    List<String> nodes = List.of(text.split(";"));
    int size = nodes.size();
    Forest.Tree tree = Forest.Tree.ofSize(size);
    for (int node = 0; node < size; node++) {
      List<String> parts = List.of(nodes.get(node).split(" "));
      boolean leaf = parts.size() == 1;
      tree.feature()[node] = leaf ? -1 : Integer.parseInt(parts.get(0));
      tree.value()[node] = Float.parseFloat(parts.get(parts.size() - 1));
      if (!leaf) {
        tree.threshold()[node] = Float.parseFloat(parts.get(1));
        tree.left()[node] = Integer.parseInt(parts.get(2));
        tree.right()[node] = Integer.parseInt(parts.get(3));
        tree.unknownLeft()[node] = parts.get(4).equals("1");
      }
    }
    return tree;
  }
}
