package org.qyran.detection.radiometry;

/**
 * A reflectance panel as one picture shows it in one band.
 *
 * @param counts mean over the panel
 * @param countsDeviation one standard deviation over the panel
 * @param radiance what the panel sent, in the unit of the sensor's response
 * @param reflectance of the panel
 * @param source who says what it reflects
 */
public record PanelMeasure(
    double counts, double countsDeviation, double radiance, double reflectance, Source source) {

  /** Who says what a panel reflects, best first. */
  public enum Source {
    /** The user. */
    SETTING,
    /** The camera. */
    PICTURE,
    /** The panel's own code. */
    CODE,
    /** Nobody: the middle of what the maker's panels reflect is taken. */
    ASSUMED
  }

  /**
   * MicaSense's panels of the second and third generation reflect 0.6 to 0.7, later ones 0.48 to
   * 0.53; where not even the code can be read, a later one is the likelier.
   */
  static final double ASSUMED_OLD = 0.65;

  static final double ASSUMED = 0.5;
}
