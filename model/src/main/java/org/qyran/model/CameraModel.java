package org.qyran.model;

import java.util.Objects;

/**
 * How a lens and a sensor turn directions into pixels: a pinhole or a fisheye, with the distortion
 * that its calibration found.
 *
 * @param name maker and model, as a person says it
 * @param widthPixels of the picture this model is for
 * @param heightPixels of the picture this model is for
 * @param focalLengthPixels distance from the lens to the sensor
 * @param principalXPixels where the axis of the lens meets the picture, from its left edge
 * @param principalYPixels the same, from its top edge
 * @param distortion of the lens
 * @param source where the figures come from
 * @param focalLengthErrorFraction one standard deviation of the focal length, as a share of it
 */
public record CameraModel(
    String name,
    int widthPixels,
    int heightPixels,
    double focalLengthPixels,
    double principalXPixels,
    double principalYPixels,
    Distortion distortion,
    Source source,
    double focalLengthErrorFraction) {

  /** Where a camera's figures come from, best first. */
  public enum Source {
    /** Calibration of this very camera, in its own metadata. */
    METADATA,
    /** The table of camera models. */
    CATALOG,
    /** Focal length and sensor size of plain EXIF. */
    EXIF,
    /** Nothing is known; the figures are placeholders, and nothing may be located with them. */
    UNKNOWN
  }

  /** By which formula a lens bends directions. */
  public enum Formula {
    /**
     * A pinhole with Brown-Conrady distortion, as OpenCV orders it: with x, y the undistorted
     * position over focal length and r² = x² + y², the picture shows x(1 + k1 r² + k2 r⁴ + k3 r⁶) +
     * 2 p1 xy + p2 (r² + 2x²) and y(…) + p1 (r² + 2y²) + 2 p2 xy (D. C. Brown, Photogrammetric
     * Engineering 32(3), 1966).
     */
    BROWN_CONRADY,
    /**
     * A fisheye, as OpenCV orders it: a direction θ radians off the axis is shown θ(1 + k1 θ² + k2
     * θ⁴ + k3 θ⁶ + k4 θ⁸) focal lengths from the principal point (J. Kannala and S. S. Brandt, IEEE
     * PAMI 28(8), 2006, equation 6).
     */
    FISHEYE
  }

  /**
   * How a lens bends directions.
   *
   * @param formula that the numbers are for
   * @param k4 of a fisheye; 0 for Brown-Conrady
   * @param p1 of Brown-Conrady; 0 for a fisheye
   * @param p2 of Brown-Conrady; 0 for a fisheye
   */
  public record Distortion(
      Formula formula, double k1, double k2, double k3, double k4, double p1, double p2) {

    /** A pinhole as geometry books draw it. */
    public static final Distortion NONE = new Distortion(0, 0, 0, 0, 0);

    public Distortion {
      // A message from before fisheye lenses were known says no formula.
      formula = Objects.requireNonNullElse(formula, Formula.BROWN_CONRADY);
      Require.finite("k1", k1);
      Require.finite("k2", k2);
      Require.finite("k3", k3);
      Require.finite("k4", k4);
      Require.finite("p1", p1);
      Require.finite("p2", p2);
      boolean foreign = formula == Formula.FISHEYE ? p1 != 0 || p2 != 0 : k4 != 0;
      if (foreign) {
        throw new IllegalArgumentException(
            formula == Formula.FISHEYE
                ? "a fisheye has no p1 and p2, they must be 0"
                : "Brown-Conrady distortion has no k4, it must be 0");
      }
    }

    /** Brown-Conrady. */
    public Distortion(double k1, double k2, double k3, double p1, double p2) {
      this(Formula.BROWN_CONRADY, k1, k2, k3, 0, p1, p2);
    }

    /** A fisheye. */
    public static Distortion fisheye(double k1, double k2, double k3, double k4) {
      return new Distortion(Formula.FISHEYE, k1, k2, k3, k4, 0, 0);
    }
  }

  public CameraModel {
    Require.notBlank("name", name);
    Require.inRange("widthPixels", widthPixels, 1, 200_000);
    Require.inRange("heightPixels", heightPixels, 1, 200_000);
    Require.positive("focalLengthPixels", focalLengthPixels);
    Require.finite("principalXPixels", principalXPixels);
    Require.finite("principalYPixels", principalYPixels);
    Require.inRange("focalLengthErrorFraction", focalLengthErrorFraction, 0, 1);
  }

  /** Stands in for a camera of which only the size of its pictures is known. */
  public static CameraModel unknown(String name, int widthPixels, int heightPixels) {
    return new CameraModel(
        name,
        widthPixels,
        heightPixels,
        Math.max(widthPixels, heightPixels),
        widthPixels / 2.0,
        heightPixels / 2.0,
        Distortion.NONE,
        Source.UNKNOWN,
        1);
  }
}
