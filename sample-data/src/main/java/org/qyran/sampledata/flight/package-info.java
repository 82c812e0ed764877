/**
 * How an aircraft flies over a block, and how wrong it is about itself. Comes in: a block of
 * ground, a pattern, a seed; goes out: shots in the order of time, each with the true pose and the
 * one that the aircraft believes. Start with {@link org.qyran.sampledata.flight.FlightPlan}. What
 * there is to see, and what is written about it, is not known here.
 */
@NullMarked
package org.qyran.sampledata.flight;

import org.jspecify.annotations.NullMarked;
