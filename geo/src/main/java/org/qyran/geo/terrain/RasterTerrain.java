package org.qyran.geo.terrain;

import java.util.List;
import java.util.Optional;
import org.qyran.model.GeoPoint;

/** Ground from elevation rasters, the first that has a value winning. */
final class RasterTerrain implements Terrain {

  private final List<ElevationRaster> rasters;

  RasterTerrain(List<ElevationRaster> rasters) {
    this.rasters = List.copyOf(rasters);
  }

  @Override
  public Optional<Ground> findGround(GeoPoint point) {
    double[] position = new double[2];
    for (ElevationRaster raster : rasters) {
      raster.locate(point, position, 0);
      double height = raster.heightMeters(position[0], position[1]);
      if (!Double.isNaN(height)) {
        return Optional.of(
            new Ground(
                height + raster.datumOffsetMeters(point),
                raster.errorMeters(),
                raster.spacingMeters()));
      }
    }
    return Optional.empty();
  }

  @Override
  public Meeting follow(Sightline line) {
    Optional<Ground> below = findGround(line.camera());
    if (below.isPresent() && below.get().heightMeters() >= line.heightMeters()) {
      return Meeting.none(Meeting.Kind.CAMERA_BELOW_GROUND);
    }
    return new RasterWalk(rasters, line).walk();
  }

  @Override
  public boolean isKnown() {
    return true;
  }
}
