package org.qyran.jobs.step;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Gathers records and hands them on together when the input has ended.
 *
 * <p>DISCUSSION. <i>Out of order:</i> the room behind the door must not care; fusion and coverage
 * give the same answer for any order. <i>Twice:</i> cannot be, each frame was admitted once.
 * <i>Late:</i> nothing is, within a bounded input. <i>Restart:</i> the list is state.
 * <i>Forgotten:</i> when handed on.
 *
 * @param <I> gathered
 * @param <O> handed on
 */
public final class AtEnd<I extends Record, O extends Record>
    extends KeyedProcessFunction<String, I, O> {

  private static final long serialVersionUID = 1;

  /** What the room does with everything there is; built on the machine that needs it. */
  @FunctionalInterface
  public interface Work<I, O> extends java.io.Serializable {

    List<O> of(List<I> gathered) throws IOException;
  }

  private final Room room;
  private final Class<I> type;
  private final Work<I, O> work;

  private transient Doorbell door;
  private transient ListState<I> gathered;

  public AtEnd(Room room, Class<I> type, Work<I, O> work) {
    this.room = room;
    this.type = type;
    this.work = work;
  }

  @Override
  public void open(OpenContext context) {
    door = new Doorbell(getRuntimeContext(), room);
    gathered =
        getRuntimeContext()
            .getListState(new ListStateDescriptor<>("gathered", TypeInformation.of(type)));
  }

  @Override
  public void processElement(I record, Context context, Collector<O> out) throws Exception {
    door.left(door.entered());
    gathered.add(record);
    context.timerService().registerEventTimeTimer(Long.MAX_VALUE);
  }

  @Override
  public void onTimer(long timestamp, OnTimerContext context, Collector<O> out) throws Exception {
    long since = System.nanoTime();
    List<I> all = new ArrayList<>();
    gathered.get().forEach(all::add);
    List<O> results = work.of(all);
    door.left(since);
    door.out(results.size());
    results.forEach(out::collect);
    gathered.clear();
  }
}
