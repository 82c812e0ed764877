package org.qyran.detection.oddness;

import org.qyran.detection.plane.Window;

/**
 * The colours of a frame, as a sample of its pixels: tells how much of the frame looks like a
 * piece.
 *
 * <p>One normal distribution calls a lit patch of soil among trees odd, though there are a hundred
 * of them; counting alike pixels does not. A pixel is alike when its features differ from the
 * piece's means, in the root of the mean of squares, by no more than twice the piece's own spread
 * and a tenth of that of the frame.
 */
public final class Palette {

  private static final double MOST_APART = 2;
  private static final double TOLERANCE = 0.1;

  private final float[][] features;
  private final int[] x;
  private final int[] y;
  private final double[] scale;
  private final int bands;

  /**
   * Takes over a sample.
   *
   * @param features per feature its values, bands first
   * @param x column of each pixel
   * @param y row of each pixel
   * @param scale standard deviation of each feature at large
   */
  Palette(float[][] features, int[] x, int[] y, double[] scale, int bands) {
    this.features = features;
    this.x = x;
    this.y = y;
    this.scale = scale;
    this.bands = bands;
  }

  /**
   * How rare a colour is outside a window: -log10 of the share of alike pixels, half a pixel added.
   *
   * @param piece per feature its spread
   */
  public double rarityDecades(Spread[] piece, Window own) {
    return rarity(piece, own, 0);
  }

  /** The same going by ratios alone, which light and shade leave alone; 0 without ratios. */
  public double hueRarityDecades(Spread[] piece, Window own) {
    return bands == features.length ? 0 : rarity(piece, own, bands);
  }

  private double rarity(Spread[] piece, Window own, int from) {
    double most = MOST_APART * MOST_APART * (features.length - from);
    int all = 0;
    int alike = 0;
    for (int i = 0; i < x.length; i++) {
      if (!own.contains(x[i], y[i])) {
        double sum = 0;
        for (int f = from; f < features.length && sum <= most; f++) {
          double spread = piece[f].deviation() + TOLERANCE * scale[f];
          double off = (features[f][i] - piece[f].mean()) / spread;
          sum += off * off;
        }
        all++;
        alike += sum <= most ? 1 : 0;
      }
    }
    return Math.log10((all + 1) / (alike + 0.5));
  }
}
