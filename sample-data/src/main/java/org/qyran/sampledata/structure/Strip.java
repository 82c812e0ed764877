package org.qyran.sampledata.structure;

import java.util.ArrayList;
import java.util.List;
import org.qyran.sampledata.chance.Chance;
import org.qyran.sampledata.chance.ValueNoise;
import org.qyran.sampledata.place.PlanePoint;
import org.qyran.sampledata.shape.Outline;
import org.qyran.sampledata.surface.Layer;
import org.qyran.sampledata.surface.Sheet;
import org.qyran.sampledata.surface.Skin;

/**
 * Something long and narrow: a path, two ruts, a hose, a fence, the stump of a wall.
 *
 * <p>It is drawn piece by piece of its way, so a long one costs no more than the ground that it
 * covers. Bends should stay below some 20 degrees where its outline matters.
 *
 * @param way at least two places
 * @param halfWidthMeters of all of it
 * @param form of the strip across
 * @param heightMeters above the ground; 0 for what is trodden
 * @param skin of the strip
 * @param chance of this strip
 */
record Strip(
    List<PlanePoint> way,
    double halfWidthMeters,
    Form form,
    double heightMeters,
    Skin skin,
    Chance chance)
    implements Layer {

  /** Half of a vehicle's gauge, and half of what its tyre rolls down. */
  private static final double RUT_METERS = 0.75;

  private static final double HALF_RUT_METERS = 0.3;
  private static final double POST_METERS = 2.2;

  /** The form of a strip across. */
  enum Form {
    /** Bare over its width, with a ragged edge. */
    TRODDEN,
    /** Two lines that wheels have made, grass between. */
    RUTS,
    /** Of one height. */
    EVEN,
    /** Rails between posts, seen as a broken dark line. */
    FENCE,
    /** Fallen to different heights, gone in places. */
    BROKEN
  }

  Strip {
    way = List.copyOf(way);
    if (way.size() < 2) {
      throw new IllegalArgumentException("way has %d places, needs 2".formatted(way.size()));
    }
  }

  /** One along each side of a floor, drawn within it. */
  static List<Layer> around(
      Floor floor,
      double halfWidthMeters,
      Form form,
      double heightMeters,
      Skin skin,
      Chance chance) {
    List<Layer> sides = new ArrayList<>();
    double heading = floor.headingDegrees();
    for (int side = 0; side < 4; side++) {
      double length = side % 2 == 0 ? floor.lengthMeters() : floor.widthMeters();
      double across = side % 2 == 0 ? floor.widthMeters() : floor.lengthMeters();
      double turned = heading + 90 * side;
      double right = across / 2 - halfWidthMeters;
      List<PlanePoint> way =
          List.of(
              Outline.offset(floor.middle(), -length / 2, right, turned),
              Outline.offset(floor.middle(), length / 2, right, turned));
      sides.add(new Strip(way, halfWidthMeters, form, heightMeters, skin, chance.of(side)));
    }
    return sides;
  }

  @Override
  public void drawInto(Sheet sheet) {
    ValueNoise noise = new ValueNoise(chance.key());
    int number = sheet.numberOf(skin);
    double behind = 0;
    for (int i = 1; i < way.size(); i++) {
      behind += draw(sheet, noise, number, way.get(i - 1), way.get(i), behind);
    }
  }

  /** One straight piece; its length. */
  private double draw(
      Sheet sheet,
      ValueNoise noise,
      int number,
      PlanePoint from,
      PlanePoint to,
      double behindMeters) {
    double alongEast = to.eastMeters() - from.eastMeters();
    double alongNorth = to.northMeters() - from.northMeters();
    double length = Math.hypot(alongEast, alongNorth);
    double wide = halfWidthMeters;
    int endRow = sheet.endRow(Math.max(from.northMeters(), to.northMeters()) + wide);
    int endColumn = sheet.endColumn(Math.max(from.eastMeters(), to.eastMeters()) + wide);
    int firstColumn = sheet.firstColumn(Math.min(from.eastMeters(), to.eastMeters()) - wide);
    for (int row = sheet.firstRow(Math.min(from.northMeters(), to.northMeters()) - wide);
        row < endRow;
        row++) {
      double north = sheet.northOf(row);
      for (int column = firstColumn; column < endColumn; column++) {
        double east = sheet.eastOf(column);
        double toEast = east - from.eastMeters();
        double toNorth = north - from.northMeters();
        double along = (toEast * alongEast + toNorth * alongNorth) / length;
        double right = (toEast * alongNorth - toNorth * alongEast) / length;
        if (along < 0 || along > length || Math.abs(right) > wide) {
          continue;
        }
        double rough = noise.at(east / 0.6, north / 0.6);
        double fine = noise.at(east / 0.12, north / 0.12);
        if (isCovered(right, behindMeters + along, rough, fine)) {
          double height = heightMeters * heightShare(behindMeters + along, noise);
          cover(sheet, column, row, height, number, 0.1 * rough + 0.06 * fine);
        }
      }
    }
    return length;
  }

  private boolean isCovered(double rightMeters, double alongMeters, double rough, double fine) {
    double off = Math.abs(rightMeters);
    double ragged = 1 - 0.18 * (1 + rough) - 0.1 * (1 + fine);
    return switch (form) {
      case TRODDEN -> off < halfWidthMeters * ragged;
      case RUTS -> Math.abs(off - RUT_METERS) < HALF_RUT_METERS * ragged;
      case EVEN -> true;
      case FENCE -> isPost(alongMeters) || (off < 0.6 * halfWidthMeters && fine > -0.5);
      case BROKEN -> off < halfWidthMeters * (0.9 + 0.1 * fine);
    };
  }

  private double heightShare(double alongMeters, ValueNoise noise) {
    return switch (form) {
      case TRODDEN, RUTS -> 0;
      case EVEN -> 1;
      case FENCE -> isPost(alongMeters) ? 1 : 0.2;
      case BROKEN ->
          Math.max(
              0.06, 0.5 + 0.5 * noise.at(alongMeters / 3, 0) + 0.12 * noise.at(alongMeters, 7));
    };
  }

  private static boolean isPost(double alongMeters) {
    return alongMeters / POST_METERS - Math.floor(alongMeters / POST_METERS) < 0.08;
  }

  private static void cover(
      Sheet sheet, int column, int row, double heightMeters, int number, double tint) {
    if (sheet.upAt(column, row) - sheet.floorAt(column, row)
        <= Math.max(Patch.LOW_METERS, heightMeters)) {
      Patch.lay(sheet, column, row, heightMeters, number, tint);
    }
  }
}
