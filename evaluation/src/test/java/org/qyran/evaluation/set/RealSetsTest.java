package org.qyran.evaluation.set;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.qyran.evaluation.set.result.FigureTable;
import org.qyran.evaluation.set.result.Row;
import org.qyran.evaluation.set.result.SetResult;
import org.qyran.sampledata.RealData;

/**
 * Sets that others labelled. What the detectors reach is not pinned, so that a better one breaks
 * nothing; what is known apart from them is: baselines, numbers of labels, and places.
 */
@Tag("real")
@Tag("slow")
class RealSetsTest {

  @TempDir private Path out;

  @Test
  void thePlainBaselinesComeOutNearTheDataSheet() throws IOException {
    SetResult result = evaluate("mucad", "camouflage_mucad");

    for (Row row : table(result, "area_under_curve").rows()) {
      assertThat(number(row, "global_rx"))
          .as("%s", row)
          .isCloseTo(number(row, "global_rx_data_sheet"), within(0.03));
      if (row.cells().get("local_rx_data_sheet") instanceof BigDecimal published) {
        assertThat(number(row, "local_rx"))
            .as("%s", row)
            .isCloseTo(published.doubleValue(), within(0.03));
      }
    }
    assertThat(result.curves()).hasSize(8 * 5);
    assertThat(result.overlays()).hasSize(10);
    assertThat(out.resolve("scores/hedge_0_structure_5band.tif")).exists();
  }

  @Test
  void everyRoofThatTouchesTheTilesIsLookedAtOnceAndLabelsLieOnTheirRoofs() throws IOException {
    SetResult result = evaluate("kampala", "buildings_kampala");

    Row loose = table(result, "structures").rows().get(1);
    // 72 polygons are labelled (the file, counted), all within the 12 x 5 tiles.
    assertThat(count(loose, "roofs") + count(loose, "roofs_cut_away")).isEqualTo(72);
    // Labels fit within 0.3 m: a slip of the grid by a tile or half a pixel row would show.
    assertThat(number(loose, "offset_median_m")).isLessThan(1);
    assertThat(Files.size(out.resolve("evaluation.html"))).isGreaterThan(100_000);
  }

  @Test
  void treesAreCountedByTheHectare() throws IOException {
    SetResult result = evaluate("crowns", "tree_crowns");

    // Three chips of 40 x 40 m and one of 13.5 x 12.7 m.
    Row all = table(result, "findings").rows().get(4);
    assertThat(number(all, "hectares")).isCloseTo(0.4972, within(1e-3));
    assertThat(count(all, "crowns")).isEqualTo(61 + 37 + 7 + 1);
  }

  @Test
  void boxesOfHempAreRecovered() throws IOException {
    SetResult result = evaluate("hemp", "hemp_mit");

    // Counted by eye: 37 and 40 boxes; one at the lower border is filled by its own lines.
    assertThat(count(table(result, "plants").rows().get(0), "plants")).isEqualTo(36);
    assertThat(count(table(result, "plants").rows().get(1), "plants")).isEqualTo(40);
  }

  @Test
  void aFlightWithoutPlantationsHasNone() throws IOException {
    SetResult result = evaluate("seneca", "seneca_sensefly_nir");

    Row plantations = table(result, "flagged").rows().get(0);
    assertThat(plantations.cells()).containsEntry("type", "cannabis_plantation");
    assertThat(count(plantations, "count")).isZero();
    // Nothing in A km²: the upper end is -ln 0.05 / A, the rule of three.
    assertThat(number(plantations, "per_km2_hi"))
        .isCloseTo(2.9957 / number(plantations, "surveyed_km2"), within(0.5));
  }

  private SetResult evaluate(String set, String folder) throws IOException {
    Path data = RealData.find(folder).orElse(null);
    assumeTrue(data != null, RealData.absent(folder));
    SetResult result = SetEvaluation.evaluate(set, Objects.requireNonNull(data), out);
    assertThat(out.resolve("evaluation.json")).isNotEmptyFile();
    return result;
  }

  private static FigureTable table(SetResult result, String name) {
    return result.tables().stream()
        .filter(table -> table.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static double number(Row row, String column) {
    return ((BigDecimal) Objects.requireNonNull(row.cells().get(column))).doubleValue();
  }

  private static long count(Row row, String column) {
    return (Long) Objects.requireNonNull(row.cells().get(column));
  }
}
