package org.qyran.sampledata.sensor.micasense;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.qyran.model.PixelPoint;
import org.qyran.sampledata.chance.ValueNoise;
import org.qyran.sampledata.sensor.Lens;
import org.qyran.sampledata.sensor.PixelNoise;
import org.qyran.sampledata.sensor.Turn;

/**
 * A grey square of known reflectance in a dark frame, with a black and white pattern beside it, on
 * gravel: what a crew photographs before take-off, from one metre above and without shadow.
 *
 * <p>Everything lies in one plane, square to the line of sight of the reference lens and one metre
 * from it, and reflects alike in all directions: radiance is reflectance times irradiance over π.
 * The panel is turned about the line of sight and a little out of the middle, by its seed. Each
 * band sees it through its own lens from its own place, so the pictures differ by tens of pixels,
 * as real ones do at this distance. Pixels are the mean of their four corners. The pattern has the
 * corner marks of a QR code and cannot be read.
 *
 * @param serial of the panel
 * @param reflectances of the grey square, in the order of the camera's bands
 * @param seed of the panel's place and of the gravel
 */
public record ReflectancePanel(String serial, List<Double> reflectances, long seed) {

  /** From the lens to the panel. */
  public static final double DISTANCE_METERS = 1;

  private static final double FRAME_WIDTH_METERS = 0.42;
  private static final double FRAME_HEIGHT_METERS = 0.24;
  private static final double SQUARE_METERS = 0.155;
  private static final double SQUARE_MIDDLE_METERS = -0.1;
  private static final double PATTERN_METERS = 0.145;
  private static final double PATTERN_MIDDLE_METERS = 0.1;

  /** 21 modules of a QR code of version 1, and a white margin of four all around. */
  private static final int MODULES = 29;

  private static final int MARGIN = 4;
  private static final int MARK = 7;

  private static final double FRAME_REFLECTANCE = 0.05;
  private static final double WHITE_REFLECTANCE = 0.8;
  private static final double BLACK_REFLECTANCE = 0.04;

  /** Of the square's own grain, by which its reflectance differs from place to place. */
  private static final double GRAIN = 0.004;

  /** Of a stone. */
  private static final double GRAVEL_METERS = 0.018;

  /**
   * What a camera writes of a panel.
   *
   * @param serial of the panel; empty when there is none
   * @param reflectance of its grey square
   * @param area x and y of each corner of it, whole pixels
   */
  record Found(String serial, double reflectance, String area) {

    static final Found NOTHING = new Found("", 0, "");

    boolean isThere() {
      return !serial.isEmpty();
    }
  }

  public ReflectancePanel {
    reflectances = List.copyOf(reflectances);
    if (serial.isBlank() || reflectances.stream().anyMatch(share -> !(share > 0 && share <= 1))) {
      throw new IllegalArgumentException(
          "panel '%s' with reflectances %s is none".formatted(serial, reflectances));
    }
  }

  /** What the grey square reflects in a band. */
  public double reflectance(BandSensor sensor) {
    return reflectances.get(sensor.fileNumber() - 1);
  }

  /**
   * The picture at a band's lens.
   *
   * @param irradiance on level ground, W m⁻² nm⁻¹
   */
  public float[] radiance(BandSensor sensor, double irradiance) {
    int width = sensor.lens().widthPixels();
    int height = sensor.lens().heightPixels();
    float[] radiance = new float[width * height];
    double perReflectance = irradiance / Math.PI / 4;
    Ground ground = new Ground(sensor);
    double[] above = ground.corners(0);
    for (int row = 0; row < height; row++) {
      double[] below = ground.corners(row + 1);
      for (int column = 0; column < width; column++) {
        radiance[row * width + column] =
            (float)
                (perReflectance
                    * (above[column] + above[column + 1] + below[column] + below[column + 1]));
      }
      above = below;
    }
    return radiance;
  }

  /** Where the corners of the grey square are in a band's picture, going round. */
  public List<PixelPoint> corners(BandSensor sensor) {
    Lens lens = new Lens(sensor.lens());
    List<PixelPoint> corners = new ArrayList<>();
    double half = SQUARE_METERS / 2;
    double[][] square = {{half, -half}, {-half, -half}, {-half, half}, {half, half}};
    for (double[] corner : square) {
      double x = SQUARE_MIDDLE_METERS + corner[0];
      double y = corner[1];
      double turn = turnRadians();
      double right = middleRight() + x * Math.cos(turn) - y * Math.sin(turn);
      double below = middleBelow() + x * Math.sin(turn) + y * Math.cos(turn);
      RigPlace rig = sensor.rig();
      double[] seen =
          rig.turn()
              .reversed()
              .of(DISTANCE_METERS, right - rig.rightMeters(), below - rig.belowMeters());
      double[] pixel = lens.pixel(seen[1] / seen[0], seen[2] / seen[0]);
      corners.add(new PixelPoint(pixel[0], pixel[1]));
    }
    return corners;
  }

