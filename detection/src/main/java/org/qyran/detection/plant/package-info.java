/**
 * Plantations of cannabis, and what is taken for them.
 *
 * <p>A picture goes through four stages, each to be replaced by itself: {@link
 * org.qyran.detection.plant.CellGrid cells} with their features, a forest that says which cells may
 * be cannabis, {@link org.qyran.detection.plant.StandSegments stands} that such cells make, and
 * features of a stand as a botanist would name them, from which a second forest makes a calibrated
 * probability. Start with {@link org.qyran.detection.plant.PlantationDetector}.
 */
@NullMarked
package org.qyran.detection.plant;

import org.jspecify.annotations.NullMarked;
