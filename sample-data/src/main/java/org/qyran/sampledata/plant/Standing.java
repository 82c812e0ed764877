package org.qyran.sampledata.plant;

import org.qyran.sampledata.surface.Skin;

/**
 * One plant, or one boulder: what stands alone.
 *
 * @param kind of plant, as the truth names it
 * @param eastMeters of its axis
 * @param northMeters of its axis
 * @param radiusMeters of the crown from above
 * @param bottomMeters of the crown above the ground
 * @param topMeters above the ground
 * @param form of the crown
 * @param skin of the crown
 */
public record Standing(
    String kind,
    double eastMeters,
    double northMeters,
    double radiusMeters,
    double bottomMeters,
    double topMeters,
    Form form,
    Skin skin) {}
