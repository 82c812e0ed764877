package org.qyran.sampledata.sensor.micasense;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.qyran.model.Band;
import org.qyran.model.CameraModel;
import org.qyran.sampledata.sensor.PixelNoise;

/**
 * One camera of five bands, with the small differences from its sisters that its serial number and
 * a seed give it.
 *
 * <p>A picture smaller than the sensor's is one of pixels that were joined: they are larger, each
 * sees as much more, and all the lens figures follow. The figures spread as those of the one real
 * RedEdge at hand do between its bands: focal length by 0.4 percent, principal point by 10 pixels,
 * lenses out of line by 0.3 degrees, light lost in the corners about 18 percent.
 *
 * @param kind which of the maker's cameras
 * @param serial number, as EXIF has it
 * @param bands in the order of the files
 */
public record MicaSenseCamera(Kind kind, String serial, List<BandSensor> bands) {

  /** The maker's cameras that are simulated. */
  public enum Kind {
    /** RedEdge-M and -MX: both write this model. */
    REDEDGE_M("RedEdge-M", 1_280, 0.00375, 5.5),
    /** The one with a thermal core; see {@link ThermalCore}. */
    ALTUM("Altum", 2_064, 0.00345, 8);

    private final String model;
    private final int widthPixels;
    private final double pitchMillimeters;
    private final double focalLengthMillimeters;

    Kind(String model, int widthPixels, double pitchMillimeters, double focalLengthMillimeters) {
      this.model = model;
      this.widthPixels = widthPixels;
      this.pitchMillimeters = pitchMillimeters;
      this.focalLengthMillimeters = focalLengthMillimeters;
    }

    String model() {
      return model;
    }
  }

  /** The lens in the middle of the rig, to which the others are stated. */
  public static final int REFERENCE_FILE_NUMBER = 2;

  private static final int BLACK_LEVEL = 4_800;

  /** Of a pixel of 3.75 µm. */
  private static final double WELL_ELECTRONS = 7_200;

  /**
   * Light lost, by the power of the distance from the middle over that of a corner; the shape of
   * the real camera's blue band.
   */
  private static final double[] VIGNETTE = {-0.026, 0.073, -1.42, 4.09, -4.82, 1.92};

  /** Of the real camera, whose figures per row are spread here. */
  private static final double REAL_ROWS = 960;

  /**
   * Name, light, a1 of the real camera's band, and place of the lens right of and below the
   * reference.
   */
  private record Recipe(
      String name,
      String house,
      double center,
      double width,
      double a1,
      double right,
      double below) {}

  private static final List<Recipe> RECIPES =
      List.of(
          new Recipe("Blue", "blue", 475, 32, 1.46e-4, -0.021, -0.015),
          new Recipe("Green", "green", 560, 27, 1.27e-4, 0, 0),
          new Recipe("Red", "red", 668, 14, 2.60e-4, 0.021, -0.015),
          new Recipe("NIR", "nir", 842, 57, 2.40e-4, -0.021, 0.015),
          new Recipe("Red edge", "red edge", 717, 12, 3.12e-4, 0.021, 0.015));

  public MicaSenseCamera {
    bands = List.copyOf(bands);
    if (!serial.matches("[A-Za-z0-9-]+") || bands.isEmpty()) {
      throw new IllegalArgumentException(
          "serial '%s' must be plain, and %d bands some".formatted(serial, bands.size()));
    }
  }

  /** A camera that writes pictures of a size; the same seed and serial number, the same camera. */
  public static MicaSenseCamera of(
      Kind kind, String serial, int widthPixels, int heightPixels, long seed) {
    Random random = new Random(PixelNoise.seed(seed, serial.hashCode()));
    double joined = kind.widthPixels / (double) widthPixels;
    double pitch = kind.pitchMillimeters * joined;
    List<BandSensor> bands = new ArrayList<>();
    for (int index = 0; index < RECIPES.size(); index++) {
      Recipe recipe = RECIPES.get(index);
      CameraModel lens = lens(kind, recipe.name, widthPixels, heightPixels, pitch, random);
      RigPlace rig = rig(recipe, index + 1, random);
      bands.add(
          new BandSensor(
              index + 1,
              new Band(recipe.house, recipe.center, recipe.width),
              recipe.name,
              lens,
              kind.focalLengthMillimeters,
              pitch,
              rig,
              response(recipe.a1, lens, pitch, random),
              WELL_ELECTRONS * Math.pow(pitch / 0.00375, 2)));
    }
    return new MicaSenseCamera(kind, serial, bands);
  }

  private static CameraModel lens(
      Kind kind, String name, int widthPixels, int heightPixels, double pitch, Random random) {
    // The real lenses of nominally 5.5 mm are all about 1.3 percent shorter.
    double focal = kind.focalLengthMillimeters * (0.987 + 0.002 * random.nextGaussian()) / pitch;
    double scale = 0.0375 / pitch;
    return new CameraModel(
        "MicaSense %s %s".formatted(kind.model, name),
        widthPixels,
        heightPixels,
        focal,
        widthPixels / 2.0 + scale * random.nextGaussian(),
        heightPixels / 2.0 + 0.5 * scale * random.nextGaussian(),
        new CameraModel.Distortion(
            -0.1 + 0.004 * random.nextGaussian(),
            0.13 + 0.008 * random.nextGaussian(),
            -0.01 + 0.01 * random.nextGaussian(),
            4e-4 * random.nextGaussian(),
            6e-4 * random.nextGaussian()),
        CameraModel.Source.METADATA,
        0);
  }

  private static RigPlace rig(Recipe recipe, int fileNumber, Random random) {
    double x = 0.3 * random.nextGaussian();
    double y = 0.3 * random.nextGaussian();
    double z = 0.2 * random.nextGaussian();
    return fileNumber == REFERENCE_FILE_NUMBER
        ? RigPlace.REFERENCE
        : new RigPlace(x, y, z, recipe.right, recipe.below);
  }

  private static Response response(double a1, CameraModel lens, double pitch, Random random) {
    double rows = REAL_ROWS / lens.heightPixels();
    double corner = Math.hypot(lens.widthPixels(), lens.heightPixels()) / 2;
    double strength = 1 + 0.08 * random.nextGaussian();
    List<Double> vignette = new ArrayList<>();
    for (int power = 1; power <= VIGNETTE.length; power++) {
      vignette.add(strength * VIGNETTE[power - 1] / Math.pow(corner, power));
    }
    double scale = 0.075 / pitch;
    return new Response(
        a1 * (1 + 0.03 * random.nextGaussian()),
        rows * (1e-7 + 1.2e-8 * random.nextGaussian()),
        rows * 7e-6 * random.nextGaussian(),
        BLACK_LEVEL,
        lens.widthPixels() / 2.0 + scale * random.nextGaussian(),
        lens.heightPixels() / 2.0 + 0.1 * scale * random.nextGaussian(),
        vignette);
  }
}
