package org.qyran.geo.locate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.qyran.geo.axes.Enu;
import org.qyran.geo.axes.LocalAxes;
import org.qyran.geo.camera.CameraPose;
import org.qyran.geo.camera.CameraRay;
import org.qyran.geo.camera.Lens;
import org.qyran.geo.camera.LevelRay;
import org.qyran.geo.terrain.Terrain;
import org.qyran.model.BandImage;
import org.qyran.model.CameraModel;
import org.qyran.model.CameraModel.Distortion;
import org.qyran.model.Frame;
import org.qyran.model.GeoPoint;
import org.qyran.model.PixelPoint;

/** From a pixel to the ground, from there to the pixel, and to the ground again. */
class RoundTripTest {

  private static final GeoPoint CHU = new GeoPoint(43.6, 73.76);
  private static final double FLYING_METERS = 90;

  private static final List<Distortion> LENSES =
      List.of(
          Distortion.NONE,
          new Distortion(-0.11, 0.015, -0.027, 0.0011, -0.0022),
          new Distortion(0.12, -0.28, 0.26, 0.001, 0.002),
          Distortion.fisheye(-0.046, -0.019, 0.027, -0.015),
          Distortion.fisheye(0.03, -0.01, 0.002, 0));

  private final GroundLocator locator =
      new GroundLocator(Terrain.unknown(), LocateSettings.defaults());

  @Test
  void overTheWholeFrameThePixelComesBackWithinAHundredthAndTheGroundWithinAMillimetre() {
    Random random = new Random(20261124);
    for (int trial = 0; trial < 2_000; trial++) {
      Distortion distortion = LENSES.get(trial % LENSES.size());
      PixelPoint pixel =
          new PixelPoint(
              trial % 7 == 0 ? 800 : random.nextDouble(800),
              trial % 11 == 0 ? 0 : random.nextDouble(600));
      Frame frame =
          frame(
              Pictures.above(CHU, FLYING_METERS)
                  .looking(
                      random.nextDouble(360),
                      random.nextDouble(-90, -45),
                      random.nextDouble(-20, 20)),
              distortion);
      Optional<GroundFix> seen = locator.locate(frame, pixel).find();
      if (seen.isEmpty()) {
        continue; // near the horizon
      }

      PixelPoint back = shown(frame, seen.get());
      GroundFix again = locator.locate(frame, back).find().orElseThrow();

      assertThat(Math.hypot(back.xPixels() - pixel.xPixels(), back.yPixels() - pixel.yPixels()))
          .as("trial %d: %s through %s", trial, pixel, distortion)
          .isLessThan(0.01);
      assertThat(metersBetween(seen.get(), again))
          .as("trial %d: %s through %s", trial, pixel, distortion)
          .isLessThan(0.001);
    }
  }

  /** The way back, which the product itself never goes. */
  private static PixelPoint shown(Frame frame, GroundFix fix) {
    Enu there = LocalAxes.at(CHU, FLYING_METERS).toLocal(fix.point(), fix.heightMeters());
    CameraRay ray =
        CameraPose.of(frame.findPlatform().orElseThrow().cameraAttitude())
            .toCamera(new LevelRay(there.northMeters(), there.eastMeters(), -there.upMeters()));
    return Lens.of(frame.camera())
        .pixel(CameraRay.towards(ray.right(), ray.below(), ray.forward()))
        .orElseThrow();
  }

  private static double metersBetween(GroundFix one, GroundFix other) {
    return LocalAxes.at(one.point(), one.heightMeters())
        .toLocal(other.point(), other.heightMeters())
        .lengthMeters();
  }

  private static Frame frame(Pictures pictures, Distortion distortion) {
    Frame plain = pictures.frame(600);
    BandImage band = plain.bands().get(0);
    CameraModel camera = band.camera();
    CameraModel bent =
        new CameraModel(
            camera.name(),
            camera.widthPixels(),
            camera.heightPixels(),
            camera.focalLengthPixels(),
            413.5,
            291.25,
            distortion,
            camera.source(),
            0);
    return new Frame(
        plain.id(),
        plain.flight(),
        plain.sensor(),
        plain.time(),
        plain.timeSource(),
        List.of(new BandImage(band.image(), band.channel(), band.band(), bent)),
        plain.findPlatform().orElseThrow(),
        null,
        false);
  }
}
