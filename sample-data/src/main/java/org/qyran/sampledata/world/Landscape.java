package org.qyran.sampledata.world;

import java.util.List;
import java.util.function.Consumer;
import org.qyran.sampledata.plant.Stand;
import org.qyran.sampledata.plant.Standing;
import org.qyran.sampledata.surface.Layer;
import org.qyran.sampledata.surface.Relief;

/**
 * A country before anyone looks at it: its relief, what lies and stands upon it, and the names of
 * what was put there.
 *
 * @param family it belongs to
 * @param relief of the bare ground
 * @param layers from the ground up
 * @param targets that a survey should find
 * @param lookalikes that it should not report
 * @param wild what came by itself, one by one
 */
public record Landscape(
    Family family,
    Relief relief,
    List<Layer> layers,
    List<TrueTarget> targets,
    List<Lookalike> lookalikes,
    List<Stand> wild) {

  public Landscape {
    layers = List.copyOf(layers);
    targets = List.copyOf(targets);
    lookalikes = List.copyOf(lookalikes);
    wild = List.copyOf(wild);
  }

  /** Names every single plant and boulder that came by itself within a square around the origin. */
  public void forEachSingle(double halfSideMeters, Consumer<Standing> consumer) {
    for (Stand stand : wild) {
      stand.forEach(-halfSideMeters, -halfSideMeters, halfSideMeters, halfSideMeters, consumer);
    }
  }

  /** Nothing stands higher than this above the ground. */
  public double tallestMeters() {
    return family.tallestMeters();
  }
}
