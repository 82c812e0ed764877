/**
 * What is known of a camera besides what its pictures say: a table of sensors, and the makers'
 * calibrations turned into the lenses of the house, a pinhole and a fisheye; and how a camera hangs
 * on its airframe.
 *
 * <p>In comes what a picture states (make, model, size, focal length, or a whole calibration); out
 * goes a {@link org.qyran.model.CameraModel} with the error of its focal length. Start with {@link
 * org.qyran.ingest.camera.CameraCatalog}; its figures are in {@code cameras.csv} beside it and in a
 * file of the user's, a row per camera with the reason for it. A camera never gets a class or a
 * branch of its own here: it gets a row. Nothing here reads a picture.
 */
@NullMarked
package org.qyran.ingest.camera;

import org.jspecify.annotations.NullMarked;
