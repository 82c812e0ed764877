package org.qyran.jobs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/** A result folder, read as somebody else's program would read it. */
record ResultFolder(Path path) {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final CSVFormat TABLE =
      CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();

  /** The rows of {@code frames.csv} by file. */
  SortedMap<String, CSVRecord> frames() throws IOException {
    SortedMap<String, CSVRecord> rows = new TreeMap<>();
    try (Reader reader = Files.newBufferedReader(path.resolve("frames.csv"))) {
      for (CSVRecord row : TABLE.parse(reader)) {
        if (rows.put(row.get("file"), row) != null) {
          throw new IOException("frames.csv has two rows of " + row.get("file"));
        }
      }
    }
    return rows;
  }

  /** The row of one file. */
  CSVRecord frame(String file) throws IOException {
    CSVRecord row = frames().get(file);
    if (row == null) {
      throw new IOException("frames.csv has no row of " + file);
    }
    return row;
  }

  /** The features of a layer. */
  List<JsonNode> features(String layer) throws IOException {
    List<JsonNode> features = new ArrayList<>();
    JSON.readTree(path.resolve(layer + ".geojson").toFile()).get("features").forEach(features::add);
    return features;
  }

  JsonNode report() throws IOException {
    return JSON.readTree(path.resolve("report.json").toFile());
  }

  /** The codes of the warnings, each as often as it was said. */
  List<String> warnings() throws IOException {
    List<String> codes = new ArrayList<>();
    report().get("warnings").forEach(warning -> codes.add(warning.get("code").asText()));
    return codes;
  }
}
