package org.qyran.detection.plane;

import org.bytedeco.javacpp.Loader;
import org.bytedeco.opencv.opencv_java;
import org.opencv.core.Core;

/**
 * Loads OpenCV, once per process, and keeps it to the caller's thread: the pipeline runs frames
 * side by side, and sums that do not depend on a number of threads give the same bytes everywhere.
 */
public final class OpenCv {

  static {
    Loader.load(opencv_java.class);
    Core.setNumThreads(1);
  }

  private OpenCv() {}

  /** Call before the first use of an {@code org.opencv} class; costs nothing after the first. */
  public static void load() {
    // The static block above does the work when this class is first touched.
  }
}
