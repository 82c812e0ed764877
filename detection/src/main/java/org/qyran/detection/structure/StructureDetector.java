package org.qyran.detection.structure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.qyran.detection.find.Detector;
import org.qyran.detection.find.Finding;
import org.qyran.detection.image.PreparedImage;
import org.qyran.detection.oddness.Features;
import org.qyran.detection.oddness.Oddness;
import org.qyran.detection.plane.Blob;
import org.qyran.detection.plane.Mask;
import org.qyran.model.DetectionType;

/**
 * Finds made things: pixels that are odd for this frame and for their surroundings, in a shape that
 * people make and a colour that is rare in the frame.
 *
 * <p>Assumes that made things are the exception: in a frame of roofs, roofs are the background.
 * What is odd ({@link Oddness}), at one of several limits, is cleaned at a quarter of a metre, once
 * with and once without what is darker than the frame at large, because a roof and its shadow are
 * both odd and lie side by side. Connected pieces that roughly fill a rectangle are cut out anew,
 * measured ({@link StructureMeasure}), weighed ({@link StructureScore}) and named ({@link
 * StructureKind}); of pieces on the same ground the best is kept.
 *
 * <p>Rocks, bare spots and parked cars of this size pass too; the alternatives say so. A street of
 * equal roofs does not, nor what is too close to the ground in every band. Keeps nothing between
 * pictures, so threads may share it.
 */
public final class StructureDetector implements Detector {

  private static final double CLEANED_METERS = 0.24;

  /**
   * A thing is cut out by one limit where a lower one joins it to its surroundings and a higher one
   * leaves only its brightest corner; these are tried, in decades, and the piece with the best
   * score is kept.
   */
  private static final double[] LIMITS = {3, 4, 6, 10};

  private final double atLeastSquareMeters;
  private final double atMostSquareMeters;

  /** Looks for structures of such sizes. */
  public StructureDetector(double atLeastSquareMeters, double atMostSquareMeters) {
    this.atLeastSquareMeters = atLeastSquareMeters;
    this.atMostSquareMeters = atMostSquareMeters;
  }

  @Override
  public String name() {
    return "structure-rx 3";
  }

  @Override
  public Set<DetectionType> seeks() {
    return Set.of(DetectionType.STRUCTURE_OF_INTEREST);
  }

  @Override
  public List<Finding> find(PreparedImage image) {
    Features features = Features.of(image);
    return Oddness.of(image, features)
        .map(odd -> structures(image, new StructureMeasure(image, features, odd), odd))
        .orElse(List.of());
  }

  private List<Finding> structures(PreparedImage image, StructureMeasure measure, Oddness odd) {
    int cleaned = image.pixels(CLEANED_METERS, 1);
    List<Structure> made = new ArrayList<>();
    for (double limit : LIMITS) {
      for (boolean litOnly : new boolean[] {false, true}) {
        Mask cut = odd.above(limit, litOnly).closed(cleaned / 2).opened(cleaned);
        for (Blob blob : cut.blobs()) {
          // The area of the final cut counts; a rough piece is its like, give or take a rim.
          if (isSized(image, blob, 2)) {
            measure
                .measure(blob)
                .filter(structure -> isSized(image, structure.blob(), 1))
                .filter(structure -> structure.score() >= StructureScore.LEAST)
                .ifPresent(made::add);
          }
        }
      }
    }
    made.sort(Comparator.comparingDouble(Structure::score).reversed());
    List<Structure> kept = new ArrayList<>();
    for (Structure structure : made) {
      if (kept.stream().noneMatch(structure::sharesGroundWith)) {
        kept.add(structure);
      }
    }
    return kept.stream().map(structure -> structure.finding(image)).toList();
  }

  private boolean isSized(PreparedImage image, Blob blob, double tolerance) {
    double area = image.squareMeters(blob.areaPixels());
    return area * tolerance >= atLeastSquareMeters && area <= atMostSquareMeters * tolerance;
  }
}
