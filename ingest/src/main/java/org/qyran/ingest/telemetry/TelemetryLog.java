package org.qyran.ingest.telemetry;

import java.util.List;
import org.qyran.model.RunWarning;
import org.qyran.model.Telemetry;

/**
 * What a flight log says, and what was wrong with it.
 *
 * @param reports in order of time, at most 20 in a second
 * @param warnings what a person should know of the parts that were not read
 */
public record TelemetryLog(List<Telemetry> reports, List<RunWarning> warnings) {

  public TelemetryLog {
    reports = List.copyOf(reports);
    warnings = List.copyOf(warnings);
  }
}
