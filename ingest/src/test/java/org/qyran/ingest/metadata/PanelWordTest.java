package org.qyran.ingest.metadata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.qyran.model.Band;
import org.qyran.model.PanelMark;
import org.qyran.model.PixelPoint;
import org.qyran.model.Radiometry;
import org.qyran.model.SensorResponse;

class PanelWordTest {

  private static final Band BLUE = new Band("blue", 475, 32);
  private static final Band RED_EDGE = new Band("red edge", 717, 12);

  private static final List<PixelPoint> CORNERS =
      List.of(
          new PixelPoint(10, 10),
          new PixelPoint(20, 10),
          new PixelPoint(20, 20),
          new PixelPoint(10, 20));

  /** What a camera says that found the panel by itself. */
  private static final Radiometry TOLD =
      new Radiometry(
          SensorResponse.CENTIKELVIN,
          1.25,
          new PanelMark(0.61, PanelMark.Source.PICTURE, CORNERS),
          List.of());

  @ParameterizedTest(name = "{0} is named by ''{1}'': {2}")
  @CsvSource({
    "IMG_0000_1.tif, IMG_0000, true",
    "IMG_0001_1.tif, IMG_0000, false",
    "card/SYNC0001/IMG_0412_5.tif, 'IMG_0000, IMG_0412', true", // by its own name, not its folder's
    "IMG_0412/a.tif, IMG_0412, false",
    "xIMG_0412.tif, IMG_0412, false",
    "a.tif, '', false",
    "a.tif, ' , ', false", // a comma too many names nothing, and not everything
  })
  void aPictureOfThePanelIsKnownByHowItsNameBegins(String file, String pictures, boolean named) {
    assertThat(word(pictures, "").isNamed(file)).isEqualTo(named);
  }

  @ParameterizedTest(name = "{0}: blue {1}, red edge {2}")
  @CsvSource({
    "0.5, 0.5, 0.5",
    "' 0.5 ', 0.5, 0.5",
    "1, 1, 1",
    "'blue 0.49, red edge 0.52', 0.49, 0.52",
    "'red edge 0.52,blue 0.49', 0.49, 0.52",
    "'Blue 0.49, RED EDGE  0.52', 0.49, 0.52",
    "'0.5, red edge 0.52', 0.5, 0.52", // a band of its own goes before what holds for all
  })
  void theUsersReflectanceGoesBeforeThePictures(String text, double blue, double redEdge) {
    PanelWord word = word("", text);

    assertThat(word.applied(TOLD, BLUE).panel())
        .isEqualTo(new PanelMark(blue, PanelMark.Source.SETTING, CORNERS));
    assertThat(word.applied(TOLD, RED_EDGE).panel())
        .isEqualTo(new PanelMark(redEdge, PanelMark.Source.SETTING, CORNERS));
  }

  @Test
  void aBandThatTheUserDoesNotNameKeepsThePicturesWord() {
    assertThat(word("", "blue 0.49").applied(TOLD, RED_EDGE)).isEqualTo(TOLD);
    assertThat(word("", "").applied(TOLD, BLUE)).isEqualTo(TOLD);
  }

  @Test
  void aBandOfTheUsersOwnTableIsKnownHoweverItIsWritten() {
    Band own = new Band("NIR", 850, 40); // a table of cameras keeps the user's letters

    assertThat(word("", "NIR 0.49").applied(TOLD, own).panel().reflectance()).isEqualTo(0.49);
  }

  @Test
  void nothingElseOfTheCountsIsChanged() {
    Radiometry applied = word("", "0.5").applied(TOLD, BLUE);

    assertThat(applied.response()).isEqualTo(TOLD.response());
    assertThat(applied.irradiance()).isEqualTo(1.25);
    assertThat(applied.panels()).isEqualTo(TOLD.panels());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0",
        "1.01",
        "-0.5",
        "NaN",
        "half",
        "0.5 blue",
        "blue",
        "blue 0.49, blue 0.5",
        "0.4, 0.5",
        "blue 0.49,",
        "50 %",
      })
  void whatIsNoReflectanceIsAMistakeInTheSettingsThatQuotesIt(String text) {
    assertThatThrownBy(() -> new ReadSettings("", "", "", text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("panelReflectance is '%s', must be a number in (0, 1]", text);
  }

  @Test
  void noReflectanceIsNoMistake() {
    assertThat(PanelWord.reflectances(" ")).isEqualTo(Map.of());
  }

  private static PanelWord word(String pictures, String reflectance) {
    return new PanelWord(new ReadSettings("", "", pictures, reflectance));
  }
}
