package org.qyran.geo.crs;

import java.util.Optional;
import org.locationtech.proj4j.CRSFactory;
import org.locationtech.proj4j.CoordinateReferenceSystem;
import org.locationtech.proj4j.CoordinateTransform;
import org.locationtech.proj4j.CoordinateTransformFactory;
import org.locationtech.proj4j.ProjCoordinate;
import org.qyran.model.GeoPoint;

/**
 * One way to lay the earth on the plane of a map, and its datum shift, both named.
 *
 * <p>Transverse Mercator in the series of Engsager and Poder (International Cartographic
 * Conference, 2007) by proj4j, the shift between datums by seven parameters that are always stated
 * here and never looked up. Agrees with PROJ 9.1.1 to a tenth of a millimetre. That is arithmetic:
 * how well seven parameters describe an old network of triangles is another matter, and {@link
 * #operation} says it.
 *
 * <p>A shift is made on the ellipsoid, heights are not carried: 1,000 m up that counts for 2 cm.
 *
 * <p>Immutable; threads may share it.
 */
public final class MapSystem {

  /** Further from its central meridian a zone is never used. */
  private static final double FARTHEST_DEGREES = 9;

  /** UTM is defined from 80° south to 84° north (DMA TM 8358.2, section 2-4). */
  static final double SOUTHERNMOST_DEGREES = -80;

  private static final double NORTHERNMOST_DEGREES = 84;

  private static final String WGS84 = "+proj=longlat +datum=WGS84 +no_defs";

  private final String code;
  private final String name;
  private final String operation;
  private final double centralDegrees;
  private final double southernmostDegrees;
  private final CoordinateTransform toMap;
  private final CoordinateTransform toEarth;

  /**
   * A system.
   *
   * @param operation the datum shift, empty where the datum is WGS 84
   * @param centralDegrees longitude that its area of use lies around
   * @param southernmostDegrees latitude that its area of use begins at
   */
  MapSystem(
      String code,
      String name,
      String operation,
      double centralDegrees,
      double southernmostDegrees,
      String parameters) {
    this.code = code;
    this.name = name;
    this.operation = operation;
    this.centralDegrees = centralDegrees;
    this.southernmostDegrees = southernmostDegrees;
    CRSFactory systems = new CRSFactory();
    CoordinateReferenceSystem map = systems.createFromParameters(code, parameters);
    CoordinateReferenceSystem earth = systems.createFromParameters("WGS 84", WGS84);
    CoordinateTransformFactory transforms = new CoordinateTransformFactory();
    toMap = transforms.createTransform(earth, map);
    toEarth = transforms.createTransform(map, earth);
  }

  /**
   * A system by its code.
   *
   * @param code {@code EPSG:32601} to {@code EPSG:32660} (UTM north), {@code EPSG:32701} to {@code
   *     EPSG:32760} (UTM south), {@code EPSG:28412} to {@code EPSG:28415} (Pulkovo 1942)
   * @throws IllegalArgumentException with one sentence for a person when it is none of these
   */
  public static MapSystem of(String code) {
    return KnownSystems.byCode(code);
  }

  /**
   * A system by its parameters, as PROJ writes them: transverse Mercator or UTM in metres, on WGS
   * 84 or with its shift to it in {@code +towgs84}.
   *
   * @throws IllegalArgumentException with one sentence for a person when it is anything else
   */
  public static MapSystem ofParameters(String parameters) {
    return StatedParameters.system(parameters);
  }

  /** The UTM zone of a place; absent near the poles, where there is none. */
  public static Optional<MapSystem> findUtm(GeoPoint place) {
    if (!isBetween(SOUTHERNMOST_DEGREES, place)) {
      return Optional.empty();
    }
    // The antimeridian, which both ends of the range name, belongs to zone 1.
    int zone = (int) Math.floor((place.longitudeDegrees() + 180) / 6) % 60 + 1;
    return Optional.of(KnownSystems.utm(zone, place.latitudeDegrees() < 0));
  }

  /** As asked for: {@code EPSG:32643}. */
  public String code() {
    return code;
  }

  /** {@code WGS 84 / UTM zone 43N}. */
  public String name() {
    return name;
  }

  /**
   * The datum shift that is made, and how well it is known: {@code EPSG:15865 Pulkovo 1942 to WGS
   * 84 (16), good to 4.5 m}; empty where the datum is WGS 84 itself.
   */
  public String operation() {
    return operation;
  }

  /** The code, and the operation where there is one: what a column of a table needs. */
  public String label() {
    return operation.isEmpty() ? code : code + " by " + operation;
  }

  /**
   * A place on the map.
   *
   * @return absent more than 9° of longitude from the zone's central meridian, near the poles, and
   *     for Pulkovo 1942 south of 35° north, where nobody has used it
   */
  public Optional<MapPoint> findOnMap(GeoPoint place) {
    double off = Math.IEEEremainder(place.longitudeDegrees() - centralDegrees, 360);
    if (Math.abs(off) > FARTHEST_DEGREES || !isBetween(southernmostDegrees, place)) {
      return Optional.empty();
    }
    ProjCoordinate on =
        toMap.transform(
            new ProjCoordinate(place.longitudeDegrees(), place.latitudeDegrees(), 0),
            new ProjCoordinate());
    return Optional.of(new MapPoint(on.x, on.y));
  }

  /**
   * The place of a point on the map; the inverse of {@link #findOnMap}.
   *
   * @return absent where that would be
   */
  public Optional<GeoPoint> findOnEarth(MapPoint point) {
    ProjCoordinate at =
        toEarth.transform(
            new ProjCoordinate(point.eastingMeters(), point.northingMeters(), 0),
            new ProjCoordinate());
    if (!(Math.abs(at.y) <= 90) || !Double.isFinite(at.x)) {
      return Optional.empty();
    }
    GeoPoint place = new GeoPoint(at.y, Math.IEEEremainder(at.x, 360));
    return findOnMap(place).filter(back -> isSame(back, point)).map(back -> place);
  }

  /**
   * Far outside, the series of the projection lead anywhere, but not back. Inside, seven parameters
   * forth and back miss by millimetres.
   */
  private static boolean isSame(MapPoint one, MapPoint other) {
    return Math.hypot(
            one.eastingMeters() - other.eastingMeters(),
            one.northingMeters() - other.northingMeters())
        < 0.1;
  }

  private static boolean isBetween(double southernmostDegrees, GeoPoint place) {
    return place.latitudeDegrees() >= southernmostDegrees
        && place.latitudeDegrees() <= NORTHERNMOST_DEGREES;
  }

  @Override
  public String toString() {
    return name + " (" + label() + ")";
  }
}
