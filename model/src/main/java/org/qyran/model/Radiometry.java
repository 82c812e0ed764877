package org.qyran.model;

import java.util.List;

/**
 * What is known of the counts of one band in one picture, and of the light that fell on the ground
 * then. Facts only; the room that opens pixels turns counts into reflectance with them.
 *
 * @param response how counts become radiance
 * @param irradiance of level ground in the band: W m⁻² nm⁻¹ where the response gives radiance, the
 *     maker's own number where it does not; 0 when not known
 * @param panel the reflectance panel, if this picture may show one
 * @param panels pictures of the flight's reflectance panel in this band; may be empty
 */
public record Radiometry(
    SensorResponse response, double irradiance, PanelMark panel, List<PanelView> panels) {

  /** Counts of which nothing is known. */
  public static final Radiometry NONE =
      new Radiometry(SensorResponse.UNKNOWN, 0, PanelMark.NONE, List.of());

  public Radiometry {
    Require.notNegative("irradiance", irradiance);
    panels = List.copyOf(panels);
  }

  /** The same, with the flight's pictures of the panel. */
  public Radiometry with(List<PanelView> seen) {
    return new Radiometry(response, irradiance, panel, seen);
  }
}
