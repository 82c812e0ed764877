/**
 * The grammar of two self-describing flight logs: PX4's ULog and ArduPilot's DataFlash. Comes in: a
 * stream of bytes from anywhere, damaged or hostile; goes out: {@link
 * org.qyran.ingest.telemetry.log.LogMessage}s, one at a time, and in the end an account of what was
 * read and what was not.
 *
 * <p>Start with {@link org.qyran.ingest.telemetry.log.ULogFile} or {@link
 * org.qyran.ingest.telemetry.log.DataFlashFile}. Nothing here throws for what the bytes say, holds
 * more than one message, or reads a byte twice. What a message means (which field is a latitude)
 * must never be decided here.
 */
@NullMarked
package org.qyran.ingest.telemetry.log;

import org.jspecify.annotations.NullMarked;
