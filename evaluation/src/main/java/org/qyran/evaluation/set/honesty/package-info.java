/**
 * {@code qyran evaluate --set honesty}: the study of {@code evaluation.honesty} as tables and
 * charts. It needs no data, for its flights are simulated. Start with {@link
 * org.qyran.evaluation.set.honesty.HonestySet}; nothing is computed here.
 */
@NullMarked
package org.qyran.evaluation.set.honesty;

import org.jspecify.annotations.NullMarked;
