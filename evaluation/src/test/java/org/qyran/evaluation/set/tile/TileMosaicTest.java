package org.qyran.evaluation.set.tile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TileMosaicTest {

  @Test
  void tilesThatTouchAlongAnEdgeAreOneMosaicAndTilesThatMeetInACornerAreTwo() {
    WebMapTile west = new WebMapTile(10, 20, 8);
    WebMapTile east = new WebMapTile(11, 20, 8);
    WebMapTile southEast = new WebMapTile(11, 21, 8);
    WebMapTile apart = new WebMapTile(12, 22, 8);
    WebMapTile otherZoom = new WebMapTile(10, 21, 9);

    List<TileMosaic> mosaics = TileMosaic.of(List.of(apart, southEast, otherZoom, west, east));

    assertThat(mosaics)
        .extracting(TileMosaic::name)
        .containsExactly("10-20-8", "12-22-8", "10-21-9");
    assertThat(mosaics.get(0).tiles()).containsExactlyInAnyOrder(west, east, southEast);
    assertThat(mosaics.get(0).widthPixels()).isEqualTo(512);
    assertThat(mosaics.get(0).heightPixels()).isEqualTo(512);
  }
}
