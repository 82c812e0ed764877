package org.qyran.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.qyran.evaluation.Survey.box;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.qyran.evaluation.figure.Claim;
import org.qyran.evaluation.figure.Figures;
import org.qyran.evaluation.figure.Table;
import org.qyran.evaluation.stat.Share;
import org.qyran.jobs.report.Progress;

class EvaluationTest {

  @TempDir private Path folder;

  private Survey survey() throws IOException {
    return new Survey(folder.resolve("survey"))
        .covered(box(0, 0, 1_000, 1_000), "{\"25\":0.95}")
        .plantation("p1", box(100, 100, 10, 10))
        .plantation("<b>p2", box(200, 100, 10, 10))
        .stand("t", 0.9, box(100, 100, 10, 10))
        .stand("f", 0.5, box(500, 500, 10, 10))
        .write();
  }

  private static String text(Path file) throws IOException {
    return Files.readString(file);
  }

  @Test
  void writesFiguresAndAPageAndNothingElse() throws IOException {
    Survey survey = survey();
    Path out = folder.resolve("out");

    Table table = Evaluation.evaluate(survey.truthFolder(), survey.runFolder(), out);

    assertThat(table.product().headline(Claim.PLANTATIONS).recall()).isEqualTo(new Share(1, 2));
    try (Stream<Path> files = Files.list(out)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder("evaluation.json", "evaluation.html");
    }
  }

  @Test
  void theSameFoldersGiveTheSameBytes() throws IOException {
    Survey survey = survey();

    Evaluation.evaluate(survey.truthFolder(), survey.runFolder(), folder.resolve("one"));
    Evaluation.evaluate(survey.truthFolder(), survey.runFolder(), folder.resolve("two"));

    for (String file : List.of("evaluation.json", "evaluation.html")) {
      assertThat(Files.readAllBytes(folder.resolve("one").resolve(file)))
          .as(file)
          .isEqualTo(Files.readAllBytes(folder.resolve("two").resolve(file)));
    }
  }

  @Test
  void thePageLoadsNothingAndTrustsNoNameFromAFile() throws IOException {
    Survey survey = survey();

    Evaluation.evaluate(survey.truthFolder(), survey.runFolder(), folder);

    String page = text(folder.resolve("evaluation.html"));
    assertThat(page).doesNotContain("http:", "https:", "<script", "<b>p2");
    assertThat(page).contains("default-src 'none'", "&lt;b&gt;p2");
  }

  @Test
  void everySentenceWithANumberSaysThatItIsSimulated() throws IOException {
    Survey survey = survey();

    Evaluation.evaluate(survey.truthFolder(), survey.runFolder(), folder);

    List<String> paragraphs =
        Arrays.stream(
                text(folder.resolve("evaluation.html")).split("<(?:p|li|figcaption|caption)>", -1))
            .skip(1)
            .map(part -> part.split("</(?:p|li|figcaption|caption)>", -1)[0])
            .filter(paragraph -> paragraph.matches("(?s).*[0-9].*"))
            .toList();
    assertThat(paragraphs).hasSizeGreaterThan(5).allMatch(text -> text.contains("imulated"));
  }

  @Test
  void whatTheTruthLacksIsSaidAndNotGuessed() throws IOException {
    Survey survey = survey();

    Table table = Evaluation.evaluate(survey.truthFolder(), survey.runFolder(), folder);

    assertThat(table.baselines()).isEmpty();
    assertThat(table.notes())
        .anyMatch(note -> note.startsWith("The truth has no confusers.geojson"))
        .anyMatch(note -> note.startsWith("The truth has no objects.csv"))
        .anyMatch(note -> note.startsWith("The truth has no visibility.csv"))
        .anyMatch(
            note -> note.startsWith("Not every simulated survey could have its surveyed area"))
        .anyMatch(note -> note.startsWith("There is no baseline: the pictures"));
    assertThat(text(folder.resolve("evaluation.html"))).contains("score (not a probability)");
  }

  @Test
  void aRunThatFoundNothingIsScoredToo() throws IOException {
    Survey survey =
        new Survey(folder)
            .covered(box(0, 0, 1_000, 1_000), "{}")
            .plantation("p", box(100, 100, 10, 10))
            .write();

    Table table = Evaluation.evaluate(survey.truthFolder(), survey.runFolder(), folder);

    assertThat(table.product().headline(Claim.EVERYTHING).recall()).isEqualTo(new Share(0, 1));
  }

  @Test
  void foldersThatAreNoneAreNamed() throws IOException {
    Survey survey = survey();

    assertThatThrownBy(() -> Evaluation.evaluate(folder, survey.runFolder(), folder))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("there is no " + folder.resolve("targets.geojson"));
    assertThatThrownBy(() -> Evaluation.evaluate(survey.truthFolder(), folder, folder))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("is that the folder of a finished run?");
  }

  @Test
  void aNumberThatIsNoneNamesItsLine() throws IOException {
    Survey survey = survey();
    Files.writeString(
        survey.truthFolder().resolve("objects.csv"), "class,lat,lon,radius_m\nshrub,0,ten,1\n");

    assertThatThrownBy(() -> Evaluation.evaluate(survey.truthFolder(), survey.runFolder(), folder))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("line 2: lon is 'ten', must be a number");
  }

  @Test
  @Tag("slow")
  void theSampleSurveyIsScoredBesideTheBaselineAndItsMissesAreShown() throws IOException {
    Path blind = Files.createDirectories(folder.resolve("blind"));
    for (String name : List.of("coverage.geojson", "frames.csv")) {
      Files.copy(SampleRun.runFolder().resolve(name), blind.resolve(name));
    }
    Files.writeString(
        blind.resolve("targets.geojson"), "{\"type\":\"FeatureCollection\",\"features\":[]}");

    Table table =
        Evaluation.evaluate(
            List.of(
                new SimulatedRun(SampleRun.truthFolder(), SampleRun.runFolder()),
                new SimulatedRun(SampleRun.truthFolder(), blind)),
            folder,
            Progress.unwatched());

    Figures product = table.product();
    Figures baseline = table.baselines().get(0);
    // Three plots and two structures, once looked for and once not.
    assertThat(product.headline(Claim.EVERYTHING).recall()).isEqualTo(new Share(5, 10));
    assertThat(baseline.headline(Claim.EVERYTHING).recall().total()).isEqualTo(10);
    assertThat(baseline.headline(Claim.EVERYTHING).falseAlarms().perSquareKilometer())
        .isGreaterThan(product.headline(Claim.EVERYTHING).falseAlarms().perSquareKilometer());
    assertThat(product.misses()).hasSize(5);
    assertThat(text(folder.resolve("evaluation.html")))
        .contains("data:image/jpeg")
        .doesNotContain("no picture");
  }
}
