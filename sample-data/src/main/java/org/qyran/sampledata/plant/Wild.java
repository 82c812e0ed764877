package org.qyran.sampledata.plant;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.DoubleBinaryOperator;
import org.qyran.sampledata.chance.Chance;

/**
 * Plants that came by themselves: one chance for each cell of a grid, so no two stand on the same
 * place and none forms a row.
 *
 * @param stepMeters side of the grid's cells: the densest they may stand
 * @param density share of cells with a plant, at a place east and north, 0 to 1
 * @param habits what may grow, in the order of how often
 * @param chance of this stand
 */
public record Wild(
    double stepMeters, DoubleBinaryOperator density, List<Planted.Habit> habits, Chance chance)
    implements Stand {

  public Wild {
    habits = List.copyOf(habits);
  }

  @Override
  public void forEach(
      double west, double south, double east, double north, Consumer<Standing> consumer) {
    int lastRow = (int) Math.floor(north / stepMeters);
    int lastColumn = (int) Math.floor(east / stepMeters);
    for (int row = (int) Math.floor(south / stepMeters); row <= lastRow; row++) {
      for (int column = (int) Math.floor(west / stepMeters); column <= lastColumn; column++) {
        Chance here = chance.of(column, row);
        double plantEast = (column + 0.5 + here.of(1).between(-0.45, 0.45)) * stepMeters;
        double plantNorth = (row + 0.5 + here.of(2).between(-0.45, 0.45)) * stepMeters;
        if (here.of(3).happens(density.applyAsDouble(plantEast, plantNorth))) {
          double often = here.of(4).share();
          Planted.Habit habit = habits.get((int) (often * often * habits.size()));
          consumer.accept(habit.at(plantEast, plantNorth, here));
        }
      }
    }
  }

  public double widestMeters() {
    return habits.stream().mapToDouble(Planted.Habit::widestMeters).max().orElse(0);
  }
}
