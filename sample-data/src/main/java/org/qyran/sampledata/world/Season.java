package org.qyran.sampledata.world;

/**
 * What a month does to plants at 43 to 50 degrees north: figures by month from April to October,
 * after docs of phenology (cannabis: emergence in April and May, 1 to 2 m in July, cut in October;
 * steppe: green in May, cured from July).
 *
 * @param month from 4 to 10
 */
public record Season(int month) {

  private static final double[] GRASS_GREEN = {0.55, 0.80, 0.55, 0.25, 0.14, 0.12, 0.10};
  private static final double[] CANNABIS_SIZE = {0.08, 0.22, 0.55, 0.85, 1.0, 1.0, 0.45};
  private static final double[] CROP_SIZE = {0.05, 0.25, 0.6, 0.95, 1.0, 0.95, 0.15};
  private static final double[] LEAVES_OUT = {0.35, 0.9, 1, 1, 1, 0.95, 0.55};
  private static final double[] YELLOW = {0.1, 0, 0, 0.02, 0.08, 0.35, 0.8};

  public Season {
    if (month < 4 || month > 10) {
      throw new IllegalArgumentException(
          "month is %d, must lie in [4, 10]: nothing grows in the others".formatted(month));
    }
  }

  /** Share of the grass that is green on ground of middling wetness. */
  public double grassGreen() {
    return GRASS_GREEN[month - 4];
  }

  /** Size of a cannabis plant as a share of a grown one. */
  public double cannabisSize() {
    return CANNABIS_SIZE[month - 4];
  }

  /** Size of a summer crop as a share of a grown one. */
  public double cropSize() {
    return CROP_SIZE[month - 4];
  }

  /** Share of the leaves that trees and shrubs wear. */
  public double leavesOut() {
    return LEAVES_OUT[month - 4];
  }

  /** How far leaves have turned to straw, 0 to 1. */
  public double yellow() {
    return YELLOW[month - 4];
  }
}
