package org.qyran.evaluation.set.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.qyran.evaluation.set.result.FigureTable;
import org.qyran.evaluation.set.result.RankCurve;
import org.qyran.evaluation.set.result.Row;
import org.qyran.evaluation.set.result.SetResult;
import org.qyran.evaluation.set.result.ShareChart;
import org.qyran.evaluation.set.wire.EvaluationJson;

class SetPageTest {

  private static final SetResult RESULT =
      new SetResult(
          "tiny",
          "A <script>alert(1)</script> set",
          List.of("detector 1"),
          List.of("a note"),
          List.of(
              new FigureTable(
                  "figures",
                  "Figures",
                  List.of(
                      Row.of("class", "car & van").with("area", 0.95549, 3).with("n", 7),
                      Row.of("class", "none").with("area", 0.0 / 0, 3)))),
          List.of(new RankCurve("car", "rx", List.of(new RankCurve.Point(1e-3, 0.5)))),
          List.of());

  @Test
  void noNameBecomesMarkupAndNothingIsLoaded() {
    String page = new String(SetPage.render(RESULT), StandardCharsets.UTF_8);

    assertThat(page)
        .contains("A &lt;script&gt;alert(1)&lt;/script&gt; set", "car &amp; van", "0.955")
        .doesNotContain("<script")
        .contains("default-src 'none'");
  }

  @Test
  void whatIsNoNumberIsLeftOutOfTheFile() {
    String json = new String(EvaluationJson.write(RESULT), StandardCharsets.UTF_8);

    assertThat(json.replaceAll("\\s", ""))
        .contains("{\"class\":\"car&van\",\"area\":0.955,\"n\":7},{\"class\":\"none\"}")
        .contains("\"points\":[[0.0010000,0.5000000]]");
  }

  @Test
  void sharesAreDrawnBesideTheBandTheyShouldLieIn() {
    SetResult result =
        new SetResult(
            "tiny",
            "Shares",
            true,
            List.of(),
            List.of(),
            List.of(),
            List.of(
                new ShareChart(
                    "Inside",
                    "angle",
                    0.5,
                    0.8,
                    1.0,
                    List.of(
                        new ShareChart.Mark("0 to <1>", 0.75, 0.5, 1.0),
                        new ShareChart.Mark("none", Double.NaN, 0, 1)))),
            List.of(),
            List.of());

    String page = new String(SetPage.render(result), StandardCharsets.UTF_8);

    // The axis is 230 high and begins 26 down: 1.0 at 26, 0.75 half way, 0.5 at 256, 0.8 at 164.
    assertThat(page)
        .contains("cy=\"141.0\"", "M85.0 256.0V26.0", "y=\"26.0\" width=\"156\" height=\"92.0\"")
        .contains("0 to &lt;1&gt;")
        .doesNotContain("NaN");
    assertThat(new String(EvaluationJson.write(result), StandardCharsets.UTF_8))
        .contains("\"simulated\" : true");
  }
}
