package org.qyran.jobs.publish;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;
import org.qyran.model.Attitude;
import org.qyran.model.FrameReceipt;
import org.qyran.model.GeoPoint;

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
              "detail")
          .get();

  private FramesCsv() {}

  static byte[] write(List<FrameReceipt> receipts) throws IOException {
    StringWriter text = new StringWriter();
    try (CSVPrinter printer = new CSVPrinter(text, FORMAT)) {
      for (FrameReceipt receipt : receipts) {
        print(printer, receipt);
      }
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static void print(CSVPrinter printer, FrameReceipt receipt) throws IOException {
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
        receipt.detail());
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
