package org.qyran.ingest.frame;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.qyran.model.BandImage;
import org.qyran.model.CameraModel;
import org.qyran.model.Capture;
import org.qyran.model.Height;

/**
 * The captures of one exposure, ordered by wavelength. What one of them says holds for all.
 *
 * @param captures at least one; none the same file as another
 */
record Exposure(List<Capture> captures) {

  private static final Comparator<BandImage> BY_WAVELENGTH =
      Comparator.<BandImage>comparingDouble(band -> band.band().centerNanometers())
          .thenComparing(band -> band.image().file())
          .thenComparingInt(BandImage::channel);

  private static final int ID_DIGITS = 16;

  Exposure {
    captures = List.copyOf(captures);
  }

  /**
   * Joins captures of the same exposure. Files of another size stay apart: outlines of a frame are
   * in the pixels of its first band, and a colour or thermal companion has pixels of its own.
   */
  static List<Exposure> join(List<Capture> captures) {
    SortedMap<String, List<Capture>> groups =
        captures.stream()
            .sorted(Comparator.comparing(capture -> capture.image().file()))
            .collect(Collectors.groupingBy(Exposure::key, TreeMap::new, Collectors.toList()));
    return groups.values().stream().map(Exposure::byWavelength).toList();
  }

  private static String key(Capture capture) {
    CameraModel camera = capture.bands().get(0).camera();
    return "%s %dx%d".formatted(capture.exposure(), camera.widthPixels(), camera.heightPixels());
  }

  private static Exposure byWavelength(List<Capture> group) {
    List<Capture> sorted = new ArrayList<>(group);
    sorted.sort(
        Comparator.comparing(
            capture -> capture.bands().stream().min(BY_WAVELENGTH).orElseThrow(), BY_WAVELENGTH));
    return new Exposure(sorted);
  }

  /** The bands of all files, by wavelength. */
  List<BandImage> bands() {
    return captures.stream()
        .flatMap(capture -> capture.bands().stream())
        .sorted(BY_WAVELENGTH)
        .toList();
  }

  /** The first 16 digits of the hash over the sorted hashes of the files, one per line. */
  String id() {
    String hashes =
        captures.stream()
            .map(capture -> capture.image().sha256())
            .sorted()
            .collect(Collectors.joining("\n"));
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(hashes.getBytes(StandardCharsets.US_ASCII));
      return HexFormat.of().formatHex(digest).substring(0, ID_DIGITS);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256, this one has not", e);
    }
  }

  Capture first() {
    return captures.get(0);
  }

  /** The capture whose time is told best; of equals the earlier, then the first band. */
  Capture timed() {
    Comparator<Capture> best =
        Comparator.comparing(Capture::timeSource)
            .thenComparing(Capture::time, Comparator.nullsLast(Comparator.naturalOrder()));
    return captures.stream().min(best).orElseThrow();
  }

  Optional<Instant> time() {
    return Optional.ofNullable(timed().time());
  }

  /** The first capture that says where it was, and best how high too. */
  Optional<Capture> placed() {
    return firstThat(capture -> capture.heights().isEmpty() ? null : capture.position())
        .or(() -> firstThat(Capture::position));
  }

  /** The first capture that says how high it was. */
  Optional<Capture> withHeight() {
    return captures.stream().filter(capture -> !capture.heights().isEmpty()).findFirst();
  }

  /** The first capture whose angles can be believed. */
  Optional<Capture> turned() {
    return firstThat(capture -> capture.doubt() == null ? capture.cameraAttitude() : null);
  }

  /** The first capture whose angles cannot be believed. */
  Optional<Capture> doubted() {
    return firstThat(Capture::doubt);
  }

  private Optional<Capture> firstThat(Function<Capture, @Nullable Object> says) {
    return captures.stream().filter(capture -> says.apply(capture) != null).findFirst();
  }

  boolean calibrationPanel() {
    return captures.stream().anyMatch(Capture::calibrationPanel);
  }

  /** How high it was above one datum. */
  Optional<Height> height(Height.Datum datum) {
    return captures.stream()
        .flatMap(capture -> capture.heights().stream())
        .filter(height -> height.datum() == datum)
        .findFirst();
  }

  List<String> files() {
    return captures.stream().map(capture -> capture.image().file()).sorted().toList();
  }
}
