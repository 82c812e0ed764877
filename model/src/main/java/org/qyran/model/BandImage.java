package org.qyran.model;

/**
 * One band of an exposure: which channel of which file holds it, and the lens it came through.
 *
 * @param image the file
 * @param channel within the file: 0 for a single-band file; 0, 1, 2 are red, green, blue of a
 *     colour picture, whatever light they really recorded
 * @param band the light recorded
 * @param camera the lens and sensor of this band
 */
public record BandImage(ImageRef image, int channel, Band band, CameraModel camera) {

  public BandImage {
    Require.inRange("channel", channel, 0, 63);
  }
}
