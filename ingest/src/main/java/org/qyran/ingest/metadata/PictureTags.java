package org.qyran.ingest.metadata;

import com.adobe.internal.xmp.XMPException;
import com.adobe.internal.xmp.XMPMeta;
import com.adobe.internal.xmp.XMPMetaFactory;
import com.adobe.internal.xmp.options.ParseOptions;
import com.adobe.internal.xmp.properties.XMPProperty;
import com.drew.imaging.ImageProcessingException;
import com.drew.imaging.jpeg.JpegSegmentData;
import com.drew.imaging.jpeg.JpegSegmentReader;
import com.drew.imaging.jpeg.JpegSegmentType;
import com.drew.imaging.tiff.TiffReader;
import com.drew.lang.ByteArrayReader;
import com.drew.lang.GeoLocation;
import com.drew.lang.RandomAccessFileReader;
import com.drew.lang.Rational;
import com.drew.metadata.Directory;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.ExifReader;
import com.drew.metadata.exif.ExifSubIFDDirectory;
import com.drew.metadata.exif.GpsDirectory;
import com.drew.metadata.jpeg.JpegDirectory;
import com.drew.metadata.jpeg.JpegReader;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.lang.reflect.Array;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.qyran.ingest.upload.Kind;

/**
 * The tags of one picture: EXIF, GPS and XMP, by name and as plain text and numbers.
 *
 * <p>Assumes that the file may have been made to do harm. Only the first EXIF and the first XMP
 * block of a JPEG are looked at, and nothing packed inside a tag is opened. XMP larger than a
 * mebibyte or with more than two thousand elements, or with a document type (and so with entities,
 * inner or outer), is taken for absent. The XMP library itself would load an outer document type.
 * XMP is UTF-8 (ISO 16684-1, section 7.1) whatever it declares: another encoding could hide its
 * brackets from the count.
 *
 * <p>Absent, empty and unreadable are the same here. Immutable once read; not for sharing between
 * threads.
 */
final class PictureTags {

  static final int LARGEST_XMP_BYTES = 1 << 20;
  private static final int MOST_XMP_ELEMENTS = 2_000;
  private static final byte[] XMP_PREAMBLE =
      "http://ns.adobe.com/xap/1.0/\0".getBytes(StandardCharsets.ISO_8859_1);
  private static final int EXIF_PREAMBLE_BYTES = 6;

  private final Metadata metadata;
  private final @Nullable XMPMeta xmp;

  private PictureTags(Metadata metadata, byte[] xmp) {
    this.metadata = metadata;
    this.xmp = parse(xmp);
  }

  /**
   * Reads the tags of a file.
   *
   * @throws ImageProcessingException when the container is damaged
   */
  static PictureTags of(Path file, Kind kind) throws IOException, ImageProcessingException {
    try {
      return kind == Kind.PICTURE_JPEG ? ofJpeg(file) : ofTiff(file);
    } catch (IndexOutOfBoundsException | NegativeArraySizeException | ArithmeticException e) {
      // The libraries check most offsets of a damaged file, and fall over the rest.
      throw new ImageProcessingException("the tags contradict themselves", e);
    }
  }

  private static PictureTags ofJpeg(Path file) throws IOException, ImageProcessingException {
    JpegReader sizes = new JpegReader();
    List<JpegSegmentType> types = new ArrayList<>(List.of(JpegSegmentType.APP1));
    sizes.getSegmentTypes().forEach(types::add);
    JpegSegmentData segments = JpegSegmentReader.readSegments(file.toFile(), types);
    Metadata metadata = new Metadata();
    for (JpegSegmentType type : sizes.getSegmentTypes()) {
      sizes.readJpegSegments(segments.getSegments(type), metadata, type);
    }
    byte[] xmp = new byte[0];
    boolean exifSeen = false;
    for (byte[] segment : segments.getSegments(JpegSegmentType.APP1)) {
      if (!exifSeen && ExifReader.startsWithJpegExifPreamble(segment)) {
        exifSeen = true;
        new TiffReader()
            .processTiff(
                new ByteArrayReader(segment),
                new BareTiffHandler(metadata, EXIF_PREAMBLE_BYTES),
                EXIF_PREAMBLE_BYTES);
      } else if (xmp.length == 0 && startsWith(segment, XMP_PREAMBLE)) {
        xmp = Arrays.copyOfRange(segment, XMP_PREAMBLE.length, segment.length);
      }
    }
    return new PictureTags(metadata, xmp);
  }

