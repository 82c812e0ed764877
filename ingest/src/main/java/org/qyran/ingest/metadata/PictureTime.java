package org.qyran.ingest.metadata;

import com.drew.metadata.exif.ExifDirectoryBase;
import com.drew.metadata.exif.GpsDirectory;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.qyran.model.Capture.TimeSource;

/**
 * When a picture was taken, and how that became UTC.
 *
 * <p>Takes the best source that can be believed, in the order of {@code docs/CONVENTIONS.md}: GPS
 * date and time, the maker's UTC tag, local time with its offset, local time in the zone of the
 * settings, local time read as UTC. A time before 1990 is a clock that was never set; the next
 * source is asked.
 *
 * @param instant null when there is none
 * @param source how it became UTC
 */
record PictureTime(@Nullable Instant instant, TimeSource source) {

  private static final Instant EARLIEST = Instant.parse("1990-01-01T00:00:00Z");
  private static final int GPS_DATE = GpsDirectory.TAG_DATE_STAMP;
  private static final int GPS_TIME = GpsDirectory.TAG_TIME_STAMP;

  /**
   * EXIF's {@code 2016:06:23 16:31:59}, XMP's {@code 2013-06-04T17:39:14.5+02:00}, and mixtures.
   */
  private static final Pattern WRITTEN =
      Pattern.compile(
          "(\\d{4})[:-](\\d{2})[:-](\\d{2})[ T](\\d{2}):(\\d{2}):(\\d{2})(?:\\.(\\d{1,12}))?\\s*(Z|[+-]\\d{2}:\\d{2})?");

  static PictureTime of(PictureTags tags, Dialect dialect, ReadSettings settings) {
    Optional<LocalDateTime> local = local(tags);
    return first(TimeSource.GPS, () -> gps(tags))
        .or(() -> first(TimeSource.UTC_TAG, () -> dialect.utcTag(tags)))
        .or(
            () ->
                first(TimeSource.UTC_TAG, () -> dialect.keepsUtc() ? utc(local) : Optional.empty()))
        .or(() -> first(TimeSource.OFFSET_TAG, () -> withOffset(tags, local)))
        .or(() -> first(TimeSource.ZONE_SETTING, () -> inZone(settings, local)))
        .or(() -> first(TimeSource.ASSUMED_UTC, () -> utc(local)))
        .orElse(new PictureTime(null, TimeSource.NONE));
  }

  /** A time that is written with its offset, or is known to be UTC. */
  static Optional<Instant> parseUtc(String text) {
    Matcher written = WRITTEN.matcher(text.strip());
    if (!written.matches()) {
      return Optional.empty();
    }
    String offset = written.group(8);
    return zone(offset == null ? "Z" : offset)
        .flatMap(zone -> dateTime(written, written.group(7)).map(time -> time.toInstant(zone)));
  }

  private static Optional<PictureTime> first(
      TimeSource source, Supplier<Optional<Instant>> candidate) {
    return candidate
        .get()
        .filter(instant -> !instant.isBefore(EARLIEST))
        .map(instant -> new PictureTime(instant, source));
  }

  private static Optional<Instant> gps(PictureTags tags) {
    List<Double> time = tags.gpsNumbers(GPS_TIME);
    String date = tags.gpsText(GPS_DATE).orElse("").replace('-', ':');
    String[] parts = date.split(":", -1);
    if (time.size() != 3 || parts.length != 3 || parts[0].length() != 4) {
      return Optional.empty();
    }
    try {
      LocalDate day =
          LocalDate.of(
              Integer.parseInt(parts[0]), Integer.parseInt(parts[1]), Integer.parseInt(parts[2]));
      double seconds = time.get(0) * 3600 + time.get(1) * 60 + time.get(2);
      if (!(seconds >= 0) || seconds >= 86_401) {
        return Optional.empty();
      }
      return Optional.of(
          day.atStartOfDay()
              .plusNanos(Math.round(seconds * 1e6) * 1_000)
              .toInstant(ZoneOffset.UTC));
    } catch (NumberFormatException | DateTimeException e) {
      return Optional.empty();
    }
  }

  /** The exposure's local time; the time of writing the file where the exposure's is missing. */
  private static Optional<LocalDateTime> local(PictureTags tags) {
    Optional<String> changed = tags.imageText(ExifDirectoryBase.TAG_DATETIME);
    Optional<String> original = tags.exposureText(ExifDirectoryBase.TAG_DATETIME_ORIGINAL);
    Optional<String> subsecond = tags.exposureText(ExifDirectoryBase.TAG_SUBSECOND_TIME_ORIGINAL);
    if (subsecond.isEmpty() && (original.isEmpty() || original.equals(changed))) {
      subsecond = tags.exposureText(ExifDirectoryBase.TAG_SUBSECOND_TIME);
    }
    String text = original.or(() -> changed).orElse("");
    Matcher written = WRITTEN.matcher(text);
    return written.matches() ? dateTime(written, subsecond.orElse("")) : Optional.empty();
  }

  private static Optional<LocalDateTime> dateTime(Matcher written, @Nullable String fraction) {
    try {
      return Optional.of(
          LocalDateTime.of(
              Integer.parseInt(written.group(1)),
              Integer.parseInt(written.group(2)),
              Integer.parseInt(written.group(3)),
              Integer.parseInt(written.group(4)),
              Integer.parseInt(written.group(5)),
              Integer.parseInt(written.group(6)),
              nanoseconds(fraction == null ? "" : fraction)));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** The digits behind the point of a second. */
  private static int nanoseconds(String digits) {
    if (!digits.matches("\\d{1,12}")) {
      return 0;
    }
    return Integer.parseInt((digits + "000000000").substring(0, 9));
  }

  private static Optional<Instant> utc(Optional<LocalDateTime> local) {
    return local.map(time -> time.toInstant(ZoneOffset.UTC));
  }

  private static Optional<Instant> withOffset(PictureTags tags, Optional<LocalDateTime> local) {
    Optional<String> offset =
        tags.exposureText(ExifDirectoryBase.TAG_TIME_ZONE_ORIGINAL)
            .or(() -> tags.exposureText(ExifDirectoryBase.TAG_TIME_ZONE));
    return offset
        .flatMap(PictureTime::zone)
        .flatMap(zone -> local.map(time -> time.toInstant(zone)));
  }

  private static Optional<ZoneOffset> zone(String offset) {
    try {
      return Optional.of(ZoneOffset.of(offset));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Optional<Instant> inZone(ReadSettings settings, Optional<LocalDateTime> local) {
    Optional<ZoneId> zone = settings.findZone();
    return local.isPresent() && zone.isPresent()
        ? Optional.of(local.get().atZone(zone.get()).toInstant())
        : Optional.empty();
  }
}
