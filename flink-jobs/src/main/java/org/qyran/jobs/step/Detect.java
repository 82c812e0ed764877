package org.qyran.jobs.step;

import java.util.List;
import java.util.Optional;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;
import org.qyran.detection.DetectionSettings;
import org.qyran.detection.FrameInspector;
import org.qyran.detection.Inspection;
import org.qyran.detection.WindowInspection;
import org.qyran.geo.mosaic.MosaicLocator;
import org.qyran.geo.terrain.TerrainSettings;
import org.qyran.jobs.settings.Settings;
import org.qyran.model.Detection;
import org.qyran.model.Frame;
import org.qyran.model.FrameIssue;
import org.qyran.model.ImageRef;
import org.qyran.model.MosaicWindow;
import org.qyran.model.Outcome;

/**
 * A placed frame in, what was flagged in it out; receipts and refusals go down the side, and the
 * ground that was looked at: a frame that could not be read has seen nothing. So does the word of
 * how its counts were understood.
 */
public final class Detect extends ProcessFunction<PlacedFrame, InspectedFrame> {

  private static final long serialVersionUID = 1;

  private final Settings settings;
  private final List<String> terrain;

  private transient Doorbell door;
  private transient @Nullable TerrainLoan loan;
  private transient FrameInspector inspector;
  private transient MosaicLocator mosaics;

  public Detect(Settings settings, List<String> terrain) {
    this.settings = settings;
    this.terrain = List.copyOf(terrain);
  }

  @Override
  public void open(OpenContext context) throws Exception {
    door = new Doorbell(getRuntimeContext(), Room.DETECT);
    loan = TerrainLoan.of(terrain, settings.room(TerrainSettings.class));
    inspector = new FrameInspector(settings.room(DetectionSettings.class));
    mosaics = new MosaicLocator(loan.terrain());
  }

  @Override
  public void close() {
    if (inspector != null) {
      inspector.close();
    }
    if (loan != null) {
      loan.close();
    }
  }

  @Override
  public void processElement(PlacedFrame placed, Context context, Collector<InspectedFrame> out) {
    Optional<MosaicWindow> window = placed.frame().findWindow();
    if (window.isPresent()) {
      processWindow(placed, window.get(), context, out);
      return;
    }
    long since = door.entered();
    Outcome<Inspection> inspected = examine(placed);
    door.left(since);
    inspected.split(
        inspection -> {
          List<Detection> detections = inspection.detections();
          door.out(detections.size());
          inspection.notSearched().forEach(what -> context.output(Sides.NOT_SEARCHED, what));
          inspection.findCalibration().ifPresent(how -> context.output(Sides.CALIBRATIONS, how));
          placed
              .findFootprint()
              .map(ground -> ground.searchedFor(inspection.search()))
              .ifPresent(ground -> context.output(Sides.FOOTPRINTS, ground));
          Receipts.of(placed).forEach(receipt -> context.output(Sides.RECEIPTS, receipt));
          out.collect(new InspectedFrame(placed, detections));
        },
        issue -> refuse(placed.frame(), issue, context));
  }

  /** Of a piece of an orthophoto only the ground was seen that is not cut out of it. */
  private void processWindow(
      PlacedFrame placed, MosaicWindow window, Context context, Collector<InspectedFrame> out) {
    long since = door.entered();
    Outcome<WindowInspection> inspected = inspector.inspectWindow(placed.frame(), window);
    door.left(since);
    inspected.split(
        found -> {
          door.out(found.detections().size());
          found.notSearched().forEach(what -> context.output(Sides.NOT_SEARCHED, what));
          if (placed.findFootprint().isPresent()) {
            mosaics
                .footprints(placed.frame(), found.seen())
                .forEach(
                    ground -> context.output(Sides.FOOTPRINTS, ground.searchedFor(found.search())));
          }
          Receipts.of(placed).forEach(receipt -> context.output(Sides.RECEIPTS, receipt));
          out.collect(new InspectedFrame(placed, found.detections()));
        },
        issue -> refuse(placed.frame(), issue, context));
  }

  private Outcome<Inspection> examine(PlacedFrame placed) {
    Frame frame = placed.frame();
    return placed
        .findFootprint()
        .map(ground -> inspector.examine(frame, ground.groundSamplingDistanceMeters()))
        .orElseGet(() -> inspector.examineUnplaced(frame));
  }

  /** Every file of the frame gets a receipt, not only the one that could not be read. */
  private void refuse(Frame frame, FrameIssue issue, Context context) {
    door.refused(issue.code());
    for (ImageRef image : frame.images()) {
      context.output(
          Sides.ISSUES, FrameIssue.of(issue.code(), frame.flight(), image, issue.detail()));
    }
  }
}
