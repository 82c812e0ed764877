package org.qyran.evaluation.figure;

import org.qyran.evaluation.truth.TargetKind;

/** What a row of figures is about. */
public enum Claim {
  EVERYTHING("everything"),
  PLANTATIONS("plantations"),
  STRUCTURES("structures");

  private final String words;

  Claim(String words) {
    this.words = words;
  }

  /** As a person says it. */
  public String words() {
    return words;
  }

  /** Whether a kind counts in this row. */
  public boolean includes(TargetKind kind) {
    return switch (this) {
      case EVERYTHING -> true;
      case PLANTATIONS -> kind == TargetKind.PLANTATION;
      case STRUCTURES -> kind == TargetKind.STRUCTURE;
    };
  }
}
