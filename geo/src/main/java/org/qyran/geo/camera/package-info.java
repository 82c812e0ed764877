/**
 * Lens and pose of a camera: from a pixel to a direction in space, and back.
 *
 * <p>In come a pixel of the stored picture, the {@link org.qyran.model.CameraModel} and the {@link
 * org.qyran.model.Attitude}; out comes a direction in camera axes (right, below, forward), then in
 * level axes (north, east, down). Axes, signs and the order of turns are those of {@code
 * docs/CONVENTIONS.md}, and nowhere else in the house is a camera angle turned into a direction.
 *
 * <p>Start with {@link org.qyran.geo.camera.Lens}, whose two formulas are {@code BrownConrady} and
 * {@code KannalaBrandt}, then {@link org.qyran.geo.camera.CameraPose}. Nothing here knows where the
 * camera is or what the ground looks like.
 */
@NullMarked
package org.qyran.geo.camera;

import org.jspecify.annotations.NullMarked;
