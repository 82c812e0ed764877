package org.qyran.ingest.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.qyran.model.Attitude;
import org.qyran.model.GeoPoint;
import org.qyran.model.Height;
import org.qyran.model.Telemetry;

class RecordJsonTest {

  private static final Telemetry REPORT =
      new Telemetry(
          "flight-7",
          "hawk",
          Instant.parse("2025-07-24T06:10:11.250Z"),
          new GeoPoint(43.3, 70.9),
          List.of(new Height(812.5, Height.Datum.MEAN_SEA_LEVEL)),
          new Attitude(10, -2, 3),
          null);

  private final RecordJson<Telemetry> json = RecordJson.of(Telemetry.class);

  @Test
  void aRecordComesBackAsItWas() throws IOException {
    assertThat(json.read(json.write(REPORT))).isEqualTo(REPORT);
  }

  @Test
  void theVersionStandsInFrontAndWhatIsNotKnownIsNull() {
    assertThat(new String(json.write(REPORT), StandardCharsets.UTF_8))
        .startsWith("{\"version\":1,\"flight\":\"flight-7\"")
        .contains("\"time\":\"2025-07-24T06:10:11.250Z\"")
        .contains("\"cameraAttitude\":null");
  }

  @Test
  void aFieldThatALaterMinorVersionAddsIsPassedOver() throws IOException {
    String later =
        new String(json.write(REPORT), StandardCharsets.UTF_8)
            .replace("\"platform\"", "\"battery\":71,\"platform\"");

    assertThat(json.read(later.getBytes(StandardCharsets.UTF_8))).isEqualTo(REPORT);
  }

  @Test
  void anotherVersionIsRefusedNamingBoth() {
    byte[] next =
        new String(json.write(REPORT), StandardCharsets.UTF_8)
            .replace("\"version\":1", "\"version\":2")
            .getBytes(StandardCharsets.UTF_8);

    assertThatThrownBy(() -> json.read(next))
        .isInstanceOf(IOException.class)
        .hasMessage("a Telemetry message has version 2, this program reads version 1");
  }

  @Test
  void whatIsNoJsonIsRefusedNamingTheKind() {
    assertThatThrownBy(() -> json.read("hello".getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith("a message is no Telemetry");
  }
}
