/**
 * Bodies that light falls on: leafy crowns and flat-sided blocks, where a ray of sight first meets
 * one, and what colour it finds there. Comes in: rays in metres east, north and up; goes out:
 * distances, surfaces, colours. Start with {@link org.qyran.sampledata.shape.Solid}. What stands
 * where is the world's business and not known here.
 */
@NullMarked
package org.qyran.sampledata.shape;

import org.jspecify.annotations.NullMarked;
