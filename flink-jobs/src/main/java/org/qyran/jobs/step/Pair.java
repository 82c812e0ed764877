package org.qyran.jobs.step;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.functions.co.KeyedCoProcessFunction;
import org.apache.flink.util.Collector;
import org.qyran.ingest.frame.FrameAssembler;
import org.qyran.ingest.frame.PairedFlight;
import org.qyran.model.Capture;
import org.qyran.model.Frame;
import org.qyran.model.Telemetry;

/**
 * Captures and flight logs of a flight in, frames with their poses out; windows of orthophotos,
 * which nobody adjusts, down the side. Keyed by flight.
 *
 * <p>DISCUSSION. A flight is paired as a whole when its input has ended, because bands of one
 * exposure, the take-off level and the clock offset between log and camera are facts of the whole
 * flight. <i>Late:</i> nothing is, within a bounded input. <i>Out of order:</i> the assembler
 * sorts. <i>Twice:</i> {@link AdmitOnce} stands before this door; a report of a log that comes
 * twice counts once. <i>Restart:</i> both lists are state. <i>Forgotten:</i> when the flight has
 * been paired.
 */
public final class Pair extends KeyedCoProcessFunction<String, Capture, Telemetry, Frame> {

  private static final long serialVersionUID = 1;

  private transient Doorbell door;
  private transient ListState<Capture> captures;
  private transient ListState<Telemetry> telemetry;

  @Override
  public void open(OpenContext context) {
    door = new Doorbell(getRuntimeContext(), Room.PAIR);
    captures =
        getRuntimeContext()
            .getListState(new ListStateDescriptor<>("captures", TypeInformation.of(Capture.class)));
    telemetry =
        getRuntimeContext()
            .getListState(
                new ListStateDescriptor<>("telemetry", TypeInformation.of(Telemetry.class)));
  }

  @Override
  public void processElement1(Capture capture, Context context, Collector<Frame> out)
      throws Exception {
    door.left(door.entered());
    captures.add(capture);
    context.timerService().registerEventTimeTimer(Long.MAX_VALUE);
  }

  @Override
  public void processElement2(Telemetry report, Context context, Collector<Frame> out)
      throws Exception {
    telemetry.add(report);
    context.timerService().registerEventTimeTimer(Long.MAX_VALUE);
  }

  @Override
  public void onTimer(long timestamp, OnTimerContext context, Collector<Frame> out)
      throws Exception {
    long since = System.nanoTime();
    PairedFlight flight = new FrameAssembler().pair(sorted(captures), list(telemetry));
    door.left(since);
    flight.issues().forEach(issue -> door.refused(issue.code()));
    flight.issues().forEach(issue -> context.output(Sides.ISSUES, issue));
    flight.warnings().forEach(warning -> context.output(Sides.WARNINGS, warning));
    door.out(flight.frames().size());
    for (Frame frame : flight.frames()) {
      if (frame.findWindow().isPresent()) {
        context.output(Sides.WINDOWS, frame);
      } else {
        out.collect(frame);
      }
    }
    captures.clear();
    telemetry.clear();
  }

  private static List<Capture> sorted(ListState<Capture> state) throws Exception {
    List<Capture> captures = list(state);
    captures.sort(Comparator.comparing(capture -> capture.image().file()));
    return captures;
  }

  private static <T> List<T> list(ListState<T> state) throws Exception {
    List<T> values = new ArrayList<>();
    state.get().forEach(values::add);
    return values;
  }
}
