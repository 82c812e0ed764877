package org.qyran.detection.image;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.opencv.core.Core;
import org.opencv.core.CvException;
import org.opencv.core.Mat;
import org.opencv.core.MatOfByte;
import org.opencv.imgcodecs.Imgcodecs;
import org.qyran.detection.plane.Mask;
import org.qyran.detection.plane.OpenCv;
import org.qyran.detection.plane.Window;
import org.qyran.detection.radiometry.PanelMeter;
import org.qyran.detection.radiometry.Reflectance;
import org.qyran.detection.radiometry.Temperatures;
import org.qyran.model.BandImage;
import org.qyran.model.CameraModel;
import org.qyran.model.Frame;
import org.qyran.model.FrameIssue;
import org.qyran.model.ImageRef;
import org.qyran.model.IssueCode;
import org.qyran.model.MosaicWindow;
import org.qyran.model.Outcome;

/**
 * Opens frames at the scale that is asked for.
 *
 * <p>JPEGs are decoded at the largest of 1/2, 1/4, 1/8 that is no coarser than the working grid and
 * then averaged down to it; other files are decoded whole, then averaged down. A frame of one file
 * per band becomes reflectance where the frame says how, and is laid on the grid of its first band.
 * Every matrix is made and released within a call.
 *
 * <p>Keeps nothing between calls but what it measured of reflectance panels, file by file; threads
 * may share it.
 */
public final class ImageOpener {

  private final long limitPixels;
  private final int tilePixels;
  private final Reflectance reflectance;

  /**
   * Makes an opener.
   *
   * @param limitPixels files with more pixels are refused before they are decoded
   * @param tilePixels side of the tiles that pictures are handed out with
   */
  public ImageOpener(long limitPixels, int tilePixels) {
    this.limitPixels = limitPixels;
    this.tilePixels = tilePixels;
    this.reflectance = new Reflectance(new PanelMeter(this::openCounts));
  }

  /** A picture of one channel as it is, for those who measure a panel in it. */
  private Mat openCounts(ImageRef image) throws IOException {
    OpenCv.load();
    byte[] bytes = bytesOf(image);
    requireNotTooLarge(ImageHeader.read(bytes));
    return RasterFile.decode(bytes).mat();
  }

  private void requireNotTooLarge(ImageHeader header) throws IOException {
    long pixels = (long) header.widthPixels() * header.heightPixels();
    if (pixels > limitPixels) {
      throw new IOException(
          "the picture has %d pixels, the limit is %d".formatted(pixels, limitPixels));
    }
  }

  /**
   * The bands of a frame on a working grid; or {@link IssueCode#UNREADABLE} when a file cannot be
   * decoded or is not the size that the frame says.
   */
  public Outcome<PreparedImage> open(Frame frame, WorkingScale scale) {
    Optional<MosaicWindow> window = frame.findWindow();
    if (window.isPresent()) {
      return ofMosaic(frame, () -> WindowOpener.open(frame, window.get(), scale, tilePixels));
    }
    Map<ImageRef, Decoded> decoded = new LinkedHashMap<>();
    try {
      for (ImageRef image : frame.images()) {
        CameraModel camera = cameraOf(frame, image);
        try {
          decoded.put(image, decodeToMeasure(image, camera, scale.reduction(), isThermal(frame)));
        } catch (IOException | CvException e) {
          return refused(frame, image, String.valueOf(e.getMessage()));
        }
      }
      Optional<FrameIssue> missing = missingChannel(frame, decoded);
      return missing.isPresent()
          ? Outcome.rejected(missing.get())
          : Outcome.found(prepared(frame, decoded, scale));
    } finally {
      decoded.values().forEach(Decoded::release);
    }
  }

