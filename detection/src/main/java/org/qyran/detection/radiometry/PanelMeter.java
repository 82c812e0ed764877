package org.qyran.detection.radiometry;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.ConcurrentHashMap;
import org.opencv.core.CvException;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.qyran.model.Band;
import org.qyran.model.ImageRef;
import org.qyran.model.PanelMark;
import org.qyran.model.PanelView;

/**
 * Measures pictures of a reflectance panel, each once: every frame of a flight asks for the same
 * few. What was measured is remembered by file, so it depends on nothing that came before, and
 * threads may share it.
 */
public final class PanelMeter {

  /** More panels than any flight has; then it starts anew. */
  private static final int MOST_REMEMBERED = 512;

  private final Pictures pictures;
  private final Map<Key, Optional<PanelMeasure>> measured = new ConcurrentHashMap<>();

  /** Opens a picture whole, as counts. */
  public interface Pictures {

    /**
     * The decoded picture; the caller releases it.
     *
     * @throws IOException when it cannot be decoded
     */
    Mat open(ImageRef image) throws IOException;
  }

  private record Key(ImageRef image, int channel, PanelMark mark) {}

  public PanelMeter(Pictures pictures) {
    this.pictures = pictures;
  }

  /** What a picture shows of the panel; nothing where no usable panel is in it. */
  public Optional<PanelMeasure> measure(PanelView view, Band band) {
    if (measured.size() > MOST_REMEMBERED) {
      measured.clear();
    }
    return measured.computeIfAbsent(
        new Key(view.image(), view.channel(), view.mark()), key -> measured(view, band));
  }

  private Optional<PanelMeasure> measured(PanelView view, Band band) {
    Mat counts;
    try {
      counts = pictures.open(view.image());
    } catch (IOException | CvException e) {
      return Optional.empty(); // such a file has its own receipt as a picture of the flight
    }
    try {
      if (counts.type() != CvType.CV_16UC1) {
        return Optional.empty();
      }
      CountConversion conversion =
          new CountConversion(view.response(), counts.cols(), counts.rows(), 1);
      return new PanelFinder(conversion)
          .find(counts, view.mark())
          .filter(found -> found.region().converted() > 0)
          .map(found -> measure(found, view.mark(), band));
    } finally {
      counts.release();
    }
  }

  private static PanelMeasure measure(PanelFinder.Found found, PanelMark mark, Band band) {
    PanelRegion region = found.region();
    String code = found.place().code();
    OptionalDouble coded = PanelCode.reflectance(code, band.centerNanometers());
    double reflectance;
    PanelMeasure.Source source;
    if (mark.source() != PanelMark.Source.NONE) {
      reflectance = mark.reflectance();
      source =
          mark.source() == PanelMark.Source.SETTING
              ? PanelMeasure.Source.SETTING
              : PanelMeasure.Source.PICTURE;
    } else if (coded.isPresent()) {
      reflectance = coded.getAsDouble();
      source = PanelMeasure.Source.CODE;
    } else {
      boolean old = PanelCode.generation(code).filter(number -> number < 4).isPresent();
      reflectance = old ? PanelMeasure.ASSUMED_OLD : PanelMeasure.ASSUMED;
      source = PanelMeasure.Source.ASSUMED;
    }
    return new PanelMeasure(
        region.mean(), region.deviation(), region.converted(), reflectance, source);
  }
}
