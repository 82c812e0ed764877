package org.qyran.sampledata.surface;

import org.qyran.sampledata.spectrum.HotSpot;

/** How a kind of surface sends light back by direction. */
public enum Sheen {
  /** Earth, sand, gravel, straw: rough, a broad hot spot. */
  GROUND(HotSpot.ROUGH_GROUND, 0),
  /** Leaves and needles, which glow a little when they are lit from behind. */
  LEAVES(HotSpot.CANOPY, 0.35),
  /** Roofs, walls, cloth, paint. */
  MADE(HotSpot.SMOOTH, 0),
  /** Still water: the sky's light, and glint where it mirrors the sun. */
  WATER(HotSpot.NONE, 0);

  private final HotSpot hotSpot;
  private final double softness;

  Sheen(HotSpot hotSpot, double softness) {
    this.hotSpot = hotSpot;
    this.softness = softness;
  }

  /** Factor on the light that comes back, 1 far from the hot spot. */
  public double towards(double phaseDegrees) {
    return hotSpot.factor(phaseDegrees);
  }

  /** How much of the sun's light is caught, for the cosine of its angle to the normal. */
  public double caught(double cosine) {
    return Math.max(0, (cosine + softness) / (1 + softness));
  }
}
