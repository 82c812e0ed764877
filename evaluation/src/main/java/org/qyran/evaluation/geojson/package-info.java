/**
 * Reads the GeoJSON and JSON of truths and runs, so that nothing else needs a JSON library.
 *
 * <p>A file comes in; areas on the ground and named fields go out. Start with {@link
 * org.qyran.evaluation.geojson.JsonFile}. It reads what is asked for and leaves the rest alone, so
 * that a new property in a file breaks nothing.
 */
@NullMarked
package org.qyran.evaluation.geojson;

import org.jspecify.annotations.NullMarked;
