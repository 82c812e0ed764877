package org.qyran.geo.mosaic;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.geotools.api.referencing.FactoryException;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.geotools.api.referencing.operation.MathTransform;
import org.geotools.api.referencing.operation.TransformException;
import org.geotools.referencing.CRS;
import org.geotools.referencing.crs.DefaultGeographicCRS;
import org.qyran.geo.crs.MapPoint;
import org.qyran.geo.crs.MapSystem;
import org.qyran.model.GeoPoint;
import org.qyran.model.Mosaic.Transform;

/**
 * The plane of a raster's map, and the places its points are of.
 *
 * <p>What {@link MapSystem} knows is turned by it, with its datum shifts stated; everything else by
 * GeoTools and its table of EPSG, the easting first whatever the table says. A datum whose shift to
 * WGS 84 nobody states is refused: passed over, it moves everything by a hundred metres and looks
 * right.
 *
 * <p>The first plane of a process that GeoTools turns starts its database, which takes two seconds.
 * Immutable; threads may share it.
 */
final class MapPlane {

  private static final Pattern PULKOVO_ZONES = Pattern.compile("EPSG:284(1[2-5])");
  private static final Pattern UTM_ZONES = Pattern.compile("EPSG:32([67])(\\d\\d)");

  /** From a map to the earth. */
  private interface Turn {
    Optional<GeoPoint> place(double x, double y);
  }

  private final Turn turn;

  private MapPlane(Turn turn) {
    this.turn = turn;
  }

  /**
   * The plane of a system.
   *
   * @param system {@code EPSG:32643}, or well-known text
   * @throws IllegalArgumentException with the cause, as the end of a sentence
   */
  static MapPlane of(String system) {
    if (PULKOVO_ZONES.matcher(system).matches() || isUtm(system)) {
      MapSystem known = MapSystem.of(system);
      return new MapPlane((x, y) -> known.findOnEarth(new MapPoint(x, y)));
    }
    try {
      CoordinateReferenceSystem stated =
          system.startsWith("EPSG:") ? CRS.decode(system, true) : CRS.parseWKT(system);
      CoordinateReferenceSystem level = CRS.getHorizontalCRS(stated);
      if (level == null) {
        throw new IllegalArgumentException("it is no system of a map");
      }
      MathTransform transform = CRS.findMathTransform(level, DefaultGeographicCRS.WGS84, false);
      return new MapPlane((x, y) -> place(transform, x, y));
    } catch (FactoryException e) {
      throw new IllegalArgumentException(String.valueOf(e.getMessage()), e);
    }
  }

  private static boolean isUtm(String system) {
    Matcher zone = UTM_ZONES.matcher(system);
    return zone.matches()
        && Integer.parseInt(zone.group(2)) >= 1
        && Integer.parseInt(zone.group(2)) <= 60;
  }

  /** The place of a point on the map, in the map's own units; absent where the map has none. */
  Optional<GeoPoint> findPlace(double x, double y) {
    return turn.place(x, y);
  }

  /** The place of a position in a raster, from its top left corner. */
  Optional<GeoPoint> findPlace(Transform transform, double column, double row) {
    return findPlace(
        transform.originX() + transform.xPerColumn() * column + transform.xPerRow() * row,
        transform.originY() + transform.yPerColumn() * column + transform.yPerRow() * row);
  }

  private static Optional<GeoPoint> place(MathTransform transform, double x, double y) {
    double[] at = {x, y};
    try {
      transform.transform(at, 0, at, 0, 1);
    } catch (TransformException outside) {
      return Optional.empty();
    }
    return Double.isFinite(at[0]) && Math.abs(at[1]) <= 90
        ? Optional.of(new GeoPoint(at[1], Math.IEEEremainder(at[0], 360)))
        : Optional.empty();
  }
}
