package org.qyran.detection.match;

import java.util.ArrayList;
import java.util.List;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.DMatch;
import org.opencv.core.Mat;
import org.opencv.core.MatOfDMatch;
import org.opencv.features2d.BFMatcher;
import org.qyran.detection.plane.OpenCv;
import org.qyran.model.PixelPoint;
import org.qyran.model.TiePoint;

/**
 * Compares the features of two frames.
 *
 * <p>Two features are a candidate when each is the other's nearest, and nearer by a fifth than the
 * second nearest (Lowe 2004, section 7.1). Where two frames share ground, most candidates are
 * right; where they do not, a dozen may be left, and all are wrong: only geometry tells.
 *
 * <p>Stateless; threads may share it.
 */
public final class TieFinder {

  private static final double NEARER_THAN_SECOND = 0.8;

  private TieFinder() {}

  /** Candidates, in the order of the first frame's features. */
  public static List<TiePoint> ties(FrameFeatures first, FrameFeatures second) {
    if (first.count() < 2 || second.count() < 2) {
      return List.of();
    }
    OpenCv.load();
    Mat one = matrix(first);
    Mat other = matrix(second);
    BFMatcher matcher = BFMatcher.create(Core.NORM_L2, false);
    try {
      List<TiePoint> ties = new ArrayList<>();
      int[] back = nearest(matcher, other, one);
      List<MatOfDMatch> there = new ArrayList<>();
      matcher.knnMatch(one, other, there, 2);
      for (MatOfDMatch pair : there) {
        DMatch[] nearest = pair.toArray();
        pair.release();
        if (nearest.length == 2
            && nearest[0].distance < NEARER_THAN_SECOND * nearest[1].distance
            && back[nearest[0].trainIdx] == nearest[0].queryIdx) {
          ties.add(
              new TiePoint(
                  first.frameId(),
                  pixel(first, nearest[0].queryIdx),
                  second.frameId(),
                  pixel(second, nearest[0].trainIdx)));
        }
      }
      return ties;
    } finally {
      one.release();
      other.release();
    }
  }

  private static int[] nearest(BFMatcher matcher, Mat from, Mat to) {
    MatOfDMatch matches = new MatOfDMatch();
    matcher.match(from, to, matches);
    int[] nearest = new int[from.rows()];
    for (DMatch match : matches.toArray()) {
      nearest[match.queryIdx] = match.trainIdx;
    }
    matches.release();
    return nearest;
  }

  private static Mat matrix(FrameFeatures features) {
    Mat bytes = new Mat(features.count(), FrameFeatures.DESCRIPTOR_BYTES, CvType.CV_8U);
    bytes.put(0, 0, features.descriptors());
    Mat floats = new Mat();
    bytes.convertTo(floats, CvType.CV_32F);
    bytes.release();
    return floats;
  }

  private static PixelPoint pixel(FrameFeatures features, int at) {
    return new PixelPoint(features.positions()[2 * at], features.positions()[2 * at + 1]);
  }
}
