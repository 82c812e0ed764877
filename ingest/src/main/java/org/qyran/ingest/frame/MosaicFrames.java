package org.qyran.ingest.frame;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.qyran.model.BandImage;
import org.qyran.model.CameraModel;
import org.qyran.model.Capture;
import org.qyran.model.Frame;
import org.qyran.model.Mosaic;
import org.qyran.model.MosaicWindow;

/**
 * Cuts an orthophoto into the windows that it is looked at by.
 *
 * <p>The cores are as equal as whole pixels allow and have no gap between them; each window is its
 * core and half of the overlap on every side where the mosaic goes on.
 */
final class MosaicFrames {

  private final Capture capture;
  private final Mosaic mosaic;
  private final Instant time;

  private MosaicFrames(Capture capture, Mosaic mosaic) {
    this.capture = capture;
    this.mosaic = mosaic;
    this.time = Objects.requireNonNull(capture.time(), "a mosaic has a time, if a made-up one");
  }

  /** The windows, from the top and then from the left. */
  static List<Frame> of(Capture capture) {
    return new MosaicFrames(capture, Objects.requireNonNull(capture.mosaic())).frames();
  }

  private List<Frame> frames() {
    int core = mosaic.windowPixels() - mosaic.overlapPixels();
    int down = parts(mosaic.heightPixels(), core);
    int across = parts(mosaic.widthPixels(), core);
    String id = new Exposure(List.of(capture)).id();
    List<Frame> frames = new ArrayList<>();
    for (int row = 0; row < down; row++) {
      for (int column = 0; column < across; column++) {
        MosaicWindow window =
            window(
                edge(mosaic.widthPixels(), column, across),
                edge(mosaic.widthPixels(), column + 1, across),
                edge(mosaic.heightPixels(), row, down),
                edge(mosaic.heightPixels(), row + 1, down));
        frames.add(frame(String.format(Locale.ROOT, "%s-%03d-%03d", id, row, column), window));
      }
    }
    return frames;
  }

  /** A raster that fits into one window is not cut. */
  private int parts(int side, int core) {
    return side <= mosaic.windowPixels() ? 1 : (side + core - 1) / core;
  }

  private static int edge(int side, int part, int parts) {
    return (int) ((long) side * part / parts);
  }

  private MosaicWindow window(int left, int right, int top, int bottom) {
    int margin = mosaic.overlapPixels() / 2;
    int outerLeft = Math.max(0, left - margin);
    int outerTop = Math.max(0, top - margin);
    return new MosaicWindow(
        mosaic,
        outerLeft,
        outerTop,
        Math.min(mosaic.widthPixels(), right + margin) - outerLeft,
        Math.min(mosaic.heightPixels(), bottom + margin) - outerTop,
        left,
        top,
        right - left,
        bottom - top);
  }

  private Frame frame(String id, MosaicWindow window) {
    CameraModel size =
        CameraModel.unknown(capture.sensor(), window.widthPixels(), window.heightPixels());
    return new Frame(
        id,
        capture.flight(),
        capture.sensor(),
        time,
        capture.timeSource(),
        capture.bands().stream()
            .map(band -> new BandImage(band.image(), band.channel(), band.band(), size))
            .toList(),
        null,
        null,
        false,
        window);
  }
}
