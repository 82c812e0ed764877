package org.qyran.model;

import java.util.Objects;

/**
 * One band of an exposure: which channel of which file holds it, the lens it came through, and what
 * its counts mean.
 *
 * @param image the file
 * @param channel within the file: 0 for a single-band file; 0, 1, 2 are red, green, blue of a
 *     colour picture, whatever light they really recorded
 * @param band the light recorded
 * @param camera the lens and sensor of this band
 * @param turn how this lens stands to the others of its rig
 * @param radiometry how its counts become light
 */
public record BandImage(
    ImageRef image,
    int channel,
    Band band,
    CameraModel camera,
    LensTurn turn,
    Radiometry radiometry) {

  public BandImage {
    Require.inRange("channel", channel, 0, 63);
    // A message from before these were known says neither.
    turn = Objects.requireNonNullElse(turn, LensTurn.UNKNOWN);
    radiometry = Objects.requireNonNullElse(radiometry, Radiometry.NONE);
  }

  /** A band of which only lens and light are known. */
  public BandImage(ImageRef image, int channel, Band band, CameraModel camera) {
    this(image, channel, band, camera, LensTurn.UNKNOWN, Radiometry.NONE);
  }

  /** The same band, its counts meaning this. */
  public BandImage with(Radiometry other) {
    return new BandImage(image, channel, band, camera, turn, other);
  }
}
