package org.qyran.ingest.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.qyran.model.Band;
import org.qyran.model.BandImage;
import org.qyran.model.CameraModel;
import org.qyran.model.Capture;
import org.qyran.model.Frame;
import org.qyran.model.FrameIssue;
import org.qyran.model.ImageRef;
import org.qyran.model.IssueCode;
import org.qyran.model.LensTurn;
import org.qyran.model.PanelMark;
import org.qyran.model.PanelView;
import org.qyran.model.Radiometry;
import org.qyran.model.SensorResponse;
import org.qyran.model.SensorResponse.Quantity;
import org.qyran.model.Vignette;

/** Pictures are named by the second in which they were taken; shares are had with a pencil. */
class FlightPanelsTest {

  private static final Band RED = new Band("red", 668, 14);
  private static final Band NIR = new Band("nir", 842, 57);

  @Test
  void panelsBeforeAndAfterShareByTheirDistanceInTime() {
    FlightPanels panels = panels(panel(0), panel(400));

    // A quarter of the way: three quarters of the first panel, a quarter of the last.
    assertThat(weights(panels.handedTo(picture(100)))).containsExactly("0: 0.750", "400: 0.250");
    assertThat(weights(panels.handedTo(picture(300)))).containsExactly("0: 0.250", "400: 0.750");
  }

  @Test
  void severalPanelsOfOneSideShareTheirSideEvenly() {
    FlightPanels panels = panels(panel(0), panel(10), panel(100));

    // The nearest of each side tell the distance: 30 s after the second, 60 s before the third.
    assertThat(weights(panels.handedTo(picture(40))))
        .containsExactly("10: 0.333", "0: 0.333", "100: 0.333");
  }

  @Test
  void onlyTheThreeNearestOfEachSideCount() {
    FlightPanels panels =
        panels(panel(0), panel(1), panel(2), panel(3), panel(96), panel(97), panel(98), panel(99));

    // 47 s after one and 46 s before the next: 46 / 93 and 47 / 93, a third of it each.
    assertThat(weights(panels.handedTo(picture(50))))
        .containsExactly("3: 0.165", "2: 0.165", "1: 0.165", "96: 0.168", "97: 0.168", "98: 0.168");
  }

  @Test
  void aFlightWithPanelsOnOneSideAloneTakesThemWhole() {
    assertThat(weights(panels(panel(0)).handedTo(picture(100)))).containsExactly("0: 1.000");
    assertThat(weights(panels(panel(200), panel(201)).handedTo(picture(100))))
        .containsExactly("200: 0.500", "201: 0.500");
  }

  @Test
  void aPanelOfTheSameMomentIsTheOnlyOne() {
    assertThat(weights(panels(panel(100), panel(200)).handedTo(picture(100))))
        .containsExactly("100: 1.000");
  }

  @Test
  void weightsOfEveryPictureAreOneTogetherWhateverTheOrderOfTheFlight() {
    Random random = new Random(20261125);
    for (int trial = 0; trial < 1_000; trial++) {
      List<Frame> shown = new ArrayList<>();
      for (int second = random.nextInt(200); second < 1_000; second += 1 + random.nextInt(400)) {
        shown.add(panel(second));
      }
      Frame picture = picture(random.nextInt(1_000));
      List<PanelView> views = views(new FlightPanels(shown).handedTo(picture), 0);
      Collections.shuffle(shown, random);

      String of = "trial %d: %s among %d panels".formatted(trial, picture.id(), shown.size());
      assertThat(views.stream().mapToDouble(PanelView::weight).sum())
          .as(of)
          .isCloseTo(1, within(1e-12));
      assertThat(views(new FlightPanels(shown).handedTo(picture), 0)).as(of).isEqualTo(views);
    }
  }

  @Test
  void eachBandGetsThePanelInItsOwnLight() {
    FlightPanels panels = panels(panel(0));

    Frame handed = panels.handedTo(picture(100));

    assertThat(views(handed, 0))
        .extracting(view -> view.image().file())
        .containsExactly("0-red.tif");
    assertThat(views(handed, 1))
        .extracting(view -> view.image().file())
        .containsExactly("0-nir.tif");
  }

