package org.qyran.detection.structure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.qyran.detection.find.Finding;
import org.qyran.detection.image.PreparedImage;
import org.qyran.detection.plane.Blob;
import org.qyran.detection.plane.Window;
import org.qyran.model.DetectionType;
import org.qyran.model.Evidence;

/**
 * An odd piece as measured.
 *
 * @param blob where
 * @param box around it
 * @param anomaly Mahalanobis distance over the limit, above 1
 * @param distinctness from the ring around it, of the band in which it is most so
 * @param light mean of the bands inside
 * @param around the same around it
 * @param edge steepness of the rim per pixel, as a share of the light
 * @param indexName of the vegetation index, where there is one
 * @param green the index inside
 * @param greener than the ring, in least contrasts of the index
 * @param straight share of the outline that runs straight
 */
record Structure(
    Blob blob,
    Blob.Box box,
    double anomaly,
    double distinctness,
    double light,
    double around,
    double edge,
    Optional<String> indexName,
    double green,
    double greener,
    double straight) {

  private static final double LEAST_FILLED = 0.66;
  private static final double LONGEST = 4.5;
  private static final double LEAST_COMPACTNESS = 0.35;
  private static final double NARROWEST_METERS = 0.9;
  private static final double LARGEST_BORDER_SHARE = 0.25;
  private static final double LEAST_EDGE = 0.1;

  /** Crowns differ from their neighbours by about half of this. */
  private static final double LEAST_DISTINCTNESS = 1.0;

  private static final double MOST_GREENER = 0.5;
  private static final double LEAST_STRAIGHT = 0.3;

  /** A piece this much darker than its surroundings may be a shadow, unless its shape is strict. */
  private static final double DARK = 0.75;

  private static final double LEAST_STRAIGHT_IN_SHADE = 0.7;
  private static final double LEAST_FILLED_IN_SHADE = 0.8;

  /** How far the rim may lie from the true edge: one pixel of blur, one of the cut. */
  private static final double RIM_PIXELS = 2;

  static boolean hasMadeShape(Blob blob, Blob.Box box, PreparedImage image) {
    return box.filled() >= LEAST_FILLED
        && box.elongation() <= LONGEST
        && box.shortPixels() * image.gsdMeters() >= NARROWEST_METERS
        && blob.compactness() >= LEAST_COMPACTNESS
        && blob.borderShare(image.whole()) <= LARGEST_BORDER_SHARE;
  }

  boolean isMade() {
    boolean shade = light < DARK * around;
    return edge >= LEAST_EDGE
        && distinctness >= LEAST_DISTINCTNESS
        && greener <= MOST_GREENER
        && straight >= (shade ? LEAST_STRAIGHT_IN_SHADE : LEAST_STRAIGHT)
        && box.filled() >= (shade ? LEAST_FILLED_IN_SHADE : LEAST_FILLED);
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

  /**
   * score = 0.35 a + k (0.3 f + 0.2 s) + 0.15 e with a = 1 - 1 / anomaly, f = share of the box that
   * is filled, from 0.66 to 1, s = straight share of the outline, e = edge over 0.3, and k = 1 - 4
   * / short side in working pixels, because a rim is known to about two of them and the shape of a
   * few pixels says little; each held in [0, 1]. It grows with each of them.
   */
  double score() {
    double known = held(1 - 2 * RIM_PIXELS / box.shortPixels());
    double filled = held((box.filled() - LEAST_FILLED) / (1 - LEAST_FILLED));
    return held(
        0.35 * held(1 - 1 / Math.max(1, anomaly))
            + known * (0.3 * filled + 0.2 * held(straight))
            + 0.15 * held(edge / 0.3));
  }

  private static double held(double value) {
    return Math.max(0, Math.min(1, value));
  }

  private String subtype() {
    return light >= around ? "bright_rectangle" : "dark_rectangle";
  }

  Finding finding(PreparedImage image) {
    List<Evidence> evidence = new ArrayList<>();
    evidence.add(Evidence.measured("rx_anomaly", anomaly));
    evidence.add(Evidence.measured("distinctness", distinctness));
    evidence.add(Evidence.measured("rectangularity", box.filled()));
    evidence.add(Evidence.measured("elongation", box.elongation()));
    evidence.add(Evidence.measured("compactness", blob.compactness()));
    evidence.add(Evidence.measured("straight_edge_share", straight));
    evidence.add(Evidence.measured("edge_steepness", edge));
    evidence.add(Evidence.measured("brightness_contrast", light - around));
    indexName.ifPresent(name -> evidence.add(Evidence.measured(name, green)));
    if (image.gsdKnown()) {
      evidence.add(Evidence.measured("area_m2", image.squareMeters(blob.areaPixels())));
      evidence.add(Evidence.measured("length_m", box.longPixels() * image.gsdMeters()));
      evidence.add(Evidence.measured("width_m", box.shortPixels() * image.gsdMeters()));
    } else {
      evidence.add(Evidence.measured("area_px", blob.areaPixels()));
    }
    return new Finding(
        DetectionType.STRUCTURE_OF_INTEREST,
        subtype(),
        image.inFrame(blob.outline(image.pixels(0.1, 1))),
        score(),
        evidence,
        alternatives(image));
  }

  /** Sizes from the sides of cars, 4 to 6 m by 1.8 to 2.1 m, with room for shade and blur. */
  private List<String> alternatives(PreparedImage image) {
    double length = box.longPixels() * image.gsdMeters();
    double width = box.shortPixels() * image.gsdMeters();
    if (length < 3) {
      return List.of("rock", "furniture or crates", "vehicle", "bare soil");
    }
    return length <= 7 && width <= 3.2
        ? List.of("vehicle", "tent or tarp", "roof", "rock", "bare soil")
        : List.of("roof", "tarp", "bare soil", "rock");
  }
}