  /**
   * The frame as a person sees it, at a size that is no larger than needed; or {@link
   * IssueCode#UNREADABLE}.
   *
   * @param reduction frame pixels per pixel that suffice; the answer is that fine or finer
   */
  public Outcome<ColourPicture> openColour(Frame frame, double reduction) {
    Optional<MosaicWindow> window = frame.findWindow();
    if (window.isPresent()) {
      return ofMosaic(frame, () -> WindowOpener.openColour(frame, window.get(), reduction));
    }
    List<BandImage> shown = Composite.bandsShown(frame);
    List<BandImage> needed = new ArrayList<>(shown);
    needed.add(frame.bands().get(0)); // outlines are in its pixels
    Map<ImageRef, Decoded> decoded = new LinkedHashMap<>();
    try {
      for (BandImage band : needed) {
        if (!decoded.containsKey(band.image())) {
          try {
            decoded.put(band.image(), decode(bytesOf(band.image()), band.camera(), reduction));
          } catch (IOException | CvException e) {
            return refused(frame, band.image(), String.valueOf(e.getMessage()));
          }
        }
      }
      Optional<FrameIssue> missing = missingChannel(frame, decoded);
      if (missing.isPresent()) {
        return Outcome.rejected(missing.get());
      }
      if (decoded.size() > 1) {
        FrameBands.align(frame, decoded, new ArrayList<>());
      }
      return Outcome.found(Composite.of(shown, decoded));
    } finally {
      decoded.values().forEach(Decoded::release);
    }
  }

  /** Reads pixels of a mosaic, or says why not. */
  private interface Opening<T> {
    T open() throws IOException;
  }

  private static <T> Outcome<T> ofMosaic(Frame frame, Opening<T> opening) {
    try {
      return Outcome.found(opening.open());
    } catch (IOException | CvException e) {
      return Outcome.rejected(
          FrameIssue.of(
              IssueCode.UNREADABLE,
              frame.flight(),
              frame.image(),
              "The pixels cannot be read (%s); copy the raster again from its source."
                  .formatted(e.getMessage())));
    }
  }

  /**
   * Decodes a file whole and throws the pixels away: what decoding costs, for benchmarks.
   *
   * @return pixels decoded
   * @throws IOException when the file cannot be read or decoded
   */
  public static long decodeFully(Path file) throws IOException {
    OpenCv.load();
    byte[] bytes = Files.readAllBytes(file);
    Decoded decoded =
        ImageHeader.read(bytes).jpeg() ? decodeJpeg(bytes, 1) : RasterFile.decode(bytes);
    long pixels = decoded.mat().total();
    decoded.release();
    return pixels;
  }

  private static boolean isThermal(Frame frame) {
    return frame.bands().size() == 1 && frame.bands().get(0).band().name().equals("thermal");
  }

  /** Averaged down; of a radiometric JPEG not what it shows but the temperatures that it hides. */
  private Decoded decodeToMeasure(
      ImageRef image, CameraModel camera, double reduction, boolean thermal) throws IOException {
    byte[] bytes = bytesOf(image);
    Decoded shown = decode(bytes, camera, reduction);
    Optional<Temperatures> hidden =
        thermal
            ? Temperatures.of(bytes, limitPixels)
                .filter(found -> found.widthPixels() == camera.widthPixels())
                .filter(found -> found.heightPixels() == camera.heightPixels())
            : Optional.empty();
    if (hidden.isPresent()) {
      shown.release();
      shown = new Decoded(hidden.get().toMat(), 1, 1, Temperatures.STEP_KELVIN);
    }
    return shown.averaged(reduction);
  }

  private Decoded decode(byte[] bytes, CameraModel camera, double reduction) throws IOException {
    OpenCv.load();
    ImageHeader header = ImageHeader.read(bytes);
    requireNotTooLarge(header);
    if (header.widthPixels() != camera.widthPixels()
        || header.heightPixels() != camera.heightPixels()) {
      throw new IOException(
          "the picture is %d x %d pixels, its frame says %d x %d"
              .formatted(
                  header.widthPixels(),
                  header.heightPixels(),
                  camera.widthPixels(),
                  camera.heightPixels()));
    }
    return header.jpeg() ? decodeJpeg(bytes, reduction) : RasterFile.decode(bytes);
  }

