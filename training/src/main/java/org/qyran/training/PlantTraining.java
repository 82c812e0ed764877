package org.qyran.training;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.IntPredicate;
import java.util.function.UnaryOperator;
import org.qyran.detection.image.PreparedImage;
import org.qyran.detection.learn.Forest;
import org.qyran.detection.learn.ModelCard;
import org.qyran.detection.learn.PlantModel;
import org.qyran.detection.learn.PlattScaling;
import org.qyran.detection.plant.Palette;
import org.qyran.detection.plant.StandFinder;
import org.qyran.evaluation.stat.LogisticFit;
import org.qyran.model.Frame;
import org.qyran.training.fit.Boosting;
import org.qyran.training.fit.Table;
import org.qyran.training.label.ColourCamera;
import org.qyran.training.label.ConvertedCamera;
import org.qyran.training.label.LabelledFlight;
import org.qyran.training.label.LabelledFlight.LabelledPicture;
import org.qyran.training.label.TruthInPicture;

/**
 * Fits a plant model to surveys that are there.
 *
 * <p>First a forest that tells cells is grown. Stands are then cut out with forests that have not
 * seen their survey (each half of the surveys by the forest of the other half), so that the forest
 * that judges stands learns from cuts as good as it will meet. One more forest learns how well a
 * cut fits a plot, and chooses among rivals. PlattScaling is fitted on surveys that neither forest
 * has seen.
 */
final class PlantTraining {

  private static final Boosting CELLS = new Boosting(80, 5, 0.15, 20);
  private static final Boosting STANDS = new Boosting(120, 3, 0.08, 4);
  private static final Boosting KINDS = new Boosting(40, 3, 0.15, 4);

  private static final double LEAST_GSD_METERS = 0.08;
  private static final double MOST_GSD_METERS = 0.16;

  private final Palette palette;
  private final Consumer<String> log;

  /**
   * Trains for one kind of camera.
   *
   * @param log is told how far it is
   */
  PlantTraining(Palette palette, Consumer<String> log) {
    this.palette = palette;
    this.log = log;
  }

  /**
   * A survey by its name.
   *
   * @param name {@code steppe-river 101 july nursery}
   * @param folder of the simulator
   */
  record Survey(String name, Path folder) {}

  /**
   * Fits a model.
   *
   * @param workers look at the surveys; the model does not depend on how many there are
   */
  PlantModel fit(List<Survey> training, List<Survey> validation, Workers workers)
      throws IOException {
    List<Table> cells = each(training, workers, (survey, number) -> cells(survey));
    Forest all = CELLS.tellCannabis(balanced(joined(cells, number -> true)));
    int half = training.size() / 2;
    Forest first = CELLS.tellCannabis(balanced(joined(cells, number -> number < half)));
    Forest second = CELLS.tellCannabis(balanced(joined(cells, number -> number >= half)));
    List<Table> stands =
        each(
            training,
            workers,
            (survey, number) -> stands(survey, number < half ? second : first, Optional.empty()));
    Table cut = joined(stands, number -> true);
    Forest cuts = STANDS.tellOverlap(cut);
    Table known = known(cut);
    Forest judge = STANDS.tellCannabis(known);
    SortedMap<String, Forest> kinds = KINDS.tellKinds(frequent(known));
    Table held =
        known(
            joined(
                each(
                    validation,
                    workers,
                    (survey, number) -> stands(survey, all, Optional.of(cuts))),
                number -> true));
    return new PlantModel(
        new ModelCard(
            "plantation-%s 1".formatted(palette.word()),
            training.stream().map(Survey::name).toList(),
            validation.stream().map(Survey::name).toList(),
            LEAST_GSD_METERS,
            MOST_GSD_METERS,
            palette.cellFeatures(),
            StandFinder.features(palette),
            scores(judge, held)),
        all,
        cuts,
        judge,
        calibration(judge, held),
        kinds);
  }

  /** Looks at a survey. */
  @FunctionalInterface
  private interface Look {
    Table at(Survey survey, int number) throws IOException;
  }

  /** Tables of surveys in their order. */
  private List<Table> each(List<Survey> surveys, Workers workers, Look look) throws IOException {
    List<Callable<Table>> tasks = new ArrayList<>();
    for (int i = 0; i < surveys.size(); i++) {
      int number = i;
      tasks.add(
          () -> {
            Survey survey = surveys.get(number);
            Table table = look.at(survey, number);
            log.accept("%s: %s".formatted(survey.name(), counts(table)));
            return table;
          });
    }
    return workers.all(tasks);
  }

  private Table cells(Survey survey) throws IOException {
    CellSampler sampler = new CellSampler(palette);
    forEachPicture(survey, sampler::add);
    return sampler.table();
  }

