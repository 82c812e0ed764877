package org.qyran.ingest.wire;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.qyran.ingest.metadata.MetadataReader;
import org.qyran.ingest.metadata.ReadSettings;
import org.qyran.ingest.telemetry.TelemetryLog;
import org.qyran.ingest.telemetry.TelemetryReader;
import org.qyran.ingest.upload.Kind;
import org.qyran.ingest.upload.ReceivedFile;
import org.qyran.ingest.upload.UploadDesk;
import org.qyran.model.FrameIssue;
import org.qyran.model.IssueCode;
import org.qyran.model.RunWarning;

/**
 * Reads a flight, as {@code qyran run} does in its first two rooms, and hands what it read to a
 * publisher. Pictures stay where they are; their hash and place are sent.
 */
public final class FlightSender {

  private final MetadataReader pictures;
  private final TelemetryReader logs = new TelemetryReader();
  private final FlightPublisher publisher;
  private final List<RunWarning> warnings = new ArrayList<>();

  public FlightSender(ReadSettings settings, FlightPublisher publisher) {
    this.pictures = new MetadataReader(settings);
    this.publisher = publisher;
  }

  /**
   * Sends the files of one flight, in the order given.
   *
   * @param seen hashes met so far and the file each was met as; grows
   * @return what was refused; the publisher was told of it too
   */
  public List<FrameIssue> send(
      String flight, Path root, List<Path> files, Map<String, String> seen) {
    UploadDesk desk = new UploadDesk(flight, root, seen);
    List<FrameIssue> refused = new ArrayList<>();
    for (Path file : files) {
      desk.receive(file).split(received -> read(flight, received, refused), refused::add);
    }
    refused.forEach(publisher::refused);
    publisher.flush();
    return refused;
  }

  /** What was wrong with the flight logs sent so far. Warnings have no topic; tell them here. */
  public List<RunWarning> warnings() {
    return List.copyOf(warnings);
  }

  private void read(String flight, ReceivedFile file, List<FrameIssue> refused) {
    if (file.kind().isPicture()) {
      pictures.read(file, flight).split(publisher::capture, refused::add);
    } else if (file.kind() == Kind.MOSAIC) {
      refused.add(
          FrameIssue.of(
              IssueCode.UNSUPPORTED_FORMAT,
              flight,
              file.image(),
              "Orthophotos do not travel on topics yet; hand this one to qyran run."));
    } else if (file.kind() == Kind.GROUND_CONTROL) {
      refused.add(
          FrameIssue.of(
              IssueCode.UNSUPPORTED_FORMAT,
              flight,
              file.image(),
              "Ground control does not travel on topics; run the flight from its folder to use it."));
    } else {
      logs.read(file.image(), file.kind().logFormat(), flight).split(this::publish, refused::add);
    }
  }

  private void publish(TelemetryLog log) {
    log.reports().forEach(publisher::telemetry);
    warnings.addAll(log.warnings());
  }
}
