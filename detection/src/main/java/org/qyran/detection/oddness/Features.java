package org.qyran.detection.oddness;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.qyran.detection.image.PreparedImage;
import org.qyran.detection.plane.Window;

/**
 * What pixels are compared by: their bands, and the ratios of bands that light and shade leave
 * alone.
 *
 * <p>With near infrared, the normalised difference of it and each other band of reflected light:
 * NDVI and its kin, which camouflage matches least (Hupel and Stuetz, Remote Sensing 14(15) 3755,
 * 2022). In a colour picture, excess green and the difference of red and blue over the sum of the
 * three.
 */
public final class Features {

  /** Keeps ratios of dark pixels finite: a hundredth of a step of 8 bits. */
  private static final float DARK = 4e-5f;

  /** In the shade of a JPEG the colours are noise, and their ratio would be too. */
  private static final float SHADE = 0.15f;

  /** Fewer ratios than this say too little to compare neighbours by them alone. */
  private static final int ENOUGH_RATIOS = 3;

  private final int bands;
  private final OptionalInt nir;
  private final int[] others;
  private final int[] colours;
  private final int[] thermal;

  private Features(int bands, OptionalInt nir, int[] others, int[] colours, int[] thermal) {
    this.bands = bands;
    this.nir = nir;
    this.others = others;
    this.colours = colours;
    this.thermal = thermal;
  }

  /** As the bands of a picture allow. */
  public static Features of(PreparedImage image) {
    OptionalInt nir = image.findBand("nir");
    int[] others =
        Stream.of("red", "red edge", "blue", "green")
            .map(image::findBand)
            .filter(OptionalInt::isPresent)
            .mapToInt(OptionalInt::getAsInt)
            .toArray();
    int[] colours =
        Stream.of("red", "green", "blue")
            .map(image::findBand)
            .filter(OptionalInt::isPresent)
            .mapToInt(OptionalInt::getAsInt)
            .toArray();
    int[] thermal = image.findBand("thermal").stream().toArray();
    return new Features(image.bands().size(), nir, others, colours, thermal);
  }

  /** Bands first, in the picture's order, then ratios. */
  float[][] all(float[][] values) {
    List<float[]> all = new ArrayList<>(Arrays.asList(values));
    if (nir.isPresent()) {
      float[] infrared = values[nir.getAsInt()];
      for (int other : others) {
        all.add(difference(infrared, values[other]));
      }
    } else if (colours.length == 3) {
      float[] red = values[colours[0]];
      float[] green = values[colours[1]];
      float[] blue = values[colours[2]];
      float[] excess = new float[red.length];
      float[] warm = new float[red.length];
      for (int i = 0; i < excess.length; i++) {
        float sum = red[i] + green[i] + blue[i];
        excess[i] = (3 * green[i] - sum) / (sum + SHADE);
        warm[i] = (red[i] - blue[i]) / (sum + SHADE);
      }
      all.add(excess);
      all.add(warm);
    }
    return all.toArray(float[][]::new);
  }

  /**
   * Which of all features neighbours are compared by: where there are enough of them the ratios,
   * and what is warm; brightness changes from tree to tree and from furrow to furrow.
   */
  int[] local() {
    if (nir.isPresent() && others.length >= ENOUGH_RATIOS) {
      return IntStream.concat(Arrays.stream(thermal), IntStream.range(bands, bands + others.length))
          .toArray();
    }
    int ratios = nir.isPresent() ? others.length : colours.length == 3 ? 2 : 0;
    return IntStream.range(0, bands + ratios).toArray();
  }

  /** Of a window, each band averaged over the square of this radius. */
  public float[][] within(PreparedImage image, Window window, int radiusPixels) {
    float[][] values = new float[bands][];
    for (int band = 0; band < bands; band++) {
      values[band] = image.read(band, window).boxMean(radiusPixels).values();
    }
    return all(values);
  }

  private static float[] difference(float[] one, float[] other) {
    float[] difference = new float[one.length];
    for (int i = 0; i < one.length; i++) {
      difference[i] = (one[i] - other[i]) / (one[i] + other[i] + DARK);
    }
    return difference;
  }
}
