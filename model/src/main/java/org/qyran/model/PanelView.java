package org.qyran.model;

/**
 * One picture that may show the reflectance panel of a flight, in one band. Whether it does is
 * found where pixels are opened.
 *
 * @param image the file
 * @param channel within the file, as in {@link BandImage}
 * @param response of the sensor in that picture
 * @param irradiance as in {@link Radiometry}
 * @param mark what is said of the panel in it
 * @param weight how much it counts for the picture that carries it, in (0, 1]: pictures before and
 *     after share by their distance in time
 */
public record PanelView(
    ImageRef image,
    int channel,
    SensorResponse response,
    double irradiance,
    PanelMark mark,
    double weight) {

  public PanelView {
    Require.inRange("channel", channel, 0, 63);
    Require.notNegative("irradiance", irradiance);
    Require.inRange("weight", weight, Double.MIN_VALUE, 1);
  }
}
