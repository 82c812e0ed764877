package org.qyran.evaluation.set.mucad;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.qyran.detection.plane.Mask;
import org.qyran.detection.plane.Plane;
import org.qyran.evaluation.set.picture.Pictures;

/**
 * One capture: its bands, which lie on each other pixel by pixel, and what is where.
 *
 * @param name of the capture
 * @param colour as a colour camera saw it
 * @param bands by the set's names: blue, green, red, eir (red edge), nir and lwir (thermal)
 * @param targets by class, where it is; only classes that are there
 * @param background pixels of no target
 */
record MucadCapture(
    String name,
    BufferedImage colour,
    Map<String, Plane> bands,
    Map<String, Mask> targets,
    Mask background) {

  private static final List<String> BANDS = List.of("blue", "green", "red", "eir", "nir", "lwir");

  private static final int RGB = 0xFFFFFF;

  /** All captures of a folder that has masks of them, by name. */
  static List<MucadCapture> readAll(Path folder, LabelColours labels) throws IOException {
    List<MucadCapture> captures = new ArrayList<>();
    for (Path mask : Pictures.files(folder.resolve("targets"))) {
      String file = mask.getFileName().toString();
      if (file.endsWith(".png")) {
        captures.add(
            read(folder.resolve("captures"), mask, file.substring(0, file.length() - 4), labels));
      }
    }
    if (captures.isEmpty()) {
      throw new IOException(folder.resolve("targets") + " holds no mask");
    }
    return captures;
  }

  private static MucadCapture read(Path captures, Path mask, String name, LabelColours labels)
      throws IOException {
    BufferedImage truth = Pictures.read(mask);
    int width = truth.getWidth();
    int height = truth.getHeight();
    Map<String, Plane> bands = new TreeMap<>();
    for (String band : BANDS) {
      Path file = captures.resolve("%s_%s.png".formatted(name, band));
      bands.put(band, new Plane(width, height, Pictures.readBand(file, width, height)));
    }
    BufferedImage colour = Pictures.read(captures.resolve(name + "_vis.png"));
    if (colour.getWidth() != width || colour.getHeight() != height) {
      throw new IOException(
          "%s_vis.png is %d x %d pixels, its mask is %d x %d"
              .formatted(name, colour.getWidth(), colour.getHeight(), width, height));
    }
    Map<String, byte[]> marks = new LinkedHashMap<>();
    byte[] background = new byte[width * height];
    for (int at = 0; at < background.length; at++) {
      int pixel = truth.getRGB(at % width, at / width) & RGB;
      String target = labels.classes().get(pixel);
      if (target != null) {
        marks.computeIfAbsent(target, missing -> new byte[width * height])[at] = 1;
      } else if (pixel == 0) {
        background[at] = 1;
      } else {
        throw new IOException("%s has the colour #%06x, which no label has".formatted(mask, pixel));
      }
    }
    Map<String, Mask> targets = new TreeMap<>();
    marks.forEach((target, mark) -> targets.put(target, new Mask(width, height, mark)));
    return new MucadCapture(name, colour, bands, targets, new Mask(width, height, background));
  }

  int width() {
    return background.width();
  }

  int height() {
    return background.height();
  }

  /** The values of a band, from 0 to 1. */
  float[] band(String band) {
    return Objects.requireNonNull(bands.get(band), band).values();
  }

  /** A channel of the colour picture, 0 red, 1 green, 2 blue, from 0 to 1. */
  Plane colourChannel(int channel) {
    float[] values = new float[width() * height()];
    for (int at = 0; at < values.length; at++) {
      int pixel = colour.getRGB(at % width(), at / width());
      values[at] = (pixel >> (16 - 8 * channel) & 0xFF) / 255f;
    }
    return new Plane(width(), height(), values);
  }
}
