package org.qyran.geo.locate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.qyran.geo.locate.Pictures.pixel;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.qyran.geo.axes.Enu;
import org.qyran.geo.axes.LocalAxes;
import org.qyran.geo.axes.Place;
import org.qyran.geo.terrain.LevelPlane;
import org.qyran.model.Frame;
import org.qyran.model.FrameIssue;
import org.qyran.model.GeoPoint;
import org.qyran.model.IssueCode;
import org.qyran.model.Outcome;
import org.qyran.model.PixelPoint;

/** The camera stands 100 m over the steppe, and one of its pixels is 10 cm. */
class TargetCoordinatesAreWrongTest {

  private static final GeoPoint STEPPE = new GeoPoint(43.2, 75.1);

  private final GroundLocator flat =
      new GroundLocator(new LevelPlane(0, 4), LocateSettings.defaults());

  @ParameterizedTest(name = "{0} m east, {1} m north, {2} m up of where it was seen: {3}")
  @CsvSource({
    "   0.00,  0.00,    0, ''",
    "   0.03,  0.03,    0, ''", // 0.42 px
    "   0.04,  0.04,    0, 'would be shown at (500.4, 299.6)'", // 0.57 px
    "-300.00,  0.00,    0, 'would be shown at (-2500.0, 300.0)'", // 300 m off
    " -10.00, 10.00,    0, 'would be shown at (400.0, 200.0)'", // the aircraft's yaw, not the
    // gimbal's
    " -20.00,  0.00,    0, 'would be shown at (300.0, 300.0)'", // mirrored
    "   0.00,  0.00,  200, 'does not lie below the camera'",
    "   0.00, 40000,  -90, 'beyond what is looked for'",
  })
  void aPlaceThatItsOwnPictureDoesNotShowIsDoubted(
      double east, double north, double up, String doubt) {
    Frame frame = Pictures.above(STEPPE, 100).frame();
    Place wrong = LocalAxes.at(STEPPE, 0).toGeo(new Enu(10 + east, north, up));

    Optional<FrameIssue> issue = doubt(frame, pixel(500, 300), wrong);

    assertThat(issue.map(FrameIssue::code))
        .isEqualTo(doubt.isEmpty() ? Optional.empty() : Optional.of(IssueCode.RAY_MISSES_GROUND));
    assertThat(issue.map(FrameIssue::detail).orElse("")).contains(doubt);
  }

  @Test
  void latitudeAndLongitudeInTheWrongOrderAreDoubted() {
    Frame frame = Pictures.above(STEPPE, 100).frame();
    Place swapped = new Place(new GeoPoint(75.1, 43.2), 0);

    assertThat(doubt(frame, Pictures.MIDDLE, swapped)).isPresent();
  }

  @Test
  void aPlaceBehindTheCameraIsDoubted() {
    Frame frame = Pictures.above(STEPPE, 100).looking(0, -30, 0).frame();
    Place behind = LocalAxes.at(STEPPE, 0).toGeo(new Enu(0, -500, 0));

    assertThat(doubt(frame, Pictures.MIDDLE, behind).orElseThrow().detail())
        .contains("the place found for pixel (400.0, 300.0) is not in view of the camera");
  }

  @Test
  void everyPlaceThatIsFoundComesBackToItsPixel() {
    Random random = new Random(20_261_124);
    int found = 0;
    for (int trial = 0; trial < 1_000; trial++) {
      Frame frame =
          Pictures.above(
                  new GeoPoint(random.nextDouble(-89, 89), random.nextDouble(-180, 180)),
                  random.nextDouble(10, 3_000))
              .looking(
                  random.nextDouble(-180, 180),
                  random.nextDouble(-90, -10),
                  random.nextDouble(-30, 30))
              .frame();
      PixelPoint pixel = pixel(random.nextDouble(800), random.nextDouble(600));

      Outcome<GroundFix> fix = flat.locate(frame, pixel);

      found += fix.find().isPresent() ? 1 : 0;
      assertThat(fix.findIssue().map(FrameIssue::detail).orElse(""))
          .as("trial %d: %s of %s", trial, pixel, frame.platform())
          .doesNotContain("so it is not used");
    }
    assertThat(found).isGreaterThan(500);
  }

  @Test
  void whatADetectionIsPublishedWithLiesInTheFootprintOfItsFrame() {
    Frame frame = Pictures.above(STEPPE, 100).looking(30, -60, 5).frame();
    List<GeoPoint> footprint =
        new Footprinter(new LevelPlane(0, 4), LocateSettings.defaults())
            .footprint(frame)
            .find()
            .orElseThrow()
            .ring();
    List<GeoPoint> ring =
        flat.locate(
                frame,
                Pictures.detection(pixel(1, 1), pixel(799, 1), pixel(799, 599), pixel(1, 599)))
            .find()
            .orElseThrow()
            .ring();

    for (GeoPoint corner : ring) {
      assertThat(isInside(corner, footprint)).as("%s in %s", corner, footprint).isTrue();
    }
  }

  private static Optional<FrameIssue> doubt(Frame frame, PixelPoint pixel, Place place) {
    Viewpoint viewpoint =
        Viewpoint.of(frame, new LevelPlane(0, 4), LocateSettings.defaults()).find().orElseThrow();
    return Plausibility.findDoubt(viewpoint, pixel, place);
  }

  /** Crossings of a line to the east, on the small patch of ground where degrees are a plane. */
  private static boolean isInside(GeoPoint point, List<GeoPoint> ring) {
    boolean inside = false;
    for (int at = 0; at < ring.size(); at++) {
      GeoPoint one = ring.get(at);
      GeoPoint two = ring.get((at + 1) % ring.size());
      if ((one.latitudeDegrees() > point.latitudeDegrees())
          != (two.latitudeDegrees() > point.latitudeDegrees())) {
        double share =
            (point.latitudeDegrees() - one.latitudeDegrees())
                / (two.latitudeDegrees() - one.latitudeDegrees());
        double crossing =
            one.longitudeDegrees() + share * (two.longitudeDegrees() - one.longitudeDegrees());
        inside ^= crossing > point.longitudeDegrees();
      }
    }
    return inside;
  }
}
