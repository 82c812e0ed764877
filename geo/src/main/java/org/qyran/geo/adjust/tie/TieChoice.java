package org.qyran.geo.adjust.tie;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.qyran.model.PixelPoint;

/**
 * Chooses, of many ties, some that lie all over the picture, and holds every fifth of them back.
 */
public final class TieChoice {

  private static final int MOST = 50;
  private static final int HELD_EVERY = 5;

  /** Ties are taken in turn from squares of this many along each side. */
  private static final int SQUARES = 6;

  private TieChoice() {}

  public static PairTies spread(int first, int second, List<Tie> ties, double turnRadians) {
    List<Tie> chosen = chosen(ties);
    List<Tie> fitted = new ArrayList<>();
    List<Tie> held = new ArrayList<>();
    for (int at = 0; at < chosen.size(); at++) {
      (at % HELD_EVERY == HELD_EVERY - 1 ? held : fitted).add(chosen.get(at));
    }
    return new PairTies(first, second, fitted, held, turnRadians);
  }

  private static List<Tie> chosen(List<Tie> ties) {
    double right = ties.stream().mapToDouble(tie -> tie.firstPixel().xPixels()).max().orElse(1);
    double below = ties.stream().mapToDouble(tie -> tie.firstPixel().yPixels()).max().orElse(1);
    Map<Integer, List<Tie>> squares = new LinkedHashMap<>();
    for (Tie tie : ties) {
      PixelPoint at = tie.firstPixel();
      int column = (int) Math.min(SQUARES - 1.0, SQUARES * at.xPixels() / right);
      int row = (int) Math.min(SQUARES - 1.0, SQUARES * at.yPixels() / below);
      squares.computeIfAbsent(row * SQUARES + column, square -> new ArrayList<>()).add(tie);
    }
    List<Tie> chosen = new ArrayList<>();
    for (int turn = 0; chosen.size() < Math.min(MOST, ties.size()); turn++) {
      for (List<Tie> square : squares.values()) {
        if (turn < square.size() && chosen.size() < MOST) {
          chosen.add(square.get(turn));
        }
      }
    }
    return chosen;
  }
}
