package org.qyran.evaluation.set.rank;

import java.util.Arrays;

/** Scores that come in picture by picture and are ranked together. */
public final class PooledScores {

  private float[] targets = new float[1_024];
  private float[] background = new float[1_024];
  private int targetCount;
  private int backgroundCount;

  public void addTarget(float score) {
    if (targetCount == targets.length) {
      targets = Arrays.copyOf(targets, 2 * targetCount);
    }
    targets[targetCount++] = score;
  }

  public void addBackground(float score) {
    if (backgroundCount == background.length) {
      background = Arrays.copyOf(background, 2 * backgroundCount);
    }
    background[backgroundCount++] = score;
  }

  /** How many pixels of targets came in. */
  public int targetCount() {
    return targetCount;
  }

  /** All of them; there must be targets and background. */
  public Ranking ranking() {
    return Ranking.of(
        Arrays.copyOf(targets, targetCount), Arrays.copyOf(background, backgroundCount));
  }
}
