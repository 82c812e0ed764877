package org.qyran.ingest.telemetry;

/** How a flight log is written. */
public enum LogFormat {
  /** PX4's ULog, usually {@code .ulg}. */
  ULOG,
  /** ArduPilot's DataFlash log, usually {@code .bin}. */
  ARDUPILOT,
  /** Bare metadata sets of MISB ST 0601 or EG 0104, usually {@code .klv}. */
  KLV,
  /** An MPEG transport stream with such sets beside its pictures. */
  TRANSPORT_STREAM,
  /** A table with the columns of {@code docs/TELEMETRY.md}. */
  CSV
}
