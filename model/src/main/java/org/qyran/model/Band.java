package org.qyran.model;

/**
 * A range of light that one channel of a picture records.
 *
 * @param name lower case, as a person says it: {@code blue}, {@code green}, {@code red}, {@code red
 *     edge}, {@code nir}, {@code thermal}, {@code grey}
 * @param centerNanometers of the pass band
 * @param widthNanometers full width at half maximum
 */
public record Band(String name, double centerNanometers, double widthNanometers) {

  public Band {
    Require.notBlank("name", name);
    Require.inRange("centerNanometers", centerNanometers, 200, 20_000);
    Require.inRange("widthNanometers", widthNanometers, 1, 10_000);
  }
}
