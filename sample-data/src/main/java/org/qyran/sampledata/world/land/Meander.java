package org.qyran.sampledata.world.land;

import java.util.ArrayList;
import java.util.List;
import org.qyran.sampledata.place.PlanePoint;
import org.qyran.sampledata.shape.Outline;

/**
 * A winding line through a country: a river, a track. It follows a straight axis and swings to its
 * sides in two waves.
 *
 * @param through a point of the axis
 * @param headingDegrees of the axis
 * @param swingMeters of the long wave; the short one is a third as wide and as long
 * @param waveMeters length of the long wave
 * @param phaseRadians of both
 */
public record Meander(
    PlanePoint through,
    double headingDegrees,
    double swingMeters,
    double waveMeters,
    double phaseRadians) {

  /** How far a place lies from the line, measured across the axis: a little more than it is. */
  public double metersFrom(double eastMeters, double northMeters) {
    return Math.abs(signedMetersFrom(eastMeters, northMeters));
  }

  /** The same, positive to the right of the line's heading. */
  public double signedMetersFrom(double eastMeters, double northMeters) {
    double sin = Math.sin(Math.toRadians(headingDegrees));
    double cos = Math.cos(Math.toRadians(headingDegrees));
    double east = eastMeters - through.eastMeters();
    double north = northMeters - through.northMeters();
    double along = east * sin + north * cos;
    double across = east * cos - north * sin;
    double slope = slope(along);
    return (across - swing(along)) / Math.sqrt(1 + slope * slope);
  }

  /** A point of the line, or beside it. */
  public PlanePoint at(double alongMeters, double besideMeters) {
    return Outline.offset(through, alongMeters, swing(alongMeters) + besideMeters, headingDegrees);
  }

  /** Points of a stretch, moved sideways. */
  public List<PlanePoint> stretch(
      double fromMeters, double toMeters, double besideMeters, int points) {
    List<PlanePoint> stretch = new ArrayList<>();
    for (int i = 0; i < points; i++) {
      stretch.add(at(fromMeters + (toMeters - fromMeters) * i / (points - 1), besideMeters));
    }
    return stretch;
  }

  private double swing(double along) {
    double wave = 2 * Math.PI * along / waveMeters;
    return swingMeters
        * (Math.sin(wave + phaseRadians) + 0.33 * Math.sin(2.7 * wave - 2 * phaseRadians));
  }

  private double slope(double along) {
    double wave = 2 * Math.PI * along / waveMeters;
    double perMeter = 2 * Math.PI / waveMeters;
    return swingMeters
        * perMeter
        * (Math.cos(wave + phaseRadians) + 0.89 * Math.cos(2.7 * wave - 2 * phaseRadians));
  }
}
