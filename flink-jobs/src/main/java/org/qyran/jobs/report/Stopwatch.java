package org.qyran.jobs.report;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Seconds of the stages of a run, for its report; nothing is ever decided by it. */
public final class Stopwatch {

  private final long began = System.nanoTime();
  private final Map<String, Double> laps = new LinkedHashMap<>();
  private long last = began;

  /** Ends a stage. */
  public void lap(String stage) {
    long now = System.nanoTime();
    laps.put(stage, (now - last) / 1e9);
    last = now;
  }

  /** The stages so far, in order. */
  public Map<String, Double> laps() {
    return Collections.unmodifiableMap(laps);
  }

  /** Seconds since the start. */
  public double total() {
    return (System.nanoTime() - began) / 1e9;
  }
}
