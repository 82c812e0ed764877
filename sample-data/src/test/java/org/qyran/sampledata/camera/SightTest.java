package org.qyran.sampledata.camera;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.qyran.model.Attitude;
import org.qyran.model.CameraModel;
import org.qyran.model.PixelPoint;
import org.qyran.sampledata.place.PlanePoint;
import org.qyran.sampledata.sensor.Turn;
import org.qyran.sampledata.surface.Ray;

/** From pixels to rays and back, through ideal lenses and bent ones. */
class SightTest {

  private static final CameraModel CAMERA = lens(new CameraModel.Distortion(0, 0, 0, 0, 0), 0);

  @Test
  void aPlaceThatARayMeetsIsFoundInThePixelItCameFrom() {
    Random random = new Random(11);
    for (int trial = 0; trial < 1_000; trial++) {
      Pose pose =
          new Pose(
              new PlanePoint(random.nextDouble(900) - 450, random.nextDouble(900) - 450),
              random.nextDouble(3_000),
              new Attitude(
                  random.nextDouble(360) - 180,
                  random.nextDouble(180) - 90,
                  random.nextDouble(360) - 180));
      Sight sight = Sight.of(CAMERA, pose);
      double x = random.nextDouble(1_200);
      double y = random.nextDouble(800);
      double meters = 5 + random.nextDouble(800);
      Ray ray = sight.through(x, y);

      PixelPoint found =
          sight.find(ray.eastAt(meters), ray.northAt(meters), ray.upAt(meters)).orElseThrow();

      assertThat(found.xPixels()).as("trial %d: %s", trial, pose).isCloseTo(x, within(1e-6));
      assertThat(found.yPixels()).as("trial %d: %s", trial, pose).isCloseTo(y, within(1e-6));
      Ray back = sight.to(ray.eastAt(meters), ray.northAt(meters), ray.upAt(meters));
      assertThat(back.upward()).isCloseTo(ray.upward(), within(1e-9));
      assertThat(Math.hypot(Math.hypot(ray.eastward(), ray.northward()), ray.upward()))
          .isCloseTo(1, within(1e-12));
      // The same way backwards lies behind the camera.
      assertThat(sight.find(ray.eastAt(-meters), ray.northAt(-meters), ray.upAt(-meters)))
          .isEmpty();
    }
  }

  @Test
  void whatLiesBesideThePictureIsNotFound() {
    Sight sight = Sight.of(CAMERA, new Pose(new PlanePoint(0, 0), 100, new Attitude(0, -90, 0)));

    // 1,200 pixels at 1,000 of focal length: 60 m to either side from 100 m.
    assertThat(sight.find(59.9, 0, 0)).isPresent();
    assertThat(sight.find(60.1, 0, 0)).isEmpty();
    assertThat(sight.find(0, 39.9, 0)).isPresent();
    assertThat(sight.find(0, 40.1, 0)).isEmpty();
    assertThat(sight.find(0, 0, 101)).isEmpty();
  }

  @Test
  void aBentLensMovesPointsAsBrownAndConradySay() {
    double k1 = -0.1;
    double k2 = 0.03;
    double k3 = -0.01;
    double p1 = 0.001;
    double p2 = -0.002;
    CameraModel bent = lens(new CameraModel.Distortion(k1, k2, k3, p1, p2), 3.5);
    CameraModel ideal = SideView.ideal(bent, 60);
    SideView view = new SideView(bent, Turn.aboutPictureAxes(0, 0, 0), ideal);
    LightImage ramps = ramps(ideal);

    float[] columns = view.see(ramps, 0, 0, 0);
    float[] rows = view.see(ramps, 1, 0, 0);

    for (int at = 0; at < columns.length; at += 997) {
      int row = at / 1_200;
      double x = (columns[at] - ideal.principalXPixels()) / 1_000;
      double y = (rows[at] - ideal.principalYPixels()) / 1_000;
      double r2 = x * x + y * y;
      double radial = 1 + k1 * r2 + k2 * r2 * r2 + k3 * r2 * r2 * r2;
      double shownX =
          bent.principalXPixels() + 1_000 * (x * radial + 2 * p1 * x * y + p2 * (r2 + 2 * x * x));
      double shownY =
          bent.principalYPixels() + 1_000 * (y * radial + p1 * (r2 + 2 * y * y) + 2 * p2 * x * y);

      assertThat(shownX).as("pixel %d", at).isCloseTo(at % 1_200 + 0.5, within(0.005));
      assertThat(shownY).as("pixel %d", at).isCloseTo(row + 0.5, within(0.005));
    }
  }

