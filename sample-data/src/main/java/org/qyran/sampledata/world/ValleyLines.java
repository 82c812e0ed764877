package org.qyran.sampledata.world;

/**
 * The lines that shape the valley: which way it runs, and how the stream and the track wind along
 * it. Places are given along the valley and across it, to the right.
 */
final class ValleyLines {

  static final double STREAM_ACROSS_METERS = -42;
  static final double TRACK_ACROSS_METERS = 50;

  private final double sin;
  private final double cos;
  private final double streamPhaseRadians;
  private final double trackPhaseRadians;

  /**
   * @param headingDegrees the way the valley runs, clockwise from north
   * @param streamPhaseRadians shifts the stream's bends
   * @param trackPhaseRadians shifts the track's bends
   */
  ValleyLines(double headingDegrees, double streamPhaseRadians, double trackPhaseRadians) {
    this.sin = Math.sin(Math.toRadians(headingDegrees));
    this.cos = Math.cos(Math.toRadians(headingDegrees));
    this.streamPhaseRadians = streamPhaseRadians;
    this.trackPhaseRadians = trackPhaseRadians;
  }

  double along(double eastMeters, double northMeters) {
    return eastMeters * sin + northMeters * cos;
  }

  double across(double eastMeters, double northMeters) {
    return eastMeters * cos - northMeters * sin;
  }

  double eastOf(double alongMeters, double acrossMeters) {
    return alongMeters * sin + acrossMeters * cos;
  }

  double northOf(double alongMeters, double acrossMeters) {
    return alongMeters * cos - acrossMeters * sin;
  }

  /** Where the middle of the stream lies, across the valley: within 15 m of its axis. */
  double streamAcross(double alongMeters) {
    return STREAM_ACROSS_METERS
        + 11 * Math.sin(alongMeters / 36 + streamPhaseRadians)
        + 4 * Math.sin(alongMeters / 14 - 2 * streamPhaseRadians);
  }

  /** Where the middle of the track lies, across the valley: within 9 m of its axis. */
  double trackAcross(double alongMeters) {
    return TRACK_ACROSS_METERS + 9 * Math.sin(alongMeters / 70 + trackPhaseRadians);
  }
}
