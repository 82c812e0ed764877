/**
 * Where is this? Pixels of pictures in, places on the ground out, for people and for those who
 * check us.
 *
 * <p>Comes in: a table of files and pixels; goes out: the same rows, each with a place and its
 * error or with the reason why there is none. Start with {@link
 * org.qyran.app.locate.PointLocation}. What pictures say of themselves is read and paired as a run
 * would do it, or poses are taken from a run's {@code frames.csv}.
 *
 * <p>No geometry is computed here, and no picture is decoded.
 */
@NullMarked
package org.qyran.app.locate;

import org.jspecify.annotations.NullMarked;
