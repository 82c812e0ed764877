package org.qyran.evaluation.set.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FlightAgreementTest {

  @TempDir private Path folder;

  private List<FlightAgreement> read(String report) throws IOException {
    return FlightAgreement.read(Files.writeString(folder.resolve("report.json"), report));
  }

  @Test
  void readsWhatTheReportSaysOfAFlight() throws IOException {
    FlightAgreement flight =
        read("""
            {"flights": [{"flight": "f", "poses": "adjusted", "frames": 18, "pairs": 40, "ties": 900,
              "turned": ["a.jpg"], "raw_median_m": 4.5, "raw_p90_m": 9.0, "corrected_median_m": 0.5,
              "corrected_p90_m": 1.25, "stated_covered_share": 0.25,
              "corrected_covered_share": 0.93, "yaw_bias_deg": 1.5,
              "yaw_bias_error_deg": 0.2, "clock_offset_s": -0.1, "clock_offset_error_s": 0.02}]}
            """)
            .get(0);

    assertThat(flight.poses()).isEqualTo("adjusted");
    assertThat(flight.turned()).containsExactly("a.jpg");
    assertThat(flight.rawMedianMeters()).isEqualTo(4.5);
    assertThat(flight.correctedP90Meters()).isEqualTo(1.25);
    assertThat(flight.statedCoveredShare()).isEqualTo(0.25);
    assertThat(flight.correctedCoveredShare()).isEqualTo(0.93);
    assertThat(flight.biases())
        .contains(
            new FlightAgreement.Bias("yaw", "deg", 1.5, 0.2),
            new FlightAgreement.Bias("clock", "s", -0.1, 0.02));
  }

  @Test
  void whatTheReportDoesNotSayIsNoNumber() throws IOException {
    FlightAgreement flight =
        read("{\"flights\": [{\"flight\": \"f\", \"poses\": \"untied\", \"raw_median_m\": null}]}")
            .get(0);

    assertThat(flight.rawMedianMeters()).isNaN();
    assertThat(flight.correctedCoveredShare()).isNaN();
    assertThat(flight.turned()).isEmpty();
  }

  @Test
  void anOlderReportHasNoFlights() throws IOException {
    assertThat(read("{\"counts\": {}}")).isEmpty();
    assertThat(FlightAgreement.read(folder.resolve("none.json"))).isEmpty();
  }
}
