/**
 * What people put up, park, spill and tread down: tents, sheds, nets, drums, vehicles, waste,
 * tracks and their lawful look-alikes. Comes in: materials, a relief, a place, a heading and
 * chance; goes out: {@link org.qyran.sampledata.structure.Structure}s, each a layer of a country
 * that also knows its own outline for the truth.
 *
 * <p>Start with {@link org.qyran.sampledata.structure.Shelter}, {@link
 * org.qyran.sampledata.structure.Gear} and {@link org.qyran.sampledata.structure.Trace}, which make
 * them; bodies, veils, patches and strips are what they are drawn with. Everything is drawn from
 * the place of a cell alone, so two sheets that meet agree. Spectra must not be known here: {@link
 * org.qyran.sampledata.structure.Materials} hands out skins. What stands together with what is the
 * concern of {@code site}.
 */
@NullMarked
package org.qyran.sampledata.structure;

import org.jspecify.annotations.NullMarked;
