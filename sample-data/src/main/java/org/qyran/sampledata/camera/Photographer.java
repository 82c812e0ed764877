package org.qyran.sampledata.camera;

import org.qyran.model.CameraModel;
import org.qyran.sampledata.spectrum.WaterGlint;
import org.qyran.sampledata.surface.CloudShadow;
import org.qyran.sampledata.surface.Country;
import org.qyran.sampledata.surface.Gaze;
import org.qyran.sampledata.surface.Ray;
import org.qyran.sampledata.surface.Sheen;
import org.qyran.sampledata.surface.Skin;
import org.qyran.sampledata.surface.SunDirection;

/**
 * Gathers the light of a country for an ideal camera, without distortion, noise or blur.
 *
 * <p>Light is gathered along one ray through each corner of each pixel, and a pixel is the mean of
 * its four corners: as blurred as a real picture, with every ray used four times. What a surface
 * with reflectance factor ρ sends back is
 *
 * <pre>
 *   L = ρ / π · (direct · caught share · hot spot + diffuse · open share of sky) + haze · distance
 * </pre>
 *
 * <p>in every band (G. Schaepman-Strub et al., Remote Sens. Environ. 103, 2006, for the words). One
 * bounce of light only. Not for several threads.
 */
public final class Photographer {

  private static final double WATER_MIRRORS = 0.025;
  private static final double FLATTEST_GLINT_DEGREES = 80;

  /** Hardly any wind. */
  private static final WaterGlint RIPPLES = new WaterGlint(1.2);

  private final Gaze gaze;
  private final SunDirection sun;
  private final Air air;
  private final CloudShadow clouds;

  /** Under the light of a moment, and clouds that let some of it through. */
  public Photographer(Country country, Air air, CloudShadow clouds) {
    this.gaze = country.gaze();
    this.sun = country.sun();
    this.air = air;
    this.clouds = clouds;
  }

  /** The light on a sensor from a pose, whose every ray must look down. */
  public LightImage photograph(CameraModel camera, Pose pose, Flightway way) {
    if (!camera.distortion().equals(CameraModel.Distortion.NONE)) {
      throw new IllegalArgumentException("an ideal camera has no distortion: a Lens does that");
    }
    int width = camera.widthPixels();
    int height = camera.heightPixels();
    int bands = air.bands();
    LightImage image = LightImage.dark(width, height, bands);
    float[] above = corners(camera, pose, way, 0);
    for (int row = 0; row < height; row++) {
      float[] below = corners(camera, pose, way, row + 1);
      for (int column = 0; column < width; column++) {
        int left = column * bands;
        int right = left + bands;
        for (int band = 0; band < bands; band++) {
          image.planes()[band][row * width + column] =
              0.25f
                  * (above[left + band]
                      + above[right + band]
                      + below[left + band]
                      + below[right + band]);
        }
      }
      above = below;
    }
    return image;
  }

  /** The light along one ray, added into an array at a place, a number for each band. */
  public void lookAlong(Ray ray, float[] into, int at) {
    int bands = air.bands();
    if (!gaze.follow(ray)) {
      for (int band = 0; band < bands; band++) {
        into[at + band] = air.hazePerKilometer()[band] * 12;
      }
      return;
    }
    Skin skin = gaze.skin();
    float[] reflectance = gaze.isWall() ? skin.wall() : skin.reflectance();
    double phase = phaseDegrees(ray);
    float tint = (float) gaze.tint();
    double through = clouds.through(ray.eastAt(gaze.meters()), ray.northAt(gaze.meters()));
    float sunlit = (float) (through * gaze.sunShare() * skin.sheen().towards(phase));
    float open = (float) gaze.skyShare();
    float mirrored = skin.sheen() == Sheen.WATER ? (float) WATER_MIRRORS : 0;
    float glint = skin.sheen() == Sheen.WATER ? glint(ray) : 0;
    float kilometers = (float) (gaze.meters() / 1_000);
    float share = tint / (float) Math.PI;
    for (int band = 0; band < bands; band++) {
      float sky = air.diffuse()[band] * open;
      into[at + band] =
          share * reflectance[band] * (air.direct()[band] * sunlit + sky)
              + mirrored * sky / (float) Math.PI
              + glint * air.direct()[band]
              + air.hazePerKilometer()[band] * kilometers;
    }
  }

  /** Temperature of what a ray meets, kelvin above the air's; the air's own where it leaves. */
  public float kelvinAlong(Ray ray) {
    if (!gaze.follow(ray)) {
      return 0;
    }
    Skin skin = gaze.skin();
    return (float) (skin.warmthKelvin() + skin.heatedKelvin() * gaze.sunShare() * gaze.tint());
  }

  /** The temperatures that a thermal camera sees, kelvin above the air's, by row and column. */
  public float[] temperatures(CameraModel camera, Pose pose) {
    int width = camera.widthPixels();
    float[] kelvin = new float[width * camera.heightPixels()];
    Sight sight = Sight.of(camera, pose);
    for (int at = 0; at < kelvin.length; at++) {
      int x = at % width;
      int y = at / width;
      float sum = 0;
      for (int part = 0; part < 4; part++) {
        sum +=
            kelvinAlong(
                sight.through(x + (part % 2 == 0 ? 0.25 : 0.75), y + (part < 2 ? 0.25 : 0.75)));
      }
      kelvin[at] = sum / 4;
    }
    return kelvin;
  }

  private float[] corners(CameraModel camera, Pose pose, Flightway way, int yPixels) {
    double late = way.readoutSeconds() * ((double) yPixels / camera.heightPixels() - 0.5);
    Sight sight =
        Sight.of(
            camera,
            pose.moved(late * way.eastMetersPerSecond(), late * way.northMetersPerSecond()));
    int bands = air.bands();
    int corners = camera.widthPixels() + 1;
    float[] light = new float[corners * bands];
    for (int xPixels = 0; xPixels < corners; xPixels++) {
      lookAlong(sight.through(xPixels, yPixels), light, xPixels * bands);
    }
    return light;
  }

  private double phaseDegrees(Ray ray) {
    double cosine =
        -(ray.eastward() * sun.eastward()
            + ray.northward() * sun.northward()
            + ray.upward() * sun.upward());
    return Math.toDegrees(Math.acos(Math.max(-1, Math.min(1, cosine))));
  }

  /** The sun mirrored in small waves, as radiance for a direct irradiance of one. */
  private float glint(Ray ray) {
    double viewZenith = Math.toDegrees(Math.acos(Math.min(1, -ray.upward())));
    double sunZenith = Math.toDegrees(Math.acos(sun.upward()));
    if (viewZenith > FLATTEST_GLINT_DEGREES) {
      return 0;
    }
    double between =
        Math.toDegrees(
            Math.atan2(-ray.eastward(), -ray.northward())
                - Math.atan2(sun.eastward(), sun.northward()));
    return (float) (RIPPLES.reflectance(sunZenith, viewZenith, between) * sun.upward() / Math.PI);
  }
}
