package org.qyran.detection.vegetation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.qyran.detection.find.Finding;
import org.qyran.detection.image.PreparedImage;
import org.qyran.detection.plane.Blob;
import org.qyran.model.DetectionType;
import org.qyran.model.Evidence;

/**
 * A patch of plants as measured.
 *
 * @param blob where
 * @param indexName of the index used
 * @param meanIndex of the plants inside
 * @param contrast of their index to the ring around the patch
 * @param leastContrast that means anything
 * @param edgeWidthMeters over which the index would fall by the contrast, at the steepness of the
 *     edge
 * @param texture root mean square of brightness between 0.5 and 2 m, as a share of the brightness
 * @param planted share of the patch that is above the threshold
 * @param borderShare share of the rim on the border of the picture
 * @param redEdgeIndex where there is a red edge band
 */
record Stand(
    Blob blob,
    String indexName,
    double meanIndex,
    double contrast,
    double leastContrast,
    double edgeWidthMeters,
    double texture,
    double planted,
    double borderShare,
    Optional<Double> redEdgeIndex) {

  private static final double LEAST_CONTRASTS = 2;

  /** Mown grass has less; the least shrub has more. */
  private static final double LEAST_TEXTURE = 0.06;

  /** Where all of this texture is there, more of it says no more. */
  private static final double FULL_TEXTURE = 0.25;

  private static final double WIDEST_EDGE_METERS = 3;

  /** A strip along a road or a ditch. */
  private static final double LONGEST = 6;

  private static final double LEAST_COMPACTNESS = 0.2;

  private static final double LARGEST_BORDER_SHARE = 0.1;

  /** What can be told from the outline alone. */
  static boolean hasShapeOfStand(Blob blob, PreparedImage image) {
    return blob.borderShare(image.whole()) <= LARGEST_BORDER_SHARE
        && blob.compactness() >= LEAST_COMPACTNESS
        && blob.box().elongation() <= LONGEST;
  }

  boolean standsApart() {
    return contrast >= LEAST_CONTRASTS * leastContrast && texture >= LEAST_TEXTURE;
  }

  /**
   * score = (1 - b) (0.4 c + 0.3 t + 0.3 e) with b = 2 · share of the rim on the border, c =
   * contrast over four times the least contrast, t = texture over 0.25, e = 1 - edge width over 3
   * m, each held in [0, 1]. It grows with contrast and texture and falls with edge width and
   * border.
   */
  double score() {
    double part =
        0.4 * held(contrast / (4 * leastContrast))
            + 0.3 * held(texture / FULL_TEXTURE)
            + 0.3 * held(1 - edgeWidthMeters / WIDEST_EDGE_METERS);
    return held((1 - held(2 * borderShare)) * part);
  }

  private static double held(double value) {
    return Math.max(0, Math.min(1, value));
  }

  Finding finding(PreparedImage image) {
    List<Evidence> evidence = new ArrayList<>();
    evidence.add(Evidence.measured(indexName, meanIndex));
    evidence.add(Evidence.measured(indexName + "_contrast", contrast));
    redEdgeIndex.ifPresent(ndre -> evidence.add(Evidence.measured("ndre_uncalibrated", ndre)));
    evidence.add(Evidence.measured("crown_texture", texture));
    evidence.add(Evidence.measured("planted_share", planted));
    evidence.add(Evidence.measured("compactness", blob.compactness()));
    evidence.add(Evidence.measured("border_share", borderShare));
    if (image.gsdKnown()) {
      evidence.add(Evidence.measured("edge_width_m", edgeWidthMeters));
      evidence.add(Evidence.measured("area_m2", image.squareMeters(blob.areaPixels())));
    } else {
      evidence.add(Evidence.measured("area_px", blob.areaPixels()));
    }
    return new Finding(
        DetectionType.VEGETATION_STAND,
        "",
        image.inFrame(blob.outline(image.pixels(0.15, 1))),
        score(),
        evidence,
        alternatives(image));
  }

  /** Few stands anywhere are cannabis, so it stands last; small patches are shrubs first. */
  private List<String> alternatives(PreparedImage image) {
    return image.squareMeters(blob.areaPixels()) < 100
        ? List.of("shrubs or trees", "nettle or reed", "crop", "cannabis plantation")
        : List.of("shrubs or trees", "crop", "nettle or reed", "cannabis plantation");
  }
}
