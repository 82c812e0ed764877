/**
 * Made things: what has the wrong colour for its surroundings and the right shape for a roof, a
 * tarp, a container or a vehicle.
 *
 * <p>Start with {@link org.qyran.detection.structure.StructureDetector}. From the air a structure
 * is a structure; what goes on inside is never claimed here.
 */
@NullMarked
package org.qyran.detection.structure;

import org.jspecify.annotations.NullMarked;
