package org.qyran.ingest.telemetry.log;

/**
 * One message of a log: a name and named values. Valid only until the next one is read.
 *
 * <p>Asking for a field that is not there, or is no number, gives NaN: logs of different years have
 * different fields.
 */
public interface LogMessage {

  /** The kind of message: {@code vehicle_attitude}, {@code ATT}. */
  String name();

  /** Which of several like sensors speaks, from 0; 0 where the log does not tell them apart. */
  int instance();

  /** Whether messages of this kind have this field. */
  boolean has(String field);

  /** A number in the unit the log's own format gives; NaN when absent. */
  double number(String field);

  /** A whole number without loss; 0 when absent. */
  long whole(String field);

  /** A text without what pads it; empty when absent. */
  String text(String field);
}
