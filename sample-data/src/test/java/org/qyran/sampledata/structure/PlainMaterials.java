package org.qyran.sampledata.structure;

import java.util.EnumMap;
import java.util.Map;
import org.qyran.sampledata.chance.Chance;
import org.qyran.sampledata.surface.Sheen;
import org.qyran.sampledata.surface.Skin;

/** One grey for all stuff, but a skin of its own for each, so that they can be told apart. */
public final class PlainMaterials implements Materials {

  private final Map<Stuff, Skin> skins = new EnumMap<>(Stuff.class);

  @Override
  public Skin of(Stuff stuff, Chance chance) {
    return skins.computeIfAbsent(stuff, missing -> Skin.of(new float[] {0.3f}, Sheen.MADE, 0));
  }
}
