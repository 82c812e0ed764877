package org.qyran.geo.layer;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.locationtech.jts.geom.Geometry;

/**
 * Features of one kind.
 *
 * @param name of the layer, in files and tables
 * @param description one sentence for a person
 * @param geometry what its shapes are
 * @param things what the features stand for, in the order they are written
 * @param properties of each feature, in the order they are written
 * @param shape of a thing in degrees, x longitude and y latitude; absent when it has no place
 * @param <T> what the features stand for
 */
public record Layer<T>(
    String name,
    String description,
    GeometryKind geometry,
    List<T> things,
    List<Property<T>> properties,
    Function<T, Optional<Geometry>> shape) {

  /** What the shapes of a layer are. */
  public enum GeometryKind {
    POINT,
    /** Mostly polygons; what crosses the antimeridian is a multipolygon. */
    AREA
  }

  public Layer {
    things = List.copyOf(things);
    properties = List.copyOf(properties);
  }
}
