package org.qyran.ingest.telemetry;

import org.qyran.model.FrameIssue;
import org.qyran.model.ImageRef;
import org.qyran.model.IssueCode;
import org.qyran.model.Outcome;

/** Reads flight logs. */
public final class TelemetryReader {

  /** Reads one log. */
  public Outcome<TelemetryLog> read(ImageRef log, LogFormat format, String flight) {
    return Outcome.rejected(FrameIssue.of(IssueCode.UNSUPPORTED_FORMAT, flight, log, "" + format));
  }
}
