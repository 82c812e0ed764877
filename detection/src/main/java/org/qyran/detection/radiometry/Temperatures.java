package org.qyran.detection.radiometry;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Optional;
import org.opencv.core.CvException;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.MatOfByte;
import org.opencv.imgcodecs.Imgcodecs;

/**
 * The temperatures in a radiometric JPEG of FLIR's: the raw counts it hides, turned into kelvin by
 * the constants it states.
 *
 * <p>Assumes emissivity, distance, humidity and reflected temperature as the camera's user set
 * them; drones leave them at the factory's, and a distance of 20 m where it was 100 makes a warm
 * thing on cool ground a few tenths of a kelvin too cool. Counts are kept raw or as a PNG whose two
 * bytes are swapped against the PNG standard by most firmware; the camera also states a count in
 * the middle of what it shows (ExifTool's RawValueMedian), and of both byte orders the one whose
 * median is nearer to it is taken. Cameras promise 5 K or 5 %.
 *
 * <p>Hundredths of a kelvin in 16 bits; 0 where a count belongs to no temperature. Immutable.
 */
public final class Temperatures {

  /** What one step is worth, kelvin. */
  public static final double STEP_KELVIN = 0.01;

  private static final int DATA_AT = 32;
  private static final int MEDIAN_AT = 0x338;
  private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G'};
  private static final int PNG_SIZE_AT = 16;

  private final int widthPixels;
  private final int heightPixels;
  private final short[] centikelvin;

  private Temperatures(int widthPixels, int heightPixels, short[] centikelvin) {
    this.widthPixels = widthPixels;
    this.heightPixels = heightPixels;
    this.centikelvin = centikelvin;
  }

  /**
   * The temperatures of a JPEG.
   *
   * @param limitPixels a raw picture with more is not opened
   * @return nothing where it hides none, or what it hides is damaged
   */
  public static Optional<Temperatures> of(byte[] jpeg, long limitPixels) {
    Optional<FlirRecords> records = FlirRecords.of(jpeg);
    Optional<ByteBuffer> raw = records.flatMap(found -> found.find(FlirRecords.RAW_DATA));
    Optional<ByteBuffer> info = records.flatMap(found -> found.find(FlirRecords.CAMERA_INFO));
    if (raw.isEmpty() || info.isEmpty() || info.get().capacity() < MEDIAN_AT + 2) {
      return Optional.empty();
    }
    int width = Short.toUnsignedInt(raw.get().getShort(2));
    int height = Short.toUnsignedInt(raw.get().getShort(4));
    if (width == 0 || height == 0 || (long) width * height > limitPixels) {
      return Optional.empty();
    }
    int median = Short.toUnsignedInt(info.get().getShort(MEDIAN_AT));
    try {
      PlanckLaw law = law(info.get());
      return counts(raw.get(), width, height)
          .map(counts -> ordered(counts, median))
          .map(counts -> new Temperatures(width, height, centikelvin(counts, law)));
    } catch (IllegalArgumentException e) {
      return Optional.empty(); // constants that no camera has
    }
  }

  private static PlanckLaw law(ByteBuffer info) {
    double humidity = info.getFloat(0x3C);
    return new PlanckLaw(
        info.getFloat(0x58),
        info.getFloat(0x5C),
        info.getFloat(0x60),
        info.getInt(0x308),
        info.getFloat(0x30C),
        info.getFloat(0x20),
        info.getFloat(0x24),
        info.getFloat(0x28),
        info.getFloat(0x2C),
        info.getFloat(0x30),
        info.getFloat(0x34),
        humidity > 2 ? humidity / 100 : humidity, // a share, or percent
        info.getFloat(0x70),
        info.getFloat(0x74),
        info.getFloat(0x78),
        info.getFloat(0x7C),
        info.getFloat(0x80));
  }

  private static Optional<short[]> counts(ByteBuffer record, int width, int height) {
    byte[] bytes = new byte[record.capacity()];
    record.get(0, bytes);
    boolean png =
        bytes.length > DATA_AT + PNG_SIZE_AT + 8
            && Arrays.equals(bytes, DATA_AT, DATA_AT + PNG.length, PNG, 0, PNG.length);
    if (png) {
      return unpacked(bytes, width, height);
    }
    short[] counts = new short[width * height];
    if (bytes.length - DATA_AT < 2L * counts.length) {
      return Optional.empty();
    }
    record.slice(DATA_AT, 2 * counts.length).order(record.order()).asShortBuffer().get(counts);
    return Optional.of(counts);
  }

  private static Optional<short[]> unpacked(byte[] bytes, int width, int height) {
    ByteBuffer head =
        ByteBuffer.wrap(bytes, DATA_AT + PNG_SIZE_AT, 8).slice().order(ByteOrder.BIG_ENDIAN);
    if (head.getInt(0) != width || head.getInt(4) != height) {
      return Optional.empty(); // it would unpack to another size than it says
    }
    MatOfByte packed = new MatOfByte(Arrays.copyOfRange(bytes, DATA_AT, bytes.length));
    try {
      Mat mat = Imgcodecs.imdecode(packed, Imgcodecs.IMREAD_UNCHANGED);
      short[] counts = new short[width * height];
      boolean good = mat.type() == CvType.CV_16UC1 && mat.total() == counts.length;
      if (good) {
        mat.get(0, 0, counts);
      }
      mat.release();
      return good ? Optional.of(counts) : Optional.empty();
    } catch (CvException e) {
      return Optional.empty();
    } finally {
      packed.release();
    }
  }

  /** In the byte order whose median is nearer to the stated count. */
  private static short[] ordered(short[] counts, int median) {
    short[] swapped = new short[counts.length];
    for (int at = 0; at < counts.length; at++) {
      swapped[at] = Short.reverseBytes(counts[at]);
    }
    int asIs = Math.abs(median(counts) - median);
    int turned = Math.abs(median(swapped) - median);
    return turned < asIs ? swapped : counts;
  }

  private static int median(short[] counts) {
    return new CountHistogram(counts).atRank(counts.length / 2.0);
  }

  private static short[] centikelvin(short[] counts, PlanckLaw law) {
    short[] table = new short[65_536];
    boolean[] known = new boolean[65_536];
    short[] kelvin = new short[counts.length];
    for (int at = 0; at < counts.length; at++) {
      int count = Short.toUnsignedInt(counts[at]);
      if (!known[count]) {
        known[count] = true;
        table[count] =
            (short) Math.max(0, Math.min(65_535, Math.round(law.kelvin(count) / STEP_KELVIN)));
      }
      kelvin[at] = table[count];
    }
    return kelvin;
  }

  public int widthPixels() {
    return widthPixels;
  }

  public int heightPixels() {
    return heightPixels;
  }

  /** Of one pixel; 0 where its count belongs to no temperature. */
  public double kelvin(int column, int row) {
    return Short.toUnsignedInt(centikelvin[row * widthPixels + column]) * STEP_KELVIN;
  }

  /** All of it in hundredths of a kelvin, 16 bit; whoever asks releases it. */
  public Mat toMat() {
    Mat mat = new Mat(heightPixels, widthPixels, CvType.CV_16UC1);
    mat.put(0, 0, centikelvin);
    return mat;
  }
}
