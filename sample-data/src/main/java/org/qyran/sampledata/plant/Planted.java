package org.qyran.sampledata.plant;

import java.util.List;
import java.util.function.Consumer;
import org.qyran.sampledata.chance.Chance;
import org.qyran.sampledata.place.PlanePoint;
import org.qyran.sampledata.shape.Outline;
import org.qyran.sampledata.surface.Skin;

/**
 * Plants set by a hand or a machine within an outline: rows, a square or a triangular lattice.
 *
 * @param outline no axis lies outside
 * @param pattern of the places
 * @param habit of the plants
 * @param chance of this stand
 */
public record Planted(Outline outline, Pattern pattern, Habit habit, Chance chance)
    implements Stand {

  /**
   * Where plants are set.
   *
   * @param rowMeters between rows
   * @param plantMeters between plants of a row
   * @param headingDegrees of the rows
   * @param staggered every second row by half a step: a triangular lattice
   * @param jitter one standard deviation of a place, as a share of the step
   * @param gaps share of places where nothing grew
   */
  public record Pattern(
      double rowMeters,
      double plantMeters,
      double headingDegrees,
      boolean staggered,
      double jitter,
      double gaps) {}

  /**
   * What grows there.
   *
   * @param kind as the truth names it
   * @param radiusMeters of a crown, mean
   * @param topMeters of a plant, mean
   * @param bottomShare of the top at which the crown begins
   * @param spread of radius and top, one standard deviation as a share
   * @param form of the crown
   * @param skins that plants of this stand wear, one or more
   */
  public record Habit(
      String kind,
      double radiusMeters,
      double topMeters,
      double bottomShare,
      double spread,
      Form form,
      List<Skin> skins) {

    /** No plant departs from the mean by more deviations: rays are followed from above them. */
    private static final double MOST = 2;

    public Habit {
      skins = List.copyOf(skins);
    }

    /** A plant at a place. */
    Standing at(double eastMeters, double northMeters, Chance chance) {
      double size = Math.max(0.35, 1 + spread * bounded(chance.of(11).normal()));
      double slender = Math.max(0.5, 1 + 0.5 * spread * bounded(chance.of(12).normal()));
      double top = topMeters * size * slender;
      return new Standing(
          kind,
          eastMeters,
          northMeters,
          radiusMeters * size / slender,
          bottomShare * top,
          top,
          form,
          chance.of(13).oneOf(skins));
    }

    /** No crown is wider. */
    double widestMeters() {
      return radiusMeters * (1 + MOST * spread) / Math.max(0.5, 1 - 0.5 * MOST * spread);
    }

    /**
     * No plant of such a habit is higher.
     *
     * @param topMeters mean height
     * @param spread one standard deviation as a share
     */
    public static double tallestMeters(double topMeters, double spread) {
      return topMeters * (1 + MOST * spread) * (1 + 0.5 * MOST * spread);
    }

    private static double bounded(double deviations) {
      return Math.max(-MOST, Math.min(MOST, deviations));
    }
  }

  /** How many plants there are. */
  public int count() {
    return countAround(outline);
  }

  @Override
  public void forEach(
      double west, double south, double east, double north, Consumer<Standing> consumer) {
    PlanePoint middle = outline.middle();
    double reach = outline.reachMeters();
    if (middle.eastMeters() + reach < west
        || middle.eastMeters() - reach > east
        || middle.northMeters() + reach < south
        || middle.northMeters() - reach > north) {
      return;
    }
    double sin = Math.sin(Math.toRadians(pattern.headingDegrees()));
    double cos = Math.cos(Math.toRadians(pattern.headingDegrees()));
    double centerEast = Math.max(west, Math.min(east, (west + east) / 2)) - middle.eastMeters();
    double centerNorth =
        Math.max(south, Math.min(north, (south + north) / 2)) - middle.northMeters();
    double half = Math.hypot(east - west, north - south) / 2 + pattern.rowMeters();
    double along = centerEast * sin + centerNorth * cos;
    double across = centerEast * cos - centerNorth * sin;
    int firstRow = (int) Math.ceil(Math.max(-reach, across - half) / pattern.rowMeters());
    int lastRow = (int) Math.floor(Math.min(reach, across + half) / pattern.rowMeters());
    int firstStep = (int) Math.floor(Math.max(-reach, along - half) / pattern.plantMeters());
    int lastStep = (int) Math.ceil(Math.min(reach, along + half) / pattern.plantMeters());
    for (int row = firstRow; row <= lastRow; row++) {
      double shift = pattern.staggered() && Math.floorMod(row, 2) == 1 ? 0.5 : 0;
      for (int step = firstStep; step <= lastStep; step++) {
        Chance here = chance.of(row, step);
        double acrossMeters = (row + pattern.jitter() * here.of(1).normal()) * pattern.rowMeters();
        double alongMeters =
            (step + shift + pattern.jitter() * here.of(2).normal()) * pattern.plantMeters();
        double plantEast = middle.eastMeters() + alongMeters * sin + acrossMeters * cos;
        double plantNorth = middle.northMeters() + alongMeters * cos - acrossMeters * sin;
        if (plantEast < west
            || plantEast > east
            || plantNorth < south
            || plantNorth > north
            || here.of(3).happens(pattern.gaps())
            || !outline.contains(plantEast, plantNorth)) {
          continue;
        }
        consumer.accept(habit.at(plantEast, plantNorth, here));
      }
    }
  }

  public double widestMeters() {
    return habit.widestMeters();
  }
}
