package org.qyran.training.label;

import java.util.List;
import java.util.stream.Stream;
import org.qyran.detection.image.PreparedImage;
import org.qyran.detection.plane.Plane;
import org.qyran.model.Band;
import org.qyran.sampledata.chance.Chance;

/**
 * A colour camera as makers tune them, made of the plain one that the simulator has.
 *
 * <p>The simulated camera develops by the screen's curve alone. Real ones set their white balance
 * and exposure themselves, deepen colours, and bend the curve so that pictures please: a model
 * fitted to the plain one takes the contrast of a real verge for that of a plot. Each survey is
 * therefore developed by a camera of its own, drawn by the survey's name. What a model can still
 * tell plants by is then what holds for all of them.
 */
public final class ColourCamera {

  /** Light by the count of a picture of eight bits. */
  private static final double[] LIGHTS = lights();

  /** Parts of red, green and blue in what the eye calls bright (ITU-R BT.709, section 3). */
  private static final double[] BRIGHTNESS = {0.2126, 0.7152, 0.0722};

  private final double[] gain;
  private final double saturation;
  private final Tone tone;

  /**
   * The camera of a survey.
   *
   * @param survey name that its properties are drawn by
   */
  public ColourCamera(String survey) {
    Chance chance = new Chance(1).of("colour camera").of(survey);
    double exposure = chance.of("exposure").between(-0.3, 0.3);
    this.gain =
        new double[] {
          StrictMath.exp(exposure + chance.of("red").between(-0.15, 0.15)),
          StrictMath.exp(exposure),
          StrictMath.exp(exposure + chance.of("blue").between(-0.15, 0.15))
        };
    this.saturation = chance.of("saturation").between(0.9, 1.4);
    double bend = chance.of("bend").between(0, 0.6);
    double lift = chance.of("lift").between(0.8, 1.2);
    this.tone = new Tone(light -> developed(light, bend, lift));
  }

  private static double[] lights() {
    double[] lights = new double[256];
    for (int count = 0; count < lights.length; count++) {
      lights[count] = light(share(count));
    }
    return lights;
  }

  /** As a picture of eight bits is read. */
  private static float share(int count) {
    return count * (1 / 255f);
  }

  /**
   * How it would have developed a picture.
   *
   * @param plain with red, green and blue as shares of full scale, on the screen's curve
   */
  public PreparedImage see(PreparedImage plain) {
    List<Band> bands = Stream.of("red", "green", "blue").map(name -> band(plain, name)).toList();
    float[][] values = bands.stream().map(band -> values(plain, band)).toArray(float[][]::new);
    double[] light = new double[3];
    for (int i = 0; i < values[0].length; i++) {
      for (int c = 0; c < 3; c++) {
        light[c] = gain[c] * lightOf(values[c][i]);
      }
      double bright =
          BRIGHTNESS[0] * light[0] + BRIGHTNESS[1] * light[1] + BRIGHTNESS[2] * light[2];
      for (int c = 0; c < 3; c++) {
        values[c][i] = tone.of(bright + saturation * (light[c] - bright));
      }
    }
    return plain.seenIn(bands, Stream.of(values).map(one -> plane(plain, one)).toList());
  }

  private static double developed(double light, double bend, double lift) {
    double value = StrictMath.pow(count(light), lift);
    return value + bend * (value * value * (3 - 2 * value) - value);
  }

  private static double lightOf(float value) {
    int count = Math.max(0, Math.min(255, Math.round(255 * value)));
    return value == share(count) ? LIGHTS[count] : light(value);
  }

  /** Undoes the screen's curve (sRGB, IEC 61966-2-1). */
  private static double light(double count) {
    return count <= 0.04045 ? count / 12.92 : StrictMath.pow((count + 0.055) / 1.055, 2.4);
  }

  private static double count(double light) {
    return light <= 0.0031308 ? 12.92 * light : 1.055 * StrictMath.pow(light, 1 / 2.4) - 0.055;
  }

  private static Band band(PreparedImage image, String name) {
    return image.bands().get(image.findBand(name).orElseThrow());
  }

  private static float[] values(PreparedImage image, Band band) {
    return image.read(image.bands().indexOf(band), image.whole()).values().clone();
  }

  private static Plane plane(PreparedImage image, float[] values) {
    return new Plane(image.whole().width(), image.whole().height(), values);
  }
}
