package org.qyran.ingest.telemetry;

/** How a flight log is written. */
public enum LogFormat {
  /** PX4's ULog, usually {@code .ulg}. */
  ULOG,
  /** ArduPilot's DataFlash log, usually {@code .bin}. */
  ARDUPILOT,
  /** A table with the columns of {@code docs/TELEMETRY.md}. */
  CSV
}
