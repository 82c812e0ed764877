package org.qyran.ingest.telemetry.log;

/** Whoever wants to hear the messages of a log. */
public interface LogListener {

  /**
   * One message; not to be kept.
   *
   * @return whether to go on reading
   */
  boolean message(LogMessage message);

  /** A property of the whole log, such as the name of the airframe's board. */
  void property(String name, String value);
}
