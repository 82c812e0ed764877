package org.qyran.geo.adjust;

import org.qyran.geo.axes.Place;
import org.qyran.model.PixelPoint;

/**
 * A place on the ground that somebody measured, in one picture.
 *
 * @param name of the place; it may be seen in several pictures
 * @param place where it is
 * @param file the picture, as handed in
 * @param pixel where the picture shows it
 */
public record ControlPoint(String name, Place place, String file, PixelPoint pixel) {}
