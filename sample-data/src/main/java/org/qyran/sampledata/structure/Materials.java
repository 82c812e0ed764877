package org.qyran.sampledata.structure;

import org.qyran.sampledata.chance.Chance;
import org.qyran.sampledata.surface.Skin;

/** Hands out skins, for one set of bands. */
@FunctionalInterface
public interface Materials {

  /**
   * The skin of a piece of stuff.
   *
   * @param chance of the piece: no two sheets of tin are alike
   * @return the same colours for the same stuff and chance
   */
  Skin of(Stuff stuff, Chance chance);
}
