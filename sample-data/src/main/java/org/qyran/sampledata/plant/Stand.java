package org.qyran.sampledata.plant;

import java.util.function.Consumer;
import org.qyran.sampledata.place.PlanePoint;
import org.qyran.sampledata.shape.Outline;

/** Plants that stand together, by whatever rule. */
@FunctionalInterface
public interface Stand {

  /**
   * Names every plant whose axis lies in a rectangle, in an order that depends on the plants alone;
   * may name others outside as well.
   */
  void forEach(
      double westMeters,
      double southMeters,
      double eastMeters,
      double northMeters,
      Consumer<Standing> consumer);

  /** How many plants stand within the square around an outline. */
  default int countAround(Outline outline) {
    int[] count = new int[1];
    PlanePoint middle = outline.middle();
    double reach = outline.reachMeters();
    forEach(
        middle.eastMeters() - reach,
        middle.northMeters() - reach,
        middle.eastMeters() + reach,
        middle.northMeters() + reach,
        plant -> count[0]++);
    return count[0];
  }
}
