package org.qyran.geo.geojson;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import java.io.IOException;

/** Starts a line for each member of the collection's list, and breaks none anywhere else. */
final class FeaturePerLine extends MinimalPrettyPrinter {

  private static final long serialVersionUID = 1;

  @Override
  public void beforeArrayValues(JsonGenerator json) throws IOException {
    breakLine(json);
  }

  @Override
  public void writeArrayValueSeparator(JsonGenerator json) throws IOException {
    json.writeRaw(',');
    breakLine(json);
  }

  @Override
  public void writeEndArray(JsonGenerator json, int values) throws IOException {
    breakLine(json);
    json.writeRaw(']');
  }

  private static void breakLine(JsonGenerator json) throws IOException {
    JsonStreamContext collection = json.getOutputContext().getParent();
    if (collection != null && collection.inObject() && collection.getParent().inRoot()) {
      json.writeRaw('\n');
    }
  }
}