  @Test
  void aTurnedLensSeesTheSamePlaceElsewhere() {
    // Turned up by 1 degree about the axis to the right: 1,000 tan 1° = 17.455 px in the middle.
    CameraModel ideal = SideView.ideal(CAMERA, 60);
    SideView view = new SideView(CAMERA, Turn.aboutPictureAxes(1, 0, 0), ideal);

    float seen = view.see(ramps(ideal), 1, 0, 0)[400 * 1_200 + 600];

    assertThat(Math.abs(seen - ideal.principalYPixels() - 0.5)).isCloseTo(17.455, within(0.02));
  }

  @Test
  void smearIsTheMeanOverTheWay() {
    CameraModel ideal = SideView.ideal(CAMERA, 60);
    SideView view = new SideView(CAMERA, Turn.aboutPictureAxes(0, 0, 0), ideal);
    LightImage light = LightImage.dark(ideal.widthPixels(), ideal.heightPixels(), 1);
    light.planes()[0][460 * ideal.widthPixels() + 660] = 1;

    float[] seen = view.see(light, 0, 4, 0);

    double sum = 0;
    for (int x = 590; x < 612; x++) {
      sum += seen[400 * 1_200 + x];
    }
    assertThat(sum).isCloseTo(1, within(1e-3));
    assertThat(seen[400 * 1_200 + 600]).isLessThan(0.3f);
    assertThat(seen[401 * 1_200 + 600]).isCloseTo(0, within(1e-4f));
  }

  @Test
  void blurSpreadsLightAndKeepsItsSum() {
    LightImage point = LightImage.dark(41, 31, 2);
    point.planes()[1][15 * 41 + 20] = 8;

    LightImage blurred = point.blurred(1.5);

    double sum = 0;
    double square = 0;
    for (int at = 0; at < 41 * 31; at++) {
      sum += blurred.planes()[1][at];
      square += blurred.planes()[1][at] * Math.pow(at % 41 - 20, 2);
      assertThat(blurred.planes()[0][at]).isZero();
    }
    assertThat(sum).isCloseTo(8, within(1e-4));
    // Cut at three deviations a Gaussian loses a little of its spread.
    assertThat(Math.sqrt(square / sum)).isCloseTo(1.5, within(0.03));
    assertThat(point.blurred(0)).isSameAs(point);
  }

  @Test
  void blurLeavesAnEvenImageAsItIsUpToItsEdges() {
    float[] even = new float[20 * 10];
    Arrays.fill(even, 0.25f);

    float[] blurred = new LightImage(20, 10, new float[][] {even}).blurred(2).planes()[0];

    for (float value : blurred) {
      assertThat(value).isCloseTo(0.25f, within(1e-6f));
    }
  }

  /** Two planes whose light says how far right and how far down it falls. */
  private static LightImage ramps(CameraModel camera) {
    LightImage image = LightImage.dark(camera.widthPixels(), camera.heightPixels(), 2);
    for (int at = 0; at < image.planes()[0].length; at++) {
      image.planes()[0][at] = at % camera.widthPixels() + 0.5f;
      int row = at / camera.widthPixels();
      image.planes()[1][at] = row + 0.5f;
    }
    return image;
  }

  private static CameraModel lens(CameraModel.Distortion distortion, double offPixels) {
    return new CameraModel(
        "lens",
        1_200,
        800,
        1_000,
        600 + offPixels,
        400 - offPixels,
        distortion,
        CameraModel.Source.METADATA,
        0);
  }
}
