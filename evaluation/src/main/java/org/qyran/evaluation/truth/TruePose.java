package org.qyran.evaluation.truth;

import org.qyran.geo.axes.Place;
import org.qyran.model.Attitude;

/**
 * Where a camera really was, and where it really looked.
 *
 * @param file of the picture
 * @param place of the camera
 * @param attitude of the camera
 */
public record TruePose(String file, Place place, Attitude attitude) {}
