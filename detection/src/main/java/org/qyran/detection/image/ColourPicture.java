package org.qyran.detection.image;

/**
 * A frame as a person sees it: blue, green and red bytes in turn, row by row.
 *
 * @param width in its own pixels
 * @param height in its own pixels
 * @param bgr three bytes per pixel
 * @param framePixelsPerColumn frame pixels that one of its columns covers
 * @param framePixelsPerRow frame pixels that one of its rows covers
 * @param bands what is shown as red, green and blue, {@code nir red green}; {@code red green blue}
 *     for a colour picture
 */
@SuppressWarnings("ArrayRecordComponent") // never compared; a list would box each pixel
public record ColourPicture(
    int width,
    int height,
    byte[] bgr,
    double framePixelsPerColumn,
    double framePixelsPerRow,
    String bands) {}
