package org.qyran.sampledata.structure;

import java.util.List;
import org.qyran.sampledata.shape.Outline;
import org.qyran.sampledata.surface.Layer;
import org.qyran.sampledata.surface.Sheet;

/**
 * One thing that people made, with what the truth says of it.
 *
 * <p>A structure whose outline does not reach into a sheet costs nothing there. It should be laid
 * over grass and low plants, which it presses down where it lies; trees may be laid before or after
 * it, they hang over what lies flat.
 *
 * @param id as the truth names it, unique within a country
 * @param kind what it is
 * @param outline in plan; nothing of it is drawn outside
 * @param heightMeters of its highest part above the ground at its middle; 0 for a trace
 * @param layers that it consists of, the last on top
 */
public record Structure(
    String id, Kind kind, Outline outline, double heightMeters, List<Layer> layers)
    implements Layer {

  public Structure {
    layers = List.copyOf(layers);
  }

  /** Under its kind's word, until it is {@link #named}. */
  static Structure of(Kind kind, Outline outline, double heightMeters, List<Layer> layers) {
    return new Structure(kind.word(), kind, outline, heightMeters, layers);
  }

  /** The same thing under another name. */
  public Structure named(String other) {
    return new Structure(other, kind, outline, heightMeters, layers);
  }

  /** The same thing with another meaning: a hiker's tent is made like anybody's. */
  public Structure as(Kind other) {
    return new Structure(
        id.equals(kind.word()) ? other.word() : id, other, outline, heightMeters, layers);
  }

  @Override
  public void drawInto(Sheet sheet) {
    if (!sheet.isReachedBy(
        outline.middle().eastMeters(), outline.middle().northMeters(), outline.reachMeters())) {
      return;
    }
    for (Layer layer : layers) {
      layer.drawInto(sheet);
    }
  }
}
