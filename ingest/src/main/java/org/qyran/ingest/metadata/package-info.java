/**
 * Room 2, read: what a picture says about itself.
 *
 * <p>In comes a received JPEG or TIFF; out goes a {@link org.qyran.model.Capture} in the words,
 * axes and units of the house, or the reason why the file is no picture of the ground. Every maker
 * writes time, heights and angles differently; each way of writing is a {@code Dialect}, one class
 * per maker, and plain {@code Exif} is what all fall back on. Nothing is believed here that the
 * file does not say, and nothing is completed: that is {@code ingest.frame}.
 *
 * <p>Start with {@link org.qyran.ingest.metadata.MetadataReader}. The EXIF and XMP libraries stay
 * in this package, behind {@code PictureTags}; pixels are never decoded here.
 */
@NullMarked
package org.qyran.ingest.metadata;

import org.jspecify.annotations.NullMarked;
