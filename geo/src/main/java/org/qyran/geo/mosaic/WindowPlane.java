package org.qyran.geo.mosaic;

import java.util.Optional;
import org.qyran.model.GeoPoint;
import org.qyran.model.MosaicWindow;

/**
 * Where the pixels of one window lie.
 *
 * @param window the piece of the mosaic
 * @param plane of the mosaic's map
 */
record WindowPlane(MosaicWindow window, MapPlane plane) {

  /** The place of a position in the window, from its top left corner. */
  Optional<GeoPoint> findPlace(double xPixels, double yPixels) {
    return plane.findPlace(
        window.mosaic().transform(), window.leftPixels() + xPixels, window.topPixels() + yPixels);
  }
}
