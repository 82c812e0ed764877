package org.qyran.detection.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.qyran.detection.plane.Window;

class SlicingTest {

  @Test
  void coresCoverEachPixelOnceAndLieAMarginInsideSlicesThatBeginOnTheStride() {
    Random random = new Random(5);
    for (int trial = 0; trial < 1_000; trial++) {
      Slicing slicing = slicing(random);
      int width = 1 + random.nextInt(60);
      int height = 1 + random.nextInt(60);
      int[] covered = new int[width * height];

      for (Slicing.Slice slice : slicing.over(width, height)) {
        Window core = slice.core();
        int margin = slicing.marginPixels();
        assertThat(core.x() - slice.x()).as("%s", slicing).isGreaterThanOrEqualTo(margin);
        assertThat(core.y() - slice.y()).as("%s", slicing).isGreaterThanOrEqualTo(margin);
        assertThat(slice.x() + slice.side() - core.right()).isGreaterThanOrEqualTo(margin);
        assertThat(slice.y() + slice.side() - core.bottom()).isGreaterThanOrEqualTo(margin);
        assertThat(Math.floorMod(slice.x(), slicing.stridePixels())).as("%s", slicing).isZero();
        assertThat(Math.floorMod(slice.y(), slicing.stridePixels())).as("%s", slicing).isZero();
        for (int y = core.y(); y < core.bottom(); y++) {
          for (int x = core.x(); x < core.right(); x++) {
            covered[y * width + x]++;
          }
        }
      }

      assertThat(covered).as("%s over %d x %d", slicing, width, height).containsOnly(1);
    }
  }

  private static Slicing slicing(Random random) {
    int stride = 1 << random.nextInt(3);
    int margin = random.nextInt(4) * stride;
    int core = (1 + random.nextInt(5)) * stride;
    return new Slicing(
        core + 2 * margin,
        margin,
        stride,
        random.nextInt(core / stride) * stride,
        random.nextInt(core / stride) * stride);
  }

  @Test
  void refusesSlicesThatAreAllMargin() {
    assertThatThrownBy(() -> new Slicing(8, 4, 1, 0, 0))
        .hasMessage("side 8, margin 4, stride 1, moved by 0 and 0 do not make slices");
  }

  @Test
  void refusesSlicesThatBeginBetweenStrides() {
    assertThatThrownBy(() -> new Slicing(32, 4, 4, 2, 0)).hasMessageContaining("moved by 2 and 0");
  }
}
