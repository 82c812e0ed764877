package org.qyran.evaluation.set.mucad;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.qyran.detection.plane.Mask;
import org.qyran.detection.plane.Plane;
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

/**
 * Scores how well pixels of camouflaged targets stand out, by class.
 *
 * <p>Assumes eight-bit bands that lie on each other. For a class, the scores of its pixels in all
 * captures that show it are pooled, and set against the pixels of no target of the same captures;
 * scores are not made alike between captures. Two plain baselines stand beside the structure
 * detector's own map. Neighbouring pixels are much alike and a class is one thing in one or two
 * captures, so a figure may move by several hundredths with another capture.
 */
public final class MucadSet implements LabelledSet {

  private static final double FALSE_POSITIVE_RATE = 1e-3;
  private static final int YELLOW = 0xFFE100;

  /** One capture's scores, and what to draw of it. */
  private record Case(double worstArea, Overlay overlay) {}

  @Override
  public SetResult evaluate(Path data, Path out) throws IOException {
    LabelColours labels = LabelColours.read(data.resolve("labels.yaml"));
    List<MucadCapture> captures = MucadCapture.readAll(data, labels);
    Map<String, Map<String, PooledScores>> pooled = new LinkedHashMap<>();
    FoundObjects objects = new FoundObjects();
    List<Case> cases = new ArrayList<>();
    for (MucadCapture capture : captures) {
      for (ScoreMethod method : ScoreMethod.all()) {
        Plane scores = method.score().apply(capture);
        ScoreMapFile.write(
            out.resolve("scores/%s_%s.tif".formatted(capture.name(), method.name())), scores);
        pool(capture, scores, pooled.computeIfAbsent(method.name(), name -> new TreeMap<>()));
        if (method.name().equals(ScoreMethod.STRUCTURE)) {
          cases.add(drawn(capture, scores, objects.add(capture)));
        }
      }
    }
    cases.sort(Comparator.comparingDouble(Case::worstArea));
    Map<String, Map<String, Ranking>> rankings = new LinkedHashMap<>();
    pooled.forEach((method, byClass) -> rankings.put(method, ranked(byClass)));
    return new SetResult(
        "mucad",
        "Camouflaged targets in %d captures (MUCAD)".formatted(captures.size()),
        SearchedPicture.detectors().subList(0, 1),
        notes(rankings),
        List.of(
            new FigureTable("area_under_curve", "Area under the curve, pixels", areas(rankings)),
            new FigureTable(
                "recall_at_1e-3", "Recall at 1e-3 false positives, pixels", recalls(rankings)),
            new FigureTable(
                "structures_found", "Structures reported, five bands, as things", objects.rows())),
        curves(rankings),
        cases.stream().map(Case::overlay).toList());
  }

  private static void pool(MucadCapture capture, Plane scores, Map<String, PooledScores> byClass) {
    byte[] background = capture.background().marks();
    for (Map.Entry<String, Mask> target : capture.targets().entrySet()) {
      PooledScores pool = byClass.computeIfAbsent(target.getKey(), name -> new PooledScores());
      byte[] marks = target.getValue().marks();
      for (int at = 0; at < marks.length; at++) {
        if (marks[at] != 0) {
          pool.addTarget(scores.values()[at]);
        } else if (background[at] != 0) {
          pool.addBackground(scores.values()[at]);
        }
      }
    }
  }

  private static Map<String, Ranking> ranked(Map<String, PooledScores> byClass) {
    Map<String, Ranking> ranked = new TreeMap<>();
    byClass.forEach((target, pool) -> ranked.put(target, pool.ranking()));
    return ranked;
  }

  private static List<Row> areas(Map<String, Map<String, Ranking>> rankings) {
    List<Row> rows = new ArrayList<>();
    for (String target : classes(rankings)) {
      Row row = Row.of("class", target);
      for (Map.Entry<String, Map<String, Ranking>> method : rankings.entrySet()) {
        Optional<Double> published = PublishedFigures.findArea(method.getKey(), target);
        if (published.isPresent()) {
          row = row.with(method.getKey() + "_data_sheet", published.get(), 3);
        } else if (method.getKey().equals(ScoreMethod.LOCAL_RX)) {
          row = row.with(method.getKey() + "_data_sheet", "");
        }
        row = row.with(method.getKey(), ranking(method.getValue(), target).area(), 3);
      }
      rows.add(row);
    }
    return rows;
  }

  private static List<Row> recalls(Map<String, Map<String, Ranking>> rankings) {
    List<Row> rows = new ArrayList<>();
    for (String target : classes(rankings)) {
      Row row = Row.of("class", target);
      for (Map.Entry<String, Map<String, Ranking>> method : rankings.entrySet()) {
        row =
            row.with(
                method.getKey(), ranking(method.getValue(), target).recall(FALSE_POSITIVE_RATE), 3);
      }
      rows.add(row);
    }
    return rows;
  }

