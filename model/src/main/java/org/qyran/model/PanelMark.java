package org.qyran.model;

import java.util.List;

/**
 * What is said of a reflectance panel in one picture of it.
 *
 * @param reflectance of the panel in the band, in (0, 1]; 0 when nobody says
 * @param source who says so
 * @param corners of the grey square in the picture, going round; empty when they must be found
 */
public record PanelMark(double reflectance, Source source, List<PixelPoint> corners) {

  /** Who says what the panel reflects. */
  public enum Source {
    /** The setting {@code ingest.panel-reflectance}. */
    SETTING,
    /** The camera, in the picture. */
    PICTURE,
    /** Nobody. */
    NONE
  }

  /** Nothing is said. */
  public static final PanelMark NONE = new PanelMark(0, Source.NONE, List.of());

  public PanelMark {
    Require.inRange("reflectance", reflectance, 0, 1);
    corners = List.copyOf(corners);
    if ((reflectance > 0) == (source == Source.NONE)) {
      throw new IllegalArgumentException(
          "a reflectance of %s does not go with source %s".formatted(reflectance, source));
    }
    if (!corners.isEmpty() && corners.size() != 4) {
      throw new IllegalArgumentException(
          "corners are %d, must be 4 or none".formatted(corners.size()));
    }
  }
}
