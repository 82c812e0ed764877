package org.qyran.ingest.wire;

import java.util.List;

/** The topics and their keys, as the outside world may rely on them. */
public final class Topics {

  /** {@link org.qyran.model.Telemetry}, keyed by platform. */
  public static final String TELEMETRY = "qyran.telemetry";

  /** {@link org.qyran.model.Capture}, keyed by flight. */
  public static final String FRAMES = "qyran.frames";

  /** {@link org.qyran.model.Sighting}, keyed by ground cell. */
  public static final String DETECTIONS = "qyran.detections";

  /** {@link org.qyran.model.Target}, keyed by its id; compacted. */
  public static final String TARGETS = "qyran.targets";

  /** {@link org.qyran.model.CoveragePatch}, keyed by ground cell. */
  public static final String COVERAGE = "qyran.coverage";

  /** {@link org.qyran.model.FrameIssue}, keyed by flight. */
  public static final String REFUSED = "qyran.refused";

  /** All of them. */
  public static final List<String> ALL =
      List.of(FRAMES, TELEMETRY, DETECTIONS, TARGETS, COVERAGE, REFUSED);

  private Topics() {}
}
