/**
 * Outlines and bodies: the plain geometry of plots, roads, roofs and sheets. Comes in: metres and
 * compass degrees; goes out: whether a place lies inside, and how high a roof stands there. Start
 * with {@link org.qyran.sampledata.shape.Outline}. What a shape is made of, or meant to be, is not
 * known here.
 */
@NullMarked
package org.qyran.sampledata.shape;

import org.jspecify.annotations.NullMarked;
