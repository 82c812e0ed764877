package org.qyran.detection.image;

import java.awt.image.ComponentSampleModel;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.imgproc.Imgproc;

/**
 * Decodes TIFF, and what else the JDK reads, with 8 or 16 bits or floats. OpenCV reads TIFF too,
 * but complains on the terminal about every private tag of a maker.
 */
final class RasterFile {

  private RasterFile() {}

  /**
   * Decodes the first picture of a file, whole.
   *
   * @throws IOException when it cannot be decoded
   */
  static Decoded decode(byte[] bytes) throws IOException {
    Raster raster = read(bytes);
    if (!(raster.getSampleModel() instanceof ComponentSampleModel)) {
      throw new IOException("the picture packs its samples: " + raster.getSampleModel());
    }
    Mat mat = toMat(raster);
    if (mat.channels() == 3) {
      Imgproc.cvtColor(mat, mat, Imgproc.COLOR_RGB2BGR);
    } else if (mat.channels() == 4) {
      Imgproc.cvtColor(mat, mat, Imgproc.COLOR_RGBA2BGRA);
    }
    return new Decoded(mat, 1, 1);
  }

  private static Raster read(byte[] bytes) throws IOException {
    try (MemoryCacheImageInputStream stream =
        new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
      Iterator<ImageReader> readers = ImageIO.getImageReaders(stream);
      if (!readers.hasNext()) {
        throw new IOException("the file is no picture that can be read");
      }
      ImageReader reader = readers.next();
      try {
        reader.setInput(stream, true, true);
        return reader.read(0).getRaster();
      } catch (RuntimeException e) {
        // The JDK's readers answer damaged files with whatever went wrong inside them.
        throw new IOException("the picture is damaged: " + e, e);
      } finally {
        reader.dispose();
      }
    }
  }

  private static Mat toMat(Raster raster) throws IOException {
    int width = raster.getWidth();
    int height = raster.getHeight();
    int bands = raster.getNumBands();
    Object samples = raster.getDataElements(0, 0, width, height, null);
    switch (raster.getTransferType()) {
      case DataBuffer.TYPE_BYTE -> {
        Mat mat = new Mat(height, width, CvType.CV_8UC(bands));
        mat.put(0, 0, (byte[]) samples);
        return mat;
      }
      case DataBuffer.TYPE_USHORT -> {
        Mat mat = new Mat(height, width, CvType.CV_16UC(bands));
        mat.put(0, 0, (short[]) samples);
        return mat;
      }
      case DataBuffer.TYPE_FLOAT -> {
        Mat mat = new Mat(height, width, CvType.CV_32FC(bands));
        mat.put(0, 0, (float[]) samples);
        return mat;
      }
      default ->
          throw new IOException(
              "samples are neither 8 nor 16 bit nor float: type " + raster.getTransferType());
    }
  }
}
