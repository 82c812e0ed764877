package org.qyran.ingest.upload;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Lays out the bytes of a picture tag by tag, so that a test says what a camera wrote and nothing
 * else: a JPEG of three channels, or a TIFF of one. Written by the standards (TIFF 6.0 section 2,
 * CIPA DC-008 section 4.6, ISO/IEC 10918-1 annex B), little-endian. The pixels are no picture: the
 * rooms under test never decode them.
 */
public final class PictureFile {

  private static final int EXIF_POINTER = 0x8769;
  private static final int GPS_POINTER = 0x8825;
  private static final int XMP = 0x02BC;

  private final int widthPixels;
  private final int heightPixels;
  private final SortedMap<Integer, Value> image = new TreeMap<>();
  private final SortedMap<Integer, Value> exposure = new TreeMap<>();
  private final SortedMap<Integer, Value> gps = new TreeMap<>();
  private byte[] xmp = {};

  private PictureFile(int widthPixels, int heightPixels) {
    this.widthPixels = widthPixels;
    this.heightPixels = heightPixels;
  }

  /** A picture that says nothing but its size. */
  public static PictureFile sized(int widthPixels, int heightPixels) {
    return new PictureFile(widthPixels, heightPixels);
  }

  /** What a tag holds, as TIFF 6.0 writes it. */
  public static final class Value {

    private final int type;
    private final int count;
    private final byte[] bytes;

    private Value(int type, int count, byte[] bytes) {
      this.type = type;
      this.count = count;
      this.bytes = bytes;
    }

    public static Value text(String text) {
      byte[] bytes = (text + "\0").getBytes(StandardCharsets.ISO_8859_1);
      return new Value(2, bytes.length, bytes);
    }

    public static Value bytes(byte... bytes) {
      return new Value(1, bytes.length, bytes);
    }

    public static Value number(int value) {
      byte[] bytes = new byte[4];
      little(bytes).putInt(value);
      return new Value(4, 1, bytes);
    }

    /** Millionths, which is what a receiver's seconds need. */
    public static Value rationals(double... values) {
      byte[] bytes = new byte[8 * values.length];
      ByteBuffer buffer = little(bytes);
      for (double value : values) {
        buffer.putInt((int) Math.round(value * 1e6)).putInt(1_000_000);
      }
      return new Value(5, values.length, bytes);
    }

    /** TIFF's type 12, which no camera writes and every reader takes. */
    public static Value floating(double value) {
      byte[] bytes = new byte[8];
      little(bytes).putDouble(value);
      return new Value(12, 1, bytes);
    }

    public static Value raw(int type, int count, byte... bytes) {
      return new Value(type, count, bytes);
    }
  }

  /** A tag of the picture itself. */
  public PictureFile image(int tag, Value value) {
    image.put(tag, value);
    return this;
  }

  /** A tag of the exposure. */
  public PictureFile exposure(int tag, Value value) {
    exposure.put(tag, value);
    return this;
  }

  public PictureFile gps(int tag, Value value) {
    gps.put(tag, value);
    return this;
  }

  /** Maker and model. */
  public PictureFile by(String make, String model) {
    return image(271, Value.text(make)).image(272, Value.text(model));
  }

  /** Degrees north and east as EXIF writes them: a letter, and the size in degrees. */
  public PictureFile at(double latitudeDegrees, double longitudeDegrees) {
    return gps(1, Value.text(latitudeDegrees < 0 ? "S" : "N"))
        .gps(2, Value.rationals(Math.abs(latitudeDegrees), 0, 0))
        .gps(3, Value.text(longitudeDegrees < 0 ? "W" : "E"))
        .gps(4, Value.rationals(Math.abs(longitudeDegrees), 0, 0));
  }

  public PictureFile xmp(String packet) {
    return xmp(packet.getBytes(StandardCharsets.UTF_8));
  }

  public PictureFile xmp(byte[] packet) {
    xmp = packet.clone();
    return this;
  }

  /** An XMP packet of one description, with attributes as a maker writes them. */
  public static String packet(String attributes) {
    return """
        <x:xmpmeta xmlns:x="adobe:ns:meta/">
         <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
          <rdf:Description rdf:about=""
            xmlns:drone-dji="http://www.dji.com/drone-dji/1.0/"
            xmlns:Camera="http://pix4d.com/camera/1.0/"
            xmlns:sensefly="http://ns.sensefly.com/sensefly/1.0/"
            %s/>
         </rdf:RDF>
        </x:xmpmeta>
        """
        .formatted(attributes);
  }

