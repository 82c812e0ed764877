/**
 * Statistics of small counts: shares and rates with their intervals, the logistic curve,
 * calibration.
 *
 * <p>Numbers in, numbers out; nothing here knows what is counted. Intervals come from Apache
 * Commons Statistics; what it lacks is written out with its source. Resampling starts from a fixed
 * seed, so that the same counts give the same interval.
 */
@NullMarked
package org.qyran.evaluation.stat;

import org.jspecify.annotations.NullMarked;
