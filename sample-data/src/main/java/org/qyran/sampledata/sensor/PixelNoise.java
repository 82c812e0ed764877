package org.qyran.sampledata.sensor;

/**
 * Random numbers that belong to a pixel: the same seed and index give the same number, in any order
 * of asking. Immutable.
 *
 * @param seed of the picture; pictures with neighbouring seeds share numbers, shifted by a pixel
 */
public record PixelNoise(long seed) {

  private static final double PER_UNIT = 0x1p-32;

  /** 64 random bits. */
  public long bits(long index) {
    return scrambled(seed + index);
  }

  /** Of mean 0 and deviation 1, at most 6.7 (G. Box and M. Muller, Ann. Math. Stat. 29, 1958). */
  public double gaussian(long index) {
    long bits = bits(index);
    double first = ((bits >>> 32) + 0.5) * PER_UNIT;
    double second = (bits & 0xFFFFFFFFL) * PER_UNIT;
    return Math.sqrt(-2 * Math.log(first)) * Math.cos(2 * Math.PI * second);
  }

  /** A seed of its own for a part of a picture, far from that of any other part. */
  public static long seed(long seed, long part) {
    return scrambled(seed ^ scrambled(part + 1));
  }

  /** SplitMix64's last step (G. Steele et al., OOPSLA 2014): neighbours come out unalike. */
  private static long scrambled(long number) {
    long mixed = number * 0x9E3779B97F4A7C15L;
    mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
    return mixed ^ (mixed >>> 31);
  }
}
