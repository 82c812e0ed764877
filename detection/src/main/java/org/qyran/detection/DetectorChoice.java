package org.qyran.detection;

/** Which detectors look through a frame. */
public enum DetectorChoice {
  /** The product's own. */
  QYRAN,
  /** The two that are there to be beaten: an index threshold and a plain anomaly detector. */
  BASELINE
}
