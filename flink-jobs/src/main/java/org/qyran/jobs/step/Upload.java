package org.qyran.jobs.step;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.qyran.ingest.upload.ReceivedFile;
import org.qyran.ingest.upload.UploadDesk;
import org.qyran.jobs.io.InputFile;
import org.qyran.model.Outcome;

/**
 * A file in, its bytes known by their hash out; refusals go down the side.
 *
 * <p>DISCUSSION. One desk sees every file of a run, in the order of the listing, so of two equal
 * files it is always the second that is refused. What it has seen lives in memory and is forgotten
 * with the run: a bounded run that fails is started again from its first file.
 */
public final class Upload extends ProcessFunction<InputFile, ReceivedInput> {

  private static final long serialVersionUID = 1;

  private transient Doorbell door;
  private transient Map<String, UploadDesk> desks;
  private transient Map<String, String> seen;

  @Override
  public void open(OpenContext context) {
    door = new Doorbell(getRuntimeContext(), Room.UPLOAD);
    desks = new HashMap<>();
    seen = new HashMap<>();
  }

  @Override
  public void processElement(InputFile file, Context context, Collector<ReceivedInput> out) {
    long since = door.entered();
    Outcome<ReceivedFile> received =
        desks
            .computeIfAbsent(
                file.flight(), flight -> new UploadDesk(flight, Path.of(file.root()), seen))
            .receive(Path.of(file.path()));
    door.left(since);
    received.split(
        accepted -> {
          door.out(1);
          out.collect(new ReceivedInput(file.flight(), accepted));
        },
        issue -> {
          door.refused(issue.code());
          context.output(Sides.ISSUES, issue);
        });
  }
}
