package org.qyran.detection.find;

import java.awt.Shape;
import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.qyran.detection.image.PreparedImage;
import org.qyran.detection.plane.Plane;
import org.qyran.model.Band;
import org.qyran.model.PixelOutline;
import org.qyran.model.PixelPoint;

/** A picture painted by a test: ground of a colour with noise, and shapes on it. */
public final class Canvas {

  private static final Map<String, Band> BANDS =
      Map.of(
          "blue", new Band("blue", 475, 40),
          "green", new Band("green", 550, 40),
          "red", new Band("red", 660, 40),
          "red edge", new Band("red edge", 720, 10),
          "nir", new Band("nir", 850, 40));

  private final int width;
  private final int height;
  private final Map<String, float[]> planes = new LinkedHashMap<>();
  private final Random random;

  /** Ground of one colour: per band its brightness, from 0 to 1. */
  public Canvas(int width, int height, Map<String, Double> ground, double noise, long seed) {
    this.width = width;
    this.height = height;
    this.random = new Random(seed);
    for (String band : List.of("blue", "green", "red", "red edge", "nir")) {
      if (ground.containsKey(band)) {
        float[] values = new float[width * height];
        for (int i = 0; i < values.length; i++) {
          values[i] = noisy(ground.getOrDefault(band, 0.0), noise);
        }
        planes.put(band, values);
      }
    }
  }

  /**
   * Paints a shape in one colour.
   *
   * @param clumps how much light and shade varies between clumps of 7 pixels, as a share of the
   *     brightness
   */
  public Canvas paint(Shape shape, Map<String, Double> colour, double noise, double clumps) {
    float[] light = new float[width * height];
    int across = width / 7 + 1;
    float[] clump = new float[across * (height / 7 + 1)];
    for (int i = 0; i < clump.length; i++) {
      clump[i] = (float) Math.max(0.1, 1 + clumps * random.nextGaussian());
    }
    for (int i = 0; i < light.length; i++) {
      light[i] = clump[i / width / 7 * across + i % width / 7];
    }
    planes.forEach(
        (band, values) -> {
          for (int i = 0; i < values.length; i++) {
            if (shape.contains(i % width + 0.5, Math.floorDiv(i, width) + 0.5)) {
              values[i] = noisy(colour.getOrDefault(band, 0.0) * light[i], noise);
            }
          }
        });
    return this;
  }

  private float noisy(double value, double noise) {
    return (float) Math.max(0, Math.min(1, value + noise * random.nextGaussian()));
  }

  /** The picture with tiles of a size. */
  public PreparedImage prepared(double gsdMeters, int tilePixels) {
    List<Band> bands = new ArrayList<>();
    List<Plane> all = new ArrayList<>();
    planes.forEach(
        (name, values) -> {
          bands.add(BANDS.getOrDefault(name, new Band(name, 500, 100)));
          all.add(new Plane(width, height, values.clone()));
        });
    return PreparedImage.of(bands, all, gsdMeters, tilePixels);
  }

  public PreparedImage prepared(double gsdMeters) {
    return prepared(gsdMeters, 2_048);
  }

  /** Area of the overlap over the area of both, counted on pixels. */
  public static double overlap(PixelOutline outline, Shape truth, int width, int height) {
    Shape found = shape(outline);
    int both = 0;
    int either = 0;
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        boolean in = found.contains(x + 0.5, y + 0.5);
        boolean should = truth.contains(x + 0.5, y + 0.5);
        both += in && should ? 1 : 0;
        either += in || should ? 1 : 0;
      }
    }
    return (double) both / either;
  }

  /** An outline as a shape. */
  public static Shape shape(PixelOutline outline) {
    Path2D path = new Path2D.Double();
    PixelPoint first = outline.ring().get(0);
    path.moveTo(first.xPixels(), first.yPixels());
    for (PixelPoint corner : outline.ring().subList(1, outline.ring().size())) {
      path.lineTo(corner.xPixels(), corner.yPixels());
    }
    path.closePath();
    return path;
  }
}
