package org.qyran.sampledata.surface;

/**
 * What a surface is made of, for one set of bands. Skins are told apart by identity, so one is made
 * for a kind of surface and shared. Arrays are handed through without a copy and must not change.
 */
public final class Skin {

  private final float[] reflectance;
  private final float[] wall;
  private final Sheen sheen;
  private final double warmthKelvin;
  private final double heatedKelvin;

  private Skin(
      float[] reflectance, float[] wall, Sheen sheen, double warmthKelvin, double heatedKelvin) {
    this.reflectance = reflectance;
    this.wall = wall;
    this.sheen = sheen;
    this.warmthKelvin = warmthKelvin;
    this.heatedKelvin = heatedKelvin;
  }

  /**
   * The same all around, as warm as the air in the shade.
   *
   * @param reflectance factor, by band
   * @param heatedKelvin above the air in full sun
   */
  public static Skin of(float[] reflectance, Sheen sheen, double heatedKelvin) {
    return new Skin(reflectance, reflectance, sheen, 0, heatedKelvin);
  }

  /** With upright sides of something else. */
  public Skin withWall(float[] other) {
    return new Skin(reflectance, other, sheen, warmthKelvin, heatedKelvin);
  }

  /** Warm by itself, by day and night. */
  public Skin warm(double kelvin) {
    return new Skin(reflectance, wall, sheen, kelvin, heatedKelvin);
  }

  /** Of the upper side, by band. */
  public float[] reflectance() {
    return reflectance;
  }

  /** Of the upright sides, by band. */
  public float[] wall() {
    return wall;
  }

  public Sheen sheen() {
    return sheen;
  }

  /** Above the air's temperature, in the shade. */
  public double warmthKelvin() {
    return warmthKelvin;
  }

  /** More than that, in full sun. */
  public double heatedKelvin() {
    return heatedKelvin;
  }
}
