package org.qyran.ingest.telemetry;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.qyran.ingest.telemetry.CsvReports.Fault;
import org.qyran.ingest.telemetry.clock.Samples;
import org.qyran.ingest.telemetry.klv.KlvAccount;
import org.qyran.ingest.telemetry.klv.KlvFile;
import org.qyran.ingest.telemetry.log.DataFlashFile;
import org.qyran.ingest.telemetry.log.LogAccount;
import org.qyran.ingest.telemetry.log.LogAccount.Ending;
import org.qyran.ingest.telemetry.log.ULogFile;
import org.qyran.model.FrameIssue;
import org.qyran.model.ImageRef;
import org.qyran.model.IssueCode;
import org.qyran.model.Outcome;
import org.qyran.model.RunWarning;
import org.qyran.model.Telemetry;

/**
 * Reads flight logs: PX4's ULog, ArduPilot's DataFlash log, the metadata of aircraft video, and
 * tables.
 *
 * <p>Reads a file once from front to back and keeps at most {@link Samples#MOST} values of a kind,
 * so its need of memory does not grow with the file. A damaged log gives what can still be read of
 * it, and a warning; it is refused only when nothing is left. {@code docs/TELEMETRY.md} says which
 * messages are read and what is refused.
 *
 * <p>Stateless; threads may share it.
 */
public final class TelemetryReader {

  private static final String DAMAGED = "LOG_DAMAGED";

  /**
   * Reads one log.
   *
   * @param log where it rests
   * @param format how it is written
   * @param flight the flight it belongs to
   * @return at least one report; or {@link IssueCode#UNREADABLE} when it is empty or damaged all
   *     over, {@link IssueCode#UNSUPPORTED_FORMAT} when it is of a newer format, {@link
   *     IssueCode#NO_POSITION} when it has no satellite fix, {@link IssueCode#NO_TIME} when its
   *     fixes do not say their UTC
   */
  public Outcome<TelemetryLog> read(ImageRef log, LogFormat format, String flight) {
    try (InputStream in = Files.newInputStream(Path.of(URI.create(log.uri())))) {
      return switch (format) {
        case ULOG -> {
          RecordedFlight recorded = new RecordedFlight();
          yield recorded(log, flight, ULogFile.read(in, new ULogReports(recorded)), recorded);
        }
        case ARDUPILOT -> {
          RecordedFlight recorded = new RecordedFlight();
          LogAccount account = DataFlashFile.read(in, new DataFlashReports(recorded));
          yield recorded(log, flight, account, recorded);
        }
        case KLV -> {
          MisbReports sets = new MisbReports();
          yield misb(log, flight, KlvFile.read(in, sets::add), sets);
        }
        case TRANSPORT_STREAM -> {
          MisbReports sets = new MisbReports();
          yield misb(log, flight, KlvFile.readVideo(in, sets::add), sets);
        }
        case CSV -> table(log, flight, CsvReports.read(in, flight));
      };
    } catch (IOException e) {
      return refused(
          IssueCode.UNREADABLE,
          flight,
          log,
          "The flight log cannot be read (%s); copy it again."
              .formatted(Objects.requireNonNullElse(e.getMessage(), "no reason given")));
    }
  }

  private static Outcome<TelemetryLog> recorded(
      ImageRef log, String flight, LogAccount account, RecordedFlight recorded) {
    if (account.ending() == Ending.NEWER_FORMAT) {
      return refused(
          IssueCode.UNSUPPORTED_FORMAT,
          flight,
          log,
          "The flight log is of a newer format than is known here; export it as a table (CSV).");
    }
    List<Telemetry> reports = recorded.reports(flight);
    if (reports.isEmpty()) {
      return refusal(log, flight, account, recorded);
    }
    List<RunWarning> warnings = new ArrayList<>();
    damage(account, recorded).forEach(sentence -> warnings.add(warning(log, DAMAGED, sentence)));
    if (recorded.jumps() > 0) {
      warnings.add(
          warning(
              log,
              "LOG_CLOCK_JUMPED",
              text(
                  "%,d of its satellite fixes state a time that the rest of the log contradicts by"
                      + " more than 5 s; they were left out.",
                  recorded.jumps())));
    }
    if (recorded.timeless() > 0) {
      warnings.add(
          warning(
              log,
              "LOG_FIXES_WITHOUT_TIME",
              text(
                  "%,d of its satellite fixes do not say their date and time; they were left out.",
                  recorded.timeless())));
    }
    if (recorded.heightsDoubted()) {
      warnings.add(
          warning(
              log,
              "LOG_HEIGHTS_LEFT_OUT",
              "its receiver was set to heights above the ellipsoid (GPS_DRV_OPTIONS), which not"
                  + " every make obeys; the receiver's heights were left out."));
    }
    if (recorded.severalCameras()) {
      warnings.add(
          warning(
              log,
              "LOG_CAMERA_LEFT_OUT",
              "it holds the angles of several cameras and does not say which took the pictures;"
                  + " they were left out."));
    }
    if (recorded.isFull()) {
      warnings.add(tooLong(log));
    }
    return Outcome.found(new TelemetryLog(reports, warnings));
  }

