package org.qyran.geo.mosaic;

import it.geosolutions.imageio.plugins.tiff.TIFFDirectory;
import it.geosolutions.imageio.plugins.tiff.TIFFField;
import it.geosolutions.imageio.stream.input.FileImageInputStreamExtImpl;
import it.geosolutions.imageioimpl.plugins.tiff.TIFFImageReaderSpi;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageReader;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.stream.ImageInputStream;
import org.geotools.coverage.grid.io.imageio.geotiff.GeoTiffIIOMetadataDecoder;

/**
 * The tags of a TIFF's first directory, those of GDAL among them (its GeoTIFF driver, {@code
 * GDAL_METADATA} and {@code GDAL_NODATA}).
 *
 * <p>Assumes that the upload desk has let the file in: its tables lie within it.
 */
final class TiffFacts {

  private static final TIFFImageReaderSpi READERS = new TIFFImageReaderSpi();

  private static final int GDAL_METADATA = 42_112;

  /** A text longer than this is not looked through. */
  private static final int LONGEST_TEXT = 1 << 20;

  private static final Pattern ITEM =
      Pattern.compile("<Item\\s+([^>]{1,1000})>([^<]{0,1000})</Item>");
  private static final Pattern SAMPLE = Pattern.compile("sample=\"(\\d{1,3})\"");
  private static final Pattern ROLE = Pattern.compile("role=\"([a-z]{1,30})\"");

  private final TIFFDirectory directory;
  private final GeoTiffIIOMetadataDecoder georeference;
  private final int tileWidthPixels;
  private final int tileHeightPixels;
  private final List<Item> items;

  /** One line of GDAL's metadata that is about one channel. */
  private record Item(int channel, String role, String text) {}

  private final boolean bigEndian;

  private TiffFacts(
      IIOMetadata metadata, int tileWidthPixels, int tileHeightPixels, boolean bigEndian)
      throws IOException {
    this.bigEndian = bigEndian;
    this.directory = TIFFDirectory.createFromMetadata(metadata);
    this.georeference = new GeoTiffIIOMetadataDecoder(metadata);
    this.tileWidthPixels = tileWidthPixels;
    this.tileHeightPixels = tileHeightPixels;
    this.items = items(text(GDAL_METADATA));
  }

  /**
   * Reads the first directory of a file.
   *
   * @throws IOException when it cannot be read
   */
  static TiffFacts read(Path file) throws IOException {
    ImageReader reader = READERS.createReaderInstance();
    try (ImageInputStream stream = new FileImageInputStreamExtImpl(file.toFile())) {
      reader.setInput(stream);
      return new TiffFacts(
          reader.getImageMetadata(0),
          reader.getTileWidth(0),
          reader.getTileHeight(0),
          stream.getByteOrder() == ByteOrder.BIG_ENDIAN);
    } catch (RuntimeException | OutOfMemoryError e) {
      // The library answers damaged tags with whatever went wrong inside it, and believes one that
      // claims to hold millions of numbers until memory ends.
      throw new IOException("its tags contradict themselves: " + e, e);
    } finally {
      reader.dispose();
    }
  }

  boolean isBigEndian() {
    return bigEndian;
  }

  GeoTiffIIOMetadataDecoder georeference() {
    return georeference;
  }

  /** Of a tile, or of a strip, which is as wide as the raster. */
  int tileWidthPixels() {
    return tileWidthPixels;
  }

  int tileHeightPixels() {
    return tileHeightPixels;
  }

  /** The first number of a tag. */
  int number(int tag, int absent) {
    TIFFField field = directory.getTIFFField(tag);
    return field == null || field.getCount() == 0 ? absent : field.getAsInt(0);
  }

  /** All numbers of a tag; none when it is absent. */
  List<Integer> numbers(int tag) {
    TIFFField field = directory.getTIFFField(tag);
    List<Integer> numbers = new ArrayList<>();
    for (int at = 0; field != null && at < field.getCount(); at++) {
      numbers.add(field.getAsInt(at));
    }
    return numbers;
  }

  /** The text of a tag; empty when it is absent. */
  String text(int tag) {
    String text = georeference.getAsciiTIFFTag(Integer.toString(tag));
    return text == null || text.length() > LONGEST_TEXT ? "" : text.strip();
  }

  /** What GDAL's metadata says of a channel: its {@code description}, {@code scale}, and so on. */
  Optional<String> ofChannel(int channel, String role) {
    return items.stream()
        .filter(item -> item.channel() == channel && item.role().equals(role))
        .map(Item::text)
        .findFirst();
  }

  private static List<Item> items(String xml) {
    List<Item> items = new ArrayList<>();
    Matcher found = ITEM.matcher(xml);
    while (found.find()) {
      Matcher sample = SAMPLE.matcher(found.group(1));
      Matcher role = ROLE.matcher(found.group(1));
      if (sample.find() && role.find()) {
        items.add(
            new Item(Integer.parseInt(sample.group(1)), role.group(1), found.group(2).strip()));
      }
    }
    return items;
  }
}
