package org.qyran.sampledata.structure;

import java.util.function.UnaryOperator;
import org.qyran.sampledata.chance.Chance;
import org.qyran.sampledata.chance.ValueNoise;
import org.qyran.sampledata.shape.Roof;
import org.qyran.sampledata.surface.Layer;
import org.qyran.sampledata.surface.Sheet;
import org.qyran.sampledata.surface.Skin;

/**
 * A net or a film over whatever was drawn before it.
 *
 * <p>A net has holes through which that is seen: the plane is cut into meshes of a hand's breadth,
 * and each is open or closed by a throw of its own. A film has none, but lets what lies below shine
 * through: its skin depends on the skin below.
 *
 * <p>Wrong in that a hole is a well with upright sides: from an oblique view one sees less through
 * a net than in truth.
 *
 * @param floor over which it hangs
 * @param topMeters above the floor where its roof's share is 1
 * @param roof form in which it hangs
 * @param openShare of its meshes, 0 for film
 * @param through the skin over a skin below; must answer the same object for the same object
 * @param contrast of its folds, or of its print
 * @param chance of this veil
 */
record Veil(
    Floor floor,
    double topMeters,
    Roof roof,
    double openShare,
    UnaryOperator<Skin> through,
    double contrast,
    Chance chance)
    implements Layer {

  private static final double MESH_METERS = 0.1;
  private static final double HOOP_METERS = 1.5;

  Veil {
    if (!(openShare >= 0 && openShare < 1)) {
      throw new IllegalArgumentException(
          "openShare is %s, must lie in [0, 1)".formatted(openShare));
    }
  }

  @Override
  public void drawInto(Sheet sheet) {
    ValueNoise noise = new ValueNoise(chance.key());
    double mesh = Math.max(MESH_METERS, sheet.cellMeters());
    floor.forEachCell(
        sheet,
        (column, row, along, across) -> {
          double alongMeters = along * floor.lengthMeters() / 2;
          double acrossMeters = across * floor.widthMeters() / 2;
          Chance here =
              chance.of(
                  (long) Math.floor(alongMeters / mesh), (long) Math.floor(acrossMeters / mesh));
          if (here.happens(openShare)) {
            return;
          }
          double share = roof.share(along, across);
          double print = noise.at(1.7 * alongMeters, 1.7 * acrossMeters);
          double fine = here.of(1).between(-1, 1);
          double tint = contrast * (0.8 * print + (openShare > 0 ? 0.5 * fine : 0));
          if (openShare == 0 && isHoop(alongMeters)) {
            tint += 0.12;
          }
          double garnish = openShare > 0.2 ? 0.05 * fine : 0.01 * print;
          double up = floor.upAt(along, across) + topMeters * share + garnish;
          if (up > sheet.upAt(column, row)) {
            Skin skin = through.apply(sheet.skinAt(column, row));
            sheet.raise(column, row, up, sheet.numberOf(skin), tint);
          }
        });
  }

  private static boolean isHoop(double alongMeters) {
    return alongMeters / HOOP_METERS - Math.floor(alongMeters / HOOP_METERS) < 0.05;
  }
}
