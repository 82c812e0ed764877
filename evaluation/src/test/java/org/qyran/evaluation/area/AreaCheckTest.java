package org.qyran.evaluation.area;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.qyran.evaluation.Survey.box;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.qyran.evaluation.SampleRun;
import org.qyran.evaluation.Survey;
import org.qyran.evaluation.figure.AreaFigures;
import org.qyran.evaluation.truth.TruthReader;

class AreaCheckTest {

  @TempDir private Path folder;

  @Test
  void withoutPicturesThereIsNothingToCheck() throws IOException {
    Survey survey =
        new Survey(folder)
            .covered(box(0, 0, 100, 100), "{}")
            .plantation("p", box(10, 10, 10, 10))
            .write();

    assertThat(AreaCheck.of(TruthReader.read(survey.truthFolder()), survey.runFolder())).isEmpty();
  }

  @Test
  @Tag("slow")
  void theStatedAreaOfTheSampleIsThatOfItsFramesWithinAHundredth() throws IOException {
    AreaFigures area =
        AreaCheck.of(TruthReader.read(SampleRun.truthFolder()), SampleRun.runFolder())
            .orElseThrow();

    assertThat(area.frames()).isEqualTo(13); // three strips of five, two never taken
    assertThat(area.arithmeticError()).isCloseTo(0, within(0.01));
    // Errors of half a degree and a metre at 93 m move the edges by some 2 m of 300.
    assertThat(area.areaError()).isCloseTo(0, within(0.03));
    assertThat(area.claimedUnseenShare()).isBetween(0.0, 0.05);
    // The truth's own count has squares of 3 m and a lens that does not bend.
    assertThat(area.trueSquareMeters() / area.toldSquareMeters()).isCloseTo(1, within(0.03));
  }
}
