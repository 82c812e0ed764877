package org.qyran.sampledata.sensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.qyran.model.Attitude;
import org.qyran.model.GeoPoint;
import org.qyran.sampledata.sensor.TelemetryTable.Angles;

class TelemetryTableTest {

  private static final Instant START = Instant.parse("2026-07-20T05:00:00Z");

  private static final List<LoggedPose> TURN =
      List.of(
          pose(0, 43, 179.9999, 100, new Attitude(170, 2, -4), new Attitude(170, -90, 0)),
          pose(
              1_000, 43.001, -179.9999, 110, new Attitude(-170, 0, 4), new Attitude(-170, -80, 0)));

  @Test
  void fiveRowsASecondLieEvenlyBetweenThePoses() {
    // A fifth of the way each: 0.0002 degrees, 2 m, 4 degrees of yaw through the south, ...
    assertThat(table(Duration.ZERO, Angles.BOTH, TURN))
        .isEqualTo(
            """
            # simulated by Qyran
            time,latitude,longitude,height_msl_m,yaw_deg,pitch_deg,roll_deg,\
            camera_yaw_deg,camera_pitch_deg,camera_roll_deg,platform
            2026-07-20T05:00:00Z,43.00000000,179.99990000,100.000,170.000,2.000,-4.000,170.000,-90.000,0.000,PA-18
            2026-07-20T05:00:00.200Z,43.00020000,179.99994000,102.000,174.000,1.600,-2.400,174.000,-88.000,0.000,PA-18
            2026-07-20T05:00:00.400Z,43.00040000,179.99998000,104.000,178.000,1.200,-0.800,178.000,-86.000,0.000,PA-18
            2026-07-20T05:00:00.600Z,43.00060000,-179.99998000,106.000,-178.000,0.800,0.800,-178.000,-84.000,0.000,PA-18
            2026-07-20T05:00:00.800Z,43.00080000,-179.99994000,108.000,-174.000,0.400,2.400,-174.000,-82.000,0.000,PA-18
            2026-07-20T05:00:01Z,43.00100000,-179.99990000,110.000,-170.000,0.000,4.000,-170.000,-80.000,0.000,PA-18
            """);
  }

  @Test
  void aClockThatIsAheadWritesLaterTimes() {
    assertThat(table(Duration.ofMillis(1_250), Angles.NONE, TURN.subList(0, 1)))
        .isEqualTo(
            """
            # simulated by Qyran
            time,latitude,longitude,height_msl_m,platform
            2026-07-20T05:00:01.250Z,43.00000000,179.99990000,100.000,PA-18
            """);
  }

  @Test
  void refusesPosesThatAreNotInOrder() {
    List<LoggedPose> twice = List.of(TURN.get(0), TURN.get(0));

    assertThatThrownBy(() -> table(Duration.ZERO, Angles.BOTH, twice))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("order of time");
    assertThatThrownBy(() -> table(Duration.ZERO, Angles.BOTH, List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("empty");
  }

  private static String table(Duration offset, Angles angles, List<LoggedPose> poses) {
    TelemetryTable table = new TelemetryTable("PA-18", TelemetryTable.FIVE_HERTZ, offset, angles);
    return new String(table.toBytes(poses), StandardCharsets.UTF_8);
  }

  private static LoggedPose pose(
      long millis,
      double latitude,
      double longitude,
      double meanSeaLevelMeters,
      Attitude airframe,
      Attitude camera) {
    return new LoggedPose(
        START.plusMillis(millis),
        new GeoPoint(latitude, longitude),
        meanSeaLevelMeters,
        airframe,
        camera);
  }
}
