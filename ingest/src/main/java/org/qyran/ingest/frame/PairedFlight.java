package org.qyran.ingest.frame;

import java.util.List;
import org.qyran.model.Frame;
import org.qyran.model.FrameIssue;
import org.qyran.model.RunWarning;

/**
 * One flight, paired.
 *
 * @param frames in order of time, then of id
 * @param issues one per file that became part of no frame, in order of file
 * @param warnings what a person should know about the flight, in order of code
 */
public record PairedFlight(List<Frame> frames, List<FrameIssue> issues, List<RunWarning> warnings) {

  public PairedFlight {
    frames = List.copyOf(frames);
    issues = List.copyOf(issues);
    warnings = List.copyOf(warnings);
  }
}
