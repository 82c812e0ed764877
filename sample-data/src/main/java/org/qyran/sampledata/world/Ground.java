package org.qyran.sampledata.world;

import java.util.List;
import org.qyran.sampledata.shape.Colour;
import org.qyran.sampledata.shape.ValueNoise;

/**
 * The colour of the bare ground and of what grows too low to cast a shadow: straw and bare soil,
 * greener towards the stream, the stream itself, a track of two ruts, dug soil in the plots.
 *
 * <p>Worked out anew for every place that is looked at, from noise, so it has detail at any
 * distance. Immutable.
 */
final class Ground {

  private static final Colour STRAW = Colour.ofScreen(181, 164, 124);
  private static final Colour BARE = Colour.ofScreen(189, 168, 138);
  private static final Colour OLIVE = Colour.ofScreen(139, 135, 95);
  private static final Colour TUSSOCK = Colour.ofScreen(118, 112, 78);
  private static final Colour MEADOW = Colour.ofScreen(112, 122, 72);
  private static final Colour REED = Colour.ofScreen(104, 118, 60);
  private static final Colour WATER = Colour.ofScreen(64, 74, 70);
  private static final Colour RUT = Colour.ofScreen(208, 190, 160);
  private static final Colour DUG = Colour.ofScreen(137, 111, 86);

  private final ValleyLines lines;
  private final ValueNoise noise;
  private final List<Landmark> plots;

  Ground(ValleyLines lines, ValueNoise noise, List<Landmark> plots) {
    this.lines = lines;
    this.noise = noise;
    this.plots = List.copyOf(plots);
  }

  Colour colourAt(double eastMeters, double northMeters) {
    double along = lines.along(eastMeters, northMeters);
    double across = lines.across(eastMeters, northMeters);
    double patches = noise.fractal(eastMeters / 22, northMeters / 22, 5);
    double tufts = noise.at(eastMeters / 0.55, northMeters / 0.55);
    double grain = noise.at(eastMeters / 0.21 + 31, northMeters / 0.21);

    Colour colour = steppe(patches, tufts);
    colour = streamside(colour, Math.abs(across - lines.streamAcross(along)), patches, tufts);
    colour = track(colour, Math.abs(across - lines.trackAcross(along)), patches, tufts);
    for (Landmark plot : plots) {
      double outside = plot.metersOutside(eastMeters, northMeters);
      if (outside < 2.5) {
        colour = colour.mixed(DUG.times(1 + 0.15 * tufts), 1.2 - outside / 1.6 + 0.8 * patches);
      }
    }
    return colour.times(1 + 0.09 * grain + 0.12 * patches);
  }

  private static Colour steppe(double patches, double tufts) {
    Colour dry = STRAW.mixed(BARE, 0.5 + 1.6 * patches);
    Colour grown = dry.mixed(OLIVE, 0.35 - 1.7 * patches);
    return grown.mixed(TUSSOCK, 1.6 * (tufts - 0.42 + 0.4 * patches));
  }

  private static Colour streamside(Colour dry, double fromStream, double patches, double tufts) {
    if (fromStream > 26) {
      return dry;
    }
    double ragged = fromStream + 5 * patches;
    Colour colour = dry.mixed(MEADOW.times(1 + 0.2 * tufts), 1.15 - ragged / 13);
    colour = colour.mixed(REED.times(0.85 + 0.3 * tufts), 2.2 - (ragged - 1.2) / 1.6);
    return colour.mixed(WATER, 3 * (1.3 - fromStream - 1.2 * patches));
  }

  private static Colour track(Colour wild, double fromMiddle, double patches, double tufts) {
    double fromRut = Math.abs(fromMiddle - 0.8);
    return wild.mixed(RUT.times(1 + 0.06 * tufts), 2.4 * (0.62 - fromRut + 0.25 * patches));
  }
}
