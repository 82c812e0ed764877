package org.qyran.evaluation.honesty;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import org.qyran.evaluation.stat.Share;

/** Sorts points into ranges of angles and counts. */
final class HonestyTally {

  private static final double[] OFF_NADIR_EDGES = {0, 15, 30, 45, Honesty.MOST_OFF_NADIR_DEGREES};
  private static final double[] SLOPE_EDGES = {0, 10, 20, 30, 90};

  private HonestyTally() {}

  static List<Honesty.Bin> bins(List<TriedPoint> points) {
    List<Honesty.Bin> bins = new ArrayList<>();
    for (int at = 0; at + 1 < OFF_NADIR_EDGES.length; at++) {
      bins.add(bin("off nadir", range(OFF_NADIR_EDGES, at), steep(points, at)));
    }
    for (int at = 0; at + 1 < SLOPE_EDGES.length; at++) {
      bins.add(bin("slope", range(SLOPE_EDGES, at), sloping(points, at)));
    }
    return bins;
  }

  static List<Honesty.Bin> cells(List<TriedPoint> points) {
    List<Honesty.Bin> cells = new ArrayList<>();
    for (int view = 0; view + 1 < OFF_NADIR_EDGES.length; view++) {
      List<TriedPoint> seen = steep(points, view);
      for (int slope = 0; slope + 1 < SLOPE_EDGES.length; slope++) {
        cells.add(
            bin(
                "off nadir " + range(OFF_NADIR_EDGES, view),
                "slope " + range(SLOPE_EDGES, slope),
                sloping(seen, slope)));
      }
    }
    return cells;
  }

  static List<Honesty.Bin> carriers(List<TriedPoint> points) {
    return points.stream()
        .map(TriedPoint::carrier)
        .distinct()
        .sorted()
        .map(
            carrier ->
                bin(
                    "carrier",
                    carrier,
                    points.stream().filter(point -> point.carrier().equals(carrier)).toList()))
        .toList();
  }

  /** The share of a list that circles of so many times the stated radius hold. */
  static double inside(List<TriedPoint> points, double times) {
    return flightsInside(points, point -> point.inside(times)) / flights(points);
  }

  private static List<TriedPoint> steep(List<TriedPoint> points, int at) {
    return between(points, TriedPoint::offNadirDegrees, OFF_NADIR_EDGES, at);
  }

  private static List<TriedPoint> sloping(List<TriedPoint> points, int at) {
    return between(points, TriedPoint::slopeDegrees, SLOPE_EDGES, at);
  }

  private static List<TriedPoint> between(
      List<TriedPoint> points, ToDoubleFunction<TriedPoint> angleDegrees, double[] edges, int at) {
    return points.stream()
        .filter(point -> angleDegrees.applyAsDouble(point) >= edges[at])
        .filter(point -> angleDegrees.applyAsDouble(point) < edges[at + 1])
        .toList();
  }

  private static String range(double[] edges, int at) {
    return edges[at + 1] == 90
        ? String.format(Locale.ROOT, "%.0f° and more", edges[at])
        : String.format(Locale.ROOT, "%.0f to %.0f°", edges[at], edges[at + 1]);
  }

  static Honesty.Bin bin(String by, String range, List<TriedPoint> points) {
    double ce90 = flightsInside(points, TriedPoint::insideCe90);
    double le90 = flightsInside(points, TriedPoint::insideLe90);
    int flights = flights(points);
    return new Honesty.Bin(
        by,
        range,
        points.size(),
        new Share((int) Math.round(ce90), flights),
        new Share((int) Math.round(le90), flights),
        ce90 / flights,
        le90 / flights,
        median(points, TriedPoint::offMeters),
        median(points, TriedPoint::ce90Meters));
  }

  private static int flights(List<TriedPoint> points) {
    return (int) points.stream().mapToInt(TriedPoint::flight).distinct().count();
  }

  /** The sum over flights of the share of each one's points. */
  private static double flightsInside(List<TriedPoint> points, Predicate<TriedPoint> inside) {
    Map<Integer, int[]> counts = new TreeMap<>();
    for (TriedPoint point : points) {
      int[] count = counts.computeIfAbsent(point.flight(), first -> new int[2]);
      count[0] += inside.test(point) ? 1 : 0;
      count[1]++;
    }
    return counts.values().stream().mapToDouble(count -> (double) count[0] / count[1]).sum();
  }

  private static double median(List<TriedPoint> points, ToDoubleFunction<TriedPoint> value) {
    double[] sorted = points.stream().mapToDouble(value).sorted().toArray();
    return sorted.length == 0 ? Double.NaN : sorted[sorted.length / 2];
  }
}
