package org.qyran.sampledata.spectrum;

import java.util.Random;

/**
 * Standard normal numbers from a seed. Seeds that follow each other, as those of plants in a row
 * do, give unrelated numbers: they are stirred first (the finaliser of SplitMix64, Steele, Lea and
 * Flood, OOPSLA 2014), since {@link Random} alone begins alike for neighbours. The polar method of
 * {@link Random} is part of its contract, so every JDK gives the same numbers.
 */
final class StandardNormals {

  private StandardNormals() {}

  /**
   * The numbers of one draw.
   *
   * @param salt keeps different things apart that are drawn with the same seed
   */
  static double[] of(long seed, String salt, int count) {
    Random random = new Random(stirred(stirred(seed) + salt.hashCode()));
    double[] normals = new double[count];
    for (int index = 0; index < count; index++) {
      normals[index] = random.nextGaussian();
    }
    return normals;
  }

  private static long stirred(long seed) {
    long mixed = seed + 0x9E3779B97F4A7C15L;
    mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
    return mixed ^ (mixed >>> 31);
  }
}
