package org.qyran.evaluation.match;

import org.qyran.evaluation.run.FoundTarget;

/**
 * A found target, and what stood there should it turn out to be a false alarm.
 *
 * @param target as the run tells it
 * @param stood there in truth, its own kind of targets left aside
 */
public record FoundCase(FoundTarget target, StoodThere stood) {}
