package org.qyran.geo.fuse;

import java.util.Locale;
import java.util.Optional;
import org.qyran.model.Belief;

/**
 * Who is shown which targets. The defaults are frozen: they were found on validation surveys, which
 * no forest has seen, before any test survey was looked at. Every false alarm there is less likely
 * than a visit.
 *
 * @param visitAtLeast targets that are this likely are worth a visit; setting {@code
 *     triage.visit-at-least}
 * @param reviewAtLeast targets that are this likely are worth an analyst's look; less likely ones
 *     stay in the list of detections alone; setting {@code triage.review-at-least}
 */
public record TriageSettings(double visitAtLeast, double reviewAtLeast) {

  /** Keeps everything, in the queue of analysts. */
  static final TriageSettings EVERYTHING = new TriageSettings(1, 0);

  /** Where a target goes. */
  enum Queue {
    VISIT,
    REVIEW,
    NONE;

    String wireName() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public TriageSettings {
    if (!(reviewAtLeast >= 0 && reviewAtLeast <= visitAtLeast && visitAtLeast <= 1)) {
      throw new IllegalArgumentException(
          "reviewAtLeast is %s and visitAtLeast %s; must be 0 <= review <= visit <= 1"
              .formatted(reviewAtLeast, visitAtLeast));
    }
  }

  public static TriageSettings defaults() {
    return new TriageSettings(0.95, 0.3);
  }

  /** What no calibrated model has judged goes to the analysts. */
  Queue queueOf(Optional<Belief> belief) {
    if (belief.isEmpty()) {
      return Queue.REVIEW;
    }
    double probability = belief.get().probability();
    if (probability >= visitAtLeast) {
      return Queue.VISIT;
    }
    return probability >= reviewAtLeast ? Queue.REVIEW : Queue.NONE;
  }
}
