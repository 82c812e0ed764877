package org.qyran.geo.adjust;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Which control points are fitted and which are held back to check the fit: with four places or
 * more, every third by name is a check; fewer are all needed.
 */
final class ControlChoice {

  private static final int LEAST_TO_CHECK = 4;
  private static final int CHECK_EVERY = 3;

  private ControlChoice() {}

  static List<ControlTie> fitted(List<ControlTie> controls) {
    List<String> held = heldNames(controls);
    return controls.stream().filter(control -> !held.contains(control.point().point())).toList();
  }

  static List<ControlTie> held(List<ControlTie> controls) {
    List<String> held = heldNames(controls);
    return controls.stream().filter(control -> held.contains(control.point().point())).toList();
  }

  private static List<String> heldNames(List<ControlTie> controls) {
    List<String> names =
        controls.stream().map(control -> control.point().point()).distinct().sorted().toList();
    if (names.size() < LEAST_TO_CHECK) {
      return List.of();
    }
    return IntStream.range(0, names.size())
        .filter(at -> at % CHECK_EVERY == CHECK_EVERY - 1)
        .mapToObj(names::get)
        .toList();
  }
}
