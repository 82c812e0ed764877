package org.qyran.jobs.publish;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.qyran.model.Target;

/**
 * Which looks at which targets are drawn, and under which names.
 *
 * @param byFrame chips of each frame, so that a picture is opened once for all of them
 * @param byTarget the paths of each target's chips, best look first
 */
record ChipPlan(SortedMap<String, List<Chip>> byFrame, SortedMap<String, List<String>> byTarget) {

  /** More looks than these seldom tell more. */
  private static final int CHIPS_PER_TARGET = 3;

  private static final Comparator<Target.Look> BEST_FIRST =
      Comparator.comparingDouble(Target.Look::score)
          .reversed()
          .thenComparingDouble(Target.Look::groundSamplingDistanceMeters)
          .thenComparing(Target.Look::detectionId);

  /**
   * A chip to be drawn.
   *
   * @param path relative to the result folder
   * @param look that it shows
   */
  record Chip(String path, Target.Look look) {}

  static ChipPlan of(List<Target> targets) {
    SortedMap<String, List<Chip>> byFrame = new TreeMap<>();
    SortedMap<String, List<String>> byTarget = new TreeMap<>();
    for (Target target : targets) {
      List<Target.Look> best =
          target.looks().stream().sorted(BEST_FIRST).limit(CHIPS_PER_TARGET).toList();
      List<String> paths = new ArrayList<>();
      for (Target.Look look : best) {
        String path = "chips/%s-%d.jpg".formatted(target.id(), paths.size() + 1);
        paths.add(path);
        byFrame
            .computeIfAbsent(look.frameId(), frame -> new ArrayList<>())
            .add(new Chip(path, look));
      }
      byTarget.put(target.id(), paths);
    }
    return new ChipPlan(byFrame, byTarget);
  }
}
