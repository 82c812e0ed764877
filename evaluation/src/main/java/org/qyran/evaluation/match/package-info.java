/**
 * Lays what was found on what was there.
 *
 * <p>A truth and a run come in, one {@link org.qyran.evaluation.match.SurveyCase} goes out: which
 * found outline touches which true one, on the local plane in metres, and what stood where nothing
 * should have been flagged. {@link org.qyran.evaluation.match.Verdict} then says, for a score
 * threshold, what is hit, missed, said twice, or a false alarm. Start with {@link
 * org.qyran.evaluation.match.Comparison}. No figure is computed here.
 */
@NullMarked
package org.qyran.evaluation.match;

import org.jspecify.annotations.NullMarked;
