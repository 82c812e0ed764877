package org.qyran.evaluation.set.mucad;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.qyran.detection.image.PreparedImage;
import org.qyran.detection.plane.Plane;
import org.qyran.detection.structure.OddnessMap;
import org.qyran.model.Band;

/**
 * A way to score the pixels of a capture.
 *
 * @param name in files
 * @param score of every pixel, higher being odder
 */
record ScoreMethod(String name, Function<MucadCapture, Plane> score) {

  /**
   * Ground size of a pixel. The set does not say it: its two cars cover about 915 pixels each, and
   * a car is 4.5 by 1.8 m.
   */
  static final double GSD_METERS = 0.09;

  static final String GLOBAL_RX = "global_rx";
  static final String LOCAL_RX = "local_rx";
  static final String STRUCTURE = "structure_5band";

  private static final Band THERMAL = new Band("thermal", 10_500, 6_000);

  static List<ScoreMethod> all() {
    return List.of(
        new ScoreMethod(GLOBAL_RX, RxBaseline::global),
        new ScoreMethod(LOCAL_RX, RxBaseline::local),
        new ScoreMethod(STRUCTURE, capture -> oddness(fiveBands(capture))),
        new ScoreMethod("structure_5band_thermal", capture -> oddness(withThermal(capture))),
        new ScoreMethod("structure_rgb", capture -> oddness(colour(capture))));
  }

  /** As a camera with five lenses hands them in, laid on each other. */
  static PreparedImage fiveBands(MucadCapture capture) {
    return image(capture, false);
  }

  private static PreparedImage withThermal(MucadCapture capture) {
    return image(capture, true);
  }

  private static PreparedImage image(MucadCapture capture, boolean thermal) {
    List<Band> bands = new ArrayList<>();
    List<Plane> planes = new ArrayList<>();
    add(capture, "blue", new Band("blue", 475, 32), bands, planes);
    add(capture, "green", new Band("green", 560, 27), bands, planes);
    add(capture, "red", new Band("red", 668, 14), bands, planes);
    add(capture, "eir", new Band("red edge", 717, 12), bands, planes);
    add(capture, "nir", new Band("nir", 842, 57), bands, planes);
    if (thermal) {
      add(capture, "lwir", THERMAL, bands, planes);
    }
    return PreparedImage.of(bands, planes, GSD_METERS);
  }

  private static void add(
      MucadCapture capture, String name, Band band, List<Band> bands, List<Plane> planes) {
    bands.add(band);
    planes.add(new Plane(capture.width(), capture.height(), capture.band(name)));
  }

  private static PreparedImage colour(MucadCapture capture) {
    return PreparedImage.of(
        List.of(new Band("red", 620, 90), new Band("green", 540, 90), new Band("blue", 460, 80)),
        IntStream.range(0, 3).mapToObj(capture::colourChannel).toList(),
        GSD_METERS);
  }

  private static Plane oddness(PreparedImage image) {
    Optional<Plane> map = OddnessMap.of(image);
    return map.orElseGet(
        () ->
            new Plane(
                image.whole().width(),
                image.whole().height(),
                new float[image.whole().width() * image.whole().height()]));
  }
}
