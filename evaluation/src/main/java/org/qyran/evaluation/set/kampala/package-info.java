/**
 * Roofs of a town in web-map tiles, with outlines that people drew.
 *
 * <p>Start with {@link org.qyran.evaluation.set.kampala.KampalaSet}.
 */
@NullMarked
package org.qyran.evaluation.set.kampala;

import org.jspecify.annotations.NullMarked;
