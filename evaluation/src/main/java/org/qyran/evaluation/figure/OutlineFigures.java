package org.qyran.evaluation.figure;

import org.qyran.evaluation.stat.Share;

/**
 * How well outlines of hits fit. Misses have no outline, so this flatters: read it beside the
 * recall.
 *
 * @param group of hits
 * @param meanOverlap area of both over area of either, NaN without hits
 * @param areaBias mean of (found - true) / true
 * @param areaError mean of its size (MAPE)
 * @param areaInside true areas within the stated area_lo to area_hi
 */
public record OutlineFigures(
    String group, double meanOverlap, double areaBias, double areaError, Share areaInside) {}