  private static PictureTags ofTiff(Path file) throws IOException, ImageProcessingException {
    Metadata metadata = new Metadata();
    try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "r")) {
      new TiffReader()
          .processTiff(new RandomAccessFileReader(bytes), new BareTiffHandler(metadata, 0), 0);
    }
    Directory first = metadata.getFirstDirectoryOfType(ExifIFD0Directory.class);
    byte[] xmp = first == null ? null : first.getByteArray(BareTiffHandler.XMP);
    return new PictureTags(metadata, xmp == null ? new byte[0] : xmp);
  }

  private static boolean startsWith(byte[] bytes, byte[] start) {
    return bytes.length >= start.length
        && Arrays.equals(bytes, 0, start.length, start, 0, start.length);
  }

  private static @Nullable XMPMeta parse(byte[] bytes) {
    if (bytes.length > LARGEST_XMP_BYTES) {
      return null;
    }
    String text = new String(bytes, StandardCharsets.UTF_8).replace("\uFEFF", "");
    String packet = text.substring(0, text.lastIndexOf('>') + 1); // padding of any kind may follow
    if (packet.isEmpty() || elements(packet) > MOST_XMP_ELEMENTS) {
      return null;
    }
    try {
      return XMPMetaFactory.parseFromString(packet, new ParseOptions().setDisallowDoctype(true));
    } catch (XMPException e) {
      return null; // told as absent
    }
  }

  /** An upper bound, so that deep nesting cannot exhaust the stack of the library's recursion. */
  private static int elements(String packet) {
    int count = 0;
    for (int index = 0; index + 1 < packet.length(); index++) {
      if (packet.charAt(index) == '<' && packet.charAt(index + 1) != '/') {
        count++;
      }
    }
    return count;
  }

  // The picture.

  int widthPixels() {
    return size(JpegDirectory.TAG_IMAGE_WIDTH, ExifIFD0Directory.TAG_IMAGE_WIDTH);
  }

  int heightPixels() {
    return size(JpegDirectory.TAG_IMAGE_HEIGHT, ExifIFD0Directory.TAG_IMAGE_HEIGHT);
  }

  /** How many values a pixel has; 1 when not said. */
  int channels() {
    int channels =
        size(JpegDirectory.TAG_NUMBER_OF_COMPONENTS, ExifIFD0Directory.TAG_SAMPLES_PER_PIXEL);
    return Math.max(channels, 1);
  }

  private int size(int jpegTag, int tiffTag) {
    Directory jpeg = metadata.getFirstDirectoryOfType(JpegDirectory.class);
    Integer size =
        jpeg != null
            ? jpeg.getInteger(jpegTag)
            : Optional.ofNullable(metadata.getFirstDirectoryOfType(ExifIFD0Directory.class))
                .map(directory -> directory.getInteger(tiffTag))
                .orElse(null);
    return size == null ? 0 : size;
  }

  // EXIF.

  Optional<String> imageText(int tag) {
    return text(ExifIFD0Directory.class, tag);
  }

  OptionalDouble imageNumber(int tag) {
    return number(ExifIFD0Directory.class, tag);
  }

  boolean hasImageTag(int tag) {
    Directory directory = metadata.getFirstDirectoryOfType(ExifIFD0Directory.class);
    return directory != null && directory.containsTag(tag);
  }

  /** The numbers of a tag; empty when it is absent or holds none. */
  List<Double> imageNumbers(int tag) {
    Directory directory = metadata.getFirstDirectoryOfType(ExifIFD0Directory.class);
    Object value = directory == null ? null : directory.getObject(tag);
    if (value instanceof Number number) {
      return List.of(number.doubleValue());
    }
    List<Double> numbers = new ArrayList<>();
    for (int at = 0;
        value != null && value.getClass().isArray() && at < Array.getLength(value);
        at++) {
      if (Array.get(value, at) instanceof Number number) {
        numbers.add(number.doubleValue());
      }
    }
    return numbers;
  }

  Optional<String> exposureText(int tag) {
    return text(ExifSubIFDDirectory.class, tag);
  }

  OptionalDouble exposureNumber(int tag) {
    return number(ExifSubIFDDirectory.class, tag);
  }

  Optional<String> gpsText(int tag) {
    return text(GpsDirectory.class, tag);
  }

  OptionalDouble gpsNumber(int tag) {
    return number(GpsDirectory.class, tag);
  }

  /** The numbers of a GPS tag; empty when it is absent or one of them has no value. */
  List<Double> gpsNumbers(int tag) {
    Directory directory = metadata.getFirstDirectoryOfType(GpsDirectory.class);
    Rational[] numbers = directory == null ? null : directory.getRationalArray(tag);
    if (numbers == null) {
      return List.of();
    }
    List<Double> values = Arrays.stream(numbers).map(Rational::doubleValue).toList();
    return values.stream().allMatch(Double::isFinite) ? values : List.of();
  }

  /** Latitude and longitude in degrees; empty when absent. */
  List<Double> gpsDegrees() {
    GpsDirectory directory = metadata.getFirstDirectoryOfType(GpsDirectory.class);
    GeoLocation location = directory == null ? null : directory.getGeoLocation();
    return location == null ? List.of() : List.of(location.getLatitude(), location.getLongitude());
  }

  private Optional<String> text(Class<? extends Directory> type, int tag) {
    Directory directory = metadata.getFirstDirectoryOfType(type);
    String text = directory == null ? null : directory.getString(tag);
    return Optional.ofNullable(text).map(PictureTags::clean).filter(value -> !value.isEmpty());
  }

  private OptionalDouble number(Class<? extends Directory> type, int tag) {
    Directory directory = metadata.getFirstDirectoryOfType(type);
    Double number = directory == null ? null : directory.getDoubleObject(tag);
    return number == null || !Double.isFinite(number)
        ? OptionalDouble.empty()
        : OptionalDouble.of(number);
  }

  /** Makers pad their texts with zero bytes and blanks. */
  private static String clean(String text) {
    int end = text.indexOf('\0');
    return (end < 0 ? text : text.substring(0, end)).strip();
  }

  // XMP.

  Optional<String> xmpText(String namespace, String name) {
    if (xmp == null) {
      return Optional.empty();
    }
    try {
      XMPProperty property = xmp.getProperty(namespace, name);
      if (property == null) {
        return Optional.empty();
      }
      String text =
          property.getOptions().isArray()
              ? String.join(",", xmpItems(xmp, namespace, name))
              : property.getValue();
      return Optional.ofNullable(text).map(PictureTags::clean).filter(value -> !value.isEmpty());
    } catch (XMPException e) {
      return Optional.empty(); // a namespace the file does not use
    }
  }

  /** The items of a list, or the parts of a text between commas. */
  List<String> xmpList(String namespace, String name) {
    return xmpText(namespace, name)
        .map(text -> Arrays.stream(text.split(",", -1)).map(String::strip).toList())
        .orElse(List.of());
  }

  /** The numbers of a list; empty when one of them is none. */
  List<Double> xmpNumbers(String namespace, String name) {
    List<Double> numbers = new ArrayList<>();
    for (String text : xmpList(namespace, name)) {
      OptionalDouble number = parse(text);
      if (number.isEmpty()) {
        return List.of();
      }
      numbers.add(number.getAsDouble());
    }
    return numbers;
  }

  /** A field of a structure, as Skydio groups its angles. */
  OptionalDouble xmpNumber(String namespace, String structure, String field) {
    if (xmp == null) {
      return OptionalDouble.empty();
    }
    try {
      XMPProperty property = xmp.getStructField(namespace, structure, namespace, field);
      String text = property == null ? null : property.getValue();
      return text == null ? OptionalDouble.empty() : parse(text);
    } catch (XMPException e) {
      return OptionalDouble.empty(); // no structure, or a namespace the file does not use
    }
  }

  /** A number; NaN when the file writes one. */
  OptionalDouble xmpNumber(String namespace, String name) {
    return xmpText(namespace, name).map(PictureTags::parse).orElse(OptionalDouble.empty());
  }

  private static List<String> xmpItems(XMPMeta xmp, String namespace, String name)
      throws XMPException {
    List<String> items = new ArrayList<>();
    for (int item = 1; item <= xmp.countArrayItems(namespace, name); item++) {
      items.add(xmp.getArrayItem(namespace, name, item).getValue());
    }
    return items;
  }

  /**
   * A decimal number, or a fraction as XMP writes EXIF's rationals (XMP specification, part 2,
   * Rational).
   */
  private static OptionalDouble parse(String text) {
    int line = text.indexOf('/');
    try {
      return OptionalDouble.of(
          line < 0
              ? Double.parseDouble(text.strip())
              : Double.parseDouble(text.substring(0, line))
                  / Double.parseDouble(text.substring(line + 1)));
    } catch (NumberFormatException e) {
      return OptionalDouble.empty();
    }
  }
}
