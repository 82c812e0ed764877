package org.qyran.detection.image;

import java.util.Locale;

/** What the numbers of a {@link PreparedImage} are. */
public enum PixelUnit {
  /** Reflectance factors: 0 is black, 1 a white that reflects alike in all directions. */
  REFLECTANCE,
  /**
   * In proportion to reflectance within a flight, the factor known to nobody: indices that compare
   * bands are near the truth, limits on reflectance mean nothing.
   */
  RELATIVE_REFLECTANCE,
  /** Kelvin. */
  KELVIN,
  /**
   * Counts as the camera wrote them, from 0 to 1 for integer files: gamma-coded for colour
   * pictures, and as bright as the exposure made them for all.
   */
  DN;

  /** As evidence names it: {@code unit_dn}. */
  public String feature() {
    return "unit_" + name().toLowerCase(Locale.ROOT);
  }
}
