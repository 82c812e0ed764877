package org.qyran.ingest.upload;

import org.qyran.ingest.telemetry.LogFormat;

/** What a received file is, by its bytes. */
public enum Kind {
  /** A JPEG whose main picture is complete. */
  PICTURE_JPEG,
  /** A TIFF or BigTIFF whose pixels all lie within the file. */
  PICTURE_TIFF,
  /** A PX4 flight log. */
  ULOG,
  /** An ArduPilot DataFlash log. */
  ARDUPILOT_LOG,
  /** Metadata of aircraft video without the video. */
  KLV_METADATA,
  /** An MPEG transport stream: of a video, its metadata. */
  TRANSPORT_STREAM,
  /** A table of positions by time. */
  CSV_TELEMETRY;

  /** True for what {@code ingest.metadata} reads, false for what {@code ingest.telemetry} reads. */
  public boolean isPicture() {
    return this == PICTURE_JPEG || this == PICTURE_TIFF;
  }

  /**
   * How the flight log is written.
   *
   * @throws IllegalStateException for a picture
   */
  public LogFormat logFormat() {
    return switch (this) {
      case ULOG -> LogFormat.ULOG;
      case ARDUPILOT_LOG -> LogFormat.ARDUPILOT;
      case KLV_METADATA -> LogFormat.KLV;
      case TRANSPORT_STREAM -> LogFormat.TRANSPORT_STREAM;
      case CSV_TELEMETRY -> LogFormat.CSV;
      case PICTURE_JPEG, PICTURE_TIFF ->
          throw new IllegalStateException(this + " is a picture and no flight log");
    };
  }
}
