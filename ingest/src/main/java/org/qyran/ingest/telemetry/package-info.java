/**
 * Where the aircraft was while the pictures were taken. Comes in: flight logs (PX4 ULog, ArduPilot
 * DataFlash, MISB metadata, CSV) or reports from a stream; goes out: a {@link
 * org.qyran.ingest.telemetry.Track} that answers "where was it at this instant, and which way did
 * it point", or stays silent.
 *
 * <p>Start with {@link org.qyran.ingest.telemetry.TelemetryReader} and {@link
 * org.qyran.ingest.telemetry.Track}. How bytes become log messages is next door, in {@link
 * org.qyran.ingest.telemetry.log}; here is what the messages mean. Never add guesses: no
 * extrapolation past the ends of a log, no time that the log does not state, no camera angles from
 * an airframe's alone.
 */
@NullMarked
package org.qyran.ingest.telemetry;

import org.jspecify.annotations.NullMarked;
