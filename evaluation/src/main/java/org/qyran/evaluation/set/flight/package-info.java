/**
 * Whole flights over ground that holds no plantation: every plantation is a false alarm.
 *
 * <p>Start with {@link org.qyran.evaluation.set.flight.FlightSet}.
 */
@NullMarked
package org.qyran.evaluation.set.flight;

import org.jspecify.annotations.NullMarked;
