package org.qyran.evaluation.set.hemp;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.qyran.detection.plane.Plane;
import org.qyran.evaluation.set.outline.OutlineMatching;
import org.qyran.evaluation.set.outline.PixelPolygon;
import org.qyran.evaluation.set.picture.Pictures;
import org.qyran.evaluation.set.picture.ScoreMapFile;
import org.qyran.evaluation.set.picture.SearchedPicture;
import org.qyran.evaluation.set.rank.PooledScores;
import org.qyran.evaluation.set.rank.Ranking;
import org.qyran.evaluation.set.result.FigureTable;
import org.qyran.evaluation.set.result.LabelledSet;
import org.qyran.evaluation.set.result.Overlay;
import org.qyran.evaluation.set.result.RankCurve;
import org.qyran.evaluation.set.result.Row;
import org.qyran.evaluation.set.result.SetResult;
import org.qyran.model.Detection;
import org.qyran.model.DetectionType;

/**
 * How much of separate hemp plants the flagged stands hold, and how much else.
 *
 * <p>Assumes figures {@code detectionN_panel1.png} and {@code panel3} that are clean, and panels 2
 * and 4 that show the same ground with another model's boxes on it. Those boxes are the truth, so
 * it is approximate. The ground size of a pixel is not told: the median box is taken to be 1 m
 * wide, as separate hemp plants on such fields are about that; half or twice as much would be
 * possible.
 */
public final class HempSet implements LabelledSet {

  private static final double PLANT_METERS = 1;

  /** Measured on the panels: lines take eight pixels. */
  private static final double LINE_PIXELS = 8;

  private static final double COVERED = 0.5;

  /** A picture to draw, and how bad it is. */
  private record Case(double missedShare, Overlay overlay) {}

  @Override
  public SetResult evaluate(Path data, Path out) throws IOException {
    List<Row> rows = new ArrayList<>();
    List<RankCurve> curves = new ArrayList<>();
    List<Case> cases = new ArrayList<>();
    for (Path clean : Pictures.files(data)) {
      String file = clean.getFileName().toString();
      if (file.matches(".*_panel[13]\\.png")) {
        Path drawn =
            clean.resolveSibling(
                file.replace("_panel1.", "_panel2.").replace("_panel3.", "_panel4."));
        if (!Files.exists(drawn)) {
          throw new IOException("%s has no panel with boxes, %s".formatted(clean, drawn));
        }
        String name = file.substring(0, file.length() - 4);
        List<Envelope> boxes = DrawnBoxes.recover(clean, drawn, LINE_PIXELS);
        if (boxes.isEmpty()) {
          throw new IOException("no box could be told between %s and %s".formatted(clean, drawn));
        }
        BufferedImage picture = Pictures.read(clean);
        double gsd = PLANT_METERS / medianSide(boxes);
        SearchedPicture searched = SearchedPicture.of(name, picture, gsd);
        Ranking greenness = greenness(searched, boxes, picture.getWidth());
        writeScores(out, name, searched);
        rows.add(row(file, picture, gsd, boxes, searched, greenness));
        curves.add(greenness.curve(name, "greenness"));
        cases.add(drawn(file, picture, boxes, searched));
      }
    }
    if (rows.isEmpty()) {
      throw new IOException(data + " holds no picture named NAME_panel1.png or NAME_panel3.png");
    }
    return new SetResult(
        "hemp",
        "Separate hemp plants among weeds, %d pictures".formatted(rows.size()),
        SearchedPicture.detectors(),
        notes(),
        List.of(new FigureTable("plants", "Plants and flagged ground", rows)),
        curves,
        cases.stream()
            .sorted(Comparator.comparingDouble(Case::missedShare).reversed())
            .map(Case::overlay)
            .toList());
  }

  /** Of the means of both sides; boxes at the border are cut and count with what is left. */
  private static double medianSide(List<Envelope> boxes) {
    List<Double> sides =
        boxes.stream()
            .map(box -> (box.getWidth() + box.getHeight()) / 2)
            .sorted(Comparator.naturalOrder())
            .toList();
    return sides.get(sides.size() / 2);
  }

  private static Ranking greenness(SearchedPicture searched, List<Envelope> boxes, int pictureWidth)
      throws IOException {
    Plane green =
        searched
            .greenness()
            .orElseThrow(() -> new IOException("a colour picture has no vegetation index"));
    double pixelsPerCell = (double) pictureWidth / green.width();
    PooledScores pool = new PooledScores();
    for (int y = 0; y < green.height(); y++) {
      for (int x = 0; x < green.width(); x++) {
        double column = (x + 0.5) * pixelsPerCell;
        double row = (y + 0.5) * pixelsPerCell;
        if (boxes.stream().anyMatch(box -> box.contains(column, row))) {
          pool.addTarget(green.at(x, y));
        } else {
          pool.addBackground(green.at(x, y));
        }
      }
    }
    return pool.ranking();
  }

