/**
 * Between places on earth and the plane of a map: UTM on WGS 84, and the Gauss-Krüger zones of
 * Pulkovo 1942 that the maps of the steppe are printed in.
 *
 * <p>In comes a name such as {@code EPSG:32643}; out goes a {@link org.qyran.geo.crs.MapSystem}
 * that turns a {@link org.qyran.model.GeoPoint} into easting and northing and back. Start there.
 * Which datum shift a system uses is fixed and named: libraries that choose one by themselves
 * differ by up to 8 m.
 *
 * <p>Maps are for files that go out and come in. Nothing is computed on them: metric work is done
 * in {@code geo.axes}. No type of the library behind leaves this package.
 */
@NullMarked
package org.qyran.geo.crs;

import org.jspecify.annotations.NullMarked;
