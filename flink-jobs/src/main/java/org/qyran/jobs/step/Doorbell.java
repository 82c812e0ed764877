package org.qyran.jobs.step;

import java.util.List;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.qyran.model.IssueCode;

/**
 * The counters on the door of a room: in, out, refused by reason, and time spent. Kept as Flink
 * accumulators named {@code room.in}, {@code room.out}, {@code room.refused.CODE} and {@code
 * room.nanos}, so that a running job can be asked for them.
 */
final class Doorbell {

  private final RuntimeContext context;
  private final String room;

  Doorbell(RuntimeContext context, Room room) {
    this.context = context;
    this.room = room.title();
    for (String counter : List.of("in", "out", "nanos")) {
      context.getLongCounter(this.room + "." + counter);
    }
  }

  /** Something came in; returns when, for {@link #left}. */
  long entered() {
    add("in", 1);
    return System.nanoTime();
  }

  void out(long count) {
    add("out", count);
  }

  void refused(IssueCode code) {
    add("refused." + code.name(), 1);
  }

  /**
   * The work that began at {@code since} is done. To be told before anything is handed on: the next
   * room may do its work within that call, and its time is its own.
   */
  void left(long since) {
    add("nanos", System.nanoTime() - since);
  }

  private void add(String counter, long amount) {
    context.getLongCounter(room + "." + counter).add(amount);
  }
}
