package org.qyran.jobs.step;

import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.qyran.detection.DetectionSettings;
import org.qyran.detection.match.FrameDescriber;
import org.qyran.detection.match.FrameFeatures;
import org.qyran.geo.adjust.AdjustSettings;
import org.qyran.jobs.settings.Settings;
import org.qyran.model.Frame;

/** A frame in, the same frame with the features of its picture out. */
public final class Describe extends ProcessFunction<Frame, DescribedFrame> {

  private static final long serialVersionUID = 1;

  private final Settings settings;

  private transient Doorbell door;
  private transient FrameDescriber describer;

  public Describe(Settings settings) {
    this.settings = settings;
  }

  @Override
  public void open(OpenContext context) {
    door = new Doorbell(getRuntimeContext(), Room.DESCRIBE);
    describer = new FrameDescriber(settings.room(DetectionSettings.class).imageLimitPixels());
  }

  @Override
  public void processElement(Frame frame, Context context, Collector<DescribedFrame> out) {
    long since = door.entered();
    FrameFeatures features =
        isCompared(frame) ? describer.describe(frame) : FrameFeatures.none(frame.id());
    door.left(since);
    door.out(1);
    out.collect(new DescribedFrame(frame, features));
  }

  private boolean isCompared(Frame frame) {
    return settings.room(AdjustSettings.class).enabled()
        && frame.findPlatform().isPresent()
        && !frame.calibrationPanel();
  }
}
