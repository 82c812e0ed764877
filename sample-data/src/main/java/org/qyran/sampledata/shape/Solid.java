package org.qyran.sampledata.shape;

/** A body that stands on the ground. */
public interface Solid {

  /** Metres along a ray to where it enters the body; infinite when it never does. */
  double metersTo(Ray ray);

  /** What the body shows where a ray enters it. */
  Surface surfaceAt(Ray ray, double meters);

  /** Middle of a circle on the ground that holds the whole body. */
  double eastMeters();

  /** Middle of that circle. */
  double northMeters();

  /** Radius of that circle. */
  double radiusMeters();
}
