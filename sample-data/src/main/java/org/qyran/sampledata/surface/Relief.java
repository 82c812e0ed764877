package org.qyran.sampledata.surface;

/** The bare ground of a country. */
@FunctionalInterface
public interface Relief {

  /** Metres above mean sea level, anywhere. */
  double upMeters(double eastMeters, double northMeters);
}
