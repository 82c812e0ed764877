package org.qyran.jobs.step;

import java.util.List;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;
import org.qyran.geo.locate.Footprinter;
import org.qyran.geo.locate.LocateSettings;
import org.qyran.geo.mosaic.MosaicLocator;
import org.qyran.geo.terrain.TerrainSettings;
import org.qyran.jobs.settings.Settings;
import org.qyran.model.Footprint;
import org.qyran.model.Frame;
import org.qyran.model.Outcome;

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
  private transient Footprinter footprinter;
  private transient MosaicLocator mosaics;

  public Place(Settings settings, List<String> terrain) {
    this.settings = settings;
    this.terrain = List.copyOf(terrain);
  }

  @Override
  public void open(OpenContext context) throws Exception {
    door = new Doorbell(getRuntimeContext(), Room.PLACE);
    loan = TerrainLoan.of(terrain, settings.room(TerrainSettings.class));
    footprinter = new Footprinter(loan.terrain(), settings.room(LocateSettings.class));
    mosaics = new MosaicLocator(loan.terrain());
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
    PlacedFrame placed = place(frame);
    door.left(since);
    placed.findFootprint().ifPresent(footprint -> door.out(1));
    placed.findUnlocated().ifPresent(issue -> door.refused(issue.code()));
    out.collect(placed);
  }

  /** A picture of a reflectance panel was taken by hand, and shows no ground worth a place. */
  private PlacedFrame place(Frame frame) {
    if (frame.calibrationPanel()) {
      return new PlacedFrame(frame, null, null);
    }
    Outcome<Footprint> ground =
        frame.findWindow().isPresent() ? mosaics.footprint(frame) : footprinter.footprint(frame);
    return new PlacedFrame(frame, ground.find().orElse(null), ground.findIssue().orElse(null));
  }
}
