package org.qyran.sampledata.world;

import java.util.Locale;
import org.qyran.sampledata.shape.Outline;

/**
 * What a survey should not report, though it looks like something.
 *
 * @param id within its world
 * @param name of its class
 * @param kind plant, structure or ground
 * @param outline on the ground
 * @param objectMeters height above the ground
 */
public record Lookalike(String id, String name, Kind kind, Outline outline, double objectMeters) {

  /** What sort of thing it is. */
  public enum Kind {
    PLANT,
    STRUCTURE,
    GROUND;

    /** As the truth's file says it. */
    public String wireName() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
