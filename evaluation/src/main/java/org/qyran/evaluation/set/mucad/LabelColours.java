package org.qyran.evaluation.set.mucad;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The classes of a set and the colours that stand for them in its masks. Reads the one shape of
 * YAML that {@code labels.yaml} has, a name and a list of red, green and blue, and refuses any
 * other.
 *
 * @param classes in the order of the file, by colour as 0xRRGGBB
 */
record LabelColours(Map<Integer, String> classes) {

  private static final Pattern NAME = Pattern.compile("(\\w+):\\s*");
  private static final Pattern ITEM = Pattern.compile("\\s*-\\s*(\\d{1,3})\\s*");

  LabelColours {
    classes = Collections.unmodifiableMap(new LinkedHashMap<>(classes));
  }

  static LabelColours read(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new IOException("the labels " + file + " do not exist");
    }
    Map<String, List<Integer>> named = new LinkedHashMap<>();
    List<Integer> current = new ArrayList<>();
    int number = 0;
    for (String line : Files.readAllLines(file)) {
      number++;
      Matcher name = NAME.matcher(line);
      Matcher item = ITEM.matcher(line);
      if (name.matches()) {
        current = new ArrayList<>();
        named.put(name.group(1), current);
      } else if (item.matches() && !named.isEmpty()) {
        current.add(Integer.valueOf(item.group(1)));
      } else if (!line.isBlank() && !line.startsWith("#")) {
        throw new IOException(
            "%s line %d is '%s', expected a name or a part of a colour"
                .formatted(file, number, line));
      }
    }
    Map<Integer, String> classes = new LinkedHashMap<>();
    for (Map.Entry<String, List<Integer>> entry : named.entrySet()) {
      List<Integer> colour = entry.getValue();
      if (colour.size() != 3 || colour.stream().anyMatch(part -> part > 255)) {
        throw new IOException(
            "%s gives %s the colour %s, expected red, green and blue up to 255"
                .formatted(file, entry.getKey(), colour));
      }
      classes.put(colour.get(0) << 16 | colour.get(1) << 8 | colour.get(2), entry.getKey());
    }
    if (classes.isEmpty()) {
      throw new IOException(file + " names no class");
    }
    return new LabelColours(classes);
  }
}
