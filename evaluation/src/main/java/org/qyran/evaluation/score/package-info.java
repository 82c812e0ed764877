/**
 * Counts the figures: recall, false alarms, confusion, outlines, positions, calibration.
 *
 * <p>Survey cases come in, any number of them, and are pooled before anything is divided; {@link
 * org.qyran.evaluation.figure.Figures} go out. Start with {@link
 * org.qyran.evaluation.score.Scorecard}. Nothing here knows how a figure is shown.
 */
@NullMarked
package org.qyran.evaluation.score;

import org.jspecify.annotations.NullMarked;
