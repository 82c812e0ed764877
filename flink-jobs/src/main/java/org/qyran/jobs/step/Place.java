package org.qyran.jobs.step;

import java.util.List;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;
import org.qyran.geo.locate.GroundLocator;
import org.qyran.geo.locate.LocateSettings;
import org.qyran.geo.terrain.TerrainSettings;
import org.qyran.jobs.settings.Settings;
import org.qyran.model.Footprint;
import org.qyran.model.Frame;

/**
 * A frame in, the frame with the ground it saw out. The next room needs the ground sampling
 * distance, so the ground is asked before the picture is.
 */
public final class Place extends ProcessFunction<Frame, PlacedFrame> {

  private static final long serialVersionUID = 1;

  private final Settings settings;
  private final List<String> terrain;

  private transient Doorbell door;
  private transient @Nullable TerrainLoan loan;
  private transient GroundLocator locator;

  public Place(Settings settings, List<String> terrain) {
    this.settings = settings;
    this.terrain = List.copyOf(terrain);
  }

  @Override
  public void open(OpenContext context) throws Exception {
    door = new Doorbell(getRuntimeContext(), Room.PLACE);
    loan = TerrainLoan.of(terrain, settings.room(TerrainSettings.class));
    locator = new GroundLocator(loan.terrain(), settings.room(LocateSettings.class));
  }

  @Override
  public void close() {
    if (loan != null) {
      loan.close();
    }
  }

  @Override
  public void processElement(Frame frame, Context context, Collector<PlacedFrame> out) {
    long since = door.entered();
    if (frame.calibrationPanel()) {
      out.collect(new PlacedFrame(frame, null, null));
    } else {
      locator
          .footprint(frame)
          .split(
              footprint -> place(frame, footprint, context, out),
              issue -> {
                door.refused(issue.code());
                out.collect(new PlacedFrame(frame, null, issue));
              });
    }
    door.left(since);
  }

  private void place(
      Frame frame, Footprint footprint, Context context, Collector<PlacedFrame> out) {
    door.out(1);
    context.output(Sides.FOOTPRINTS, footprint);
    out.collect(new PlacedFrame(frame, footprint, null));
  }
}
