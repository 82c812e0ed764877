/**
 * From counts to reflectance, and from raw thermal counts to temperature.
 *
 * <p>In come the facts that a frame carries ({@link org.qyran.model.Radiometry}) and decoded
 * counts; out come reflectance factors, or the word that the counts have to stay counts. Start with
 * {@link org.qyran.detection.radiometry.Reflectance}, which decides how a frame is calibrated, and
 * {@link org.qyran.detection.radiometry.CountConversion}, which does it. No maker is named in here:
 * what differs between makers is data.
 */
@NullMarked
package org.qyran.detection.radiometry;

import org.jspecify.annotations.NullMarked;
