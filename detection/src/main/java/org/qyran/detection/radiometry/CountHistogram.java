package org.qyran.detection.radiometry;

/** How often each 16-bit count occurs in a picture. */
final class CountHistogram {

  private final int[] frequencies = new int[65_536];

  /** Of all counts of a picture, which are unsigned. */
  CountHistogram(short[] counts) {
    for (short count : counts) {
      frequencies[Short.toUnsignedInt(count)]++;
    }
  }

  /**
   * The count at a place in the order of all counts: the smallest that more than {@code rank} of
   * them do not exceed.
   *
   * @param rank from 0 to below the number of counts; the largest count there is beyond that
   */
  int atRank(double rank) {
    long seen = 0;
    for (int count = 0; count < frequencies.length; count++) {
      seen += frequencies[count];
      if (seen > rank) {
        return count;
      }
    }
    return frequencies.length - 1;
  }
}