  private static Decoded decodeJpeg(byte[] bytes, double reduction) throws IOException {
    int fraction = fraction(reduction);
    MatOfByte encoded = new MatOfByte(bytes);
    try {
      Mat mat = Imgcodecs.imdecode(encoded, flags(fraction));
      if (mat.empty()) {
        throw new IOException("the picture cannot be decoded");
      }
      return new Decoded(mat, fraction, fraction);
    } finally {
      encoded.release();
    }
  }

  private static int fraction(double reduction) {
    if (reduction >= 8) {
      return 8;
    } else if (reduction >= 4) {
      return 4;
    }
    return reduction >= 2 ? 2 : 1;
  }

  private static int flags(int fraction) {
    int size =
        switch (fraction) {
          case 8 -> Imgcodecs.IMREAD_REDUCED_COLOR_8;
          case 4 -> Imgcodecs.IMREAD_REDUCED_COLOR_4;
          case 2 -> Imgcodecs.IMREAD_REDUCED_COLOR_2;
          default -> Imgcodecs.IMREAD_COLOR;
        };
    return size | Imgcodecs.IMREAD_IGNORE_ORIENTATION;
  }

  private PreparedImage prepared(Frame frame, Map<ImageRef, Decoded> decoded, WorkingScale scale) {
    Decoded first = decoded(decoded, frame.images().get(0));
    FrameBands.Calibrated calibrated = FrameBands.calibrate(frame, decoded, reflectance);
    List<Mask> invalid = new ArrayList<>();
    OptionalDouble residual =
        decoded.size() > 1 ? FrameBands.align(frame, decoded, invalid) : OptionalDouble.empty();
    List<Samples> samples = new ArrayList<>();
    Mat channel = new Mat();
    for (BandImage band : frame.bands()) {
      Decoded file = decoded(decoded, band.image());
      Core.extractChannel(file.mat(), channel, channelIn(file.mat(), band));
      samples.add(Samples.of(channel, file.step()));
    }
    channel.release();
    return new PreparedImage(
        new Window(0, 0, first.mat().cols(), first.mat().rows()),
        frame.camera().widthPixels(),
        frame.camera().heightPixels(),
        first.framePixelsPerColumn(),
        first.framePixelsPerRow(),
        scale,
        tilePixels,
        frame.bands().stream().map(BandImage::band).toList(),
        samples,
        invalid,
        residual,
        calibrated.unit(),
        calibrated.by());
  }

  private static Optional<FrameIssue> missingChannel(Frame frame, Map<ImageRef, Decoded> decoded) {
    for (BandImage band : frame.bands()) {
      Decoded file = decoded.get(band.image());
      if (file != null && band.channel() >= file.mat().channels()) {
        return Optional.of(
            FrameIssue.of(
                IssueCode.UNREADABLE,
                frame.flight(),
                band.image(),
                "the picture has %d channels, band %s is said to be channel %d"
                    .formatted(file.mat().channels(), band.band().name(), band.channel())));
      }
    }
    return Optional.empty();
  }

  /** OpenCV hands out blue, green, red; ours are red, green, blue. */
  static int channelIn(Mat mat, BandImage band) {
    return mat.channels() >= 3 && band.channel() < 3 ? 2 - band.channel() : band.channel();
  }

  static Decoded decoded(Map<ImageRef, Decoded> decoded, ImageRef image) {
    Decoded file = decoded.get(image);
    if (file == null) {
      throw new IllegalStateException(image.file() + " was not decoded");
    }
    return file;
  }

  private static CameraModel cameraOf(Frame frame, ImageRef image) {
    return frame.bands().stream()
        .filter(band -> band.image().equals(image))
        .findFirst()
        .orElseThrow()
        .camera();
  }

  private static byte[] bytesOf(ImageRef image) throws IOException {
    return Files.readAllBytes(Path.of(URI.create(image.uri())));
  }

  private static <T> Outcome<T> refused(Frame frame, ImageRef image, String why) {
    return Outcome.rejected(
        FrameIssue.of(
            IssueCode.UNREADABLE, frame.flight(), image, why + "; copy it from the card again"));
  }
}
