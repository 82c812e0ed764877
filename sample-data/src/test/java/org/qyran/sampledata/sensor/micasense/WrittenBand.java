package org.qyran.sampledata.sensor.micasense;

import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.apache.commons.imaging.Imaging;
import org.apache.commons.imaging.formats.tiff.TiffField;
import org.apache.commons.imaging.formats.tiff.TiffImageMetadata;
import org.apache.commons.imaging.formats.tiff.constants.ExifTagConstants;
import org.apache.commons.imaging.formats.tiff.taginfos.TagInfo;

/**
 * One file read back as the maker's program does it, written anew from its published model: pixels
 * by Java's own reader, figures out of the tags and nowhere else.
 */
final class WrittenBand {

  private static final int ISO_SPEED = 0x8833;
  private static final int BLACK_LEVEL = 0xC61A;

  private final Raster pixels;
  private final TiffImageMetadata tags;
  private final String xmp;

  private WrittenBand(byte[] file) throws IOException {
    pixels = ImageIO.read(new ByteArrayInputStream(file)).getRaster();
    tags = (TiffImageMetadata) Imaging.getMetadata(file);
    xmp = Imaging.getXmpXml(file);
  }

  static WrittenBand of(Map<String, byte[]> files, String name) throws IOException {
    return new WrittenBand(Objects.requireNonNull(files.get(name), name));
  }

  int width() {
    return pixels.getWidth();
  }

  int height() {
    return pixels.getHeight();
  }

  int count(int column, int row) {
    return pixels.getSample(column, row, 0);
  }

  double exposureSeconds() throws IOException {
    return number(ExifTagConstants.EXIF_TAG_EXPOSURE_TIME);
  }

  double gain() {
    return field(ISO_SPEED) / 100;
  }

  /** The text of an element of the packet. */
  String text(String name) {
    Matcher element = Pattern.compile("<" + name + ">([^<]*)</").matcher(xmp);
    return element.find() ? element.group(1) : "";
  }

  double number(String name) {
    return Double.parseDouble(text(name));
  }

  /** The items of a sequence in the packet. */
  double[] list(String name) {
    Matcher element =
        Pattern.compile("<" + name + ">(.*?)</" + name + ">", Pattern.DOTALL).matcher(xmp);
    if (!element.find()) {
      return new double[0];
    }
    return Pattern.compile("<rdf:li>([^<]*)</rdf:li>")
        .matcher(element.group(1))
        .results()
        .mapToDouble(item -> Double.parseDouble(item.group(1)))
        .toArray();
  }

  /** Mean radiance of a block of pixels. */
  double radiance(int left, int top, int width, int height) throws IOException {
    double[] calibration = list("MicaSense:RadiometricCalibration");
    double[] center = list("Camera:VignettingCenter");
    double[] k = list("Camera:VignettingPolynomial");
    double t = exposureSeconds();
    double black = blackLevel();
    double sum = 0;
    for (int y = top; y < top + height; y++) {
      for (int x = left; x < left + width; x++) {
        double r = Math.sqrt(Math.pow(x - center[0], 2) + Math.pow(y - center[1], 2));
        double v =
            1
                / (1
                    + k[0] * r
                    + k[1] * Math.pow(r, 2)
                    + k[2] * Math.pow(r, 3)
                    + k[3] * Math.pow(r, 4)
                    + k[4] * Math.pow(r, 5)
                    + k[5] * Math.pow(r, 6));
        double rows = 1 / (1 + calibration[1] * y / t - calibration[2] * y);
        sum += v * rows * (count(x, y) - black) * calibration[0] / (gain() * t * 65_536);
      }
    }
    return sum / (width * height);
  }

  double blackLevel() {
    int[] levels = intArray(BLACK_LEVEL);
    return Arrays.stream(levels).average().orElseThrow();
  }

  private double number(TagInfo tag) throws IOException {
    return Objects.requireNonNull(tags.findField(tag)).getDoubleValue();
  }

  private double field(int tag) {
    return intArray(tag)[0];
  }

  private int[] intArray(int tag) {
    for (TiffField field : tags.getAllFields()) {
      if (field.getTag() == tag) {
        try {
          return field.getCount() == 1 ? new int[] {field.getIntValue()} : field.getIntArrayValue();
        } catch (IOException e) {
          throw new IllegalStateException("tag " + tag + " cannot be read", e);
        }
      }
    }
    throw new IllegalStateException("tag " + tag + " is not there");
  }
}
