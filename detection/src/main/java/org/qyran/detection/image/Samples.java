package org.qyran.detection.image;

import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.qyran.detection.plane.Plane;
import org.qyran.detection.plane.Window;

/** The values of one band as they were stored, turned into numbers when asked for. */
sealed interface Samples {

  /** One value. */
  float at(int index);

  /** A window of a picture that is this wide. */
  default Plane read(int pictureWidth, Window window) {
    float[] values = new float[window.width() * window.height()];
    int to = 0;
    for (int y = window.y(); y < window.bottom(); y++) {
      int from = y * pictureWidth + window.x();
      for (int x = 0; x < window.width(); x++) {
        values[to++] = at(from++);
      }
    }
    return new Plane(window.width(), window.height(), values);
  }

  /**
   * Copies the values of a single-channel matrix; the matrix stays the caller's.
   *
   * @param step what a count of 16 bit is worth; 0 where 65,535 is 1
   */
  static Samples of(Mat channel, double step) {
    int size = Math.toIntExact(channel.total());
    switch (channel.depth()) {
      case CvType.CV_8U -> {
        byte[] values = new byte[size];
        channel.get(0, 0, values);
        return new Bytes(values);
      }
      case CvType.CV_16U -> {
        short[] values = new short[size];
        channel.get(0, 0, values);
        return new Shorts(values, (float) (step > 0 ? step : 1 / 65_535.0));
      }
      case CvType.CV_32F -> {
        float[] values = new float[size];
        channel.get(0, 0, values);
        return new Floats(values);
      }
      default ->
          throw new IllegalArgumentException(
              "samples of " + CvType.typeToString(channel.type()) + " are not known");
    }
  }

  /** 8 bit, 255 is 1. */
  @SuppressWarnings("ArrayRecordComponent") // never compared; a list would box each pixel
  record Bytes(byte[] values) implements Samples {
    private static final float STEP = 1 / 255f;

    @Override
    public float at(int index) {
      return (values[index] & 0xFF) * STEP;
    }

    /** As the general one; every pixel of every JPEG comes through here, and this compiles well. */
    @Override
    public Plane read(int pictureWidth, Window window) {
      float[] read = new float[window.width() * window.height()];
      int to = 0;
      for (int y = window.y(); y < window.bottom(); y++) {
        int from = y * pictureWidth + window.x();
        int end = from + window.width();
        while (from < end) {
          read[to++] = (values[from++] & 0xFF) * STEP;
        }
      }
      return new Plane(window.width(), window.height(), read);
    }
  }

  /** 16 bit, each count worth a step. */
  @SuppressWarnings("ArrayRecordComponent") // never compared; a list would box each pixel
  record Shorts(short[] values, float step) implements Samples {
    @Override
    public float at(int index) {
      return (values[index] & 0xFFFF) * step;
    }
  }

  /** As they are. */
  @SuppressWarnings("ArrayRecordComponent") // never compared; a list would box each pixel
  record Floats(float[] values) implements Samples {
    @Override
    public float at(int index) {
      return values[index];
    }
  }
}
