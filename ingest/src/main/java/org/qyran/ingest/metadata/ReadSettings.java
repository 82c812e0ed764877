package org.qyran.ingest.metadata;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Optional;

/**
 * How pictures are read.
 *
 * @param zone of camera clocks that do not say theirs, {@code Asia/Almaty} or {@code +05:00}; empty
 *     when it is not known, and such clocks are then taken for UTC
 */
public record ReadSettings(String zone) {

  public ReadSettings {
    if (!zone.isEmpty()) {
      try {
        ZoneId.of(zone);
      } catch (DateTimeException e) {
        throw new IllegalArgumentException(
            "zone is '%s', must be a time zone such as Asia/Almaty or +05:00".formatted(zone), e);
      }
    }
  }

  /** No zone. */
  public static ReadSettings defaults() {
    return new ReadSettings("");
  }

  Optional<ZoneId> findZone() {
    return zone.isEmpty() ? Optional.empty() : Optional.of(ZoneId.of(zone));
  }
}
