package org.qyran.geo.locate;

import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.qyran.geo.geoid.Egm96;
import org.qyran.geo.terrain.Ground;
import org.qyran.geo.terrain.LevelPlane;
import org.qyran.geo.terrain.Terrain;
import org.qyran.model.Height;
import org.qyran.model.PlatformState;

/**
 * How high a camera is, from whichever heights are known of it.
 *
 * <p>Above the ellipsoid, best source first: as stated; above mean sea level plus the EGM96
 * undulation, which for a height above EGM2008's sea level adds {@value #BETWEEN_GEOIDS_METERS} m
 * to its error; above ground or take-off plus the terrain straight below, which takes the take-off
 * point to lie as high as the ground under the camera. Where nothing but a relative height is known
 * and no terrain, the ground is taken to be at mean sea level: that hardly moves a point sideways,
 * and the error of its height says that it is unknown.
 *
 * <p>The level ground below a camera is its height above ground, else above take-off, further down.
 */
final class CameraHeight {

  /** Land lies between the Dead Sea and Everest; one standard deviation when nothing is known. */
  private static final double ANYWHERE_METERS = 3_000;

  /**
   * One standard deviation of EGM2008 less EGM96. EGM96 states its own error as half a metre (F. G.
   * Lemoine et al., NASA/TP-1998-206861), and EGM2008's is a third of that; where gravity was not
   * measured before 1996, in high mountains and Antarctica, single places differ by metres.
   */
  private static final double BETWEEN_GEOIDS_METERS = 0.5;

  private final double meters;
  private final double reliefMeters;
  private final double biasMeters;
  private final Height source;
  private final @Nullable LevelPlane level;

  private CameraHeight(
      double meters,
      double reliefMeters,
      double biasMeters,
      Height source,
      @Nullable LevelPlane level) {
    this.meters = meters;
    this.reliefMeters = reliefMeters;
    this.biasMeters = biasMeters;
    this.source = source;
    this.level = level;
  }

  /** Absent when no height is known that means anything here. */
  static Optional<CameraHeight> find(
      PlatformState platform, Terrain terrain, LocateSettings settings) {
    Optional<Height> ground = platform.findHeight(Height.Datum.GROUND);
    Optional<Height> relative =
        ground.isPresent() ? ground : platform.findHeight(Height.Datum.TAKEOFF);
    double undulation = Egm96.undulationMeters(platform.position());
    Optional<Height> absolute =
        Stream.of(
                Height.Datum.ELLIPSOID,
                Height.Datum.MEAN_SEA_LEVEL,
                Height.Datum.MEAN_SEA_LEVEL_EGM2008)
            .flatMap(datum -> platform.findHeight(datum).stream())
            .findFirst();
    if (absolute.isPresent()) {
      Height known = absolute.get();
      boolean ellipsoid = known.datum() == Height.Datum.ELLIPSOID;
      boolean otherGeoid = known.datum() == Height.Datum.MEAN_SEA_LEVEL_EGM2008;
      return Optional.of(
          of(
              ellipsoid ? known.meters() : known.meters() + undulation,
              otherGeoid ? BETWEEN_GEOIDS_METERS : 0,
              0,
              known,
              relative,
              settings));
    }
    if (relative.isEmpty()) {
      return Optional.empty();
    }
    double above = relative.get().meters();
    Optional<Ground> below = terrain.findGround(platform.position());
    if (below.isEmpty()) {
      return Optional.of(
          of(undulation + above, 0, ANYWHERE_METERS, relative.get(), relative, settings));
    }
    double elsewhere = ground.isPresent() ? 0 : settings.levelErrorMeters(above);
    return Optional.of(
        of(below.get().heightMeters() + above, elsewhere, 0, relative.get(), relative, settings));
  }

  private static CameraHeight of(
      double meters,
      double reliefMeters,
      double biasMeters,
      Height source,
      Optional<Height> relative,
      LocateSettings settings) {
    LevelPlane level =
        relative
            .map(Height::meters)
            .filter(above -> above > 0)
            .map(above -> new LevelPlane(meters - above, settings.levelErrorMeters(above)))
            .orElse(null);
    return new CameraHeight(meters, reliefMeters, biasMeters, source, level);
  }

  /** Above the WGS 84 ellipsoid. */
  double meters() {
    return meters;
  }

  /**
   * One standard deviation that a height counted from the ground of another place has on top of
   * what the pose states.
   */
  double reliefMeters() {
    return reliefMeters;
  }

  /** The height that was stated, from which this one was worked out. */
  Height source() {
    return source;
  }

  /** One standard deviation of what camera and level ground are off by together. */
  double biasMeters() {
    return biasMeters;
  }

  /** False when the height is a guess that must not be compared with terrain. */
  boolean isAbsolute() {
    return biasMeters == 0;
  }

  /** The level ground below the camera, where a height above ground or take-off is known. */
  Optional<LevelPlane> findLevel() {
    return Optional.ofNullable(level);
  }
}
