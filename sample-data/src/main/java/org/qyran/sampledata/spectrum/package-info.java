/**
 * Light, and what things send back of it, wavelength by wavelength: plants, soils, roofs and cloths
 * from 400 to 900 nm, the sun and the sky above them, and what the bands of a camera make of it.
 *
 * <p>Comes in: a kind of plant or material and a seed, a place and an instant, a band; goes out: a
 * {@link org.qyran.sampledata.spectrum.Spectrum} or one number. The plants come from a table that a
 * leaf and canopy model computed once; nothing here runs that model. Nothing here knows where
 * things stand, or of pictures: shapes, shadows and noise are the renderer's.
 *
 * <p>Start with {@link org.qyran.sampledata.spectrum.CanopySpectra}, {@link
 * org.qyran.sampledata.spectrum.Material} and {@link org.qyran.sampledata.spectrum.SkyLight};
 * {@link org.qyran.sampledata.spectrum.BandResponse} turns their product into what a band records.
 */
@NullMarked
package org.qyran.sampledata.spectrum;

import org.jspecify.annotations.NullMarked;
