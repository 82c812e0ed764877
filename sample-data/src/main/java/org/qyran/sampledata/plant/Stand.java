package org.qyran.sampledata.plant;

import java.util.function.Consumer;

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
}
