package org.qyran.evaluation.figure;

import org.qyran.evaluation.stat.Share;

/**
 * Recall of some of the true targets.
 *
 * @param by what parts them, {@code subtype}
 * @param value of this part
 * @param recall found, of all
 * @param recallSeen found, of those that could be seen
 */
public record Stratum(String by, String value, Share recall, Share recallSeen) {}
