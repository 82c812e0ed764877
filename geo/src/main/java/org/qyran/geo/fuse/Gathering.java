package org.qyran.geo.fuse;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.qyran.geo.ring.LevelRings;

/**
 * The sightings of one thing, gathered around its best look.
 *
 * <p>A member is either another look at what the best look shows, or a continuation of it: a piece
 * of something that reaches beyond the edge of the best look's frame. A continuation overlaps the
 * outline, more than half of it lies outside, and it is larger than the errors, so that the
 * difference cannot be a mere shift. A best look that is said to show all of it has none: what
 * overlaps it is another look, cut out otherwise. Of two windows of one mosaic, between which
 * nothing is shifted, whatever overlaps the outline continues it. Only continuations change the
 * outline.
 */
final class Gathering {

  /** Beyond it sizes are not similar: by centres alone only similar ones are taken for the same. */
  private static final double MOST_AREA_RATIO = 4;

  /** A piece must be this many times longer than the joint error to be told from a shift. */
  private static final double LEAST_EXTENT_IN_ERRORS = 2;

  private final FuseSettings settings;
  private final LevelSighting best;
  private final List<LevelSighting> looks = new ArrayList<>();
  private final List<LevelSighting> continuations = new ArrayList<>();
  private Polygon outline;

  Gathering(FuseSettings settings, LevelSighting best) {
    this.settings = settings;
    this.best = best;
    this.outline = best.outline();
    looks.add(best);
  }

  LevelSighting best() {
    return best;
  }

  /** Valid, without holes. */
  Polygon outline() {
    return outline;
  }

  /** Looks at what the best look shows, the best first. */
  List<LevelSighting> looks() {
    return looks;
  }

  /** All members, the best first. */
  List<LevelSighting> members() {
    List<LevelSighting> members = new ArrayList<>(looks);
    members.addAll(continuations);
    return members;
  }

  /**
   * Members that show enough of the thing to speak of it: not those of which the edge of their
   * picture left a scrap; all, where each shows but a piece.
   */
  List<LevelSighting> witnesses() {
    double least = outline.getArea() / MOST_AREA_RATIO;
    List<LevelSighting> witnesses =
        members().stream()
            .filter(member -> !member.isCutOff() || member.areaSquareMeters() >= least)
            .toList();
    return witnesses.isEmpty() ? members() : witnesses;
  }

  /** Whether a sighting may show the same thing as the best look, for all that errors allow. */
  boolean isLinked(LevelSighting other) {
    double joint = best.jointErrorMeters(other);
    double ratio = best.areaSquareMeters() / other.areaSquareMeters();
    boolean similar = ratio <= MOST_AREA_RATIO && ratio >= 1 / MOST_AREA_RATIO;
    return (similar && best.distanceMeters(other) <= Math.min(joint, settings.radiusMeters()))
        || best.outline()
            .isWithinDistance(
                other.outline(),
                Math.min(settings.growthFraction() * joint, settings.growthMeters()));
  }

  /** Takes a linked sighting in, as another look or as a continuation, unless it must not. */
  boolean join(LevelSighting linked) {
    if (showsAnotherThing(linked)) {
      return false;
    }
    if (isContinuation(linked)) {
      return extend(linked);
    }
    looks.add(linked);
    return true;
  }

  /** Takes in a sighting that is not linked to the best look, if it continues the outline. */
  boolean joinContinuing(LevelSighting other) {
    return !showsAnotherThing(other) && isContinuation(other) && extend(other);
  }

  List<LevelSighting> continuations() {
    return continuations;
  }

  /** Two outlines of one picture that lie apart are two things, however large the error is. */
  private boolean showsAnotherThing(LevelSighting other) {
    return isApart(looks, other) || isApart(continuations, other);
  }

  private static boolean isApart(List<LevelSighting> members, LevelSighting other) {
    for (LevelSighting member : members) {
      if (member.isOfSamePicture(other) && !member.overlaps(other)) {
        return true;
      }
    }
    return false;
  }

  private boolean isContinuation(LevelSighting other) {
    if (best.isCutFromSamePicture(other)) {
      // The same pixels, so no error lies between the two.
      return outline.intersects(other.outline());
    }
    if (best.isWhole()) {
      return false;
    }
    double leastExtent = LEAST_EXTENT_IN_ERRORS * best.jointErrorMeters(other);
    if (other.extentMeters() <= leastExtent
        || !outline.getEnvelopeInternal().intersects(other.outline().getEnvelopeInternal())) {
      return false;
    }
    double shared =
        OverlayNGRobust.overlay(outline, other.outline(), OverlayNG.INTERSECTION).getArea();
    return shared > 0 && shared < other.areaSquareMeters() / 2;
  }

  private boolean extend(LevelSighting piece) {
    Envelope extent = outline.getEnvelopeInternal();
    extent.expandToInclude(piece.outline().getEnvelopeInternal());
    double most = Math.max(settings.extentMeters(), best.extentMeters());
    if (extent.getDiameter() > most) {
      return false;
    }
    Geometry union = LevelRings.union(outline, piece.outline());
    outline = LevelRings.withoutHoles(LevelRings.largest(union));
    continuations.add(piece);
    return true;
  }
}
