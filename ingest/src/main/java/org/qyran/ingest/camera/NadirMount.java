package org.qyran.ingest.camera;

import org.qyran.model.Attitude;

/**
 * A camera screwed to an airframe, looking straight down in level flight, the top of its picture
 * towards the nose.
 *
 * <p>A {@link GimbalMount} that never moves. It is taken to be true; a shim under the camera
 * belongs into the error of the pose.
 *
 * <p>Straight down, yaw and roll turn about the same axis and only their sum is known: there the
 * roll is called zero and the yaw is where the picture's top points. Stateless; threads may share
 * it.
 */
public final class NadirMount {

  private static final Attitude STRAIGHT_DOWN = new Attitude(0, -90, 0);

  private NadirMount() {}

  /**
   * The attitude of the camera.
   *
   * @param body of the airframe: yaw of the nose from true north, pitch nose up, roll right wing
   *     down
   */
  public static Attitude camera(Attitude body) {
    return GimbalMount.camera(body, STRAIGHT_DOWN);
  }
}
