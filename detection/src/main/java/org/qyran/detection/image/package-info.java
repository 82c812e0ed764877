/**
 * Opens the files of a frame and lays their bands on one grid at the scale that was asked for.
 *
 * <p>Start with {@link org.qyran.detection.image.ImageOpener}. It reads the header before it
 * decodes, decodes no finer than needed, and makes and releases OpenCV's {@code Mat}s within one
 * call; what it hands out, a {@link org.qyran.detection.image.PreparedImage}, is plain numbers.
 * What grows with the picture is the decoded picture: whole and in native memory for a moment (a
 * JPEG is decoded at a half, a quarter or an eighth where that suffices), then one sample per band
 * on the working grid. Floating point exists for one tile at a time.
 *
 * <p>Pixels are as stored: the EXIF orientation is not applied. Reflectance is made of counts where
 * a frame carries the facts; {@link org.qyran.detection.image.PreparedImage#unit} says which it is.
 */
@NullMarked
package org.qyran.detection.image;

import org.jspecify.annotations.NullMarked;
