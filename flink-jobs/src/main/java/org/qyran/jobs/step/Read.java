package org.qyran.jobs.step;

import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.qyran.ingest.metadata.MetadataReader;
import org.qyran.ingest.metadata.ReadSettings;
import org.qyran.ingest.telemetry.TelemetryLog;
import org.qyran.ingest.telemetry.TelemetryReader;
import org.qyran.jobs.settings.Settings;
import org.qyran.model.Capture;
import org.qyran.model.FrameIssue;
import org.qyran.model.FrameReceipt;
import org.qyran.model.ImageRef;
import org.qyran.model.Outcome;

/**
 * A received file in, what a picture says of itself out; a flight log's reports go down the side.
 */
public final class Read extends ProcessFunction<ReceivedInput, Capture> {

  private static final long serialVersionUID = 1;

  private final Settings settings;

  private transient Doorbell door;
  private transient MetadataReader pictures;
  private transient TelemetryReader logs;

  public Read(Settings settings) {
    this.settings = settings;
  }

  @Override
  public void open(OpenContext context) {
    door = new Doorbell(getRuntimeContext(), Room.READ);
    pictures = new MetadataReader(settings.room(ReadSettings.class));
    logs = new TelemetryReader();
  }

  @Override
  public void processElement(ReceivedInput input, Context context, Collector<Capture> out) {
    long since = door.entered();
    if (input.file().kind().isPicture()) {
      Outcome<Capture> picture = pictures.read(input.file(), input.flight());
      door.left(since);
      picture.split(
          capture -> {
            door.out(1);
            out.collect(capture);
          },
          issue -> refuse(issue, context));
    } else {
      Outcome<TelemetryLog> read =
          logs.read(input.file().image(), input.file().kind().logFormat(), input.flight());
      door.left(since);
      read.split(log -> hand(input, log, context), issue -> refuse(issue, context));
    }
  }

  private void hand(ReceivedInput input, TelemetryLog log, Context context) {
    door.out(1);
    log.reports().forEach(report -> context.output(Sides.TELEMETRY, report));
    log.warnings().forEach(warning -> context.output(Sides.WARNINGS, warning));
    context.output(
        Sides.RECEIPTS, receipt(input.flight(), input.file().image(), log.reports().size()));
  }

  private void refuse(FrameIssue issue, Context context) {
    door.refused(issue.code());
    context.output(Sides.ISSUES, issue);
  }

  private static FrameReceipt receipt(String flight, ImageRef log, int reports) {
    return new FrameReceipt(
        log.file(),
        log.sha256(),
        FrameReceipt.Status.PROCESSED,
        null,
        "flight log, %d reports".formatted(reports),
        null,
        null,
        null,
        null,
        null,
        null,
        flight,
        "flight log");
  }
}
