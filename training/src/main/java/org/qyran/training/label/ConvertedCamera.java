package org.qyran.training.label;

import java.util.Arrays;
import java.util.List;
import org.qyran.detection.image.PreparedImage;
import org.qyran.detection.plane.Plane;
import org.qyran.model.Band;
import org.qyran.sampledata.chance.Chance;

/**
 * A colour camera whose red channel was given up for near infrared, made of what a camera of five
 * bands saw.
 *
 * <p>Such cameras differ. Each survey is therefore seen by one of its own: its white balance, how
 * much near infrared leaks through the dyes of green and blue (they all let some through beyond 800
 * nm), and how steep the curve of its JPEG is are drawn by the survey's name. What a model can
 * still tell plants by is then what holds for all of them.
 */
public final class ConvertedCamera {

  private static final List<Band> BANDS =
      List.of(new Band("nir", 850, 100), new Band("green", 550, 100), new Band("blue", 450, 100));

  /** Where exposure puts the brightest hundredth, as a share of the full range. */
  private static final double BRIGHT = 0.9;

  private final double[] balance;
  private final double leak;
  private final Tone tone;

  /**
   * The camera of a survey.
   *
   * @param survey name that its properties are drawn by
   */
  public ConvertedCamera(String survey) {
    Chance chance = new Chance(1).of("converted camera").of(survey);
    this.balance =
        new double[] {
          Math.exp(chance.of("nir").between(-0.3, 0.1)),
          Math.exp(chance.of("green").between(-0.3, 0.1)),
          Math.exp(chance.of("blue").between(-0.3, 0.1))
        };
    this.leak = chance.of("leak").between(0, 0.15);
    double curve = 1 / chance.of("curve").between(1.8, 2.4);
    this.tone = new Tone(light -> StrictMath.pow(light, curve));
  }

  /**
   * How it would have counted a picture.
   *
   * @param bands with green, blue and near infrared
   */
  public PreparedImage see(PreparedImage bands) {
    float[] infrared = values(bands, "nir");
    List<Plane> planes =
        List.of(
            counted(bands, infrared, infrared, 0, balance[0]),
            counted(bands, values(bands, "green"), infrared, leak, balance[1]),
            counted(bands, values(bands, "blue"), infrared, leak, balance[2]));
    return bands.seenIn(BANDS, planes);
  }

  private static float[] values(PreparedImage image, String band) {
    return image.read(image.findBand(band).orElseThrow(), image.whole()).values();
  }

  private Plane counted(
      PreparedImage image, float[] light, float[] infrared, double leaked, double gain) {
    double[] mixed = new double[light.length];
    for (int i = 0; i < mixed.length; i++) {
      mixed[i] = Math.max(0, light[i] + leaked * infrared[i]);
    }
    double bright = brightest(mixed);
    float[] counts = new float[mixed.length];
    for (int i = 0; i < counts.length; i++) {
      counts[i] = tone.of(gain * BRIGHT * mixed[i] / bright);
    }
    return new Plane(image.whole().width(), image.whole().height(), counts);
  }

  /** What a hundredth of the pixels exceeds; every seventh is asked. */
  private static double brightest(double[] values) {
    double[] some = new double[(values.length + 6) / 7];
    for (int i = 0; i < some.length; i++) {
      some[i] = values[7 * i];
    }
    Arrays.sort(some);
    return Math.max(1e-6, some[(int) (0.99 * (some.length - 1))]);
  }
}
