package org.qyran.sampledata.structure;

import java.util.List;
import org.qyran.sampledata.chance.Chance;
import org.qyran.sampledata.chance.ValueNoise;
import org.qyran.sampledata.shape.Roof;
import org.qyran.sampledata.surface.Layer;
import org.qyran.sampledata.surface.Sheet;
import org.qyran.sampledata.surface.Skin;

/**
 * A solid thing over a rectangular floor.
 *
 * <p>Where the ground is higher than its upper side the ground is dug away: a shed on a slope
 * stands in a cut, and its roof is seen. Where a low thing is, grass or a low body, the later one
 * lies on top; of tall ones the higher.
 *
 * @param floor that it stands on
 * @param bottomMeters above the floor where its roof's share is 0
 * @param topMeters above the floor where its roof's share is 1
 * @param roof form of its upper side
 * @param finish of its upper side
 * @param skins one, or several between which the finish chooses
 * @param chance of this body
 */
record Body(
    Floor floor,
    double bottomMeters,
    double topMeters,
    Roof roof,
    Finish finish,
    List<Skin> skins,
    Chance chance)
    implements Layer {

  Body {
    skins = List.copyOf(skins);
  }

  static Body of(
      Floor floor, double topMeters, Roof roof, Finish finish, Skin skin, Chance chance) {
    return new Body(floor, 0, topMeters, roof, finish, List.of(skin), chance);
  }

  /** What the upper side looks like from near. */
  enum Finish {
    /** Paint, glass, plastic. */
    PLAIN(0, 0.02) {
      @Override
      double pattern(double along, double across, ValueNoise noise) {
        return noise.at(2 * along, 2 * across);
      }
    },
    /** Rolled steel in waves across its length, a hand wide. */
    RIBS(0.02, 0.09) {
      @Override
      double pattern(double along, double across, ValueNoise noise) {
        return Math.cos(2 * Math.PI * along / 0.28);
      }
    },
    /** Sheets of tin or slate side by side, each with its own age, with a seam between. */
    PANELS(0.02, 0.17) {
      @Override
      double pattern(double along, double across, ValueNoise noise) {
        double seam = along / PANEL_METERS - Math.floor(along / PANEL_METERS);
        double wave = 0.25 * Math.cos(2 * Math.PI * along / 0.18);
        double stain = 0.7 * noise.fractal(1.6 * along, 0.5 * across, 3);
        return seam < 0.09 ? -1 : wave + stain;
      }
    },
    /** Courses of tiles. */
    COURSES(0.02, 0.13) {
      @Override
      double pattern(double along, double across, ValueNoise noise) {
        return 0.6 * Math.cos(2 * Math.PI * across / 0.32) + noise.fractal(along, across, 4);
      }
    },
    /** Cloth that hangs in folds. */
    FOLDS(0.02, 0.11) {
      @Override
      double pattern(double along, double across, ValueNoise noise) {
        return 0.7 * noise.at(0.9 * along + 0.7 * across, 1.9 * across - 1.2 * along)
            + 0.5 * noise.at(3.1 * along, 1.3 * across);
      }
    },
    /** Taut cloth or felt. */
    CLOTH(0.008, 0.05) {
      @Override
      double pattern(double along, double across, ValueNoise noise) {
        return noise.fractal(1.5 * along, 1.5 * across, 3);
      }
    },
    /** Straw, hay, heaps of earth. */
    LOOSE(0.06, 0.22) {
      @Override
      double pattern(double along, double across, ValueNoise noise) {
        return 0.5 * noise.at(1.7 * along, 1.7 * across) + 0.6 * noise.at(9 * along, 9 * across);
      }
    };

    private static final double PANEL_METERS = 0.95;

    private final double reliefMeters;
    private final double contrast;

    Finish(double reliefMeters, double contrast) {
      this.reliefMeters = reliefMeters;
      this.contrast = contrast;
    }

    /** About −1 where it is low and dark to 1 where it is high and bright, by metres. */
    abstract double pattern(double along, double across, ValueNoise noise);
  }

  @Override
  public void drawInto(Sheet sheet) {
    int[] numbers = skins.stream().mapToInt(sheet::numberOf).toArray();
    ValueNoise noise = new ValueNoise(chance.key());
    floor.forEachCell(
        sheet,
        (column, row, along, across) -> {
          double share = roof.share(along, across);
          if (share <= 0) {
            return;
          }
          double alongMeters = along * floor.lengthMeters() / 2;
          double acrossMeters = across * floor.widthMeters() / 2;
          double pattern = finish.pattern(alongMeters, acrossMeters, noise);
          double up =
              floor.upAt(along, across)
                  + bottomMeters
                  + (topMeters - bottomMeters) * share
                  + finish.reliefMeters * pattern * Math.min(1, topMeters);
          Chance panel = panelAt(alongMeters, across);
          int number = numbers[panel.whole(0, numbers.length - 1)];
          double tint = finish.contrast * pattern;
          if (finish == Finish.PANELS) {
            tint += panel.of(1).between(-0.06, 0.06);
          }
          if (sheet.upAt(column, row) - sheet.floorAt(column, row) <= Patch.LOW_METERS) {
            Patch.lay(sheet, column, row, up - sheet.floorAt(column, row), number, tint);
          } else {
            sheet.raise(column, row, up, number, tint);
          }
        });
  }

  private Chance panelAt(double alongMeters, double across) {
    long column = (long) Math.floor(alongMeters / Finish.PANEL_METERS);
    return chance.of(column, across < 0 ? 0 : 1);
  }
}
