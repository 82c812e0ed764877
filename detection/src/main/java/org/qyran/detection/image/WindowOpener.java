package org.qyran.detection.image;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.imgproc.Imgproc;
import org.qyran.detection.plane.Mask;
import org.qyran.detection.plane.Window;
import org.qyran.detection.radiometry.Calibration;
import org.qyran.detection.raster.RasterPart;
import org.qyran.detection.raster.RasterWindow;
import org.qyran.model.BandImage;
import org.qyran.model.Frame;
import org.qyran.model.MosaicWindow;

/** Opens a piece of a mosaic as other frames are opened; what nobody saw of it is marked so. */
final class WindowOpener {

  private static final byte WHITE = (byte) 255;

  private WindowOpener() {}

  /** The bands on a working grid. */
  static PreparedImage open(Frame frame, MosaicWindow window, WorkingScale scale, int tilePixels)
      throws IOException {
    RasterPart part = read(frame.bands(), window, scale.reduction());
    List<Mat> bands = new ArrayList<>(part.bands());
    try {
      List<Samples> samples = new ArrayList<>();
      Decoded like = averaged(bands, 0, window, scale);
      Mask unseen = smaller(part.unseen(), like.mat());
      // Whoever made the mosaic scaled it, and says so; of plain numbers nobody knows what they
      // mean.
      boolean scaled = !window.mosaic().values().gains().isEmpty();
      samples.add(Samples.of(like.mat(), 0));
      for (int at = 1; at < bands.size(); at++) {
        samples.add(Samples.of(averaged(bands, at, window, scale).mat(), 0));
      }
      return new PreparedImage(
          new Window(0, 0, like.mat().cols(), like.mat().rows()),
          window.widthPixels(),
          window.heightPixels(),
          like.framePixelsPerColumn(),
          like.framePixelsPerRow(),
          scale,
          tilePixels,
          frame.bands().stream().map(BandImage::band).toList(),
          samples,
          unseen.count() == 0 ? List.of() : List.of(unseen),
          OptionalDouble.empty(),
          scaled ? PixelUnit.REFLECTANCE : PixelUnit.DN,
          Calibration.Source.NONE);
    } finally {
      bands.forEach(Mat::release);
    }
  }

  /** As a person sees it; white where nobody saw anything. */
  static ColourPicture openColour(Frame frame, MosaicWindow window, double reduction)
      throws IOException {
    List<BandImage> shown = Composite.bandsShown(frame);
    RasterPart part = read(shown, window, reduction);
    Mat merged = new Mat();
    try {
      // As OpenCV decodes colours: the last band first.
      Core.merge(List.of(part.bands().get(2), part.bands().get(1), part.bands().get(0)), merged);
      Decoded decoded = decoded(merged, window);
      List<BandImage> inOrder = new ArrayList<>();
      for (int channel = 0; channel < 3; channel++) {
        BandImage band = shown.get(channel);
        inOrder.add(new BandImage(band.image(), channel, band.band(), band.camera()));
      }
      ColourPicture picture = Composite.of(inOrder, Map.of(frame.image(), decoded));
      byte[] unseen = part.unseen().marks();
      for (int at = 0; at < unseen.length; at++) {
        if (unseen[at] != 0) {
          picture.bgr()[3 * at] = WHITE;
          picture.bgr()[3 * at + 1] = WHITE;
          picture.bgr()[3 * at + 2] = WHITE;
        }
      }
      return picture;
    } finally {
      merged.release();
      part.release();
    }
  }

  private static RasterPart read(List<BandImage> bands, MosaicWindow window, double reduction)
      throws IOException {
    return RasterWindow.read(
        Path.of(URI.create(bands.get(0).image().uri())),
        window,
        bands.stream().map(BandImage::channel).toList(),
        reduction);
  }

  private static Decoded decoded(Mat mat, MosaicWindow window) {
    return new Decoded(
        mat,
        (double) window.widthPixels() / mat.cols(),
        (double) window.heightPixels() / mat.rows());
  }

  /** Puts the averaged matrix in the place of the other, which is let go. */
  private static Decoded averaged(
      List<Mat> bands, int at, MosaicWindow window, WorkingScale scale) {
    Decoded averaged = decoded(bands.get(at), window).averaged(scale.reduction());
    bands.set(at, averaged.mat());
    return averaged;
  }

  /** A pixel that covers anything unseen is unseen. */
  private static Mask smaller(Mask unseen, Mat like) {
    if (unseen.count() == 0 || (unseen.width() == like.cols() && unseen.height() == like.rows())) {
      return unseen.count() == 0
          ? new Mask(like.cols(), like.rows(), new byte[like.cols() * like.rows()])
          : unseen;
    }
    Mat marks = new Mat(unseen.height(), unseen.width(), CvType.CV_32F);
    float[] values = new float[unseen.marks().length];
    for (int i = 0; i < values.length; i++) {
      values[i] = unseen.marks()[i];
    }
    marks.put(0, 0, values);
    Imgproc.resize(marks, marks, like.size(), 0, 0, Imgproc.INTER_AREA);
    float[] shares = new float[like.cols() * like.rows()];
    marks.get(0, 0, shares);
    marks.release();
    byte[] any = new byte[shares.length];
    for (int i = 0; i < any.length; i++) {
      any[i] = (byte) (shares[i] > 1e-4f ? 1 : 0);
    }
    return new Mask(like.cols(), like.rows(), any);
  }
}
