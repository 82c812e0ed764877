/**
 * Plants that stand apart from what is around them.
 *
 * <p>Start with {@link org.qyran.detection.vegetation.VegetationStandDetector}. What grows in a
 * stand stays open: five bands do not tell cannabis from nettle, alfalfa or tomato, so nothing here
 * may ever claim a species.
 */
@NullMarked
package org.qyran.detection.vegetation;

import org.jspecify.annotations.NullMarked;
