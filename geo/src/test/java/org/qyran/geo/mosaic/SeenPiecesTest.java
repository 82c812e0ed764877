package org.qyran.geo.mosaic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import org.qyran.model.Mosaic;
import org.qyran.model.MosaicWindow;
import org.qyran.model.PixelOutline;
import org.qyran.model.PixelPoint;
import org.qyran.model.SeenArea;

/**
 * A window of 200 x 100 pixels whose core is the right half of it, 100 x 100; a pixel is a metre
 * until a test says otherwise. Areas are counted on squared paper.
 */
class SeenPiecesTest {

  private static final GeometryFactory GEOMETRY = new GeometryFactory();

  @Test
  void ofAWindowThatIsSeenWholeTheCoreIsThePiece() {
    List<Polygon> pieces = pieces(1, seen(0, 0, 200, 100));

    assertThat(pieces).hasSize(1);
    assertThat(pieces.get(0).getEnvelopeInternal().toString())
        .isEqualTo("Env[100.0 : 200.0, 0.0 : 100.0]");
  }

  @Test
  void whatIsSeenInTheOverlapAloneIsTheNeighbours() {
    assertThat(pieces(1, seen(0, 0, 100, 100))).isEmpty();
  }

  @Test
  void aHoleCutsItsPieceInTwoThroughItsMiddle() {
    // 20 x 20 unseen in the middle of the core: 50 · 100 - 10 · 20 on either side.
    List<Polygon> pieces =
        pieces(1, seen(0, 0, 200, 100, PixelOutline.rectangle(140, 40, 160, 60)));

    assertThat(pieces).extracting(Polygon::getArea).containsExactly(4_800.0, 4_800.0);
    assertThat(pieces.get(0).getEnvelopeInternal().getMaxX()).isEqualTo(150);
    assertThat(pieces).noneMatch(piece -> piece.contains(point(150, 50)));
  }

  @Test
  void aHoleThatTheCoreOnlyTouchesIsCutOffAtItsBorder() {
    List<Polygon> pieces = pieces(1, seen(0, 0, 200, 100, PixelOutline.rectangle(80, 40, 120, 60)));

    assertThat(pieces).extracting(Polygon::getArea).containsExactly(10_000.0 - 20 * 20);
  }

  @ParameterizedTest(name = "a hole of {1} x {2} pixels of {0} m leaves {3} piece(s)")
  @CsvSource({
    "1.0, 2, 1, 1", // 2 m²
    "1.0, 2, 2, 2", // 4 m², a cell in which looks are counted
    "0.1, 10, 30, 1", // 3 m²
    "0.1, 20, 20, 2", // 4 m²
    "0.1, 20, 40, 2",
  })
  void aHoleCountsFromFourSquareMetresOnTheGround(
      double gsdMeters, double width, double height, int count) {
    PixelOutline hole = PixelOutline.rectangle(140, 40, 140 + width, 40 + height);

    List<Polygon> pieces = pieces(gsdMeters, seen(0, 0, 200, 100, hole));

    double left = count == 1 ? 0 : width * height; // what is passed over is taken for seen
    assertThat(pieces).hasSize(count);
    assertThat(area(pieces)).isCloseTo(10_000 - left, within(1e-6));
  }

  @ParameterizedTest(name = "{1} x {1} pixels of {0} m are {2} piece(s)")
  @CsvSource({"1.0, 1, 1", "0.5, 1, 0", "0.1, 9, 0", "0.1, 10, 1"})
  void aSpeckBelowASquareMetreIsNoPiece(double gsdMeters, double side, int count) {
    assertThat(pieces(gsdMeters, seen(150, 50, 150 + side, 50 + side))).hasSize(count);
  }

