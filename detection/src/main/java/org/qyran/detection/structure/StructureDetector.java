package org.qyran.detection.structure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.qyran.detection.find.Detector;
import org.qyran.detection.find.Finding;
import org.qyran.detection.image.PreparedImage;
import org.qyran.detection.index.VegetationIndex;
import org.qyran.detection.plane.Blob;
import org.qyran.detection.plane.Mask;
import org.qyran.detection.tile.Tile;

/**
 * Finds made things: pixels that are odd for this frame, in a shape that people make.
 *
 * <p>Assumes that made things are the exception: in a frame of roofs, roofs are the background.
 * Each pixel's bands and vegetation index are compared with the frame at large ({@link
 * Background}); what is odd, at one of several limits, is cleaned at a quarter of a metre, once
 * with and once without what is darker than the frame at large, because a roof and its shadow are
 * both odd and lie side by side. Of the connected pieces those are kept that fill a rectangle, are
 * not long like a road, are not green and have a sharp edge.
 *
 * <p>Rocks, bare spots and parked cars of this size pass too; the alternatives say so. Nets and
 * tarps in the colour of the ground do not. Keeps nothing between pictures, so threads may share
 * it.
 */
public final class StructureDetector implements Detector {

  static final double SMOOTHED_METERS = 0.08;
  private static final double CLEANED_METERS = 0.24;

  /**
   * A thing is cut out by one limit where a lower one joins it to its surroundings and a higher one
   * leaves only its brightest corner; these are tried, as multiples of the background's limit, and
   * the piece with the best shape is kept.
   */
  private static final double[] LIMITS = {0.6, 1, 1.8, 4};

  /** Of a frame, no more than this is called odd. */
  private static final double LARGEST_ODD_SHARE = 0.12;

  private static final int SAMPLES = 8_000;

  private final double atLeastSquareMeters;
  private final double atMostSquareMeters;

  /** Looks for structures of such sizes. */
  public StructureDetector(double atLeastSquareMeters, double atMostSquareMeters) {
    this.atLeastSquareMeters = atLeastSquareMeters;
    this.atMostSquareMeters = atMostSquareMeters;
  }

  @Override
  public String name() {
    return "structure-rx 2";
  }

  @Override
  public List<Finding> find(PreparedImage image) {
    Features features = new Features(VegetationIndex.best(image));
    return background(image, features)
        .map(background -> structures(image, features, background))
        .orElse(List.of());
  }

  /** What the frame is like at large; absent when it is too small to tell. */
  static Optional<Background> background(PreparedImage image, Features features) {
    return Background.of(features.of(image.sampled(SAMPLES)), LARGEST_ODD_SHARE);
  }

  private List<Finding> structures(PreparedImage image, Features features, Background background) {
    StructureMeasure measure = new StructureMeasure(image, features, background);
    Oddness odd = oddness(image, features, background);
    int cleaned = image.pixels(CLEANED_METERS, 1);
    List<Structure> made = new ArrayList<>();
    for (int limit = 0; limit < LIMITS.length; limit++) {
      for (boolean litOnly : new boolean[] {false, true}) {
        Mask cut = odd.above(limit, litOnly).closed(cleaned / 2).opened(cleaned);
        for (Blob blob : cut.blobs()) {
          // The area of the final cut counts; a rough piece is its like, give or take a rim.
          if (isSized(image, blob, 2)) {
            measure
                .measure(blob, litOnly)
                .filter(structure -> isSized(image, structure.blob(), 1))
                .ifPresent(made::add);
          }
        }
      }
    }
    // A stable sort: of equal scores the one of the lower limit, and then the one further up, wins.
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

  /** How odd each pixel is, decided tile by tile, the same whatever the tiles are. */
  private static Oddness oddness(PreparedImage image, Features features, Background background) {
    int smoothed = image.pixels(SMOOTHED_METERS, 1);
    double[] limits = Arrays.stream(LIMITS).map(limit -> limit * background.limit()).toArray();
    Oddness odd = new Oddness(image.whole().width(), image.whole().height());
    for (Tile tile : image.tiles(smoothed)) {
      float[][] values = features.within(image, tile.outer(), smoothed);
      float[] distances = background.oddness(values);
      byte[] seen = image.seen(tile.outer()).marks();
      int[] candidates = above(distances, limits[0], seen);
      boolean[] lit = background.lit(values, image.bands().size(), candidates);
      odd.put(tile, distances, limits, candidates, lit);
    }
    return odd;
  }

  /** Where the few pixels are that any limit lets through. */
  private static int[] above(float[] values, double limit, byte[] seen) {
    int[] above = new int[values.length];
    int count = 0;
    for (int at = 0; at < values.length; at++) {
      if (values[at] > limit && seen[at] != 0) {
        above[count++] = at;
      }
    }
    return Arrays.copyOf(above, count);
  }
}
