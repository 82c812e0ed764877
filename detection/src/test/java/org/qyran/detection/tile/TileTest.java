package org.qyran.detection.tile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.qyran.detection.plane.Mask;
import org.qyran.detection.plane.Window;

class TileTest {

  @Test
  void everyPixelBelongsToOneCoreAndItsMarginLiesAroundIt() {
    Random random = new Random(1);
    for (int trial = 0; trial < 1_000; trial++) {
      Window picture = new Window(0, 0, 1 + random.nextInt(200), 1 + random.nextInt(200));
      int side = 1 + random.nextInt(120);
      int margin = random.nextInt(30);
      byte[] owners = new byte[picture.width() * picture.height()];
      for (Tile tile : Tile.over(picture, side, margin)) {
        for (int y = tile.core().y(); y < tile.core().bottom(); y++) {
          for (int x = tile.core().x(); x < tile.core().right(); x++) {
            owners[y * picture.width() + x]++;
          }
        }
        assertThat(tile.outer().x()).isEqualTo(Math.max(0, tile.core().x() - margin));
        assertThat(tile.outer().bottom())
            .isEqualTo(Math.min(picture.height(), tile.core().bottom() + margin));
      }
      assertThat(owners).as("trial %d: %s by %d", trial, picture, side).containsOnly(1);
    }
  }

  @Test
  void coresPutTogetherGiveThePictureBack() {
    Window picture = new Window(0, 0, 50, 37);
    Mask whole = new Mask(50, 37, new byte[50 * 37]);
    for (Tile tile : Tile.over(picture, 16, 5)) {
      Window outer = tile.outer();
      byte[] marks = new byte[outer.width() * outer.height()];
      for (int i = 0; i < marks.length; i++) {
        int x = outer.x() + i % outer.width();
        int y = outer.y() + i / outer.width();
        marks[i] = (byte) ((x * 7 + y * 3) % 5 == 0 ? 1 : 0);
      }
      tile.putCore(new Mask(outer.width(), outer.height(), marks), whole);
    }

    for (int y = 0; y < 37; y++) {
      for (int x = 0; x < 50; x++) {
        assertThat(whole.at(x, y)).as("at %d, %d", x, y).isEqualTo((x * 7 + y * 3) % 5 == 0);
      }
    }
  }
}