  private static List<RankCurve> curves(Map<String, Map<String, Ranking>> rankings) {
    List<RankCurve> curves = new ArrayList<>();
    for (String target : classes(rankings)) {
      rankings.forEach(
          (method, byClass) -> curves.add(ranking(byClass, target).curve(target, method)));
    }
    return curves;
  }

  private static List<String> classes(Map<String, Map<String, Ranking>> rankings) {
    return rankings.values().stream()
        .flatMap(byClass -> byClass.keySet().stream())
        .distinct()
        .toList();
  }

  private static Ranking ranking(Map<String, Ranking> byClass, String target) {
    Ranking ranking = byClass.get(target);
    if (ranking == null) {
      throw new IllegalStateException("nothing was pooled for " + target);
    }
    return ranking;
  }

  /** Draws a capture, the pixels above the threshold of one false positive in 1,000 in yellow. */
  private static Case drawn(MucadCapture capture, Plane scores, List<Overlay.Shape> shapes) {
    Map<String, PooledScores> pooled = new TreeMap<>();
    pool(capture, scores, pooled);
    Map<String, Ranking> rankings = ranked(pooled);
    double worst = 1;
    double threshold = Double.POSITIVE_INFINITY;
    StringBuilder title = new StringBuilder(capture.name()).append(": area under the curve");
    for (Map.Entry<String, Ranking> ranking : rankings.entrySet()) {
      double area = ranking.getValue().area();
      worst = Math.min(worst, area);
      threshold = ranking.getValue().threshold(FALSE_POSITIVE_RATE);
      title.append(String.format(Locale.ROOT, " %s %.3f", ranking.getKey(), area));
    }
    title.append("; yellow pixels are the oddest 0.1 % of the background, and targets above them");
    BufferedImage picture =
        Pictures.cut(capture.colour(), 0, 0, capture.width(), capture.height(), 1);
    for (int at = 0; at < scores.values().length; at++) {
      if (scores.values()[at] > threshold) {
        picture.setRGB(at % capture.width(), at / capture.width(), YELLOW);
      }
    }
    return new Case(
        worst,
        new Overlay(
            title.toString(), Pictures.jpeg(picture), capture.width(), capture.height(), shapes));
  }

  private static List<String> notes(Map<String, Map<String, Ranking>> rankings) {
    List<String> notes = new ArrayList<>();
    notes.add(
        "Pooling: for a class, its pixels in all captures that show it, against the pixels of no"
            + " target (black in the mask) of the same captures; scores are not normalised between"
            + " captures.");
    notes.add(
        "global_rx: squared Mahalanobis distance to mean and covariance of the whole capture;"
            + " features are blue, green, red, red edge, nir, NDVI, NDRE, excess green and SAVI,"
            + " each averaged over 3 x 3. Of 35 sets of four indices, four ways of averaging and"
            + " three poolings this is the one nearest to the data sheet.");
    notes.add(deviation(ScoreMethod.GLOBAL_RX, rankings));
    notes.add(
        "local_rx: NDVI, BNDVI, GNDVI, NDRE and thermal, of bands averaged over 3 x 3, against a"
            + " ring of pixels: the square of 101 around the pixel without the square of 41. The"
            + " data sheet does not say its window; this one comes nearest of nine.");
    notes.add(deviation(ScoreMethod.LOCAL_RX, rankings));
    notes.add(
        "structure_*: the structure detector's own map of oddness, with its vegetation index,"
            + " trimming and smoothing; five bands as a five-lens camera gives them, the same with"
            + " thermal, and the colour picture alone.");
    notes.add(
        String.format(
            Locale.ROOT,
            "Ground size of a pixel is taken to be %.2f m: the cars cover about 915 pixels each and"
                + " a car is 4.5 by 1.8 m. It decides the smoothing (3 x 3) and which sizes the"
                + " detector reports; persons are smaller than it looks for.",
            ScoreMethod.GSD_METERS));
    notes.add(
        "As things: connected pieces of a mask; found when reported outlines cover a quarter of the"
            + " piece; an outline that touches no piece is a false alarm. Real things other than"
            + " targets, such as stones, count as false alarms.");
    return notes;
  }

  private static String deviation(String method, Map<String, Map<String, Ranking>> rankings) {
    double sum = 0;
    double largest = 0;
    int count = 0;
    for (Map.Entry<String, Ranking> ranking : rankings.getOrDefault(method, Map.of()).entrySet()) {
      Optional<Double> published = PublishedFigures.findArea(method, ranking.getKey());
      if (published.isPresent()) {
        double off = Math.abs(ranking.getValue().area() - published.get());
        sum += off;
        largest = Math.max(largest, off);
        count++;
      }
    }
    return count == 0
        ? method + " has no figures on the data sheet for these classes."
        : String.format(
            Locale.ROOT,
            "%s differs from the data sheet by %.3f in the mean of %d classes, %.3f at most.",
            method,
            sum / count,
            count,
            largest);
  }
}