  /**
   * Stands of a survey.
   *
   * @param cuts that choose among rivals, as in the detector; without them all are kept
   */
  private Table stands(Survey survey, Forest cells, Optional<Forest> cuts) throws IOException {
    StandSampler sampler = new StandSampler(palette, cells, cuts);
    forEachPicture(survey, sampler::add);
    return sampler.table();
  }

  private void forEachPicture(Survey survey, Consumer<LabelledPicture> looking) throws IOException {
    LabelledFlight flight = LabelledFlight.open(survey.folder());
    UnaryOperator<PreparedImage> camera = camera(survey);
    for (Frame frame : flight.frames()) {
      flight
          .open(frame)
          .map(seen -> seen.through(camera))
          .filter(this::isOfPalette)
          .ifPresent(looking);
    }
  }

  /** Calibrated bands are alike whoever made the camera; counts of colours are not. */
  private UnaryOperator<PreparedImage> camera(Survey survey) {
    return switch (palette) {
      case MULTISPECTRAL -> UnaryOperator.identity();
      case COLOUR -> new ColourCamera(survey.name())::see;
      case NIR_CONVERTED -> new ConvertedCamera(survey.name())::see;
    };
  }

  private boolean isOfPalette(LabelledPicture picture) {
    return Palette.of(picture.image()).filter(palette::equals).isPresent();
  }

  private static Table joined(List<Table> tables, IntPredicate wanted) {
    Table joined = Table.growing(tables.get(0).width());
    for (int i = 0; i < tables.size(); i++) {
      if (wanted.test(i)) {
        joined.rows().addAll(tables.get(i).rows());
      }
    }
    return joined;
  }

  /** Those of which it can be said what they are. */
  private static Table known(Table table) {
    return new Table(
        table.width(),
        table.rows().stream().filter(row -> !row.kind().equals(TruthInPicture.OPEN)).toList());
  }

  /** Cannabis weighs as much as all else. */
  private static Table balanced(Table table) {
    long yes = table.rows().stream().filter(Table.Row::isCannabis).count();
    double weight = (double) (table.rows().size() - yes) / Math.max(1, yes);
    return new Table(
        table.width(),
        table.rows().stream()
            .map(
                row ->
                    new Table.Row(
                        row.features(), row.kind(), row.isCannabis() ? weight : 1, row.overlap()))
            .toList());
  }

  /** Kinds that are rare are no kinds. */
  private static Table frequent(Table table) {
    SortedMap<String, Integer> counts = counts(table);
    return new Table(
        table.width(),
        table.rows().stream().filter(row -> counts.getOrDefault(row.kind(), 0) >= 20).toList());
  }

  private static SortedMap<String, Integer> counts(Table table) {
    SortedMap<String, Integer> counts = new TreeMap<>();
    table.rows().forEach(row -> counts.merge(row.kind(), 1, Integer::sum));
    return counts;
  }

  private static PlattScaling calibration(Forest judge, Table held) {
    double[] said = new double[held.rows().size()];
    boolean[] truth = new boolean[said.length];
    int yes = 0;
    for (int i = 0; i < said.length; i++) {
      said[i] = judge.logOdds(held.rows().get(i).features());
      truth[i] = held.rows().get(i).isCannabis();
      yes += truth[i] ? 1 : 0;
    }
    double prior = (yes + 0.5) / (said.length + 1);
    return LogisticFit.of(said, truth)
        .map(fit -> new PlattScaling(fit.slope(), fit.intercept(), prior))
        .orElse(new PlattScaling(1, 0, prior));
  }

  private static SortedMap<String, Double> scores(Forest judge, Table held) {
    SortedMap<String, Double> scores = new TreeMap<>();
    scores.put("validation_stands", (double) held.rows().size());
    scores.put(
        "validation_cannabis", (double) held.rows().stream().filter(Table.Row::isCannabis).count());
    scores.put("validation_auc", auc(judge, held));
    return scores;
  }

  /** Share of pairs of cannabis and other that are in the right order; ties count half. */
  private static double auc(Forest judge, Table held) {
    double right = 0;
    double pairs = 0;
    double[] said =
        held.rows().stream().mapToDouble(row -> judge.logOdds(row.features())).toArray();
    for (int i = 0; i < said.length; i++) {
      for (int j = 0; j < said.length && held.rows().get(i).isCannabis(); j++) {
        if (!held.rows().get(j).isCannabis()) {
          right += said[i] > said[j] ? 1 : said[i] == said[j] ? 0.5 : 0;
          pairs++;
        }
      }
    }
    return pairs == 0 ? Double.NaN : right / pairs;
  }
}
