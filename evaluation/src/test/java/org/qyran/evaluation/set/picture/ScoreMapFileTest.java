package org.qyran.evaluation.set.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.qyran.detection.plane.Plane;

class ScoreMapFileTest {

  @TempDir private Path folder;

  @Test
  void keepsFloatsAndTheirPlace() throws IOException {
    Path file = folder.resolve("scores/map.tif");
    float[] scores = {0.25f, -3, 1e-6f, 7, 1_000.5f, 0};

    ScoreMapFile.write(
        file, new Plane(3, 2, scores), new ScoreMapFile.Grid(3857, 1_000.5, 2_000, 0.5, 0.25));

    assertThat(ImageIO.read(file.toFile()).getRaster().getSamples(0, 0, 3, 2, 0, (float[]) null))
        .containsExactly(scores);
    assertThat(GroundScale.read(file)).contains(new GroundScale(1_000.5, 2_000, 0.5, 0.25));
  }

  @Test
  void theSameScoresAreTheSameBytesAndAMapWithoutAPlaceSaysSo() throws IOException {
    Path one = folder.resolve("one.tif");
    Path other = folder.resolve("other.tif");

    ScoreMapFile.write(one, new Plane(2, 1, new float[] {1, 2}));
    ScoreMapFile.write(other, new Plane(2, 1, new float[] {1, 2}));

    assertThat(Files.readAllBytes(one)).isEqualTo(Files.readAllBytes(other));
    assertThat(GroundScale.read(one)).isEmpty();
  }
}
