package org.qyran.ingest.frame;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.qyran.model.Height;
import org.qyran.model.RunWarning;

/**
 * The take-off level of a flight whose pictures only say how high above the sea they were, from
 * pictures taken on the ground before it: of a reflectance panel, say, or of somebody's boots.
 *
 * <p>Assumes that such pictures come first, lie within {@value #LEVEL_METERS} m of each other, and
 * at least {@value #LEAP_METERS} m below the first picture in the air and below the median of all
 * that follow; a climb that is photographed step by step is not mistaken for it. A receiver's
 * heights some minutes apart differ by a few metres, and so does the level.
 */
final class TakeoffLevel {

  private static final double LEAP_METERS = 15;
  private static final double LEVEL_METERS = 10;

  /** Absolute heights, the likelier to be there first. */
  private static final List<Height.Datum> ABSOLUTE =
      List.of(
          Height.Datum.MEAN_SEA_LEVEL, Height.Datum.ELLIPSOID, Height.Datum.MEAN_SEA_LEVEL_EGM2008);

  private final Height level;
  private final List<Exposure> onGround;

  private TakeoffLevel(Height level, List<Exposure> onGround) {
    this.level = level;
    this.onGround = onGround;
  }

  /** The level, where pictures from the ground tell it and no picture states it. */
  static Optional<TakeoffLevel> find(List<Exposure> exposures) {
    boolean stated =
        exposures.stream()
            .anyMatch(
                exposure ->
                    exposure.height(Height.Datum.TAKEOFF).isPresent()
                        || exposure.height(Height.Datum.GROUND).isPresent());
    if (stated) {
      return Optional.empty();
    }
    for (Height.Datum datum : ABSOLUTE) {
      Optional<TakeoffLevel> found = find(exposures, datum);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private static Optional<TakeoffLevel> find(List<Exposure> exposures, Height.Datum datum) {
    List<Exposure> high =
        exposures.stream()
            .filter(exposure -> exposure.time().isPresent() && exposure.height(datum).isPresent())
            .sorted(
                Comparator.comparing((Exposure exposure) -> exposure.time().orElseThrow())
                    .thenComparing(Exposure::id))
            .toList();
    List<Double> meters =
        high.stream().map(exposure -> exposure.height(datum).orElseThrow().meters()).toList();
    int ground = 0;
    while (ground < meters.size() && Math.abs(meters.get(ground) - meters.get(0)) <= LEVEL_METERS) {
      ground++;
    }
    if (ground == 0 || ground == meters.size()) {
      return Optional.empty();
    }
    double level = median(meters.subList(0, ground));
    boolean leaps =
        meters.get(ground) - level >= LEAP_METERS
            && median(meters.subList(ground, meters.size())) - level >= LEAP_METERS;
    return leaps
        ? Optional.of(new TakeoffLevel(new Height(level, datum), high.subList(0, ground)))
        : Optional.empty();
  }

  private static double median(List<Double> values) {
    List<Double> sorted = new ArrayList<>(values);
    sorted.sort(Comparator.naturalOrder());
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
  }

  /** How high an exposure was above this level. */
  Optional<Height> heightOf(Exposure exposure) {
    return exposure
        .height(level.datum())
        .map(height -> new Height(height.meters() - level.meters(), Height.Datum.TAKEOFF));
  }

  /** Whether an exposure is one of the pictures from the ground. */
  boolean isOnGround(Exposure exposure) {
    Set<Exposure> low = new HashSet<>(onGround);
    return low.contains(exposure);
  }

  RunWarning warning() {
    List<String> files = onGround.stream().flatMap(exposure -> exposure.files().stream()).toList();
    return new RunWarning(
        "TAKEOFF_FROM_LOWEST",
        ("No picture says how high above the ground it was. The pictures listed lie far below all that"
                + " follow and are taken to be from the ground before take-off, at %.1f m above %s;"
                + " pass an elevation model with --terrain if that is wrong.")
            .formatted(
                level.meters(),
                level.datum() == Height.Datum.ELLIPSOID ? "the ellipsoid" : "the sea"),
        files);
  }
}
