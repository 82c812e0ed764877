package org.qyran.geo.mosaic;

import java.awt.geom.AffineTransform;
import java.util.HashMap;
import java.util.Map;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.geotools.api.referencing.crs.EngineeringCRS;
import org.geotools.api.referencing.operation.MathTransform;
import org.geotools.coverage.grid.io.imageio.geotiff.GeoTiffException;
import org.geotools.coverage.grid.io.imageio.geotiff.GeoTiffIIOMetadataDecoder;
import org.geotools.coverage.grid.io.imageio.geotiff.GeoTiffMetadata2CRSAdapter;
import org.geotools.util.factory.Hints;
import org.qyran.model.Mosaic.Transform;

/**
 * Where a GeoTIFF says that it lies (OGC 19-008r4, GeoTIFF 1.1, sections 7.1 to 7.5).
 *
 * @param transform from pixel corners to the map
 * @param system the map's, by its EPSG code where the file names one, else as well-known text
 */
record Georeference(Transform transform, String system) {

  private static final int PROJECTED_KEY = 3072;
  private static final int GEODETIC_KEY = 2048;
  private static final int MODEL_TYPE_KEY = 1024;
  private static final String GEOGRAPHIC = "2";

  /**
   * Reads the keys.
   *
   * @throws IllegalArgumentException with the cause, as the end of a sentence
   */
  static Georeference of(GeoTiffIIOMetadataDecoder keys) {
    return new Georeference(transform(keys), system(keys));
  }

  private static Transform transform(GeoTiffIIOMetadataDecoder keys) {
    MathTransform grid;
    try {
      grid = GeoTiffMetadata2CRSAdapter.getRasterToModel(keys);
    } catch (GeoTiffException | RuntimeException e) {
      throw new IllegalArgumentException("its pixels have no places: " + e.getMessage(), e);
    }
    if (!(grid instanceof AffineTransform toMap)) {
      throw new IllegalArgumentException(
          "its pixels have places by ground control points alone; warp it with gdalwarp");
    }
    // The library counts from the middle of the first pixel, whatever the file does.
    AffineTransform corners = new AffineTransform(toMap);
    corners.translate(-0.5, -0.5);
    return new Transform(
        corners.getTranslateX(),
        corners.getTranslateY(),
        corners.getScaleX(),
        corners.getShearX(),
        corners.getShearY(),
        corners.getScaleY());
  }

  private static String system(GeoTiffIIOMetadataDecoder keys) {
    if (!keys.hasGeoKey()) {
      throw new IllegalArgumentException("it names no coordinate system");
    }
    String projected = code(keys, PROJECTED_KEY);
    if (!projected.isEmpty()) {
      return "EPSG:" + projected;
    }
    String geodetic = code(keys, GEODETIC_KEY);
    if (!geodetic.isEmpty() && GEOGRAPHIC.equals(keys.getGeoKey(MODEL_TYPE_KEY))) {
      return "EPSG:" + geodetic;
    }
    return text(keys);
  }

  /** A key that names an entry of EPSG's table; empty when it is absent or user-defined. */
  private static String code(GeoTiffIIOMetadataDecoder keys, int key) {
    String value = keys.getGeoKey(key);
    return value != null && value.matches("[1-9]\\d{3,4}") && !value.equals("32767") ? value : "";
  }

  private static String text(GeoTiffIIOMetadataDecoder keys) {
    try {
      Map<Hints.Key, Object> eastingFirst = new HashMap<>();
      eastingFirst.put(Hints.FORCE_LONGITUDE_FIRST_AXIS_ORDER, true);
      CoordinateReferenceSystem system =
          new GeoTiffMetadata2CRSAdapter(new Hints(eastingFirst)).createCoordinateSystem(keys);
      if (system == null || system instanceof EngineeringCRS) {
        throw new IllegalArgumentException("it names no coordinate system of the earth");
      }
      return system.toWKT();
    } catch (IllegalArgumentException e) {
      throw e;
    } catch (Exception e) {
      // The library declares no narrower one.
      throw new IllegalArgumentException(
          "its coordinate system cannot be used: " + e.getMessage(), e);
    }
  }
}
