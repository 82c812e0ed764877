package org.qyran.geo.elevation;

/** What a file says that its heights are measured from. */
public enum StatedDatum {
  MEAN_SEA_LEVEL,
  /** The WGS 84 ellipsoid. */
  ELLIPSOID,
  NOT_STATED
}
