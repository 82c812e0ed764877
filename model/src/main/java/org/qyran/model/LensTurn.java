package org.qyran.model;

import java.util.List;

/**
 * How one lens of a rig stands to the rig: a 3 x 3 matrix that takes a direction of this lens
 * (right, below, ahead; freed of distortion) to the rig's direction of the same far point, up to
 * its length. Two lenses of a rig are compared through it; lenses of different rigs are not.
 *
 * <p>For MicaSense the matrix is a rotation, for DJI a homography that also takes up what the
 * lenses differ in. Neither knows of the centimetres between the lenses: ground that is near is
 * seen shifted.
 *
 * @param toRig nine numbers, row by row; none when the maker does not say
 */
public record LensTurn(List<Double> toRig) {

  /** The maker does not say. */
  public static final LensTurn UNKNOWN = new LensTurn(List.of());

  private static final int NUMBERS = 9;

  public LensTurn {
    toRig = List.copyOf(toRig);
    if (!toRig.isEmpty() && toRig.size() != NUMBERS) {
      throw new IllegalArgumentException(
          "toRig has %d numbers, must have 9 or none".formatted(toRig.size()));
    }
    toRig.forEach(number -> Require.finite("toRig", number));
  }

  /**
   * Rx · Ry · Rz, about the axes to the right and to the bottom of the picture and ahead: the form
   * of MicaSense's {@code RigRelatives}.
   */
  public static LensTurn ofDegrees(double xDegrees, double yDegrees, double zDegrees) {
    double sinX = Math.sin(Math.toRadians(xDegrees));
    double cosX = Math.cos(Math.toRadians(xDegrees));
    double sinY = Math.sin(Math.toRadians(yDegrees));
    double cosY = Math.cos(Math.toRadians(yDegrees));
    double sinZ = Math.sin(Math.toRadians(zDegrees));
    double cosZ = Math.cos(Math.toRadians(zDegrees));
    return new LensTurn(
        List.of(
            cosY * cosZ,
            -cosY * sinZ,
            sinY,
            cosX * sinZ + sinX * sinY * cosZ,
            cosX * cosZ - sinX * sinY * sinZ,
            -sinX * cosY,
            sinX * sinZ - cosX * sinY * cosZ,
            sinX * cosZ + cosX * sinY * sinZ,
            cosX * cosY));
  }

  public boolean isKnown() {
    return !toRig.isEmpty();
  }
}
