package org.qyran.jobs;

import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.qyran.geo.survey.UnplacedDetection;
import org.qyran.jobs.step.InspectedFrame;
import org.qyran.jobs.step.Sides;
import org.qyran.model.Capture;
import org.qyran.model.CoveragePatch;
import org.qyran.model.FlightAdjustment;
import org.qyran.model.Footprint;
import org.qyran.model.Frame;
import org.qyran.model.FrameCalibration;
import org.qyran.model.FrameIssue;
import org.qyran.model.FrameReceipt;
import org.qyran.model.NotSearched;
import org.qyran.model.RunWarning;
import org.qyran.model.Sighting;
import org.qyran.model.Target;

/** What comes out of the rooms of a {@link SurveyPipeline}, for sinks to take. */
public record SurveyStreams(
    SingleOutputStreamOperator<Capture> admitted,
    SingleOutputStreamOperator<Frame> frames,
    SingleOutputStreamOperator<Frame> adjusted,
    SingleOutputStreamOperator<InspectedFrame> inspected,
    SingleOutputStreamOperator<Sighting> sightings,
    SingleOutputStreamOperator<Target> targets,
    SingleOutputStreamOperator<CoveragePatch> patches) {

  /** Refusals of every room. */
  public DataStream<FrameIssue> issues() {
    return admitted
        .getSideOutput(Sides.ISSUES)
        .union(frames.getSideOutput(Sides.ISSUES), inspected.getSideOutput(Sides.ISSUES));
  }

  /** Frames as they are placed: adjusted, or windows of orthophotos. */
  public DataStream<Frame> placing() {
    return adjusted.union(frames.getSideOutput(Sides.WINDOWS));
  }

  public DataStream<FrameReceipt> receipts() {
    return inspected.getSideOutput(Sides.RECEIPTS);
  }

  public DataStream<RunWarning> warnings() {
    return frames.getSideOutput(Sides.WARNINGS).union(adjusted.getSideOutput(Sides.WARNINGS));
  }

  public DataStream<FlightAdjustment> adjustments() {
    return adjusted.getSideOutput(Sides.ADJUSTMENTS);
  }

  public DataStream<FrameCalibration> calibrations() {
    return inspected.getSideOutput(Sides.CALIBRATIONS);
  }

  public DataStream<NotSearched> notSearched() {
    return inspected.getSideOutput(Sides.NOT_SEARCHED);
  }

  public DataStream<Footprint> footprints() {
    return inspected.getSideOutput(Sides.FOOTPRINTS);
  }

  public DataStream<UnplacedDetection> unlocated() {
    return sightings.getSideOutput(Sides.UNLOCATED);
  }
}
