/**
 * Writes the layers of a survey as GeoJSON (RFC 7946).
 *
 * <p>In come layers, out go UTF-8 bytes: the same layers give the same bytes. One feature stands on
 * one line, so two runs can be compared with any text tool. Which properties there are is decided
 * in {@code geo.layer}, not here. Start with {@link org.qyran.geo.geojson.GeoJsonWriter}.
 */
@NullMarked
package org.qyran.geo.geojson;

import org.jspecify.annotations.NullMarked;
