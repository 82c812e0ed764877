package org.qyran.jobs;

import java.nio.file.Path;
import java.util.List;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.qyran.geo.survey.UnplacedDetection;
import org.qyran.ingest.wire.Topics;
import org.qyran.jobs.io.GroundCell;
import org.qyran.jobs.io.InputFile;
import org.qyran.jobs.io.KafkaTopics;
import org.qyran.jobs.io.Spool;
import org.qyran.jobs.settings.Settings;
import org.qyran.jobs.step.Read;
import org.qyran.jobs.step.ReceivedInput;
import org.qyran.jobs.step.Room;
import org.qyran.jobs.step.Sides;
import org.qyran.jobs.step.Upload;
import org.qyran.model.Capture;
import org.qyran.model.ControlMark;
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
import org.qyran.model.Telemetry;

/** Gives a {@link SurveyPipeline} its sources and its sinks. */
final class SurveyJob {

  private final StreamExecutionEnvironment environment;
  private final SurveyPipeline pipeline;
  private final Settings settings;
  private final Spool spool;

  SurveyJob(
      StreamExecutionEnvironment environment, Settings settings, List<Path> terrain, Spool spool) {
    this.environment = environment;
    this.settings = settings;
    this.spool = spool;
    this.pipeline = new SurveyPipeline(settings, terrain.stream().map(Path::toString).toList());
  }

  /** From files to the spool: upload and read, then the pipeline. */
  void fromFiles(List<InputFile> files) {
    SingleOutputStreamOperator<ReceivedInput> received =
        environment
            .fromData(TypeInformation.of(InputFile.class), files.toArray(InputFile[]::new))
            .setParallelism(1)
            .process(new Upload(), TypeInformation.of(ReceivedInput.class))
            .setParallelism(1)
            .name(Room.UPLOAD.title())
            .uid(Room.UPLOAD.title());
    SingleOutputStreamOperator<Capture> captures =
        received
            .rebalance()
            .process(new Read(settings), TypeInformation.of(Capture.class))
            .name(Room.READ.title())
            .uid(Room.READ.title());
    DataStream<Telemetry> telemetry = captures.getSideOutput(Sides.TELEMETRY);
    SurveyStreams streams =
        pipeline.connect(captures, telemetry, captures.getSideOutput(Sides.CONTROL));
    spool(
        streams,
        streams
            .issues()
            .union(received.getSideOutput(Sides.ISSUES), captures.getSideOutput(Sides.ISSUES)),
        streams.receipts().union(captures.getSideOutput(Sides.RECEIPTS)),
        streams.warnings().union(captures.getSideOutput(Sides.WARNINGS)));
  }

  /** From what is on the topics by now to the spool, and to the topics of results. */
  void fromTopics(KafkaTopics kafka) {
    DataStream<Telemetry> telemetry = kafka.read(environment, Topics.TELEMETRY, Telemetry.class);
    SurveyStreams streams =
        pipeline.connect(
            kafka.read(environment, Topics.FRAMES, Capture.class), telemetry, none(telemetry));
    spool(streams, streams.issues(), streams.receipts(), streams.warnings());
    kafka.write(
        streams.sightings(),
        Topics.DETECTIONS,
        Sighting.class,
        sighting -> GroundCell.of(sighting.ring().get(0)));
    kafka.write(streams.targets(), Topics.TARGETS, Target.class, Target::id);
    kafka.write(
        streams.patches(),
        Topics.COVERAGE,
        CoveragePatch.class,
        patch -> GroundCell.of(patch.ring().get(0)));
    kafka.write(streams.issues(), Topics.REFUSED, FrameIssue.class, FrameIssue::flight);
  }

  /** Ground control has no topic. */
  private static DataStream<ControlMark> none(DataStream<Telemetry> telemetry) {
    return telemetry
        .<ControlMark>flatMap((report, out) -> {})
        .returns(TypeInformation.of(ControlMark.class));
  }

  private void spool(
      SurveyStreams streams,
      DataStream<FrameIssue> issues,
      DataStream<FrameReceipt> receipts,
      DataStream<RunWarning> warnings) {
    Spool.lines(issues, FrameIssue.class)
        .union(
            Spool.lines(receipts, FrameReceipt.class),
            Spool.lines(warnings, RunWarning.class),
            Spool.lines(streams.placing(), Frame.class),
            Spool.lines(streams.adjustments(), FlightAdjustment.class),
            Spool.lines(streams.calibrations(), FrameCalibration.class),
            Spool.lines(streams.notSearched(), NotSearched.class),
            Spool.lines(streams.footprints(), Footprint.class),
            Spool.lines(streams.sightings(), Sighting.class),
            Spool.lines(streams.unlocated(), UnplacedDetection.class),
            Spool.lines(streams.targets(), Target.class),
            Spool.lines(streams.patches(), CoveragePatch.class))
        .sinkTo(spool.sink())
        .setParallelism(1)
        .name("spool")
        .uid("spool");
  }
}
