package org.qyran.jobs;

import java.util.List;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.functions.KeySelector;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.KeyedStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.qyran.geo.cover.CoverSettings;
import org.qyran.geo.cover.Coverage;
import org.qyran.geo.fuse.FuseSettings;
import org.qyran.geo.fuse.TargetFuser;
import org.qyran.geo.fuse.TriageSettings;
import org.qyran.geo.site.SiteFinder;
import org.qyran.geo.terrain.TerrainSettings;
import org.qyran.jobs.settings.Settings;
import org.qyran.jobs.step.Adjust;
import org.qyran.jobs.step.AdmitOnce;
import org.qyran.jobs.step.AtEnd;
import org.qyran.jobs.step.Describe;
import org.qyran.jobs.step.DescribedFrame;
import org.qyran.jobs.step.Detect;
import org.qyran.jobs.step.InspectedFrame;
import org.qyran.jobs.step.Locate;
import org.qyran.jobs.step.Pair;
import org.qyran.jobs.step.Place;
import org.qyran.jobs.step.PlacedFrame;
import org.qyran.jobs.step.Room;
import org.qyran.jobs.step.Sides;
import org.qyran.jobs.step.TerrainLoan;
import org.qyran.model.Capture;
import org.qyran.model.ControlMark;
import org.qyran.model.CoveragePatch;
import org.qyran.model.Footprint;
import org.qyran.model.Frame;
import org.qyran.model.Sighting;
import org.qyran.model.Target;
import org.qyran.model.Telemetry;

/**
 * The way of a frame: admit, pair, describe, adjust, place, detect, locate, fuse, cover. Sources
 * and sinks are handed in and taken out, so the same way is walked from files, from Kafka and in
 * tests.
 */
public final class SurveyPipeline {

  /** Fusion and coverage see a whole run at once, under one key. */
  private static final String ONE_SURVEY = "survey";

  private final Settings settings;
  private final List<String> terrain;

  /**
   * Makes the way; nothing is laid yet.
   *
   * @param settings of every room
   * @param terrain elevation rasters, first that covers a place wins; may be empty
   */
  public SurveyPipeline(Settings settings, List<String> terrain) {
    this.settings = settings;
    this.terrain = List.copyOf(terrain);
  }

  /** Lays the way from what cameras and aircraft said to targets and coverage. */
  public SurveyStreams connect(
      DataStream<Capture> captures,
      DataStream<Telemetry> telemetry,
      DataStream<ControlMark> control) {
    SingleOutputStreamOperator<Capture> admitted =
        named(
            Room.ADMIT,
            by(captures, c -> c.image().sha256()).process(new AdmitOnce(), of(Capture.class)));
    SingleOutputStreamOperator<Frame> frames =
        named(
            Room.PAIR,
            by(admitted, Capture::flight)
                .connect(by(telemetry, Telemetry::flight))
                .process(new Pair(), of(Frame.class)));
    SingleOutputStreamOperator<DescribedFrame> described =
        named(
            Room.DESCRIBE,
            frames.rebalance().process(new Describe(settings), of(DescribedFrame.class)));
    SingleOutputStreamOperator<Frame> adjusted =
        named(
            Room.ADJUST,
            by(described, d -> d.frame().flight())
                .connect(by(control, ControlMark::flight))
                .process(new Adjust(settings, terrain), of(Frame.class)));
    SingleOutputStreamOperator<PlacedFrame> placed =
        named(
            Room.PLACE,
            adjusted
                .union(frames.getSideOutput(Sides.WINDOWS))
                .rebalance()
                .process(new Place(settings, terrain), of(PlacedFrame.class)));
    SingleOutputStreamOperator<InspectedFrame> inspected =
        named(Room.DETECT, placed.process(new Detect(settings, terrain), of(InspectedFrame.class)));
    SingleOutputStreamOperator<Sighting> sightings =
        named(Room.LOCATE, inspected.process(new Locate(settings, terrain), of(Sighting.class)));
    SingleOutputStreamOperator<Target> targets =
        named(Room.FUSE, by(sightings, s -> ONE_SURVEY).process(fuse(), of(Target.class)));
    SingleOutputStreamOperator<CoveragePatch> patches =
        named(
            Room.COVER,
            by(inspected.getSideOutput(Sides.FOOTPRINTS), f -> ONE_SURVEY)
                .process(cover(), of(CoveragePatch.class)));
    return new SurveyStreams(admitted, frames, adjusted, inspected, sightings, targets, patches);
  }

  private AtEnd<Sighting, Target> fuse() {
    Settings all = settings;
    return new AtEnd<>(
        Room.FUSE,
        Sighting.class,
        sightings ->
            new SiteFinder()
                .combine(
                    new TargetFuser(all.room(FuseSettings.class), all.room(TriageSettings.class))
                        .fuse(sightings)));
  }

  private AtEnd<Footprint, CoveragePatch> cover() {
    Settings all = settings;
    List<String> rasters = terrain;
    return new AtEnd<>(
        Room.COVER,
        Footprint.class,
        footprints -> {
          try (TerrainLoan loan = TerrainLoan.of(rasters, all.room(TerrainSettings.class))) {
            return new Coverage(all.room(CoverSettings.class), loan.terrain()).cover(footprints);
          }
        });
  }

  private static <T> KeyedStream<T, String> by(DataStream<T> stream, KeySelector<T, String> key) {
    return stream.keyBy(key, Types.STRING);
  }

  private static <T> TypeInformation<T> of(Class<T> type) {
    return TypeInformation.of(type);
  }

  private static <T> SingleOutputStreamOperator<T> named(
      Room room, SingleOutputStreamOperator<T> operator) {
    return operator.name(room.title()).uid(room.title());
  }
}
