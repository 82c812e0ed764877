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
import java.util.stream.IntStream;
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

  private final List<Palette> palettes;
  private final Consumer<String> log;

  /**
   * Trains for kinds of cameras.
   *
   * @param palettes that are all made of what the same surveys saw: each picture is opened for all
   * @param log is told how far it is
   */
  PlantTraining(List<Palette> palettes, Consumer<String> log) {
    this.palettes = List.copyOf(palettes);
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
   * Forests that tell cells.
   *
   * @param all has seen every training survey
   * @param first has seen the first half of them
   * @param second has seen the others
   * @param half how many the first half are
   */
  private record CellForests(Forest all, Forest first, Forest second, int half) {

    static CellForests grown(List<Table> surveys) {
      int half = surveys.size() / 2;
      return new CellForests(
          CELLS.tellCannabis(balanced(joined(surveys, number -> true))),
          CELLS.tellCannabis(balanced(joined(surveys, number -> number < half))),
          CELLS.tellCannabis(balanced(joined(surveys, number -> number >= half))),
          half);
    }

    /** One that has not seen that training survey. */
    Forest strangerTo(int survey) {
      return survey < half ? second : first;
    }
  }

  /**
   * Forests that look at stands.
   *
   * @param cuts tells how well one fits its plot
   * @param judge tells cannabis
   * @param kinds tell one kind of plant each
   */
  private record StandForests(Forest cuts, Forest judge, SortedMap<String, Forest> kinds) {

    static StandForests grown(List<Table> surveys) {
      Table cut = joined(surveys, number -> true);
      Table known = known(cut);
      return new StandForests(
          STANDS.tellOverlap(cut), STANDS.tellCannabis(known), KINDS.tellKinds(frequent(known)));
    }
  }

  /**
   * Fits a model for each palette.
   *
   * @param workers look at the surveys; the models do not depend on how many there are
   */
  List<PlantModel> fit(List<Survey> training, List<Survey> validation, Workers workers)
      throws IOException {
    List<CellForests> cells =
        look(training, workers, (palette, survey) -> new CellSampler(palettes.get(palette)))
            .stream()
            .map(CellForests::grown)
            .toList();
    List<StandForests> stands =
        look(
                training,
                workers,
                (palette, survey) ->
                    new StandSampler(
                        palettes.get(palette),
                        cells.get(palette).strangerTo(survey),
                        Optional.empty()))
            .stream()
            .map(StandForests::grown)
            .toList();
    List<List<Table>> held =
        look(
            validation,
            workers,
            (palette, survey) ->
                new StandSampler(
                    palettes.get(palette),
                    cells.get(palette).all(),
                    Optional.of(stands.get(palette).cuts())));
    List<PlantModel> models = new ArrayList<>();
    for (int palette = 0; palette < palettes.size(); palette++) {
      models.add(
          model(
              palettes.get(palette),
              training,
              validation,
              cells.get(palette).all(),
              stands.get(palette),
              known(joined(held.get(palette), survey -> true))));
    }
    return models;
  }

  private static PlantModel model(
      Palette palette,
      List<Survey> training,
      List<Survey> validation,
      Forest cells,
      StandForests stands,
      Table held) {
    return new PlantModel(
        new ModelCard(
            "plantation-%s 1".formatted(palette.word()),
            training.stream().map(Survey::name).toList(),
            validation.stream().map(Survey::name).toList(),
            LEAST_GSD_METERS,
            MOST_GSD_METERS,
            palette.cellFeatures(),
            StandFinder.features(palette),
            scores(stands.judge(), held)),
        cells,
        stands.cuts(),
        stands.judge(),
        calibration(stands.judge(), held),
        stands.kinds());
  }

  /** What takes samples for a palette out of a survey, each by its number. */
  @FunctionalInterface
  private interface Samplers {
    Sampler of(int palette, int survey);
  }

  /**
   * Opens every picture once, for all palettes.
   *
   * @return of each palette the tables of the surveys, in their order
   */
  private List<List<Table>> look(List<Survey> surveys, Workers workers, Samplers samplers)
      throws IOException {
    List<Callable<List<Table>>> tasks = new ArrayList<>();
    for (int i = 0; i < surveys.size(); i++) {
      int number = i;
      tasks.add(() -> tables(surveys.get(number), number, samplers));
    }
    List<List<Table>> bySurvey = workers.all(tasks);
    return IntStream.range(0, palettes.size())
        .mapToObj(palette -> bySurvey.stream().map(tables -> tables.get(palette)).toList())
        .toList();
  }

  private List<Table> tables(Survey survey, int number, Samplers samplers) throws IOException {
    List<UnaryOperator<PreparedImage>> cameras = new ArrayList<>();
    List<Sampler> taking = new ArrayList<>();
    for (int palette = 0; palette < palettes.size(); palette++) {
      cameras.add(camera(palettes.get(palette), survey));
      taking.add(samplers.of(palette, number));
    }
    LabelledFlight flight = LabelledFlight.open(survey.folder());
    for (Frame frame : flight.frames()) {
      LabelledPicture opened = flight.open(frame).orElse(null);
      for (int palette = 0; opened != null && palette < palettes.size(); palette++) {
        LabelledPicture seen = opened.through(cameras.get(palette));
        if (Palette.of(seen.image()).filter(palettes.get(palette)::equals).isPresent()) {
          taking.get(palette).add(seen);
        }
      }
    }
    List<Table> tables = taking.stream().map(Sampler::table).toList();
    for (int palette = 0; palette < tables.size(); palette++) {
      log.accept(
          "%s, %s: %s"
              .formatted(survey.name(), palettes.get(palette).word(), counts(tables.get(palette))));
    }
    return tables;
  }

  /** Calibrated bands are alike whoever made the camera; counts of colours are not. */
  private static UnaryOperator<PreparedImage> camera(Palette palette, Survey survey) {
    return switch (palette) {
      case MULTISPECTRAL -> UnaryOperator.identity();
      case COLOUR -> new ColourCamera(survey.name())::see;
      case NIR_CONVERTED -> new ConvertedCamera(survey.name())::see;
    };
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
