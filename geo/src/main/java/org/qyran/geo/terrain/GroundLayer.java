package org.qyran.geo.terrain;

import org.qyran.geo.elevation.ElevationRaster;
import org.qyran.geo.geoid.Egm96;
import org.qyran.model.GeoPoint;

/**
 * A raster, and what its heights are worth here.
 *
 * @param errorMeters one standard deviation of the heights
 * @param aboveSeaLevel whether the heights are above mean sea level or above the ellipsoid
 */
record GroundLayer(ElevationRaster raster, double errorMeters, boolean aboveSeaLevel) {

  /** What must be added to the raster's values at a point to give heights above the ellipsoid. */
  double datumOffsetMeters(GeoPoint point) {
    return aboveSeaLevel ? Egm96.undulationMeters(point) : 0;
  }

  /** Above the ellipsoid; NaN where the raster does not know it. */
  double heightMeters(GeoPoint point) {
    double[] position = new double[2];
    raster.locate(point, position, 0);
    double height = raster.heightMeters(position[0], position[1]);
    return Double.isNaN(height) ? height : height + datumOffsetMeters(point);
  }
}
