package org.qyran.geo.elevation;

/** What the heights of a raster are the heights of. */
public enum SurfaceKind {
  /** What is seen from above: crowns and roofs where there are any. */
  SURFACE,
  /** The ground with trees and buildings taken away. */
  BARE_EARTH,
  /** The file does not say. */
  UNKNOWN
}
