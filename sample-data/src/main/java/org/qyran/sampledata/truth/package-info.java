/**
 * What was really there and where the camera really was, as files for a person, a GIS or an
 * evaluation. Comes in: landmarks and poses; goes out: GeoJSON and CSV. Start with {@link
 * org.qyran.sampledata.truth.TruthFolder}. Nothing of this may reach the flight folder.
 */
@NullMarked
package org.qyran.sampledata.truth;

import org.jspecify.annotations.NullMarked;
