package org.qyran.detection.structure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.qyran.detection.find.Detector;
import org.qyran.detection.find.Finding;
import org.qyran.detection.image.PreparedImage;
import org.qyran.detection.index.VegetationIndex;
import org.qyran.detection.plane.Blob;
import org.qyran.detection.plane.Mask;
import org.qyran.detection.plane.Window;
import org.qyran.detection.tile.Tile;

/**
 * Finds made things: pixels that are odd for this frame, in a shape that people make.
 *
 * <p>Assumes that made things are the exception: in a frame of roofs, roofs are the background.
 * Each pixel's bands and vegetation index are compared with the frame at large ({@link
 * Background}); what is odd is cleaned at a quarter of a metre, and of the connected pieces those
 * are kept that fill a rectangle, are not long like a road, are not green and have a sharp edge.
 *
 * <p>Rocks, bare spots and parked cars of this size pass too; the alternatives say so. Nets and
 * tarps in the colour of the ground do not. Keeps nothing between pictures, so threads may share
 * it.
 */
public final class StructureDetector implements Detector {

  private static final double SMOOTHED_METERS = 0.08;
  private static final double CLEANED_METERS = 0.24;

  /** Of a frame, no more than this is called odd. */
  private static final double LARGEST_ODD_SHARE = 0.12;

  private static final int SAMPLES = 40_000;

  private final double atLeastSquareMeters;
  private final double atMostSquareMeters;

  /** Looks for structures of such sizes. */
  public StructureDetector(double atLeastSquareMeters, double atMostSquareMeters) {
    this.atLeastSquareMeters = atLeastSquareMeters;
    this.atMostSquareMeters = atMostSquareMeters;
  }

  @Override
  public String name() {
    return "structure-rx 1";
  }

  @Override
  public List<Finding> find(PreparedImage image) {
    Features features = new Features(VegetationIndex.best(image));
    return Background.of(features.of(image.sampled(SAMPLES)), LARGEST_ODD_SHARE)
        .map(background -> structures(image, features, background))
        .orElse(List.of());
  }

  private List<Finding> structures(PreparedImage image, Features features, Background background) {
    StructureMeasure measure = new StructureMeasure(image, features, background);
    List<Finding> found = new ArrayList<>();
    for (Blob blob : odd(image, features, background).blobs()) {
      double area = image.squareMeters(blob.areaPixels());
      if (area >= atLeastSquareMeters && area <= atMostSquareMeters) {
        Optional<Structure> structure = measure.measure(blob);
        structure.ifPresent(made -> found.add(made.finding(image)));
      }
    }
    found.sort(Comparator.comparingDouble(Finding::score).reversed());
    return found;
  }

  /** Which pixels are odd; decided tile by tile, the same whatever the tiles are. */
  private static Mask odd(PreparedImage image, Features features, Background background) {
    int smoothed = image.pixels(SMOOTHED_METERS, 1);
    int cleaned = image.pixels(CLEANED_METERS, 1);
    int width = image.whole().width();
    int height = image.whole().height();
    Mask whole = new Mask(width, height, new byte[width * height]);
    for (Tile tile : image.tiles(smoothed + 4 * cleaned)) {
      Window outer = tile.outer();
      double[] oddness = background.oddness(features.within(image, outer, smoothed));
      byte[] seen = image.seen(outer).marks();
      byte[] marks = new byte[oddness.length];
      for (int i = 0; i < marks.length; i++) {
        marks[i] = oddness[i] > background.limit() ? seen[i] : 0;
      }
      Mask mask =
          new Mask(outer.width(), outer.height(), marks).closed(cleaned / 2).opened(cleaned);
      tile.putCore(mask, whole);
    }
    return whole;
  }
}
