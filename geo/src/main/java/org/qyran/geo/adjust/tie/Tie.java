package org.qyran.geo.adjust.tie;

import org.qyran.model.PixelPoint;

/** One thing on the ground in two frames of a flight, which are known by their numbers there. */
public record Tie(int first, PixelPoint firstPixel, int second, PixelPoint secondPixel) {}
