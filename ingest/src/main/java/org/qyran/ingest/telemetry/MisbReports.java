package org.qyran.ingest.telemetry;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.qyran.ingest.telemetry.clock.Samples;
import org.qyran.ingest.telemetry.klv.KlvAccount;
import org.qyran.ingest.telemetry.klv.MisbReport;
import org.qyran.model.GeoPoint;
import org.qyran.model.IssueCode;
import org.qyran.model.Telemetry;

/**
 * Makes reports of the metadata of aircraft video: every set is a report of its own, with the time,
 * place and angles that it states. The position is the sensor's. One thread at a time.
 */
final class MisbReports {

  /**
   * Why there are no reports.
   *
   * @param reason a sentence
   */
  record Refusal(IssueCode code, String reason) {}

  private final Samples<MisbReport> sets = new Samples<>();
  private String platform = "";
  private long timeless;
  private long placeless;

  void add(MisbReport set) {
    if (platform.isEmpty()) {
      platform = set.platform();
    }
    Optional<Instant> time = set.time();
    if (time.isEmpty()) {
      timeless++;
    } else if (set.position().isEmpty()) {
      placeless++;
    } else {
      sets.add(ChronoUnit.MICROS.between(Instant.EPOCH, time.get()), set);
    }
  }

  /** The reports in order of time. */
  List<Telemetry> reports(String flight) {
    List<Telemetry> reports = new ArrayList<>();
    for (Samples.Sample<MisbReport> set : sets.inOrder()) {
      MisbReport said = set.value();
      GeoPoint position = said.position().orElseThrow();
      reports.add(
          new Telemetry(
              flight,
              platform,
              said.time().orElseThrow(),
              position,
              said.heights(),
              said.bodyAttitude().orElse(null),
              said.cameraAttitude().orElse(null)));
    }
    return reports;
  }

  boolean isFull() {
    return sets.isFull();
  }

  /** Why there are no reports. */
  Refusal refusal(KlvAccount account) {
    if (!account.metadataStream()) {
      return new Refusal(
          IssueCode.UNSUPPORTED_FORMAT,
          "The video carries no metadata (KLV), and its pictures are not read; hand in single"
              + " pictures.");
    }
    if (account.sets() == 0) {
      return new Refusal(
          IssueCode.UNREADABLE,
          text(
              "No set of MISB ST 0601 or EG 0104 could be read in %,d bytes of metadata%s; copy the"
                  + " file again.",
              account.bytes(), account.damagedSets() == 0 ? "" : ": " + causes(account)));
    }
    return timeless > 0
        ? new Refusal(
            IssueCode.NO_TIME,
            text(
                "None of the %,d sets of metadata says its date and time, so no picture can be"
                    + " looked up.",
                account.sets()))
        : new Refusal(
            IssueCode.NO_POSITION,
            text("None of the %,d sets of metadata says where the camera was.", account.sets()));
  }

  /** What was damaged or missing, in sentences' ends. */
  List<String> damage(KlvAccount account) {
    List<String> sentences = new ArrayList<>();
    if (account.damagedSets() > 0) {
      sentences.add(
          text(
              "%,d of its sets of metadata are damaged and were passed over: %s.",
              account.damagedSets(), causes(account)));
    }
    if (account.badItems() > 0) {
      sentences.add(
          text(
              "%,d items of its sets say nothing that can be; the rest of those sets was read.",
              account.badItems()));
    }
    if (timeless + placeless > 0) {
      sentences.add(
          text(
              "%,d of its sets say no time and %,d no place; they were left out.",
              timeless, placeless));
    }
    return sentences;
  }

  private static String causes(KlvAccount account) {
    List<String> causes = new ArrayList<>();
    cause(causes, account.wrongChecksums(), "a wrong checksum");
    cause(causes, account.impossibleLengths(), "an impossible length");
    cause(causes, account.brokenSets(), "items that do not fill it");
    cause(causes, account.cutShort(), "no end before the file's");
    return String.join(", ", causes);
  }

  private static void cause(List<String> causes, long count, String what) {
    if (count > 0) {
      causes.add(text("%,d with %s", count, what));
    }
  }

  private static String text(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
