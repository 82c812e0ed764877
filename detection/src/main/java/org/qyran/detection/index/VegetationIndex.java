package org.qyran.detection.index;

import java.util.Optional;
import java.util.OptionalInt;
import org.qyran.detection.image.PreparedImage;
import org.qyran.detection.plane.Plane;
import org.qyran.detection.plane.Window;

/**
 * A vegetation index, and the bands of a picture it is taken from.
 *
 * <p>Larger means more green plants. Values of raw or gamma-coded bands are not comparable between
 * frames; differences within a frame are what counts.
 */
public final class VegetationIndex {

  /** The formulas, best first; each names the light it needs. */
  private enum Formula {
    /** (nir - red) / (nir + red), Rouse 1974. */
    NDVI("ndvi_uncalibrated", 0.10),
    /** (nir - blue) / (nir + blue): the index of cameras whose red channel was given up for nir. */
    NIR_BLUE("nir_blue_index", 0.08),
    /** (nir - green) / (nir + green), for the same without blue. */
    NIR_GREEN("nir_green_index", 0.08),
    /** (2g - r - b) / (r + g + b), Woebbecke 1995; black is held near 0. */
    EXCESS_GREEN("excess_green", 0.06),
    /** (nir - red edge) / (nir + red edge), Barnes 2000. */
    NDRE("ndre_uncalibrated", 0.05);

    private final String evidence;
    private final double leastContrast;

    Formula(String evidence, double leastContrast) {
      this.evidence = evidence;
      this.leastContrast = leastContrast;
    }
  }

  /**
   * Added to r + g + b, 0 to 3: in deep shade the colours of a JPEG are noise, and their ratio
   * would be too.
   */
  private static final float SHADE = 0.15f;

  private static final float NO_LIGHT = 1e-6f;

  private final Formula formula;
  private final int first;
  private final int second;
  private final int third;

  private VegetationIndex(Formula formula, int first, int second, int third) {
    this.formula = formula;
    this.first = first;
    this.second = second;
    this.third = third;
  }

  /** The best index that a picture allows; none without near infrared or red, green and blue. */
  public static Optional<VegetationIndex> best(PreparedImage image) {
    OptionalInt nir = image.findBand("nir");
    OptionalInt red = image.findBand("red");
    OptionalInt green = image.findBand("green");
    OptionalInt blue = image.findBand("blue");
    if (nir.isPresent() && red.isPresent()) {
      return Optional.of(pair(Formula.NDVI, nir, red));
    } else if (nir.isPresent() && blue.isPresent()) {
      return Optional.of(pair(Formula.NIR_BLUE, nir, blue));
    } else if (nir.isPresent() && green.isPresent()) {
      return Optional.of(pair(Formula.NIR_GREEN, nir, green));
    } else if (nir.isEmpty() && red.isPresent() && green.isPresent() && blue.isPresent()) {
      return Optional.of(
          new VegetationIndex(
              Formula.EXCESS_GREEN, red.getAsInt(), green.getAsInt(), blue.getAsInt()));
    }
    return Optional.empty();
  }

  /** The red-edge index, which supports the best one where there is a red edge band. */
  public static Optional<VegetationIndex> support(PreparedImage image) {
    OptionalInt nir = image.findBand("nir");
    OptionalInt redEdge = image.findBand("red edge");
    return nir.isPresent() && redEdge.isPresent()
        ? Optional.of(pair(Formula.NDRE, nir, redEdge))
        : Optional.empty();
  }

  private static VegetationIndex pair(Formula formula, OptionalInt one, OptionalInt other) {
    return new VegetationIndex(formula, one.getAsInt(), other.getAsInt(), other.getAsInt());
  }

  /** Its name in evidence. */
  public String evidenceName() {
    return formula.evidence;
  }

  /** Smaller differences than this are light, soil and noise. */
  public double leastContrast() {
    return formula.leastContrast;
  }

  /** The index within a window. */
  public Plane within(PreparedImage image, Window window) {
    float[] one = image.read(first, window).values();
    float[] two = image.read(second, window).values();
    float[] three = formula == Formula.EXCESS_GREEN ? image.read(third, window).values() : two;
    return new Plane(window.width(), window.height(), of(one, two, three));
  }

  /** The index of values that stand side by side, per band of the picture. */
  public float[] of(float[][] bands) {
    return of(bands[first], bands[second], bands[third]);
  }

  private float[] of(float[] one, float[] two, float[] three) {
    float[] index = new float[one.length];
    if (formula == Formula.EXCESS_GREEN) {
      for (int i = 0; i < index.length; i++) {
        float sum = one[i] + two[i] + three[i];
        index[i] = (3 * two[i] - sum) / (sum + SHADE);
      }
    } else {
      for (int i = 0; i < index.length; i++) {
        float sum = one[i] + two[i];
        index[i] = sum < NO_LIGHT ? 0 : (one[i] - two[i]) / sum;
      }
    }
    return index;
  }
}
