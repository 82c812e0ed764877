package org.qyran.sampledata.world;

import org.qyran.sampledata.shape.ValueNoise;

/**
 * The bare ground of the valley: gentle slopes down to the stream, low swells, a shallow bed.
 * Immutable.
 */
final class Relief {

  static final double STREAM_HEIGHT_METERS = 640;

  private final BakedField aboveStream;

  Relief(ValleyLines lines, ValueNoise noise) {
    this.aboveStream = new BakedField((east, north) -> shape(lines, noise, east, north));
  }

  private static double shape(
      ValleyLines lines, ValueNoise noise, double eastMeters, double northMeters) {
    double along = lines.along(eastMeters, northMeters);
    double across = lines.across(eastMeters, northMeters);
    double fromAxis = across - ValleyLines.STREAM_ACROSS_METERS;
    double slopes = 9 * (1 - Math.exp(-fromAxis * fromAxis / (75 * 75)));
    double fall = -0.006 * along;
    double swells = 2.4 * noise.fractal(eastMeters / 70, northMeters / 70, 3);
    double fromStream = across - lines.streamAcross(along);
    double bed = -0.7 * Math.exp(-fromStream * fromStream / (4 * 4));
    return slopes + fall + swells + bed;
  }

  /** Above mean sea level. */
  double heightMeters(double eastMeters, double northMeters) {
    return STREAM_HEIGHT_METERS + aboveStream.at(eastMeters, northMeters);
  }
}
