package org.qyran.evaluation.honesty;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import org.qyran.sampledata.SurveyDesign;
import org.qyran.sampledata.chance.Chance;
import org.qyran.sampledata.chance.ValueNoise;
import org.qyran.sampledata.place.ElevationFile;
import org.qyran.sampledata.place.PlanePoint;
import org.qyran.sampledata.world.Family;

/**
 * What an elevation raster says of some rough ground: off by a bias for all of it, drawn from
 * Student's t with four degrees of freedom, and by errors that wander over some 60 m, in the way
 * and of the size of the simulator's regional model.
 *
 * <p>Between cells of 10 m the raster is what its reader makes of it, so that hills smaller than a
 * cell are lost: that error comes on top, and grows with the ground's roughness.
 */
final class WrongElevation {

  private static final double WANDER_METERS = 60;

  /** Beyond what is looked at, so that rays that stray still meet the raster. */
  private static final double MARGIN_METERS = 120;

  /** The farther one looks, the farther errors lead. */
  private static final double MARGIN_SHARE = 0.2;

  private final RoughGround ground;
  private final SurveyDesign.Elevation errors;
  private final ValueNoise wander;
  private final double biasMeters;

  WrongElevation(RoughGround ground, SurveyDesign.Elevation errors, Chance chance) {
    this.ground = ground;
    this.errors = errors;
    wander = new ValueNoise(chance.of("wander").key());
    biasMeters = errors.biasMeters() * chance.of("bias").heavyTailed(4);
  }

  /** What a cell at a place says, above mean sea level. */
  private double upMeters(double eastMeters, double northMeters) {
    return ground.upMeters(eastMeters, northMeters)
        + biasMeters
        + wanderMeters(eastMeters, northMeters);
  }

  /** As the simulator has it: tails that the fractal lacks are given back by the cube. */
  private double wanderMeters(double eastMeters, double northMeters) {
    double error =
        wander.fractal(eastMeters / WANDER_METERS, northMeters / WANDER_METERS, 3) / 0.27;
    return errors.deviationMeters() * (0.8 * error + 0.1 * error * error * error);
  }

  /** What the raster says between its cells, without its bias: bilinear. */
  double unbiasedMeters(double eastMeters, double northMeters) {
    double cell = errors.cellMeters();
    double west = Math.floor(eastMeters / cell) * cell;
    double south = Math.floor(northMeters / cell) * cell;
    double right = (eastMeters - west) / cell;
    double up = (northMeters - south) / cell;
    double below = upMeters(west, south) * (1 - right) + upMeters(west + cell, south) * right;
    double above =
        upMeters(west, south + cell) * (1 - right) + upMeters(west + cell, south + cell) * right;
    return below * (1 - up) + above * up - biasMeters;
  }

  /** Writes the raster around some places. */
  void write(Path file, Site site, Collection<PlanePoint> around) throws IOException {
    double west = Double.POSITIVE_INFINITY;
    double east = Double.NEGATIVE_INFINITY;
    double south = Double.POSITIVE_INFINITY;
    double north = Double.NEGATIVE_INFINITY;
    for (PlanePoint place : around) {
      west = Math.min(west, place.eastMeters());
      east = Math.max(east, place.eastMeters());
      south = Math.min(south, place.northMeters());
      north = Math.max(north, place.northMeters());
    }
    double extent = Math.max(east - west, north - south);
    double side = extent + 2 * Math.max(MARGIN_METERS, MARGIN_SHARE * extent);
    double cell = errors.cellMeters();
    Family.Place origin = site.place();
    new ElevationFile(
            origin.zone(),
            origin.eastingMeters() + Math.floor((east + west - side) / 2 / cell) * cell,
            origin.northingMeters() + Math.ceil((north + south + side) / 2 / cell) * cell,
            cell,
            (int) Math.ceil(side / cell))
        .write(
            file,
            at -> {
              PlanePoint point = site.plane().pointAt(at);
              return upMeters(point.eastMeters(), point.northMeters());
            });
  }
}