  /** What the camera finds of the panel in a band's picture. */
  Found found(BandSensor sensor) {
    String area =
        corners(sensor).stream()
            .map(
                corner ->
                    "%d,%d"
                        .formatted(
                            (int) Math.floor(corner.xPixels()), (int) Math.floor(corner.yPixels())))
            .collect(Collectors.joining(","));
    return new Found(serial, reflectance(sensor), area);
  }

  private double turnRadians() {
    return 0.1 * new PixelNoise(seed).gaussian(0);
  }

  private double middleRight() {
    return 0.015 * new PixelNoise(seed).gaussian(1);
  }

  private double middleBelow() {
    return 0.015 * new PixelNoise(seed).gaussian(2);
  }

  /** The plane of the panel, as one band sees it. */
  private final class Ground {

    private final Lens lens;
    private final BandSensor sensor;
    private final Turn turn;
    private final ValueNoise stones = new ValueNoise(seed);
    private final ValueNoise grain = new ValueNoise(seed + 1);
    private final double cosine = Math.cos(turnRadians());
    private final double sine = Math.sin(turnRadians());
    private final double middleRight = middleRight();
    private final double middleBelow = middleBelow();
    private final double square;
    private final double gravel;

    Ground(BandSensor sensor) {
      this.sensor = sensor;
      this.turn = sensor.rig().turn();
      this.lens = new Lens(sensor.lens());
      this.square = reflectance(sensor);
      // Bare mineral ground brightens slowly with wavelength: 0.14 at 475 nm, 0.25 at 842 nm.
      this.gravel = 0.14 + 0.11 * (sensor.band().centerNanometers() - 475) / 367;
    }

    /** Reflectances under the corners of pixels along the upper edge of a row. */
    double[] corners(int yPixels) {
      return IntStream.rangeClosed(0, sensor.lens().widthPixels())
          .mapToDouble(xPixels -> under(xPixels, yPixels))
          .toArray();
    }

    private double under(int xPixels, int yPixels) {
      RigPlace rig = sensor.rig();
      double[] ray = lens.ray(xPixels, yPixels);
      double[] turned = turn.of(1, ray[0], ray[1]);
      double reach = DISTANCE_METERS / turned[0];
      double right = rig.rightMeters() + turned[1] * reach - middleRight;
      double below = rig.belowMeters() + turned[2] * reach - middleBelow;
      return at(right * cosine + below * sine, below * cosine - right * sine);
    }

    private double at(double x, double y) {
      if (Math.abs(x) > FRAME_WIDTH_METERS / 2 || Math.abs(y) > FRAME_HEIGHT_METERS / 2) {
        return gravel * (1 + 0.7 * stones.fractal(x / GRAVEL_METERS, y / GRAVEL_METERS, 3));
      }
      double half = SQUARE_METERS / 2;
      if (Math.abs(x - SQUARE_MIDDLE_METERS) < half && Math.abs(y) < half) {
        return square * (1 + GRAIN * grain.at(x * 500, y * 500));
      }
      int column = module(x - PATTERN_MIDDLE_METERS);
      int row = module(y);
      boolean pattern = column >= 0 && column < MODULES && row >= 0 && row < MODULES;
      return pattern ? patternAt(column - MARGIN, row - MARGIN) : FRAME_REFLECTANCE;
    }

    private int module(double fromMiddleMeters) {
      return (int) Math.floor((fromMiddleMeters / PATTERN_METERS + 0.5) * MODULES);
    }

    private double patternAt(int column, int row) {
      int last = MODULES - 2 * MARGIN - 1;
      if (column < 0 || row < 0 || column > last || row > last) {
        return WHITE_REFLECTANCE;
      }
      int fromLeft = Math.min(column, last - column);
      int fromTop = Math.min(row, last - row);
      boolean marked = fromLeft <= MARK && fromTop <= MARK && (column <= MARK || row <= MARK);
      boolean black =
          marked
              ? isMark(fromLeft, fromTop)
              : (new PixelNoise(serial.hashCode()).bits(row * 64L + column) & 1) == 0;
      return black ? BLACK_REFLECTANCE : WHITE_REFLECTANCE;
    }

    /** A black ring, a white ring, a black middle, and a white edge towards the rest. */
    private boolean isMark(int x, int y) {
      int ring = Math.max(Math.abs(x - MARK / 2), Math.abs(y - MARK / 2));
      return ring == 3 || ring <= 1;
    }
  }
}
