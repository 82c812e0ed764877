package org.qyran.jobs.step;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.qyran.geo.control.ControlObservation;
import org.qyran.geo.control.GroundControl;
import org.qyran.geo.control.GroundControlFile;
import org.qyran.geo.mosaic.MosaicReader;
import org.qyran.ingest.metadata.MetadataReader;
import org.qyran.ingest.metadata.ReadSettings;
import org.qyran.ingest.telemetry.TelemetryLog;
import org.qyran.ingest.telemetry.TelemetryReader;
import org.qyran.ingest.upload.Kind;
import org.qyran.jobs.settings.Settings;
import org.qyran.model.Capture;
import org.qyran.model.ControlMark;
import org.qyran.model.FrameIssue;
import org.qyran.model.FrameReceipt;
import org.qyran.model.ImageRef;
import org.qyran.model.IssueCode;
import org.qyran.model.Outcome;

/**
 * A received file in, what a picture says of itself out; a flight log's reports and the marks of
 * ground control go down the side.
 */
public final class Read extends ProcessFunction<ReceivedInput, Capture> {

  private static final long serialVersionUID = 1;

  private final Settings settings;

  private transient Doorbell door;
  private transient MetadataReader pictures;
  private transient TelemetryReader logs;
  private transient MosaicReader mosaics;

  public Read(Settings settings) {
    this.settings = settings;
  }

  @Override
  public void open(OpenContext context) {
    door = new Doorbell(getRuntimeContext(), Room.READ);
    pictures = new MetadataReader(settings.room(ReadSettings.class));
    logs = new TelemetryReader();
    mosaics = settings.mosaicReader();
  }

  @Override
  public void processElement(ReceivedInput input, Context context, Collector<Capture> out) {
    long since = door.entered();
    if (input.file().kind().isPicture() || input.file().kind() == Kind.MOSAIC) {
      Outcome<Capture> picture =
          input.file().kind() == Kind.MOSAIC
              ? mosaics.read(input.file().image(), input.flight())
              : pictures.read(input.file(), input.flight());
      door.left(since);
      picture.split(
          capture -> {
            door.out(1);
            out.collect(capture);
          },
          issue -> refuse(issue, context));
    } else if (input.file().kind() == Kind.GROUND_CONTROL) {
      handControl(input, context);
      door.left(since);
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
        Sides.RECEIPTS,
        receipt(
            input.flight(),
            input.file().image(),
            "flight log",
            "%d reports".formatted(log.reports().size())));
  }

  private void handControl(ReceivedInput input, Context context) {
    ImageRef list = input.file().image();
    try {
      GroundControl control = GroundControlFile.read(Path.of(URI.create(list.uri())));
      for (ControlObservation seen : control.observations()) {
        context.output(
            Sides.CONTROL,
            new ControlMark(
                input.flight(),
                seen.point(),
                seen.position(),
                seen.statedMeters(),
                seen.image(),
                seen.pixel()));
      }
      door.out(1);
      context.output(
          Sides.RECEIPTS,
          receipt(
              input.flight(),
              list,
              "ground control",
              "%d marks in %s".formatted(control.observations().size(), control.system())));
    } catch (IOException e) {
      refuse(
          FrameIssue.of(
              IssueCode.UNSUPPORTED_FORMAT, input.flight(), list, String.valueOf(e.getMessage())),
          context);
    }
  }

  private void refuse(FrameIssue issue, Context context) {
    door.refused(issue.code());
    context.output(Sides.ISSUES, issue);
  }

  private static FrameReceipt receipt(String flight, ImageRef file, String what, String content) {
    return new FrameReceipt(
        file.file(),
        file.sha256(),
        FrameReceipt.Status.PROCESSED,
        null,
        "%s, %s".formatted(what, content),
        null,
        null,
        null,
        null,
        null,
        null,
        flight,
        what);
  }
}
