package org.qyran.evaluation.area;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.qyran.evaluation.truth.TruePose;
import org.qyran.geo.axes.Place;
import org.qyran.model.Attitude;
import org.qyran.model.CameraModel;
import org.qyran.model.GeoPoint;
import org.qyran.sampledata.place.LocalPlane;

/** A camera of 800 x 600 pixels and 1000 of focal length: 100 m up it sees 80 m by 60 m. */
class FieldOfViewTest {

  private static final GeoPoint HERE = new GeoPoint(45, 75);

  private static FieldOfView view(Attitude attitude, double k1) {
    CameraModel camera =
        new CameraModel(
            "plain",
            800,
            600,
            1_000,
            400,
            300,
            new CameraModel.Distortion(k1, 0, 0, 0, 0),
            CameraModel.Source.METADATA,
            0.001);
    return new FieldOfView(
        camera,
        new TruePose("a.jpg", new Place(HERE, 600), attitude),
        new LocalPlane(HERE, 500),
        FieldOfViewTest::ground);
  }

  /** Level to 100 m east, and from there down by 100 m. */
  private static double ground(double eastMeters, double northMeters) {
    return eastMeters < 100 ? 500 : 400;
  }

  @Test
  void straightDownItSeesARectangleWhoseTopIsAhead() {
    FieldOfView north = view(new Attitude(0, -90, 0), 0);
    FieldOfView east = view(new Attitude(90, -90, 0), 0);

    assertThat(north.holds(39.9, 29.9, 500)).isTrue();
    assertThat(north.holds(40.1, 0, 500)).isFalse();
    assertThat(north.holds(0, 30.1, 500)).isFalse();
    assertThat(east.holds(29.9, 39.9, 500)).isTrue();
    assertThat(east.holds(30.1, 0, 500)).isFalse();
  }

  @Test
  void groundThatLiesHigherIsSeenLess() {
    FieldOfView view = view(new Attitude(0, -90, 0), 0);

    // Half as far below the camera, half as wide.
    assertThat(view.holds(19.9, 0, 550)).isTrue();
    assertThat(view.holds(20.1, 0, 550)).isFalse();
  }

  @Test
  void tiltedHalfWayItLooksAheadByItsHeight() {
    FieldOfView view = view(new Attitude(180, -45, 0), 0);

    assertThat(view.holds(0, -100, 500)).isTrue();
    // The upper edge: 45° + atan 0.3 off nadir is 185.7 m; the lower: 45° - atan 0.3 is 53.8 m.
    assertThat(view.holds(0, -185, 500)).isTrue();
    assertThat(view.holds(0, -186.5, 500)).isFalse();
    assertThat(view.holds(0, -54.5, 500)).isTrue();
    assertThat(view.holds(0, -53, 500)).isFalse();
    assertThat(view.holds(0, 100, 500)).isFalse();
  }

  @Test
  void aLensThatPullsInwardsSeesMore() {
    // x (1 - 0.1 x²) = 0.4 at x = 0.4070: the edge is at 40.70 m instead of 40.
    FieldOfView barrel = view(new Attitude(0, -90, 0), -0.1);

    assertThat(barrel.holds(40.6, 0, 500)).isTrue();
    assertThat(barrel.holds(40.8, 0, 500)).isFalse();
  }

  @Test
  void nothingAboveTheCameraOrOfUnknownHeightIsSeen() {
    FieldOfView view = view(new Attitude(0, -90, 0), 0);

    assertThat(view.holds(0, 0, 601)).isFalse();
    assertThat(view.holds(0, 0, Double.NaN)).isFalse();
  }

  @Test
  void itReachesTheGroundBelowACliff() {
    FieldOfView view = view(new Attitude(90, -45, 0), 0);

    // 200 m above the lower ground, half way to the horizon.
    assertThat(view.holds(200, 0, 400)).isTrue();
    assertThat(view.reaches(200, 0)).isTrue();
    assertThat(view.reaches(370, 0)).isTrue(); // 200 m · tan(45° + atan 0.3) = 371 m
  }

  @Test
  void whatItHoldsLiesWithinItsReach() {
    FieldOfView view = view(new Attitude(30, -50, 4), 0);

    for (double east = -400; east <= 400; east += 7) {
      for (double north = -400; north <= 400; north += 7) {
        if (view.holds(east, north, 500)) {
          assertThat(view.reaches(east, north)).as("%s east, %s north", east, north).isTrue();
        }
      }
    }
  }
}
