package org.qyran.ingest.upload;

import org.qyran.ingest.telemetry.LogFormat;

/** What a received file is, by its bytes. */
public enum Kind {
  /** A JPEG whose main picture is complete. */
  PICTURE_JPEG,
  /** A TIFF or BigTIFF whose pixels all lie within the file. */
  PICTURE_TIFF,
  /** A TIFF that lies on a map and was taken by no camera: an orthophoto. */
  MOSAIC,
  /** A PX4 flight log. */
  ULOG,
  /** An ArduPilot DataFlash log. */
  ARDUPILOT_LOG,
  /** Metadata of aircraft video without the video. */
  KLV_METADATA,
  /** An MPEG transport stream: of a video, its metadata. */
  TRANSPORT_STREAM,
  /** A table of positions by time. */
  CSV_TELEMETRY,
  /** Ground control points, as OpenDroneMap lists them in a {@code gcp_list.txt}. */
  GROUND_CONTROL;

  /** True for what {@code ingest.metadata} reads. */
  public boolean isPicture() {
    return this == PICTURE_JPEG || this == PICTURE_TIFF;
  }

  /** True for what {@code ingest.telemetry} reads. */
  public boolean isLog() {
    return !isPicture() && this != GROUND_CONTROL && this != MOSAIC;
  }

  /**
   * How the flight log is written.
   *
   * @throws IllegalStateException for what is no flight log
   */
  public LogFormat logFormat() {
    return switch (this) {
      case ULOG -> LogFormat.ULOG;
      case ARDUPILOT_LOG -> LogFormat.ARDUPILOT;
      case KLV_METADATA -> LogFormat.KLV;
      case TRANSPORT_STREAM -> LogFormat.TRANSPORT_STREAM;
      case CSV_TELEMETRY -> LogFormat.CSV;
      case PICTURE_JPEG, PICTURE_TIFF, MOSAIC, GROUND_CONTROL ->
          throw new IllegalStateException(this + " is no flight log");
    };
  }
}
