package org.qyran.ingest.telemetry.log;

/**
 * What became of the bytes of a log.
 *
 * @param ending how the reading ended
 * @param messages that were understood, definitions among them
 * @param droppedBytes that belong to no message
 * @param bytes that were read in all
 */
public record LogAccount(Ending ending, long messages, long droppedBytes, long bytes) {

  /** How the reading of a log ended. */
  public enum Ending {
    /** At the end of the last message. */
    COMPLETE,
    /** In the middle of a message. */
    CUT_SHORT,
    /** The reader asked for no more. */
    STOPPED,
    /** At the first bytes: this is no such log. */
    WRONG_FORMAT,
    /** At the first bytes: a newer kind of log that must not be guessed at. */
    NEWER_FORMAT,
    /** There are no bytes. */
    EMPTY
  }
}