  public byte[] toJpeg() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(new byte[] {(byte) 0xFF, (byte) 0xD8});
    segment(out, 0xE1, joined("Exif\0\0".getBytes(StandardCharsets.ISO_8859_1), directories()));
    if (xmp.length > 0) {
      byte[] name = "http://ns.adobe.com/xap/1.0/\0".getBytes(StandardCharsets.ISO_8859_1);
      segment(out, 0xE1, joined(name, xmp));
    }
    segment(out, 0xC0, frameHeader());
    segment(out, 0xDA, new byte[] {3, 1, 0, 2, 0, 3, 0, 0, 63, 0});
    out.writeBytes(new byte[] {1, 2, 3, (byte) 0xFF, 0, 4, 5, (byte) 0xFF, (byte) 0xD9});
    return out.toByteArray();
  }

  /** One strip of one byte a pixel, behind the directories. */
  public byte[] toTiff() {
    image(256, Value.number(widthPixels)).image(257, Value.number(heightPixels));
    image(258, Value.number(8)).image(262, Value.number(1)).image(277, Value.number(1));
    image(278, Value.number(heightPixels)).image(279, Value.number(widthPixels * heightPixels));
    if (xmp.length > 0) {
      image(XMP, Value.bytes(xmp));
    }
    image(273, Value.number(0));
    int end = directories().length;
    image(273, Value.number(end));
    return joined(directories(), new byte[widthPixels * heightPixels]);
  }

  /** A JPEG whose EXIF block is these bytes. */
  public static byte[] jpegWithExif(byte[] exif, byte[] headers) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(new byte[] {(byte) 0xFF, (byte) 0xD8});
    segment(out, 0xE1, joined("Exif\0\0".getBytes(StandardCharsets.ISO_8859_1), exif));
    out.writeBytes(headers);
    segment(out, 0xC0, sized(40, 30).frameHeader());
    segment(out, 0xDA, new byte[] {3, 1, 0, 2, 0, 3, 0, 0, 63, 0});
    out.writeBytes(new byte[] {1, 2, 3, (byte) 0xFF, (byte) 0xD9});
    return out.toByteArray();
  }

  private byte[] frameHeader() {
    return ByteBuffer.allocate(15)
        .put((byte) 8)
        .putShort((short) heightPixels)
        .putShort((short) widthPixels)
        .put(new byte[] {3, 1, 0x11, 0, 2, 0x11, 0, 3, 0x11, 0})
        .array();
  }

  private byte[] directories() {
    SortedMap<Integer, Value> first = new TreeMap<>(image);
    if (!exposure.isEmpty()) {
      first.put(EXIF_POINTER, Value.number(0));
    }
    if (!gps.isEmpty()) {
      first.put(GPS_POINTER, Value.number(0));
    }
    int exposureAt = 8 + sizeBytes(first);
    int gpsAt = exposureAt + sizeBytes(exposure);
    first.computeIfPresent(EXIF_POINTER, (tag, value) -> Value.number(exposureAt));
    first.computeIfPresent(GPS_POINTER, (tag, value) -> Value.number(gpsAt));
    byte[] bytes = new byte[gpsAt + sizeBytes(gps)];
    ByteBuffer out = little(bytes);
    out.put((byte) 'I').put((byte) 'I').putShort((short) 42).putInt(8);
    write(out, first);
    write(out, exposure);
    write(out, gps);
    return bytes;
  }

  private static int sizeBytes(SortedMap<Integer, Value> directory) {
    if (directory.isEmpty()) {
      return 0;
    }
    int outside =
        directory.values().stream()
            .mapToInt(value -> value.bytes.length > 4 ? value.bytes.length : 0)
            .sum();
    return 2 + 12 * directory.size() + 4 + outside;
  }

  private static void write(ByteBuffer out, SortedMap<Integer, Value> directory) {
    if (directory.isEmpty()) {
      return;
    }
    int outside = out.position() + 2 + 12 * directory.size() + 4;
    out.putShort((short) directory.size());
    for (Map.Entry<Integer, Value> entry : directory.entrySet()) {
      Value value = entry.getValue();
      out.putShort(entry.getKey().shortValue()).putShort((short) value.type).putInt(value.count);
      if (value.bytes.length > 4) {
        out.putInt(outside);
        outside += value.bytes.length;
      } else {
        out.put(value.bytes).put(new byte[4 - value.bytes.length]);
      }
    }
    out.putInt(0);
    directory.values().stream()
        .filter(value -> value.bytes.length > 4)
        .forEach(value -> out.put(value.bytes));
  }

  private static void segment(ByteArrayOutputStream out, int marker, byte[] content) {
    if (content.length > 65_533) {
      throw new IllegalArgumentException("a JPEG segment holds no " + content.length + " bytes");
    }
    out.write(0xFF);
    out.write(marker);
    out.write((content.length + 2) >> 8);
    out.write(content.length + 2);
    out.writeBytes(content);
  }

  private static byte[] joined(byte[] first, byte[] second) {
    return ByteBuffer.allocate(first.length + second.length).put(first).put(second).array();
  }

  private static ByteBuffer little(byte[] bytes) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }
}
