package org.qyran.detection.match;

/**
 * The features of one frame, as they travel between operators.
 *
 * @param frameId the frame
 * @param positions x and y of each feature in turn, in pixels of the frame from its top left corner
 * @param descriptors {@value #DESCRIPTOR_BYTES} bytes of each feature in turn
 */
@SuppressWarnings("ArrayRecordComponent") // never compared; a list would box each byte
public record FrameFeatures(String frameId, float[] positions, byte[] descriptors) {

  /** Bytes of one descriptor. */
  public static final int DESCRIPTOR_BYTES = 128;

  /** Of a frame that was not described. */
  public static FrameFeatures none(String frameId) {
    return new FrameFeatures(frameId, new float[0], new byte[0]);
  }

  /** How many there are. */
  public int count() {
    return positions.length / 2;
  }
}
