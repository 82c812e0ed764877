package org.qyran.detection.image;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.qyran.model.Band;
import org.qyran.model.BandImage;
import org.qyran.model.CameraModel;
import org.qyran.model.Capture;
import org.qyran.model.Frame;
import org.qyran.model.FrameIssue;
import org.qyran.model.ImageRef;
import org.qyran.model.IssueCode;
import org.qyran.model.MosaicWindow;

/** Frames of files that a test wrote or found. */
public final class FramesOnDisk {

  private static final Map<String, Double> NANOMETERS =
      Map.of("blue", 475.0, "green", 550.0, "red", 660.0, "red edge", 720.0, "nir", 850.0);

  private FramesOnDisk() {}

  /** A colour picture whose three channels recorded these bands. */
  public static Frame colour(Path file, int width, int height, String... bandOfChannel) {
    List<BandImage> bands = new ArrayList<>();
    for (int channel = 0; channel < bandOfChannel.length; channel++) {
      bands.add(band(file, channel, bandOfChannel[channel], width, height));
    }
    return frame(bands);
  }

  /** One file per band. */
  public static Frame rig(List<Path> files, List<String> names, int width, int height) {
    List<BandImage> bands = new ArrayList<>();
    for (int i = 0; i < files.size(); i++) {
      bands.add(band(files.get(i), 0, names.get(i), width, height));
    }
    return frame(bands);
  }

  /** A piece of a mosaic whose channels recorded these bands. */
  public static Frame piece(Path file, MosaicWindow window, String... bandOfChannel) {
    Frame whole = colour(file, window.widthPixels(), window.heightPixels(), bandOfChannel);
    return whole.at(window);
  }

  private static BandImage band(Path file, int channel, String name, int width, int height) {
    return new BandImage(
        ref(file),
        channel,
        new Band(name, NANOMETERS.getOrDefault(name, 600.0), 40),
        CameraModel.unknown("test", width, height));
  }

  private static ImageRef ref(Path file) {
    try {
      String name = String.valueOf(file.getFileName());
      return new ImageRef(file.toUri().toString(), "0".repeat(64), name, Files.size(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Frame frame(List<BandImage> bands) {
    FrameIssue unplaced =
        FrameIssue.of(IssueCode.NO_POSITION, "test", bands.get(0).image(), "made by a test");
    return new Frame(
        "frame-" + bands.get(0).image().file(),
        "test",
        "test",
        Instant.EPOCH,
        Capture.TimeSource.NONE,
        bands,
        null,
        unplaced,
        false);
  }

  /** The same frame, marked as a picture of a reflectance panel. */
  public static Frame ofPanel(Frame frame) {
    return new Frame(
        frame.id(),
        frame.flight(),
        frame.sensor(),
        frame.time(),
        frame.timeSource(),
        frame.bands(),
        frame.platform(),
        frame.unplaced(),
        true);
  }

  /** Writes a picture. */
  public static Path write(Path file, String format, BufferedImage picture) {
    try {
      if (!ImageIO.write(picture, format, file.toFile())) {
        throw new IllegalStateException("cannot write " + format);
      }
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
