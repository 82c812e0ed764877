package org.qyran.geo.ring;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.qyran.geo.axes.Enu;
import org.qyran.geo.axes.LocalAxes;
import org.qyran.model.GeoPoint;

/**
 * Sorts things into neighbourhoods, so that each can be worked on in level axes of its own: two
 * things less than 20 km apart are always in the same one, and what is more than 70 km from all
 * others never is.
 *
 * <p>The earth is cut into cubes of 20 km; things in one cube or in touching cubes are neighbours,
 * and so are the neighbours of neighbours. Cubes know no poles and no antimeridian.
 */
public final class Neighbourhoods {

  private static final LocalAxes EARTH = LocalAxes.at(new GeoPoint(0, 0), 0);

  private static final double CUBE_METERS = 20_000;

  private static final Comparator<GeoPoint> LATITUDE_THEN_LONGITUDE =
      Comparator.comparingDouble(GeoPoint::latitudeDegrees)
          .thenComparingDouble(GeoPoint::longitudeDegrees);

  private Neighbourhoods() {}

  /** The neighbourhoods in a stable order; within each, things keep the order they came in. */
  public static <T> List<List<T>> of(List<T> things, Function<T, GeoPoint> place) {
    TreeMap<Cube, List<Integer>> cubes = new TreeMap<>();
    for (int i = 0; i < things.size(); i++) {
      cubes.computeIfAbsent(Cube.of(place.apply(things.get(i))), cube -> new ArrayList<>()).add(i);
    }
    List<List<T>> neighbourhoods = new ArrayList<>();
    while (!cubes.isEmpty()) {
      neighbourhoods.add(takeOne(cubes).stream().map(things::get).toList());
    }
    return neighbourhoods;
  }

  /** The point below the mean of some points in space. */
  static GeoPoint middle(Collection<GeoPoint> points) {
    if (points.isEmpty()) {
      throw new IllegalArgumentException("points are none, must be at least one");
    }
    Enu sum = Enu.ORIGIN;
    for (GeoPoint point : points.stream().sorted(LATITUDE_THEN_LONGITUDE).toList()) {
      sum = sum.plus(EARTH.toLocal(point, 0));
    }
    return EARTH.toGeo(sum.times(1.0 / points.size())).point();
  }

  private static List<Integer> takeOne(NavigableMap<Cube, List<Integer>> cubes) {
    List<Integer> taken = new ArrayList<>();
    Deque<Cube> open = new ArrayDeque<>();
    Map.Entry<Cube, List<Integer>> first = cubes.pollFirstEntry();
    taken.addAll(first.getValue());
    open.add(first.getKey());
    while (!open.isEmpty()) {
      for (Cube beside : open.remove().touching()) {
        Optional.ofNullable(cubes.remove(beside))
            .ifPresent(
                found -> {
                  taken.addAll(found);
                  open.add(beside);
                });
      }
    }
    taken.sort(null);
    return taken;
  }

  /** A cube of space, counted along earth-fixed axes. */
  private record Cube(long x, long y, long z) implements Comparable<Cube> {

    static Cube of(GeoPoint point) {
      Enu space = EARTH.toLocal(point, 0);
      return new Cube(
          (long) Math.floor(space.eastMeters() / CUBE_METERS),
          (long) Math.floor(space.northMeters() / CUBE_METERS),
          (long) Math.floor(space.upMeters() / CUBE_METERS));
    }

    List<Cube> touching() {
      List<Cube> touching = new ArrayList<>();
      for (int i = 0; i < 27; i++) {
        touching.add(new Cube(x + i / 9 - 1, y + i / 3 % 3 - 1, z + i % 3 - 1));
      }
      return touching;
    }

    @Override
    public int compareTo(Cube other) {
      int byX = Long.compare(x, other.x);
      int byY = Long.compare(y, other.y);
      return byX != 0 ? byX : byY != 0 ? byY : Long.compare(z, other.z);
    }
  }
}
