package org.qyran.evaluation.match;

/** Whether a true target could have been seen at all. */
public enum Sight {
  /** Some frame shows part of it, and the run says it looked there. */
  SEEN("could be seen"),
  /** No frame shows any of it: it is hidden, or was never in the picture. */
  HIDDEN("was not visible in any frame"),
  /** It lies outside the ground that the run says it has looked at. */
  NOT_COVERED("lies outside the surveyed ground");

  private final String words;

  Sight(String words) {
    this.words = words;
  }

  /** The end of a sentence about the target. */
  public String words() {
    return words;
  }
}
