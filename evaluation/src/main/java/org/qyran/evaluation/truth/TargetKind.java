package org.qyran.evaluation.truth;

import java.util.Optional;

/** The two kinds of things that are looked for; what is claimed and what is true meet here. */
public enum TargetKind {
  /** Cannabis; a stand of plants counts as a claim of it. */
  PLANTATION("plantations"),
  /** Made things. */
  STRUCTURE("structures");

  private final String plural;

  TargetKind(String plural) {
    this.plural = plural;
  }

  /** As a person says it. */
  public String plural() {
    return plural;
  }

  /** The kind of a type in {@code targets.geojson}, of a truth or of a run. */
  public static Optional<TargetKind> of(String type) {
    return switch (type) {
      case "cannabis_plantation", "vegetation_stand" -> Optional.of(PLANTATION);
      case "structure_of_interest" -> Optional.of(STRUCTURE);
      default -> Optional.empty();
    };
  }
}
