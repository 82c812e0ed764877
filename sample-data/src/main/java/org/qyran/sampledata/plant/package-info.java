/**
 * Plants as crowns with a place, a height and a form, and the patterns in which they stand. Comes
 * in: outlines, spacings, skins; goes out: layers of a country, and every plant by name for the
 * truth. Start with {@link org.qyran.sampledata.plant.Stand}. Plants are never kept: they are
 * thrown anew for every piece of country that is looked at, so a field costs no memory.
 */
@NullMarked
package org.qyran.sampledata.plant;

import org.jspecify.annotations.NullMarked;
