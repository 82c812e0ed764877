package org.qyran.training;

import java.util.List;
import org.qyran.detection.plant.Palette;
import org.qyran.sampledata.SurveyDesign;
import org.qyran.sampledata.SurveyDesign.Payload;

/**
 * Which simulated surveys a model is fitted to, and which others it is calibrated on.
 *
 * <p>Seeds from 101 are for training, from 201 for calibration and thresholds; seeds below 100 are
 * for tests and never appear here, nor does the out-of-family world. Months and heights differ from
 * survey to survey, so that no model learns one day's light.
 *
 * @param training surveys; most are nurseries, with far more plots than anybody would meet
 * @param validation surveys
 */
public record TrainingPlan(List<Planned> training, List<Planned> validation) {

  public TrainingPlan {
    training = List.copyOf(training);
    validation = List.copyOf(validation);
  }

  /**
   * A survey to be simulated.
   *
   * @param name as the model's card has it
   */
  public record Planned(String name, SurveyDesign design) {}

  /** The plan by which the models that come with the program were made. */
  public static TrainingPlan of(Payload payload) {
    return new TrainingPlan(
        List.of(
            nursery("steppe-river", 101, 7, payload, 110),
            nursery("mountain-forest", 102, 8, payload, 110),
            nursery("farmland", 103, 6, payload, 110),
            nursery("desert-edge", 104, 7, payload, 110),
            nursery("steppe-river", 105, 8, payload, 100),
            nursery("mountain-forest", 106, 6, payload, 110),
            nursery("farmland", 107, 8, payload, 120),
            nursery("desert-edge", 108, 8, payload, 110),
            nursery("steppe-river", 109, 6, payload, 120),
            nursery("mountain-forest", 110, 7, payload, 110),
            nursery("farmland", 111, 7, payload, 110),
            nursery("desert-edge", 112, 9, payload, 100),
            nursery("mountain-forest", 113, 9, payload, 110),
            nursery("mountain-forest", 114, 7, payload, 120),
            nursery("steppe-river", 115, 9, payload, 110),
            nursery("farmland", 116, 9, payload, 100),
            nursery("desert-edge", 117, 6, payload, 120),
            nursery("farmland", 118, 7, payload, 120),
            nursery("steppe-river", 119, 7, payload, 100),
            nursery("mountain-forest", 120, 8, payload, 100),
            nursery("farmland", 121, 8, payload, 100),
            nursery("steppe-river", 122, 8, payload, 120)),
        List.of(
            ordinary("steppe-river", 201, 7, payload),
            ordinary("mountain-forest", 202, 7, payload),
            ordinary("farmland", 203, 8, payload),
            ordinary("desert-edge", 204, 6, payload),
            nursery("steppe-river", 205, 8, payload, 110),
            nursery("mountain-forest", 206, 7, payload, 110),
            nursery("farmland", 207, 7, payload, 110),
            nursery("desert-edge", 208, 7, payload, 110)));
  }

  /** What flies; a converted camera is made of what five bands saw. */
  static Payload payload(Palette palette) {
    return palette == Palette.COLOUR ? Payload.COLOUR : Payload.MULTISPECTRAL;
  }

  private static Planned nursery(
      String world, long seed, int month, Payload payload, double heightMeters) {
    SurveyDesign nursery = flown(world, seed, month, payload).flownAt(heightMeters).asNursery();
    return new Planned(
        "%s %d month %d nursery".formatted(world, seed, month),
        tellsSinglePlants(payload) ? nursery.withPockets() : nursery);
  }

  /**
   * Five bands tell a plant or two from a shrub; colours hardly do, and a model that was asked to
   * became too sure of what is green in real parks.
   */
  private static boolean tellsSinglePlants(Payload payload) {
    return payload != Payload.COLOUR;
  }

  private static Planned ordinary(String world, long seed, int month, Payload payload) {
    return new Planned(
        "%s %d month %d".formatted(world, seed, month), flown(world, seed, month, payload));
  }

  /** Over a block from a drone, whatever the world is mostly flown with. */
  private static SurveyDesign flown(String world, long seed, int month, Payload payload) {
    return SurveyDesign.of(world, seed).with(payload).overBlock().inMonth(month);
  }
}
