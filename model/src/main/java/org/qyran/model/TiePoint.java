package org.qyran.model;

/**
 * One thing on the ground that two frames seem to show.
 *
 * @param firstFrame id of the one
 * @param first where it shows it
 * @param secondFrame id of the other
 * @param second where it shows it
 */
public record TiePoint(
    String firstFrame, PixelPoint first, String secondFrame, PixelPoint second) {}
