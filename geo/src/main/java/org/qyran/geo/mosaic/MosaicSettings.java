package org.qyran.geo.mosaic;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * How georeferenced rasters are read.
 *
 * @param ce90Meters how far all of a raster may be shifted, in 90 of 100 cases: one made without
 *     ground control lies 1 to 10 m off. Setting {@code raster.ce90}
 * @param bands names of the channels in their order, joined by commas, for files that do not say:
 *     {@code blue,green,red,red edge,nir}; {@code alpha} and {@code none} for what is no light;
 *     empty for none. Setting {@code raster.bands}
 * @param date when it was flown, {@code 2026-07-14} or {@code 2026-07-14T09:30:00Z}; goes before
 *     what a file says, which is when it was written; empty when not known. Setting {@code
 *     raster.date}
 * @param gain what a stored number is multiplied by to be a reflectance, {@code 0.0001} for many
 *     16-bit rasters; 0 takes it from the file, and numbers as they are where that says none.
 *     Setting {@code raster.gain}
 * @param overlapMeters that neighbouring windows share: what is longer may be put together from
 *     pieces. Setting {@code raster.overlap}
 * @param windowPixels the longest side of a window on the grid that is worked on. Setting {@code
 *     raster.window}
 */
public record MosaicSettings(
    double ce90Meters,
    String bands,
    String date,
    double gain,
    double overlapMeters,
    int windowPixels) {

  public MosaicSettings {
    requireInRange("ce90Meters", ce90Meters, 0.01, 1_000);
    requireInRange("gain", gain, 0, 1_000);
    requireInRange("overlapMeters", overlapMeters, 0, 1_000);
    requireInRange("windowPixels", windowPixels, 256, 16_384);
    BandNames.ofSetting(bands);
    parse(date);
  }

  /** A CE90 of 5 m, windows of up to 4,000 working pixels that share 40 m. */
  public static MosaicSettings defaults() {
    return new MosaicSettings(5, "", "", 0, 40, 4_000);
  }

  List<String> bandNames() {
    return BandNames.ofSetting(bands);
  }

  /** Noon of the date, where no time of day is given. */
  Optional<Instant> findTime() {
    return parse(date);
  }

  private static Optional<Instant> parse(String date) {
    if (date.isBlank()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          date.contains("T")
              ? Instant.parse(date.strip())
              : Instant.parse(LocalDate.parse(date.strip()) + "T12:00:00Z"));
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "date is '%s', must be like 2026-07-14 or 2026-07-14T09:30:00Z".formatted(date), e);
    }
  }

  private static void requireInRange(String name, double value, double least, double most) {
    if (!(value >= least && value <= most)) {
      throw new IllegalArgumentException(
          "%s is %s, must lie in [%s, %s]".formatted(name, value, least, most));
    }
  }
}
