package org.qyran.detection.plant;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.qyran.detection.learn.Forest;
import org.qyran.detection.plane.Blob;
import org.qyran.detection.plane.Mask;
import org.qyran.detection.plane.Window;

/** Chooses among stands that are different ways to cut the same plants. */
public final class Rivals {

  /** Of the smaller one, in both: then they are rivals. */
  private static final double SHARED = 0.25;

  private Rivals() {}

  /**
   * Keeps the best cut of each lot of stands that overlap.
   *
   * @param cuts answers the log-odds of how much of a stand and its plot are the same
   * @return the best first
   */
  public static List<Stand> best(List<Stand> stands, Forest cuts) {
    record Judged(Stand stand, double logOdds, int number) {}
    List<Judged> judged = new ArrayList<>();
    for (Stand stand : stands) {
      judged.add(new Judged(stand, cuts.logOdds(stand.features()), judged.size()));
    }
    judged.sort(
        Comparator.comparingDouble(Judged::logOdds).reversed().thenComparing(Judged::number));
    List<Stand> kept = new ArrayList<>();
    for (Judged one : judged) {
      if (kept.stream().noneMatch(other -> overlap(one.stand().blob(), other.blob()))) {
        kept.add(one.stand());
      }
    }
    return kept;
  }

  private static boolean overlap(Blob one, Blob other) {
    Window a = one.bounds();
    Window b = other.bounds();
    int left = Math.max(a.x(), b.x());
    int top = Math.max(a.y(), b.y());
    int right = Math.min(a.right(), b.right());
    int bottom = Math.min(a.bottom(), b.bottom());
    if (left >= right || top >= bottom) {
      return false;
    }
    Window both = new Window(left, top, right - left, bottom - top);
    Mask ofOne = one.fill(both);
    Mask ofOther = other.fill(both);
    int shared = 0;
    for (int i = 0; i < ofOne.marks().length; i++) {
      shared += ofOne.marks()[i] & ofOther.marks()[i];
    }
    return shared >= SHARED * Math.min(one.areaPixels(), other.areaPixels());
  }
}
