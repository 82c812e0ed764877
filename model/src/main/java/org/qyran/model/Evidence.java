package org.qyran.model;

import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * One measured reason for or against a detection.
 *
 * @param feature what was measured, with its unit in the name where it has one
 * @param value measured
 * @param logLikelihoodRatio how far it moved the belief; null until a calibrated model says so
 */
public record Evidence(String feature, double value, @Nullable Double logLikelihoodRatio) {

  /** Share of an outline that lies on the edge of its picture: 0 of a thing that is all in it. */
  public static final String BORDER_SHARE = "border_share";

  public Evidence {
    Require.notBlank("feature", feature);
    Require.finite("value", value);
  }

  /** How far it moved the belief, where a calibrated model says so. */
  public OptionalDouble findLogLikelihoodRatio() {
    return logLikelihoodRatio == null
        ? OptionalDouble.empty()
        : OptionalDouble.of(logLikelihoodRatio);
  }

  /** A measurement by a detector that is not calibrated. */
  public static Evidence measured(String feature, double value) {
    return new Evidence(feature, value, null);
  }
}
