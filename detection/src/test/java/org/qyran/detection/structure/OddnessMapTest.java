package org.qyran.detection.structure;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.qyran.detection.find.Canvas;
import org.qyran.detection.image.PreparedImage;
import org.qyran.detection.plane.Plane;
import org.qyran.model.Band;

class OddnessMapTest {

  @Test
  void whatHasTheWrongColourIsAboveOneAndMostGroundIsBelow() {
    PreparedImage image =
        new Canvas(200, 150, Map.of("blue", 0.2, "green", 0.3, "red", 0.4), 0.02, 3)
            .paint(
                new Rectangle2D.Double(80, 60, 30, 20),
                Map.of("blue", 0.7, "green", 0.4, "red", 0.2),
                0.01,
                0)
            .prepared(0.08);

    Plane map = OddnessMap.of(image).orElseThrow();

    assertThat(map.width()).isEqualTo(200);
    assertThat(map.at(95, 70)).isGreaterThan(1);
    int odd = 0;
    for (float value : map.values()) {
      odd += value > 1 ? 1 : 0;
    }
    assertThat(odd).isBetween(500, 900); // the tarp is 600 pixels, and its blurred rim
  }

  @Test
  void tilesDoNotShow() {
    float[] values = new float[300 * 200];
    for (int i = 0; i < values.length; i++) {
      values[i] = (i * 37 % 101) / 101f;
    }
    List<Band> bands = List.of(new Band("grey", 550, 300));
    List<Plane> planes = List.of(new Plane(300, 200, values));

    assertThat(OddnessMap.of(PreparedImage.of(bands, planes, 0.08, 64)).orElseThrow().values())
        .isEqualTo(OddnessMap.of(PreparedImage.of(bands, planes, 0.08)).orElseThrow().values());
  }

  @Test
  void aPictureOfAFewPixelsHasNoMap() {
    assertThat(
            OddnessMap.of(
                PreparedImage.of(
                    List.of(new Band("grey", 550, 300)),
                    List.of(new Plane(5, 5, new float[25])),
                    0.08)))
        .isEmpty();
  }
}
