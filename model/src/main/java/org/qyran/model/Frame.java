package org.qyran.model;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One exposure: one image, or one per band, with everything needed to place its pixels on the
 * ground; or with the reason why they cannot be placed. Such a frame is still looked at. Or a piece
 * of a mosaic, whose pixels have places already.
 *
 * @param id stable across runs: derived from the bytes of its files
 * @param flight the flight it belongs to
 * @param sensor maker and model
 * @param time UTC
 * @param timeSource how the time became UTC
 * @param bands at least one, ordered by wavelength; outlines and poses refer to the first
 * @param platform the pose; null where there is none
 * @param unplaced why there is no pose
 * @param calibrationPanel true when it shows a reflectance panel: it is not searched for targets
 * @param window the piece of a mosaic that this is: its pixels have places without a pose. Of
 *     {@code platform}, {@code unplaced} and {@code window} exactly one is not null
 */
public record Frame(
    String id,
    String flight,
    String sensor,
    Instant time,
    Capture.TimeSource timeSource,
    List<BandImage> bands,
    @Nullable PlatformState platform,
    @Nullable FrameIssue unplaced,
    boolean calibrationPanel,
    @Nullable MosaicWindow window) {

  public Frame {
    Require.notBlank("id", id);
    Require.notBlank("flight", flight);
    bands = List.copyOf(bands);
    if (bands.isEmpty()) {
      throw new IllegalArgumentException("frame " + id + " has no band");
    }
    long reasons = Stream.of(platform, unplaced, window).filter(Objects::nonNull).count();
    if (reasons != 1) {
      throw new IllegalArgumentException(
          "frame "
              + id
              + " needs either a platform state or the reason why it has none, or be a piece of a"
              + " mosaic");
    }
  }

  /** A photograph. */
  public Frame(
      String id,
      String flight,
      String sensor,
      Instant time,
      Capture.TimeSource timeSource,
      List<BandImage> bands,
      @Nullable PlatformState platform,
      @Nullable FrameIssue unplaced,
      boolean calibrationPanel) {
    this(id, flight, sensor, time, timeSource, bands, platform, unplaced, calibrationPanel, null);
  }

  /** The same exposure with a pose, whatever it had. */
  public Frame at(PlatformState pose) {
    return new Frame(id, flight, sensor, time, timeSource, bands, pose, null, calibrationPanel);
  }

  /** Another piece of the same mosaic. */
  public Frame at(MosaicWindow piece) {
    return new Frame(
        id, flight, sensor, time, timeSource, bands, null, null, calibrationPanel, piece);
  }

  /** The same exposure with the bands of one of its files alone. */
  public Frame only(ImageRef file) {
    return new Frame(
        id,
        flight,
        sensor,
        time,
        timeSource,
        bands.stream().filter(band -> band.image().equals(file)).toList(),
        platform,
        unplaced,
        calibrationPanel,
        window);
  }

  /** The piece of a mosaic that this is, unless it is a photograph. */
  public Optional<MosaicWindow> findWindow() {
    return Optional.ofNullable(window);
  }

  /** The same exposure, its bands known better; as many, in the same order. */
  public Frame with(List<BandImage> known) {
    return new Frame(
        id, flight, sensor, time, timeSource, known, platform, unplaced, calibrationPanel, window);
  }

  /** The pose, unless the frame could not be placed. */
  public Optional<PlatformState> findPlatform() {
    return Optional.ofNullable(platform);
  }

  /** Why the frame could not be placed. */
  public Optional<FrameIssue> findUnplaced() {
    return Optional.ofNullable(unplaced);
  }

  /** The camera that outlines and the pose refer to. */
  public CameraModel camera() {
    return bands.get(0).camera();
  }

  /** The file that stands for the frame where only one can be named. */
  public ImageRef image() {
    return bands.get(0).image();
  }

  /** The files the frame was made of, each once, in the order of the bands. */
  public List<ImageRef> images() {
    return bands.stream().map(BandImage::image).distinct().toList();
  }
}
