package org.qyran.jobs.step;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.functions.co.KeyedCoProcessFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;
import org.qyran.detection.match.FrameFeatures;
import org.qyran.detection.match.TieFinder;
import org.qyran.geo.adjust.AdjustSettings;
import org.qyran.geo.adjust.AdjustedFlight;
import org.qyran.geo.adjust.FlightAdjuster;
import org.qyran.geo.locate.LocateSettings;
import org.qyran.geo.terrain.TerrainSettings;
import org.qyran.jobs.settings.Settings;
import org.qyran.model.ControlMark;
import org.qyran.model.Frame;
import org.qyran.model.TiePoint;

/**
 * Frames and ground control of a flight in, the same frames with corrected poses out. Keyed by
 * flight.
 *
 * <p>DISCUSSION. A flight is adjusted as a whole when its input has ended, because a bias is a fact
 * of the whole flight. <i>Late:</i> nothing is, within a bounded input. <i>Out of order:</i> frames
 * are sorted by time and name. <i>Twice:</i> {@link AdmitOnce} stands before this door.
 * <i>Restart:</i> the frames and their features are state, about 200 kB a frame. <i>Forgotten:</i>
 * when the flight has been adjusted.
 */
public final class Adjust
    extends KeyedCoProcessFunction<String, DescribedFrame, ControlMark, Frame> {

  private static final long serialVersionUID = 1;

  private final Settings settings;
  private final List<String> terrain;

  private transient Doorbell door;
  private transient @Nullable TerrainLoan loan;
  private transient FlightAdjuster adjuster;
  private transient ListState<DescribedFrame> gathered;
  private transient ListState<ControlMark> marks;

  public Adjust(Settings settings, List<String> terrain) {
    this.settings = settings;
    this.terrain = List.copyOf(terrain);
  }

  @Override
  public void open(OpenContext context) throws Exception {
    door = new Doorbell(getRuntimeContext(), Room.ADJUST);
    loan = TerrainLoan.of(terrain, settings.room(TerrainSettings.class));
    adjuster =
        new FlightAdjuster(
            loan.terrain(),
            settings.room(LocateSettings.class),
            settings.room(AdjustSettings.class));
    gathered =
        getRuntimeContext()
            .getListState(
                new ListStateDescriptor<>("gathered", TypeInformation.of(DescribedFrame.class)));
    marks =
        getRuntimeContext()
            .getListState(
                new ListStateDescriptor<>("marks", TypeInformation.of(ControlMark.class)));
  }

  @Override
  public void close() {
    if (loan != null) {
      loan.close();
    }
  }

  @Override
  public void processElement1(DescribedFrame described, Context context, Collector<Frame> out)
      throws Exception {
    door.left(door.entered());
    gathered.add(described);
    context.timerService().registerEventTimeTimer(Long.MAX_VALUE);
  }

  @Override
  public void processElement2(ControlMark mark, Context context, Collector<Frame> out)
      throws Exception {
    marks.add(mark);
  }

  @Override
  public void onTimer(long timestamp, OnTimerContext context, Collector<Frame> out)
      throws Exception {
    long since = System.nanoTime();
    List<Frame> frames = new ArrayList<>();
    Map<String, FrameFeatures> features = new HashMap<>();
    for (DescribedFrame described : gathered.get()) {
      frames.add(described.frame());
      features.put(described.frame().id(), described.features());
    }
    frames.sort(Comparator.comparing(Frame::time).thenComparing(Frame::id));
    AdjustedFlight adjusted = adjuster.adjust(frames, ties(frames, features), sorted(marks));
    door.left(since);
    context.output(Sides.ADJUSTMENTS, adjusted.account());
    adjusted.warnings().forEach(warning -> context.output(Sides.WARNINGS, warning));
    door.out(adjusted.frames().size());
    adjusted.frames().forEach(out::collect);
    gathered.clear();
    marks.clear();
  }

  private static List<ControlMark> sorted(ListState<ControlMark> state) throws Exception {
    List<ControlMark> marks = new ArrayList<>();
    state.get().forEach(marks::add);
    marks.sort(
        Comparator.comparing(ControlMark::point)
            .thenComparing(ControlMark::file)
            .thenComparing(mark -> mark.pixel().xPixels())
            .thenComparing(mark -> mark.pixel().yPixels()));
    return marks;
  }

  private List<TiePoint> ties(List<Frame> frames, Map<String, FrameFeatures> features) {
    return adjuster.pairs(frames).stream()
        .flatMap(
            pair ->
                TieFinder.ties(
                    features.getOrDefault(pair.first(), FrameFeatures.none(pair.first())),
                    features.getOrDefault(pair.second(), FrameFeatures.none(pair.second())))
                    .stream())
        .toList();
  }
}
