package org.qyran.jobs;

import java.nio.file.Path;
import java.util.List;

/** Where a run's captures come from. */
public sealed interface SurveyInput {

  /**
   * Flights on this machine.
   *
   * @param flights folders or single files, each a flight
   */
  record Folders(List<Path> flights) implements SurveyInput {

    public Folders {
      flights = List.copyOf(flights);
    }
  }

  /**
   * What was sent to a broker by now.
   *
   * @param brokers {@code host:port}, several joined by commas
   */
  record Topics(String brokers) implements SurveyInput {}
}