  private static Outcome<TelemetryLog> refusal(
      ImageRef log, String flight, LogAccount account, RecordedFlight recorded) {
    boolean ruined = account.messages() == 0 || account.droppedBytes() > account.bytes() / 2;
    if (ruined) {
      return refused(
          IssueCode.UNREADABLE,
          flight,
          log,
          account.bytes() == 0
              ? "The flight log is empty; copy it again."
              : text(
                  "No position could be found in %,d bytes, %,d of which belong to no message; copy"
                      + " the flight log again.",
                  account.bytes(), account.droppedBytes()));
    }
    return recorded.timeless() > 0
        ? refused(
            IssueCode.NO_TIME,
            flight,
            log,
            text(
                "None of the %,d satellite fixes says its date and time, so no picture can be"
                    + " looked up.",
                recorded.timeless()))
        : refused(
            IssueCode.NO_POSITION,
            flight,
            log,
            text(
                "None of the %,d messages is a satellite fix of three dimensions.",
                account.messages()));
  }

  private static List<String> damage(LogAccount account, RecordedFlight recorded) {
    List<String> sentences = new ArrayList<>();
    if (account.droppedBytes() > 0) {
      sentences.add(
          text(
              "%,d of its %,d bytes belong to no message and were passed over.",
              account.droppedBytes(), account.bytes()));
    }
    if (account.ending() == Ending.CUT_SHORT) {
      sentences.add("it ends in the middle of a message; what came before was read.");
    }
    if (recorded.unbelievable() > 0) {
      sentences.add(
          text(
              "%,d of its messages state a place, an angle or a time that cannot be; they were left"
                  + " out.",
              recorded.unbelievable()));
    }
    return sentences;
  }

  private static Outcome<TelemetryLog> misb(
      ImageRef log, String flight, KlvAccount account, MisbReports sets) {
    List<Telemetry> reports = sets.reports(flight);
    if (reports.isEmpty()) {
      MisbReports.Refusal refusal = sets.refusal(account);
      return refused(refusal.code(), flight, log, refusal.reason());
    }
    List<RunWarning> warnings = new ArrayList<>();
    sets.damage(account).forEach(sentence -> warnings.add(warning(log, DAMAGED, sentence)));
    if (sets.isFull()) {
      warnings.add(tooLong(log));
    }
    return Outcome.found(new TelemetryLog(reports, warnings));
  }

  private static Outcome<TelemetryLog> table(ImageRef log, String flight, CsvReports table) {
    if (table.unusable().isPresent()) {
      return refused(log, flight, table.unusable().get());
    }
    List<Telemetry> reports = table.reports();
    if (reports.isEmpty()) {
      return refused(
          log,
          flight,
          table
              .firstBadRow()
              .orElse(new Fault(1, IssueCode.UNREADABLE, "there are no rows under the header")));
    }
    List<RunWarning> warnings = new ArrayList<>();
    table
        .firstBadRow()
        .ifPresent(
            fault ->
                warnings.add(
                    warning(
                        log,
                        "LOG_ROWS_SKIPPED",
                        text(
                            "%,d of %,d rows were left out; the first is line %,d: %s.",
                            table.badRows(), table.rows(), fault.line(), fault.reason()))));
    if (!table.ignoredColumns().isEmpty()) {
      warnings.add(
          warning(
              log,
              "LOG_COLUMNS_IGNORED",
              "the columns %s are not read; docs/TELEMETRY.md names those that are."
                  .formatted(String.join(", ", table.ignoredColumns()))));
    }
    if (table.isFull()) {
      warnings.add(tooLong(log));
    }
    return Outcome.found(new TelemetryLog(reports, warnings));
  }

  private static Outcome<TelemetryLog> refused(ImageRef log, String flight, Fault fault) {
    return refused(
        fault.code(),
        flight,
        log,
        text("No row of the table can be used; line %,d: %s.", fault.line(), fault.reason()));
  }

  private static Outcome<TelemetryLog> refused(
      IssueCode code, String flight, ImageRef log, String detail) {
    return Outcome.rejected(FrameIssue.of(code, flight, log, detail));
  }

  private static RunWarning tooLong(ImageRef log) {
    return warning(
        log,
        "LOG_TOO_LONG",
        text(
            "it is longer than %,d values of a kind, and the rest was left out; hand it in in"
                + " parts.",
            Samples.MOST));
  }

  private static RunWarning warning(ImageRef log, String code, String sentence) {
    return new RunWarning(
        code, "Flight log %s: %s".formatted(log.file(), sentence), List.of(log.file()));
  }

  private static String text(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
