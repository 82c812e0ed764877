package org.qyran.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.qyran.detection.learn.PlantModel;
import org.qyran.detection.plant.Palette;
import org.qyran.sampledata.SurveyDesign;
import org.qyran.sampledata.SurveyDesign.Payload;
import org.qyran.sampledata.flight.FlightPlan;
import org.qyran.training.TrainingPlan.Planned;

class TrainingRunTest {

  @TempDir private Path folder;

  @Test
  void trainingTwiceWritesTheSameBytesAndACardThatSaysFromWhat() throws IOException {
    TrainingPlan plan =
        new TrainingPlan(
            List.of(small("steppe-river", 901), small("desert-edge", 902)),
            List.of(small("steppe-river", 903)));
    List<String> said = Collections.synchronizedList(new ArrayList<>());

    PlantModel model =
        new TrainingRun(folder.resolve("surveys"), 2, said::add)
            .train(List.of(Palette.COLOUR), plan, folder.resolve("model"))
            .get(0);
    new TrainingRun(folder.resolve("surveys"), 1, line -> {})
        .train(List.of(Palette.COLOUR), plan, folder.resolve("again"));

    Path file = Path.of("plantation-colour.json");
    assertThat(folder.resolve("again").resolve(file))
        .hasSameBinaryContentAs(folder.resolve("model").resolve(file));
    assertThat(model.card().trainedOn()).containsExactly("steppe-river 901", "desert-edge 902");
    assertThat(model.card().validatedOn()).containsExactly("steppe-river 903");
    assertThat(model.kinds()).isNotEmpty();
    assertThat(said).anyMatch(line -> line.startsWith("steppe-river 901, colour: "));
  }

  @Test
  void testSeedsAndTheOutOfFamilyWorldAreNeverLearntFrom() {
    for (Payload payload : List.of(Payload.COLOUR, Payload.MULTISPECTRAL)) {
      TrainingPlan plan = TrainingPlan.of(payload);
      List<SurveyDesign> designs =
          Stream.concat(plan.training().stream(), plan.validation().stream())
              .map(Planned::design)
              .toList();

      assertThat(designs).allSatisfy(design -> assertThat(design.seed()).isGreaterThan(100));
      assertThat(designs).noneSatisfy(design -> assertThat(design.family().isStrange()).isTrue());
      assertThat(plan.training().stream().map(Planned::name).toList())
          .doesNotContainAnyElementsOf(plan.validation().stream().map(Planned::name).toList());
    }
  }

  private static Planned small(String world, long seed) {
    FlightPlan twoPictures =
        new FlightPlan(20, 1, 50, 2, 40, 90, -90, 8, Set.of(), Set.of(), 1 / 1_000.0, 0);
    SurveyDesign design = SurveyDesign.of(world, seed).with(Payload.COLOUR).overBlock().asNursery();
    return new Planned("%s %d".formatted(world, seed), design.flown(twoPictures));
  }
}
