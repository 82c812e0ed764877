/**
 * Camouflage: tarpaulins, nets, an artificial hedge, persons and cars in five bands, thermal and
 * colour (MUCAD, Hupel and Stütz, Remote Sensing 14(15), 2022).
 *
 * <p>Start with {@link org.qyran.evaluation.set.mucad.MucadSet}. Eight bits of unknown scaling:
 * only orders of pixels are judged here, never reflectance.
 */
@NullMarked
package org.qyran.evaluation.set.mucad;

import org.jspecify.annotations.NullMarked;
