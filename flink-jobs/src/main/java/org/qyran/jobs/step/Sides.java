package org.qyran.jobs.step;

import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.util.OutputTag;
import org.qyran.geo.survey.UnplacedDetection;
import org.qyran.model.ControlMark;
import org.qyran.model.FlightAdjustment;
import org.qyran.model.Footprint;
import org.qyran.model.Frame;
import org.qyran.model.FrameCalibration;
import org.qyran.model.FrameIssue;
import org.qyran.model.FrameReceipt;
import org.qyran.model.NotSearched;
import org.qyran.model.RunWarning;
import org.qyran.model.Telemetry;

/** What leaves a room by the side door. */
public final class Sides {

  /** Files and frames that were refused; each becomes a receipt. */
  public static final OutputTag<FrameIssue> ISSUES =
      new OutputTag<>("issues", TypeInformation.of(FrameIssue.class));

  /** What became of files that were not refused. */
  public static final OutputTag<FrameReceipt> RECEIPTS =
      new OutputTag<>("receipts", TypeInformation.of(FrameReceipt.class));

  /** What a person should know about the run. */
  public static final OutputTag<RunWarning> WARNINGS =
      new OutputTag<>("warnings", TypeInformation.of(RunWarning.class));

  /** What the pictures of each flight said about its poses. */
  public static final OutputTag<FlightAdjustment> ADJUSTMENTS =
      new OutputTag<>("adjustments", TypeInformation.of(FlightAdjustment.class));

  /** How the counts of frames were understood. */
  public static final OutputTag<FrameCalibration> CALIBRATIONS =
      new OutputTag<>("calibrations", TypeInformation.of(FrameCalibration.class));

  /** Frames that a detector could make nothing of. */
  public static final OutputTag<NotSearched> NOT_SEARCHED =
      new OutputTag<>("not-searched", TypeInformation.of(NotSearched.class));

  /** Reports of flight logs, found among the pictures. */
  public static final OutputTag<Telemetry> TELEMETRY =
      new OutputTag<>("telemetry", TypeInformation.of(Telemetry.class));

  /** Pieces of orthophotos, which have places and are not adjusted. */
  public static final OutputTag<Frame> WINDOWS =
      new OutputTag<>("windows", TypeInformation.of(Frame.class));

  /** Ground control points, found among the pictures. */
  public static final OutputTag<ControlMark> CONTROL =
      new OutputTag<>("control", TypeInformation.of(ControlMark.class));

  /** The ground in the pictures that were looked at. */
  public static final OutputTag<Footprint> FOOTPRINTS =
      new OutputTag<>("footprints", TypeInformation.of(Footprint.class));

  /** Detections whose place on the ground is not known. */
  public static final OutputTag<UnplacedDetection> UNLOCATED =
      new OutputTag<>("unlocated", TypeInformation.of(UnplacedDetection.class));

  private Sides() {}
}
