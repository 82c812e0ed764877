package org.qyran.app.locate;

import org.qyran.model.PixelPoint;

/**
 * A row of the table that was handed in.
 *
 * @param file as written
 * @param x as written, pixels from the left edge
 * @param y as written, pixels from the top edge
 * @param pixel the same as numbers
 */
record AskedPoint(String file, String x, String y, PixelPoint pixel) {}
