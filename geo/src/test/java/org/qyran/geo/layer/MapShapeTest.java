package org.qyran.geo.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.qyran.geo.survey.Site;
import org.qyran.model.GeoPoint;

class MapShapeTest {

  @Test
  void outerRingsRunCounterClockwiseAndHolesClockwise() {
    // RFC 7946, section 3.1.6.
    Site site = Site.inTheSteppe();
    List<GeoPoint> outer = new ArrayList<>(site.square(0, 0, 100));
    List<GeoPoint> hole = new ArrayList<>(site.square(0, 0, 10));

    for (int turn = 0; turn < 2; turn++) {
      Polygon polygon = (Polygon) MapShape.area(outer, List.of(hole));

      assertThat(isCounterClockwise(polygon.getExteriorRing())).isTrue();
      assertThat(isCounterClockwise(polygon.getInteriorRingN(0))).isFalse();
      Collections.reverse(outer);
      Collections.reverse(hole);
    }
  }

  @Test
  void whatCrossesTheAntimeridianIsCutInTwo() {
    // RFC 7946, section 3.1.9: no part may cross it. 2 km by 1 km, three quarters of it in the
    // west.
    Site date = Site.at(new GeoPoint(-16.8, -179.99531));
    List<GeoPoint> ring = date.rectangle(0, 0, 2_000, 1_000);

    Geometry shape = MapShape.area(ring, List.of());

    assertThat(shape.getGeometryType()).isEqualTo("MultiPolygon");
    assertThat(shape.getNumGeometries()).isEqualTo(2);
    for (int i = 0; i < 2; i++) {
      Envelope part = shape.getGeometryN(i).getEnvelopeInternal();
      assertThat(part.getMinX()).isBetween(-180.0, 180.0);
      assertThat(part.getMaxX()).isBetween(-180.0, 180.0);
      assertThat(part.getWidth()).isLessThan(0.02);
      assertThat(isCounterClockwise(((Polygon) shape.getGeometryN(i)).getExteriorRing())).isTrue();
    }
    // -179.99531 lies 500 m east of the antimeridian there (106,600 m a degree).
    double west =
        shape.getGeometryN(0).getEnvelopeInternal().getMinX() < 0
            ? shape.getGeometryN(0).getArea()
            : shape.getGeometryN(1).getArea();
    assertThat(west / shape.getArea()).isCloseTo(0.75, within(0.002));
  }

  @Test
  void aHoleAcrossTheAntimeridianIsCutToo() {
    Site date = Site.at(new GeoPoint(52, 180));

    Geometry shape = MapShape.area(date.square(0, 0, 1_000), List.of(date.square(0, 0, 500)));

    assertThat(shape.isValid()).isTrue();
    Geometry whole = MapShape.area(date.square(0, 0, 1_000), List.of());
    assertThat(shape.getArea() / whole.getArea()).isCloseTo(0.75, within(1e-3));
  }

  @Test
  void whatOnlyTouchesTheAntimeridianIsNotCut() {
    List<GeoPoint> asia =
        List.of(
            new GeoPoint(52, 179.9),
            new GeoPoint(52, -180),
            new GeoPoint(52.1, 180),
            new GeoPoint(52.1, 179.9));

    Geometry shape = MapShape.area(asia, List.of());

    assertThat(shape.getGeometryType()).isEqualTo("Polygon");
    assertThat((Object) shape.getEnvelopeInternal()).isEqualTo(new Envelope(179.9, 180, 52, 52.1));
  }

  @Test
  void aRingAroundThePoleHoldsThePole() {
    Site pole = Site.at(new GeoPoint(90, 0));

    Geometry shape = MapShape.area(pole.square(0, 0, 10_000), List.of());

    assertThat(shape.isValid()).isTrue();
    assertThat(shape.getEnvelopeInternal().getMinX()).isEqualTo(-180);
    assertThat(shape.getEnvelopeInternal().getMaxX()).isEqualTo(180);
    assertThat(shape.getEnvelopeInternal().getMaxY()).isEqualTo(90);
  }

  @Test
  void aRingThatCrossesItselfBecomesThePartsItEncloses() {
    Site site = Site.inTheSteppe();

    Geometry shape = MapShape.area(site.ring(0, 0, 10, 10, 10, 0, 0, 10), List.of());

    assertThat(shape.isValid()).isTrue();
    assertThat(shape.getNumGeometries()).isEqualTo(2);
  }

  @Test
  void whateverComesInIsValidAndOnTheGlobe() {
    Random random = new Random(20260703);
    for (int trial = 0; trial < 1_000; trial++) {
      List<GeoPoint> ring = anyRing(random);

      Geometry shape = MapShape.area(ring, List.of());

      String what = "trial %d: %s".formatted(trial, ring);
      assertThat(shape.isValid()).as(what).isTrue();
      assertThat(shape.getArea()).as(what).isPositive();
      assertThat(new Envelope(-180, 180, -90, 90).covers(shape.getEnvelopeInternal()))
          .as(what)
          .isTrue();
      for (int i = 0; i < shape.getNumGeometries(); i++) {
        assertThat(shape.getGeometryN(i).getEnvelopeInternal().getWidth())
            .as(what)
            .isLessThan(Math.abs(ring.get(0).latitudeDegrees()) > 89 ? 361 : 1);
        assertThat(isCounterClockwise(((Polygon) shape.getGeometryN(i)).getExteriorRing()))
            .as(what)
            .isTrue();
      }
    }
  }

  @Test
  void placesAreRoundedToTheCentimetre() {
    Coordinate place = MapShape.point(new GeoPoint(43.123456789, -71.987654321)).getCoordinate();

    assertThat(place).isEqualTo(new Coordinate(-71.9876543, 43.1234568));
  }

  /** From a kilometre down to a millimetre; at home, at the antimeridian, near the poles. */
  private static List<GeoPoint> anyRing(Random random) {
    GeoPoint middle =
        switch (random.nextInt(4)) {
          case 0 -> new GeoPoint(random.nextDouble(-80, 80), 180);
          case 1 -> new GeoPoint(random.nextBoolean() ? 90 : -89.999, random.nextDouble(-180, 180));
          default -> new GeoPoint(random.nextDouble(-80, 80), random.nextDouble(-180, 180));
        };
    double size = Math.pow(10, random.nextDouble(-3, 3));
    double[] places = new double[2 * (3 + random.nextInt(6))];
    boolean onAGrid = random.nextInt(3) == 0;
    boolean thin = random.nextInt(4) == 0;
    for (int i = 0; i < places.length; i++) {
      places[i] = size * (onAGrid ? random.nextInt(3) : random.nextDouble(-1, 1));
      if (thin && i % 2 == 1) {
        places[i] = places[i - 1] / 2;
      }
    }
    return Site.at(middle).ring(places);
  }

  private static boolean isCounterClockwise(LinearRing ring) {
    return Orientation.isCCW(ring.getCoordinates());
  }
}
