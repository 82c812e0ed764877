package org.qyran.detection.radiometry;

/**
 * How a thermal camera's counts follow from the temperature of what it sees, and from what lies
 * between: the constants of its factory calibration and what its user said of object and air.
 *
 * <p>A body of T kelvin gives W(T) = r1 / (r2 (exp(b / T) − f)) − o counts. Through air that lets a
 * share τ through, an object of emissivity ε gives
 *
 * <pre>
 *   W = τ ε W(object) + τ (1 − ε) W(reflected) + (1 − τ) W(air)
 *   τ = x exp(−√d (α₁ + β₁ √h)) + (1 − x) exp(−√d (α₂ + β₂ √h))
 *   h = humidity · exp(1.5587 + 0.06939 t − 0.00027816 t² + 0.00000068455 t³), t the air in °C
 * </pre>
 *
 * <p>(W. Minkina and S. Dudzik, Infrared Thermography, 2009, chapter 4 and appendix; d the distance
 * in metres.) A window in front of the lens, of transmission w, adds (1 − w) W(window) to w W.
 */
record PlanckLaw(
    double r1,
    double b,
    double f,
    double o,
    double r2,
    double emissivity,
    double distanceMeters,
    double reflectedKelvin,
    double airKelvin,
    double windowKelvin,
    double windowTransmission,
    double humidity,
    double alpha1,
    double alpha2,
    double beta1,
    double beta2,
    double x) {

  private static final double FREEZING_KELVIN = 273.15;

  PlanckLaw {
    requireInRange("r1", r1, 1, 1e7);
    requireInRange("b", b, 100, 10_000);
    requireInRange("f", f, 0, 10);
    requireInRange("o", o, -1e6, 1e6);
    requireInRange("r2", r2, 1e-6, 10);
    requireInRange("emissivity", emissivity, 0.01, 1);
    requireInRange("distanceMeters", distanceMeters, 0, 100_000);
    requireInRange("reflectedKelvin", reflectedKelvin, 100, 2_000);
    requireInRange("airKelvin", airKelvin, 100, 2_000);
    requireInRange("windowKelvin", windowKelvin, 100, 2_000);
    requireInRange("windowTransmission", windowTransmission, 0.01, 1);
    requireInRange("humidity", humidity, 0, 1);
    requireInRange("alpha1", alpha1, -10, 10);
    requireInRange("alpha2", alpha2, -10, 10);
    requireInRange("beta1", beta1, -10, 10);
    requireInRange("beta2", beta2, -10, 10);
    requireInRange("x", x, -100, 100);
  }

  private static void requireInRange(String name, double value, double least, double most) {
    if (!(value >= least && value <= most)) {
      throw new IllegalArgumentException(
          "%s is %s, must lie in [%s, %s]".formatted(name, value, least, most));
    }
  }

  /** What a body that fills the view gives at the sensor, with nothing between. */
  double counts(double kelvin) {
    return r1 / (r2 * (Math.exp(b / kelvin) - f)) - o;
  }

  /** The share of heat that the air lets through. */
  double transmission() {
    double celsius = airKelvin - FREEZING_KELVIN;
    double water =
        humidity
            * Math.exp(
                1.5587
                    + 0.06939 * celsius
                    - 0.00027816 * celsius * celsius
                    + 0.00000068455 * celsius * celsius * celsius);
    double far = Math.sqrt(distanceMeters);
    double damp = Math.sqrt(water);
    return x * Math.exp(-far * (alpha1 + beta1 * damp))
        + (1 - x) * Math.exp(-far * (alpha2 + beta2 * damp));
  }

  /** The temperature of the object behind a count; 0 for counts that no temperature gives. */
  double kelvin(double raw) {
    double air = transmission();
    double arrived = (raw - (1 - windowTransmission) * counts(windowKelvin)) / windowTransmission;
    double object =
        (arrived - air * (1 - emissivity) * counts(reflectedKelvin) - (1 - air) * counts(airKelvin))
            / (air * emissivity);
    double ratio = r1 / (r2 * (object + o)) + f;
    double kelvin = b / Math.log(ratio);
    return object + o > 0 && ratio > 1 ? kelvin : 0;
  }
}
