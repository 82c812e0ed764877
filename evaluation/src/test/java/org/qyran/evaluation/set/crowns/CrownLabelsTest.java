package org.qyran.evaluation.set.crowns;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

class CrownLabelsTest {

  @TempDir private Path folder;

  @Test
  void anotherModelsAnswerIsNoTruth() throws IOException {
    Path picture = folder.resolve("chip.tif");
    Files.writeString(
        folder.resolve("chip.csv"),
        "image_path,xmin,ymin,xmax,ymax,scores\nchip.tif,1,2,3,4,0.6\n");

    assertThat(CrownLabels.find(picture, Optional.empty())).isEmpty();
  }

  @Test
  void columnsAreFoundByNameWhateverTheirOrder() throws IOException {
    Path picture = folder.resolve("chip.tif");
    Files.writeString(
        folder.resolve("chip_truth.csv"),
        "image_path,xmin,xmax,ymin,ymax\nchip.tif,1,82,103,235\n");

    Optional<List<Geometry>> crowns = CrownLabels.find(picture, Optional.empty());

    assertThat(crowns.orElseThrow())
        .extracting(Geometry::getEnvelopeInternal)
        .containsExactly(new Envelope(1, 82, 103, 235));
  }

  @Test
  void readsTheBoxesOfAnXmlFile() throws IOException {
    Path picture = folder.resolve("chip.png");
    Files.writeString(
        folder.resolve("chip.xml"),
        "<annotation><object><bndbox><xmin>5</xmin><ymin>6</ymin><xmax>15</xmax><ymax>26</ymax>"
            + "</bndbox></object></annotation>");

    Optional<List<Geometry>> crowns = CrownLabels.find(picture, Optional.empty());

    assertThat(crowns.orElseThrow())
        .extracting(Geometry::getEnvelopeInternal)
        .containsExactly(new Envelope(5, 15, 6, 26));
  }
}
