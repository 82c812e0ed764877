package org.qyran.sampledata.shape;

/**
 * Red, green and blue in proportion to light: the share that a surface sends back, or the light
 * that arrives, where 1 is what a white sheet in full sun sends.
 */
public record Colour(double red, double green, double blue) {

  /** The colour that a screen shows for these numbers from 0 to 255 (sRGB, IEC 61966-2-1). */
  public static Colour ofScreen(int red, int green, int blue) {
    return new Colour(linear(red), linear(green), linear(blue));
  }

  /** This colour, turned towards another by a share from 0 to 1. */
  public Colour mixed(Colour other, double share) {
    double bounded = Math.min(1, Math.max(0, share));
    return new Colour(
        red + (other.red - red) * bounded,
        green + (other.green - green) * bounded,
        blue + (other.blue - blue) * bounded);
  }

  /** Brighter above 1, darker below. */
  public Colour times(double factor) {
    return new Colour(red * factor, green * factor, blue * factor);
  }

  /** A surface of this colour under a light of that colour. */
  public Colour under(Colour light) {
    return new Colour(red * light.red, green * light.green, blue * light.blue);
  }

  public Colour plus(Colour other) {
    return new Colour(red + other.red, green + other.green, blue + other.blue);
  }

  private static double linear(int screen) {
    double share = screen / 255.0;
    return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
  }
}
