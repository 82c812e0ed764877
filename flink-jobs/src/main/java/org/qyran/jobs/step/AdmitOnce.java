package org.qyran.jobs.step;

import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.qyran.model.Capture;
import org.qyran.model.FrameIssue;
import org.qyran.model.IssueCode;

/**
 * Lets each picture in once. Keyed by the hash of its bytes.
 *
 * <p>DISCUSSION. <i>Twice:</i> the same message delivered again is dropped without a word, because
 * a broker may deliver again and the picture already has its receipt; the same bytes under another
 * name are a DUPLICATE. <i>Out of order:</i> whichever name comes first is let in; files are handed
 * in in the order of their names, so that is the same one in every run from files. <i>Restart:</i>
 * the state is the flight and the name under the hash, restored with the job. <i>Forgotten:</i>
 * with the run; a job that never ends will need a time to live here.
 */
public final class AdmitOnce extends KeyedProcessFunction<String, Capture, Capture> {

  private static final long serialVersionUID = 1;

  private transient Doorbell door;
  private transient ValueState<String> admitted;

  @Override
  public void open(OpenContext context) {
    door = new Doorbell(getRuntimeContext(), Room.ADMIT);
    admitted = getRuntimeContext().getState(new ValueStateDescriptor<>("admitted", String.class));
  }

  @Override
  public void processElement(Capture capture, Context context, Collector<Capture> out)
      throws Exception {
    long since = door.entered();
    String name = capture.flight() + "/" + capture.image().file();
    String first = admitted.value();
    if (first == null) {
      admitted.update(name);
      door.out(1);
      out.collect(capture);
    } else if (!first.equals(name)) {
      door.refused(IssueCode.DUPLICATE);
      context.output(
          Sides.ISSUES,
          FrameIssue.of(
              IssueCode.DUPLICATE,
              capture.flight(),
              capture.image(),
              "the same bytes were handed in as %s; remove one of the two".formatted(first)));
    }
    door.left(since);
  }
}
