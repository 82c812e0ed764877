package org.qyran.detection.plant;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.qyran.detection.learn.Forest;
import org.qyran.detection.plane.Blob;
import org.qyran.detection.plane.Mask;

class RivalsTest {

  /** Says of a stand what its only feature says: 1 above 0.5, else -1. */
  private static final Forest CUTS =
      new Forest(
          0,
          List.of(
              new Forest.Tree(
                  new int[] {0, -1, -1},
                  new float[] {0.5f, 0, 0},
                  new int[] {1, 0, 0},
                  new int[] {2, 0, 0},
                  new boolean[3],
                  new float[] {0, -1, 1})));

  @Test
  void ofTwoCutsOfOnePlotTheBetterStays() {
    Stand whole = stand(10, 10, 20, 20, 0);
    Stand inner = stand(14, 14, 10, 10, 1);

    assertThat(Rivals.best(List.of(whole, inner), CUTS)).containsExactly(inner);
  }

  @Test
  void neighboursAreNoRivals() {
    Stand one = stand(10, 10, 20, 20, 0);
    Stand other = stand(31, 10, 20, 20, 1);

    assertThat(Rivals.best(List.of(one, other), CUTS)).containsExactly(other, one);
  }

  @Test
  void anyOrderKeepsTheSameUnlessTheForestCannotTell() {
    List<Stand> stands = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      stands.add(stand(3 + 9 * i, 5, 8, 8 + i, i % 2));
    }
    List<Stand> kept = Rivals.best(stands, CUTS);
    Collections.shuffle(stands, new Random(1));

    assertThat(Rivals.best(stands, CUTS)).containsExactlyInAnyOrderElementsOf(kept);
  }

  private static Stand stand(int x, int y, int width, int height, float feature) {
    byte[] marks = new byte[100 * 100];
    for (int row = y; row < y + height; row++) {
      Arrays.fill(marks, row * 100 + x, row * 100 + x + width, (byte) 1);
    }
    Blob blob = new Mask(100, 100, marks).blobs().get(0);
    return new Stand(blob, new float[] {feature});
  }
}
