package org.qyran.ingest.telemetry.log;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Writes down what a log says, one line a message. */
final class HeardMessages implements LogListener {

  private final Function<LogMessage, String> writing;
  final List<String> lines = new ArrayList<>();
  final Map<String, String> properties = new HashMap<>();

  HeardMessages(Function<LogMessage, String> writing) {
    this.writing = writing;
  }

  @Override
  public boolean message(LogMessage message) {
    lines.add(writing.apply(message));
    return true;
  }

  @Override
  public void property(String name, String value) {
    properties.put(name, value);
  }
}
