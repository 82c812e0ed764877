package org.qyran.jobs;

import org.apache.flink.types.PojoTestUtils;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.qyran.geo.survey.UnplacedDetection;
import org.qyran.jobs.io.InputFile;
import org.qyran.jobs.io.SpoolLine;
import org.qyran.jobs.step.DescribedFrame;
import org.qyran.jobs.step.InspectedFrame;
import org.qyran.jobs.step.PlacedFrame;
import org.qyran.jobs.step.ReceivedInput;
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

/** What crosses between operators must do so without Kryo, or state cannot evolve. */
class WireTypesTest {

  @ParameterizedTest
  @ValueSource(
      classes = {
        InputFile.class,
        ReceivedInput.class,
        Capture.class,
        Telemetry.class,
        Frame.class,
        DescribedFrame.class,
        ControlMark.class,
        FlightAdjustment.class,
        PlacedFrame.class,
        InspectedFrame.class,
        Sighting.class,
        UnplacedDetection.class,
        Footprint.class,
        CoveragePatch.class,
        Target.class,
        FrameCalibration.class,
        FrameIssue.class,
        FrameReceipt.class,
        NotSearched.class,
        RunWarning.class,
        SpoolLine.class
      })
  void travelsWithoutKryo(Class<?> type) {
    PojoTestUtils.assertSerializedAsPojoWithoutKryo(type);
  }
}
