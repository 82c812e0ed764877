/**
 * Runs the two plain detectors over the flight of a truth, so that their figures stand beside ours.
 *
 * <p>The facts of a survey come in, the folder of a run goes out. Start with {@link
 * org.qyran.evaluation.baseline.BaselineRun}.
 */
@NullMarked
package org.qyran.evaluation.baseline;

import org.jspecify.annotations.NullMarked;
