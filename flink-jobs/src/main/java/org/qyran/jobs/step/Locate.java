package org.qyran.jobs.step;

import java.util.List;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;
import org.qyran.geo.locate.GroundLocator;
import org.qyran.geo.locate.LocateSettings;
import org.qyran.geo.mosaic.MosaicLocator;
import org.qyran.geo.survey.UnplacedDetection;
import org.qyran.geo.terrain.TerrainSettings;
import org.qyran.jobs.settings.Settings;
import org.qyran.model.Detection;
import org.qyran.model.Frame;
import org.qyran.model.FrameIssue;
import org.qyran.model.IssueCode;
import org.qyran.model.Outcome;
import org.qyran.model.Sighting;

/** Detections in, sightings on the ground out; what has no place goes down the side without one. */
public final class Locate extends ProcessFunction<InspectedFrame, Sighting> {

  private static final long serialVersionUID = 1;

  private final Settings settings;
  private final List<String> terrain;

  private transient Doorbell door;
  private transient @Nullable TerrainLoan loan;
  private transient GroundLocator locator;
  private transient MosaicLocator mosaics;

  public Locate(Settings settings, List<String> terrain) {
    this.settings = settings;
    this.terrain = List.copyOf(terrain);
  }

  @Override
  public void open(OpenContext context) throws Exception {
    door = new Doorbell(getRuntimeContext(), Room.LOCATE);
    loan = TerrainLoan.of(terrain, settings.room(TerrainSettings.class));
    locator = new GroundLocator(loan.terrain(), settings.room(LocateSettings.class));
    mosaics = new MosaicLocator(loan.terrain());
  }

  @Override
  public void close() {
    if (loan != null) {
      loan.close();
    }
  }

  @Override
  public void processElement(InspectedFrame inspected, Context context, Collector<Sighting> out) {
    Frame frame = inspected.placed().frame();
    for (Detection detection : inspected.detections()) {
      long since = door.entered();
      inspected
          .placed()
          .findUnlocated()
          .map(FrameIssue::code)
          .ifPresentOrElse(
              reason -> report(frame, detection, reason, context),
              () ->
                  locate(frame, detection)
                      .split(
                          sighting -> {
                            door.out(1);
                            out.collect(sighting);
                          },
                          issue -> report(frame, detection, issue.code(), context)));
      door.left(since);
    }
  }

  private Outcome<Sighting> locate(Frame frame, Detection detection) {
    return frame.findWindow().isPresent()
        ? mosaics.locate(frame, detection)
        : locator.locate(frame, detection);
  }

  private void report(Frame frame, Detection detection, IssueCode reason, Context context) {
    door.refused(reason);
    context.output(
        Sides.UNLOCATED,
        new UnplacedDetection(
            detection,
            frame.flight(),
            frame.image().file(),
            frame.image().sha256(),
            frame.time(),
            reason));
  }
}