  private static void writeScores(Path out, String name, SearchedPicture searched)
      throws IOException {
    if (searched.greenness().isPresent()) {
      ScoreMapFile.write(
          out.resolve("scores/%s_greenness.tif".formatted(name)), searched.greenness().get());
    }
    if (searched.oddness().isPresent()) {
      ScoreMapFile.write(
          out.resolve("scores/%s_structure_rgb.tif".formatted(name)), searched.oddness().get());
    }
  }

  private static Row row(
      String file,
      BufferedImage picture,
      double gsd,
      List<Envelope> boxes,
      SearchedPicture searched,
      Ranking greenness) {
    Geometry flagged = flagged(searched);
    Geometry plants = PixelPolygon.union(boxes.stream().map(HempSet::area).toList());
    double all = (double) picture.getWidth() * picture.getHeight();
    long covered = boxes.stream().filter(box -> isCovered(box, flagged)).count();
    return Row.of("picture", file)
        .with("assumed_gsd_m", gsd, 4)
        .with("plants", boxes.size())
        .with("plants_flagged", covered)
        .with("plants_flagged_share", (double) covered / boxes.size(), 3)
        .with("vegetation_stands", searched.flaggedPlants().size())
        .with("plantations_to_visit", searched.plantsToVisit().size())
        .with("structures", searched.of(DetectionType.STRUCTURE_OF_INTEREST).size())
        .with("flagged_share_of_picture", flagged.getArea() / all, 3)
        .with("plants_share_of_picture", plants.getArea() / all, 3)
        .with(
            "flagged_outside_plants_share",
            flagged.getArea() > 0 ? 1 - OutlineMatching.shareWithin(flagged, plants) : Double.NaN,
            3)
        .with("greenness_area_under_curve", greenness.area(), 3);
  }

  private static Geometry flagged(SearchedPicture searched) {
    return PixelPolygon.union(
        searched.flaggedPlants().stream().map(stand -> PixelPolygon.of(stand.outline())).toList());
  }

  private static boolean isCovered(Envelope box, Geometry flagged) {
    return OutlineMatching.shareWithin(area(box), flagged) >= COVERED;
  }

  private static Geometry area(Envelope box) {
    return PixelPolygon.box(box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY());
  }

  private static Case drawn(
      String file, BufferedImage picture, List<Envelope> boxes, SearchedPicture searched) {
    Geometry flagged = flagged(searched);
    List<Overlay.Shape> shapes = new ArrayList<>();
    int missed = 0;
    for (Envelope box : boxes) {
      boolean found = isCovered(box, flagged);
      missed += found ? 0 : 1;
      PixelPolygon.outlines(area(box))
          .forEach(
              outline ->
                  shapes.add(
                      new Overlay.Shape(
                          found ? Overlay.Kind.FOUND : Overlay.Kind.MISSED, outline)));
    }
    for (Detection stand : searched.flaggedPlants()) {
      shapes.add(new Overlay.Shape(Overlay.Kind.FINDING, stand.outline()));
    }
    for (Detection structure : searched.of(DetectionType.STRUCTURE_OF_INTEREST)) {
      shapes.add(new Overlay.Shape(Overlay.Kind.FALSE_ALARM, structure.outline()));
    }
    return new Case(
        (double) missed / boxes.size(),
        new Overlay(
            String.format(
                Locale.ROOT,
                "%s: %d of %d plants outside flagged stands (yellow); structures orange",
                file,
                missed,
                boxes.size()),
            Pictures.jpeg(picture),
            picture.getWidth(),
            picture.getHeight(),
            shapes));
  }

  private static List<String> notes() {
    return List.of(
        "Truth is approximate: another model's boxes, recovered from the difference between the"
            + " clean picture and the one with boxes; lines are taken to be eight pixels wide, and a"
            + " box without an inside, at the border, is lost.",
        "Ground size of a pixel is assumed: the median box is taken to be 1 m wide, because the"
            + " publisher does not tell the height and separate hemp plants of such fields are about"
            + " that wide. Half or twice as much would be possible, and sizes scale with it.",
        "A plant is flagged if half of its box or more lies in reported vegetation stands.",
        "greenness_area_under_curve: how well the stand detector's own vegetation index puts pixels"
            + " in boxes above others; 0.5 means not at all. Weeds are plants too.",
        "The two pictures differ in colour; the detectors see ordinary red, green and blue.");
  }
}
