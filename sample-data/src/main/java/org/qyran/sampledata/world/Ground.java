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

  private static final double DUG_AROUND_METERS = 2;

  private final ValleyLines lines;
  private final ValueNoise noise;
  private final BakedField patches;
  private final BakedField metersFromPlot;

  Ground(ValleyLines lines, ValueNoise noise, List<Landmark> plots) {
    this.lines = lines;
    this.noise = noise;
    this.patches = new BakedField((east, north) -> noise.fractal(east / 26, north / 26, 4));
    this.metersFromPlot =
        new BakedField(
            (east, north) ->
                plots.stream()
                    .mapToDouble(plot -> plot.metersOutside(east, north))
                    .min()
                    .orElse(Double.POSITIVE_INFINITY));
  }

  Colour colourAt(double eastMeters, double northMeters) {
    double along = lines.along(eastMeters, northMeters);
    double across = lines.across(eastMeters, northMeters);
    double patch = patches.at(eastMeters, northMeters);
    double mottle = noise.fractal(eastMeters / 2.6 + 40, northMeters / 2.6, 3);
    double tufts = noise.fractal(eastMeters / 0.6, northMeters / 0.6 + 90, 2);

    Colour colour = steppe(patch, mottle, tufts);
    if (Math.abs(across - ValleyLines.STREAM_ACROSS_METERS) < 45) {
      double fromStream = Math.abs(across - lines.streamAcross(along));
      colour = streamside(colour, fromStream, patch, mottle);
    }
    if (Math.abs(across - ValleyLines.TRACK_ACROSS_METERS) < 15) {
      colour = track(colour, Math.abs(across - lines.trackAcross(along)), patch, mottle);
    }
    double fromPlot = metersFromPlot.at(eastMeters, northMeters);
    if (fromPlot < DUG_AROUND_METERS) {
      colour = colour.mixed(DUG.times(1 + 0.3 * mottle), 1.3 - fromPlot / 1.1 + 1.2 * mottle);
    }
    return colour.times(1 + 0.2 * tufts + 0.18 * mottle + 0.1 * patch);
  }

  private static Colour steppe(double patch, double mottle, double tufts) {
    Colour dry = STRAW.mixed(BARE, 0.5 + 1.3 * patch + 0.9 * mottle);
    Colour grown = dry.mixed(OLIVE, 0.3 - 1.5 * patch - 1.1 * mottle);
    return grown.mixed(TUSSOCK, 3.5 * (tufts - 0.22 + 0.3 * patch - 0.2 * mottle));
  }

  private static Colour streamside(Colour dry, double fromStream, double patch, double mottle) {
    if (fromStream > 26) {
      return dry;
    }
    double ragged = fromStream + 6 * patch + 2 * mottle;
    Colour colour = dry.mixed(MEADOW.times(1 + 0.4 * mottle), 1.1 - ragged / 12);
    colour = colour.mixed(REED.times(0.85 + 0.6 * mottle), 2.2 - (ragged - 1) / 1.7);
    return colour.mixed(WATER, 2.5 * (1.6 - fromStream - 1.6 * patch - 0.8 * mottle));
  }

  private static Colour track(Colour wild, double fromMiddle, double patch, double mottle) {
    double fromRut = Math.abs(fromMiddle - 0.8);
    return wild.mixed(
        RUT.times(1 + 0.1 * mottle), 2.2 * (0.5 - fromRut + 0.4 * patch + 0.3 * mottle));
  }
}
