package org.qyran.detection.match;

import java.lang.ref.Reference;
import org.opencv.core.CvException;
import org.opencv.core.CvType;
import org.opencv.core.KeyPoint;
import org.opencv.core.Mat;
import org.opencv.core.MatOfKeyPoint;
import org.opencv.core.Size;
import org.opencv.features2d.SIFT;
import org.opencv.imgproc.Imgproc;
import org.qyran.detection.image.ColourPicture;
import org.qyran.detection.image.ImageOpener;
import org.qyran.detection.plane.OpenCv;
import org.qyran.model.Frame;

/**
 * Finds what can be recognised of a frame: SIFT features (D. G. Lowe, International Journal of
 * Computer Vision 60, 2004), which bear turns and moderate changes of scale and light.
 *
 * <p>Assumes that the ground stands still and has some texture. The frame's first file is looked
 * at, brought down to about {@value #WORKING_PIXELS} pixels along its longer side: a feature is
 * then good to half a working pixel or so, and a picture costs a quarter of a second. Descriptors
 * are the square roots of their normalised values (RootSIFT, Arandjelović and Zisserman, CVPR
 * 2012).
 *
 * <p>The strongest {@value #MOST_FEATURES} features are kept. Keeps nothing between frames; the
 * same frame gives the same features.
 */
public final class FrameDescriber {

  private static final int WORKING_PIXELS = 1_000;
  private static final int MOST_FEATURES = 2_000;

  /** Root values lie in [0, 1]; few are above a half. */
  private static final double BYTES_PER_UNIT = 510;

  private final ImageOpener opener;

  /**
   * Makes a describer.
   *
   * @param limitPixels files with more pixels are not opened
   */
  public FrameDescriber(long limitPixels) {
    this.opener = new ImageOpener(limitPixels, WORKING_PIXELS);
  }

  /** The features of a frame; none when it cannot be read, which the detectors will report. */
  public FrameFeatures describe(Frame frame) {
    double reduction =
        Math.max(
            1.0,
            Math.max(frame.camera().widthPixels(), frame.camera().heightPixels())
                / (double) WORKING_PIXELS);
    // Poses are those of the first band, so its file alone is looked at.
    return opener
        .openColour(frame.only(frame.image()), reduction)
        .find()
        .map(picture -> describe(frame, picture, reduction))
        .orElseGet(() -> FrameFeatures.none(frame.id()));
  }

  private static FrameFeatures describe(Frame frame, ColourPicture picture, double reduction) {
    OpenCv.load();
    Mat colour = new Mat(picture.height(), picture.width(), CvType.CV_8UC3);
    Mat grey = new Mat();
    MatOfKeyPoint keyPoints = new MatOfKeyPoint();
    Mat descriptors = new Mat();
    Mat everywhere = new Mat();
    SIFT sift = SIFT.create(MOST_FEATURES);
    try {
      colour.put(0, 0, picture.bgr());
      Imgproc.cvtColor(colour, grey, Imgproc.COLOR_BGR2GRAY);
      double shrink = picture.framePixelsPerColumn() / reduction;
      if (shrink < 1) {
        Imgproc.resize(grey, grey, new Size(), shrink, shrink, Imgproc.INTER_AREA);
      }
      sift.detectAndCompute(grey, everywhere, keyPoints, descriptors);
      return features(
          frame,
          keyPoints.toArray(),
          descriptors,
          frame.camera().widthPixels() / (double) grey.cols(),
          frame.camera().heightPixels() / (double) grey.rows());
    } catch (CvException e) {
      return FrameFeatures.none(frame.id());
    } finally {
      colour.release();
      grey.release();
      keyPoints.release();
      descriptors.release();
      everywhere.release();
      // Its finalizer frees native memory, and may run while a call of it is still at work.
      Reference.reachabilityFence(sift);
    }
  }

  private static FrameFeatures features(
      Frame frame, KeyPoint[] keyPoints, Mat descriptors, double perColumn, double perRow) {
    float[] positions = new float[2 * keyPoints.length];
    byte[] bytes = new byte[FrameFeatures.DESCRIPTOR_BYTES * keyPoints.length];
    float[] row = new float[FrameFeatures.DESCRIPTOR_BYTES];
    for (int at = 0; at < keyPoints.length; at++) {
      // OpenCV's integers name pixel centres.
      positions[2 * at] = (float) ((keyPoints[at].pt.x + 0.5) * perColumn);
      positions[2 * at + 1] = (float) ((keyPoints[at].pt.y + 0.5) * perRow);
      descriptors.get(at, 0, row);
      root(row, bytes, at * FrameFeatures.DESCRIPTOR_BYTES);
    }
    return new FrameFeatures(frame.id(), positions, bytes);
  }

  private static void root(float[] values, byte[] bytes, int from) {
    double sum = 0;
    for (float value : values) {
      sum += value;
    }
    for (int at = 0; at < values.length; at++) {
      double share = sum > 0 ? Math.sqrt(values[at] / sum) : 0;
      bytes[from + at] = (byte) Math.min(255, Math.round(BYTES_PER_UNIT * share));
    }
  }
}
