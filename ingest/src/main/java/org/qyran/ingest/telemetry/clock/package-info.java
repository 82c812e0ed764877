/**
 * The clocks of a flight log. Comes in: GPS weeks, microseconds since boot, values with a time;
 * goes out: UTC, and values in order of time, at most twenty in a second.
 *
 * <p>Start with {@link org.qyran.ingest.telemetry.clock.Samples}. Which message carries a time is
 * decided by the readers next door; never ask the computer's own clock here.
 */
@NullMarked
package org.qyran.ingest.telemetry.clock;

import org.jspecify.annotations.NullMarked;
