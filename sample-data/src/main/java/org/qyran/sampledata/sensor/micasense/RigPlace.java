package org.qyran.sampledata.sensor.micasense;

import org.qyran.model.Attitude;
import org.qyran.sampledata.sensor.Turn;

/**
 * How one lens of a rig stands to the reference lens: by the maker's convention a direction (right,
 * below, ahead) of this lens is Rx · Ry · Rz times it for the reference lens.
 *
 * @param xDegrees about the axis to the right of the picture
 * @param yDegrees about the axis to its bottom
 * @param zDegrees about the line of sight
 * @param rightMeters of the reference lens, seen along its axes
 * @param belowMeters of the reference lens, towards the bottom of its picture
 */
public record RigPlace(
    double xDegrees, double yDegrees, double zDegrees, double rightMeters, double belowMeters) {

  /** The reference lens itself. */
  public static final RigPlace REFERENCE = new RigPlace(0, 0, 0, 0, 0);

  /** Directions of this lens into those of the reference lens, in the order ahead, right, below. */
  public Turn turn() {
    return Turn.aboutPictureAxes(xDegrees, yDegrees, zDegrees);
  }

  /** Where this lens looks when the reference lens looks there. */
  public Attitude attitude(Attitude reference) {
    return Turn.of(reference).times(turn()).attitude();
  }

  /** How far north, east and down of the reference lens this lens is, in metres. */
  public double[] offsetMeters(Attitude reference) {
    return Turn.of(reference).of(0, rightMeters, belowMeters);
  }
}