  @Test
  void anOutlineThatTouchesItselfIsStillCounted() {
    // Two squares of 10 that share a corner, drawn in one line that crosses itself there.
    PixelOutline bow =
        new PixelOutline(
            List.of(
                new PixelPoint(120, 20),
                new PixelPoint(130, 20),
                new PixelPoint(130, 40),
                new PixelPoint(140, 40),
                new PixelPoint(140, 30),
                new PixelPoint(120, 30)));

    assertThat(area(pieces(1, new SeenArea(bow, List.of())))).isCloseTo(200, within(1e-6));
  }

  @Test
  void piecesComeFromTheTopAndThenFromTheLeft() {
    List<Polygon> pieces =
        pieces(1, seen(150, 60, 160, 70), seen(170, 10, 180, 20), seen(110, 10, 120, 20));

    assertThat(pieces)
        .extracting(piece -> piece.getEnvelopeInternal().getMinX())
        .containsExactly(110.0, 170.0, 150.0);
  }

  @Test
  void piecesAreTogetherWhatWasSeenAndNoneCoversAnother() {
    Random random = new Random(20261125);
    for (int trial = 0; trial < 150; trial++) {
      List<PixelOutline> holes = new ArrayList<>();
      Geometry unseen = GEOMETRY.createPolygon();
      for (int cell = 0; cell < 9; cell++) {
        if (random.nextBoolean()) {
          // One in each of nine squares of 30, so that none touches another, and none is so small
          // that it is passed over, not even when it is cut in two.
          int left = 106 + 30 * (cell % 3) + random.nextInt(10);
          int top = 6 + 30 * (cell / 3) + random.nextInt(10);
          holes.add(
              PixelOutline.rectangle(
                  left, top, left + 3 + random.nextInt(15), top + 3 + random.nextInt(15)));
          unseen = unseen.union(polygon(holes.get(holes.size() - 1)));
        }
      }

      List<Polygon> pieces = pieces(1, seen(0, 0, 200, 100, holes.toArray(PixelOutline[]::new)));

      String of = "trial %d: holes %s".formatted(trial, holes);
      Geometry together = GEOMETRY.buildGeometry(List.copyOf(pieces)).union();
      assertThat(area(pieces)).as(of).isCloseTo(10_000 - unseen.getArea(), within(1e-6));
      assertThat(together.getArea()).as(of).isCloseTo(area(pieces), within(1e-6));
      assertThat(together.intersection(unseen).getArea()).as(of).isCloseTo(0, within(1e-6));
    }
  }

  private static List<Polygon> pieces(double gsdMeters, SeenArea... seen) {
    List<Polygon> pieces =
        SeenPieces.of(window(gsdMeters), List.of(seen)).stream()
            .map(SeenPiecesTest::polygon)
            .toList();
    assertThat(pieces).allMatch(Polygon::isValid);
    return pieces;
  }

  private static double area(List<Polygon> pieces) {
    return pieces.stream().mapToDouble(Polygon::getArea).sum();
  }

  private static Geometry point(double x, double y) {
    return GEOMETRY.createPoint(new Coordinate(x, y));
  }

  private static Polygon polygon(PixelOutline outline) {
    List<Coordinate> ring = new ArrayList<>();
    outline.ring().forEach(corner -> ring.add(new Coordinate(corner.xPixels(), corner.yPixels())));
    ring.add(ring.get(0).copy());
    return GEOMETRY.createPolygon(ring.toArray(Coordinate[]::new));
  }

  private static SeenArea seen(
      double left, double top, double right, double bottom, PixelOutline... holes) {
    return new SeenArea(PixelOutline.rectangle(left, top, right, bottom), List.of(holes));
  }

  private static MosaicWindow window(double gsdMeters) {
    Mosaic mosaic =
        new Mosaic(
            1_000,
            800,
            new Mosaic.Transform(500_000, 4_800_000, gsdMeters, 0, 0, -gsdMeters),
            "EPSG:32643",
            gsdMeters,
            5,
            Mosaic.Values.AS_STORED,
            1_000,
            200);
    return new MosaicWindow(mosaic, 300, 200, 200, 100, 400, 200, 100, 100);
  }
}
