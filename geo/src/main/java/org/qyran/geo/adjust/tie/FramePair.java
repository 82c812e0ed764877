package org.qyran.geo.adjust.tie;

/**
 * Two frames that may show the same ground.
 *
 * @param first id of the earlier
 * @param second id of the later
 */
public record FramePair(String first, String second) {}
