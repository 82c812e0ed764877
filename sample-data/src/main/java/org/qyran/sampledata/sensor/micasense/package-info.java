/**
 * A MicaSense camera: five bands behind five lenses, each written to a TIFF of its own. Comes in:
 * the radiance that reached each lens, a pose, the light from the sky; goes out: {@code
 * IMG_nnnn_1.tif} to {@code _5.tif} with the maker's tags, counts made by the maker's published
 * model run backwards.
 *
 * <p>Start with {@link org.qyran.sampledata.sensor.micasense.MicaSenseCamera}, whose bands tell a
 * renderer the lenses, and {@link org.qyran.sampledata.sensor.micasense.MicaSenseFlight}, which
 * writes the files. Sources: the maker's own program {@code micasense/imageprocessing} (MIT), from
 * which formulas and names of tags are taken and no code; and real files of the camera. How
 * reflectance is got out of the files again must never be known here.
 */
@NullMarked
package org.qyran.sampledata.sensor.micasense;

import org.jspecify.annotations.NullMarked;
