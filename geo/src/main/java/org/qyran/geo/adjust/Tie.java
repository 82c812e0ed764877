package org.qyran.geo.adjust;

import org.qyran.model.PixelPoint;

/** One thing on the ground in two frames of a flight, which are known by their numbers there. */
record Tie(int first, PixelPoint firstPixel, int second, PixelPoint secondPixel) {}
