package org.qyran.jobs.publish;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;
import org.qyran.model.Attitude;
import org.qyran.model.FlightAdjustment;
import org.qyran.model.FlightAdjustment.StatedPose;
import org.qyran.model.FrameReceipt;
import org.qyran.model.GeoPoint;
import org.qyran.model.PoseError;

/**
 * {@code frames.csv}: one row per input file, whatever became of it. Its poses are there to be used
 * again: their decimals move the ground by less than 2 mm for each kilometre that the camera is
 * away, looked at from straight above.
 */
final class FramesCsv {

  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180
          .builder()
          .setRecordSeparator('\n')
          .setHeader(
              "file",
              "sha256",
              "status",
              "reason",
              "time",
              "lat",
              "lon",
              "height_m",
              "yaw_deg",
              "pitch_deg",
              "roll_deg",
              "ce90_m",
              "flight",
              "sensor",
              "detail",
              "position_error_m",
              "height_error_m",
              "yaw_error_deg",
              "tilt_error_deg",
              "stated_lat",
              "stated_lon",
              "stated_height_m",
              "stated_yaw_deg",
              "stated_pitch_deg",
              "stated_roll_deg",
              "ground_raised_m")
          .get();

  private FramesCsv() {}

  /**
   * One row for each receipt.
   *
   * @param adjustments which poses were corrected, and what they were stated to be
   */
  static byte[] write(List<FrameReceipt> receipts, List<FlightAdjustment> adjustments)
      throws IOException {
    Map<String, StatedPose> stated = new HashMap<>();
    for (FlightAdjustment flight : adjustments) {
      flight.stated().forEach(pose -> stated.put(flight.flight() + "/" + pose.file(), pose));
    }
    StringWriter text = new StringWriter();
    try (CSVPrinter printer = new CSVPrinter(text, FORMAT)) {
      for (FrameReceipt receipt : receipts) {
        print(
            printer,
            receipt,
            Optional.ofNullable(stated.get(receipt.flight() + "/" + receipt.file())));
      }
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static void print(CSVPrinter printer, FrameReceipt receipt, Optional<StatedPose> stated)
      throws IOException {
    printer.printRecord(
        receipt.file(),
        receipt.sha256(),
        receipt.status().name().toLowerCase(Locale.ROOT),
        receipt.reason() == null ? "" : receipt.reason().name(),
        receipt.time() == null ? "" : receipt.time().toString(),
        place(receipt.position(), GeoPoint::latitudeDegrees),
        place(receipt.position(), GeoPoint::longitudeDegrees),
        receipt.heightMeters() == null ? "" : decimals(3, receipt.heightMeters()),
        angle(receipt.attitude(), Attitude::yawDegrees),
        angle(receipt.attitude(), Attitude::pitchDegrees),
        angle(receipt.attitude(), Attitude::rollDegrees),
        receipt.ce90Meters() == null ? "" : decimals(2, receipt.ce90Meters()),
        receipt.flight(),
        receipt.sensor(),
        receipt.detail(),
        error(receipt, PoseError::horizontalMeters),
        error(receipt, PoseError::verticalMeters),
        error(receipt, PoseError::yawDegrees),
        error(receipt, PoseError::tiltDegrees),
        place(stated.map(StatedPose::position).orElse(null), GeoPoint::latitudeDegrees),
        place(stated.map(StatedPose::position).orElse(null), GeoPoint::longitudeDegrees),
        statedHeight(receipt, stated),
        angle(stated.map(StatedPose::attitude).orElse(null), Attitude::yawDegrees),
        angle(stated.map(StatedPose::attitude).orElse(null), Attitude::pitchDegrees),
        angle(stated.map(StatedPose::attitude).orElse(null), Attitude::rollDegrees),
        stated.map(pose -> decimals(3, pose.groundRaisedMeters())).orElse(""));
  }

  private static String error(FrameReceipt receipt, Function<PoseError, Double> part) {
    return Optional.ofNullable(receipt.poseError())
        .map(part)
        .map(value -> decimals(3, value))
        .orElse("");
  }

  private static String statedHeight(FrameReceipt receipt, Optional<StatedPose> stated) {
    Double height = receipt.heightMeters();
    return stated
        .filter(pose -> height != null)
        .map(pose -> decimals(3, Objects.requireNonNull(height) - pose.raisedMeters()))
        .orElse("");
  }

  private static String place(@Nullable GeoPoint point, Function<GeoPoint, Double> degrees) {
    return Optional.ofNullable(point).map(degrees).map(value -> decimals(8, value)).orElse("");
  }

  private static String angle(@Nullable Attitude attitude, Function<Attitude, Double> degrees) {
    return Optional.ofNullable(attitude).map(degrees).map(value -> decimals(4, value)).orElse("");
  }

  private static String decimals(int count, double value) {
    return String.format(Locale.ROOT, "%." + count + "f", value);
  }
}
