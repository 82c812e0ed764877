package org.qyran.geo.terrain;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.index.hprtree.HPRtree;
import org.qyran.model.GeoPoint;

/**
 * Which of many layers lie near a short stretch of ground, in the order in which they count.
 *
 * <p>A handful of layers is not worth asking about: then all are near. Immutable; threads may share
 * it.
 */
final class LayerIndex {

  private static final int HANDFUL = 8;

  /** So near a pole a short stretch may go through all longitudes. */
  private static final double POLAR_DEGREES = 89.5;

  private final List<GroundLayer> layers;
  private final HPRtree tree = new HPRtree();

  LayerIndex(List<GroundLayer> layers) {
    this.layers = List.copyOf(layers);
    for (int index = 0; index < layers.size(); index++) {
      Envelope box = layers.get(index).raster().placement().box();
      for (int turn = -1; turn <= 1; turn++) {
        tree.insert(
            new Envelope(
                box.getMinX() + 360 * turn,
                box.getMaxX() + 360 * turn,
                box.getMinY(),
                box.getMaxY()),
            index);
      }
    }
    // Threads may ask a tree only when it stands.
    tree.build();
  }

  List<GroundLayer> all() {
    return layers;
  }

  /** The layers that may know something between two points. */
  List<GroundLayer> near(GeoPoint from, GeoPoint to) {
    if (layers.size() <= HANDFUL) {
      return layers;
    }
    List<Integer> found = new ArrayList<>();
    tree.query(box(from, to), index -> found.add((Integer) index));
    Collections.sort(found);
    return found.stream().distinct().map(layers::get).toList();
  }

  /** Whether any layer may know something between two points. */
  boolean isAnyNear(GeoPoint from, GeoPoint to) {
    boolean[] any = new boolean[1];
    tree.query(box(from, to), index -> any[0] = true);
    return any[0];
  }

  private static Envelope box(GeoPoint from, GeoPoint to) {
    double west = from.longitudeDegrees();
    double east = to.longitudeDegrees() + 360 * Math.rint((west - to.longitudeDegrees()) / 360);
    Envelope box = new Envelope(west, east, from.latitudeDegrees(), to.latitudeDegrees());
    if (Math.max(Math.abs(box.getMinY()), Math.abs(box.getMaxY())) > POLAR_DEGREES) {
      box.expandToInclude(west - 180, from.latitudeDegrees());
      box.expandToInclude(west + 180, to.latitudeDegrees());
    }
    return box;
  }
}
