package org.qyran.detection.structure;

import org.qyran.detection.find.Finding;
import org.qyran.detection.image.PreparedImage;
import org.qyran.detection.plane.Blob;
import org.qyran.detection.plane.Window;
import org.qyran.model.DetectionType;

/**
 * An odd piece as measured.
 *
 * @param blob where
 * @param box around it
 * @param traits what was measured of it
 */
record Structure(Blob blob, Blob.Box box, Traits traits) {

  private static final double LEAST_FILLED = 0.6;
  private static final double LONGEST = 6;
  private static final double LEAST_COMPACTNESS = 0.3;
  private static final double NARROWEST_METERS = 0.7;
  private static final double LARGEST_BORDER_SHARE = 0.25;

  static boolean hasMadeShape(Blob blob, Blob.Box box, PreparedImage image) {
    return box.filled() >= LEAST_FILLED
        && box.elongation() <= LONGEST
        && box.shortPixels() * image.gsdMeters() >= NARROWEST_METERS
        && blob.compactness() >= LEAST_COMPACTNESS
        && blob.borderShare(image.whole()) <= LARGEST_BORDER_SHARE;
  }

  double score() {
    return StructureScore.of(traits);
  }

  /**
   * Whether the other covers a third of this one, or this one of the other, going by their bounds.
   */
  boolean sharesGroundWith(Structure other) {
    Window mine = blob.bounds();
    Window its = other.blob.bounds();
    double width = Math.min(mine.right(), its.right()) - Math.max(mine.x(), its.x());
    double height = Math.min(mine.bottom(), its.bottom()) - Math.max(mine.y(), its.y());
    double smaller =
        Math.min((double) mine.width() * mine.height(), (double) its.width() * its.height());
    return width > 0 && height > 0 && width * height > smaller / 3;
  }

  Finding finding(PreparedImage image) {
    StructureKind kind = StructureKind.of(traits, image.gsdKnown());
    return new Finding(
        DetectionType.STRUCTURE_OF_INTEREST,
        kind.subtype(),
        image.inFrame(blob.outline(image.pixels(0.1, 1))),
        score(),
        traits.evidence(),
        kind.alternatives());
  }
}
