package org.qyran.detection.image;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;
import org.qyran.model.BandImage;
import org.qyran.model.Frame;
import org.qyran.model.ImageRef;

/**
 * Chooses what a person is shown of a frame: a colour picture as it is, separate bands as near
 * infrared, red and green where there are such, each stretched to what it holds. Bands of several
 * lenses were laid on the frame's first before they come here.
 */
final class Composite {

  private static final List<List<String>> WISHED =
      List.of(List.of("nir", "red", "green"), List.of("red", "green", "blue"));

  /** This share of the pixels is left black, and as many white, when a band is stretched. */
  private static final double CLIPPED = 0.01;

  private Composite() {}

  /** What is shown as red, green and blue. */
  static List<BandImage> bandsShown(Frame frame) {
    List<BandImage> bands = frame.bands();
    if (isColourPicture(frame)) {
      List<BandImage> byChannel = new ArrayList<>();
      for (int channel = 0; channel < 3; channel++) {
        byChannel.add(ofChannel(bands, channel));
      }
      return byChannel;
    }
    for (List<String> names : WISHED) {
      List<BandImage> found =
          names.stream().map(name -> named(bands, name)).flatMap(Optional::stream).toList();
      if (found.size() == names.size()) {
        return found;
      }
    }
    BandImage last = bands.get(bands.size() - 1);
    return List.of(last, bands.get(bands.size() / 2), bands.get(0));
  }

  private static boolean isColourPicture(Frame frame) {
    // The channels of a mosaic are whatever it says, not red, green and blue in this order.
    return frame.findWindow().isEmpty()
        && frame.images().size() == 1
        && frame.bands().stream().map(BandImage::channel).filter(c -> c < 3).distinct().count()
            == 3;
  }

  private static BandImage ofChannel(List<BandImage> bands, int channel) {
    return bands.stream().filter(band -> band.channel() == channel).findFirst().orElseThrow();
  }

  private static Optional<BandImage> named(List<BandImage> bands, String name) {
    return bands.stream().filter(band -> band.band().name().equals(name)).findFirst();
  }

  /** Puts the bands together; the matrices stay the caller's. */
  static ColourPicture of(List<BandImage> shown, Map<ImageRef, Decoded> decoded) {
    Decoded file = ImageOpener.decoded(decoded, shown.get(0).image());
    return new ColourPicture(
        file.mat().cols(),
        file.mat().rows(),
        isAsDecoded(shown, file.mat()) ? bytes(file.mat()) : merged(shown, decoded, file.mat()),
        file.framePixelsPerColumn(),
        file.framePixelsPerRow(),
        String.join(" ", shown.stream().map(band -> band.band().name()).toList()));
  }

  /** A colour picture of 8 bits is decoded to just what is wanted. */
  private static boolean isAsDecoded(List<BandImage> shown, Mat mat) {
    boolean inOrder = true;
    for (int channel = 0; channel < 3; channel++) {
      BandImage band = shown.get(channel);
      inOrder &= band.channel() == channel && band.image().equals(shown.get(0).image());
    }
    return inOrder && mat.type() == CvType.CV_8UC3;
  }

  private static byte[] merged(List<BandImage> shown, Map<ImageRef, Decoded> decoded, Mat like) {
    List<Mat> planes = new ArrayList<>();
    for (int i = shown.size() - 1; i >= 0; i--) {
      planes.add(plane(shown.get(i), decoded, like.size()));
    }
    Mat merged = new Mat();
    Core.merge(planes, merged);
    planes.forEach(Mat::release);
    byte[] bgr = bytes(merged);
    merged.release();
    return bgr;
  }

  private static byte[] bytes(Mat mat) {
    byte[] bytes = new byte[Math.toIntExact(mat.total() * mat.channels())];
    mat.get(0, 0, bytes);
    return bytes;
  }

  private static Mat plane(BandImage band, Map<ImageRef, Decoded> decoded, Size size) {
    Mat mat = ImageOpener.decoded(decoded, band.image()).mat();
    Mat plane = new Mat();
    Core.extractChannel(mat, plane, ImageOpener.channelIn(mat, band));
    if (!plane.size().equals(size)) {
      Imgproc.resize(plane, plane, size, 0, 0, Imgproc.INTER_LINEAR);
    }
    if (plane.depth() != CvType.CV_8U) {
      stretch(plane);
    }
    return plane;
  }

  private static void stretch(Mat plane) {
    Mat values = new Mat();
    plane.convertTo(values, CvType.CV_32F);
    float[] all = new float[Math.toIntExact(values.total())];
    values.get(0, 0, all);
    values.release();
    Arrays.sort(all);
    double low = all[(int) (CLIPPED * (all.length - 1))];
    double high = all[(int) ((1 - CLIPPED) * (all.length - 1))];
    double gain = high > low ? 255 / (high - low) : 0;
    plane.convertTo(plane, CvType.CV_8U, gain, -low * gain);
  }
}
