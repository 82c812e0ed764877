/**
 * A drone's camera that photographs a world. Comes in: a world, a lens, a pose; goes out: a
 * picture, and the picture as a file that speaks a maker's dialect. Start with {@link
 * org.qyran.sampledata.camera.Photographer}. The axes and signs are those of {@code
 * docs/CONVENTIONS.md}, written out here once more. What the product makes of the file must never
 * be known here.
 */
@NullMarked
package org.qyran.sampledata.camera;

import org.jspecify.annotations.NullMarked;