  @Test
  void aViewCarriesWhatThePanelsOwnPictureSays() {
    PanelMark mark = new PanelMark(0.49, PanelMark.Source.PICTURE, List.of());
    Radiometry told = new Radiometry(response(Quantity.RADIANCE), 1.5, mark, List.of());
    Frame marked = frame(0, true, told, CameraModel.unknown("RedEdge-P", 64, 48));

    PanelView view = views(panels(marked).handedTo(picture(100)), 0).get(0);

    assertThat(view.mark()).isEqualTo(mark);
    assertThat(view.irradiance()).isEqualTo(1.5);
    assertThat(view.response().gives()).isEqualTo(Quantity.RADIANCE);
  }

  @Test
  void aPanelSeenByAnotherCameraTellsNothing() {
    FlightPanels panels =
        panels(
            frame(0, "RedEdge-MX", true, Quantity.RADIANCE), // another camera
            frame(1, "RedEdge-P", true, Quantity.RADIANCE, 32, 48), // another size of picture
            frame(2, "RedEdge-P", true, Quantity.RADIANCE, 64, 32),
            frame(3, "RedEdge-P", true, Quantity.RELATIVE_RADIANCE)); // other numbers

    assertThat(views(panels.handedTo(picture(100)), 0)).isEmpty();
  }

  @Test
  void countsThatAreNoLightAreLeftAsTheyAre() {
    for (Quantity gives : List.of(Quantity.NOTHING, Quantity.KELVIN)) {
      FlightPanels panels = panels(frame(0, "RedEdge-P", true, gives));
      Frame picture = frame(100, "RedEdge-P", false, gives);

      assertThat(panels.handedTo(picture)).as("%s", gives).isEqualTo(picture);
    }
  }

  @Test
  void aPictureOfThePanelIsNotCalibratedByAnother() {
    Frame panel = panel(10);

    assertThat(panels(panel(0), panel).handedTo(panel)).isEqualTo(panel);
  }

  @Test
  void aFlightWithoutAPanelStaysAsItIs() {
    Frame picture = picture(100);

    assertThat(new FlightPanels(List.of(picture, picture(200))).handedTo(picture))
        .isEqualTo(picture);
  }

  private static FlightPanels panels(Frame... shown) {
    List<Frame> flight = new ArrayList<>(List.of(shown));
    flight.add(picture(150)); // a flight has pictures too, and they are nobody's panel
    return new FlightPanels(flight);
  }

  /** By second, those before and then those after, the nearest first. */
  private static List<String> weights(Frame frame) {
    return views(frame, 0).stream()
        .map(
            view ->
                String.format(
                    Locale.ROOT,
                    "%s: %.3f",
                    view.image().file().replaceAll("-.*", ""),
                    view.weight()))
        .toList();
  }

  private static List<PanelView> views(Frame frame, int band) {
    return frame.bands().get(band).radiometry().panels();
  }

  private static Frame panel(int second) {
    return frame(second, "RedEdge-P", true, Quantity.RADIANCE);
  }

  private static Frame picture(int second) {
    return frame(second, "RedEdge-P", false, Quantity.RADIANCE);
  }

  private static Frame frame(int second, String sensor, boolean panel, Quantity gives) {
    return frame(second, sensor, panel, gives, 64, 48);
  }

  private static Frame frame(
      int second, String sensor, boolean panel, Quantity gives, int width, int height) {
    Radiometry radiometry = new Radiometry(response(gives), 0, PanelMark.NONE, List.of());
    return frame(second, panel, radiometry, CameraModel.unknown(sensor, width, height));
  }

  private static Frame frame(int second, boolean panel, Radiometry radiometry, CameraModel camera) {
    BandImage red = band(second, RED, camera, radiometry);
    BandImage nir = band(second, NIR, camera, radiometry);
    return new Frame(
        "frame-%d-%s".formatted(second, camera.name()),
        "flight",
        camera.name(),
        Instant.EPOCH.plusSeconds(second),
        Capture.TimeSource.GPS,
        List.of(red, nir),
        null,
        FrameIssue.of(IssueCode.NO_POSITION, "flight", red.image(), "made by a test"),
        panel);
  }

  private static BandImage band(int second, Band band, CameraModel camera, Radiometry radiometry) {
    String file = "%d-%s.tif".formatted(second, band.name());
    return new BandImage(
        new ImageRef("file:///" + file, "0".repeat(64), file, 1),
        0,
        band,
        camera,
        LensTurn.UNKNOWN,
        radiometry);
  }

  private static SensorResponse response(Quantity gives) {
    return new SensorResponse(gives, 0, 65_535, 0.001, 1, 1, 0, 0, Vignette.NONE);
  }
}
