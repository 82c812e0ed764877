package org.qyran.sampledata.sensor.micasense;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.commons.imaging.common.RationalNumber;
import org.apache.commons.imaging.formats.tiff.constants.ExifTagConstants;
import org.apache.commons.imaging.formats.tiff.constants.GpsTagConstants;
import org.apache.commons.imaging.formats.tiff.constants.TiffDirectoryType;
import org.apache.commons.imaging.formats.tiff.constants.TiffTagConstants;
import org.apache.commons.imaging.formats.tiff.fieldtypes.AbstractFieldType;
import org.apache.commons.imaging.formats.tiff.taginfos.TagInfoLong;
import org.apache.commons.imaging.formats.tiff.taginfos.TagInfoShorts;
import org.apache.commons.imaging.formats.tiff.write.TiffOutputDirectory;
import org.apache.commons.imaging.formats.tiff.write.TiffOutputField;
import org.apache.commons.imaging.formats.tiff.write.TiffOutputSet;
import org.qyran.sampledata.sensor.ExifTags;
import org.qyran.sampledata.sensor.PixelNoise;
import org.qyran.sampledata.sensor.Shutter;
import org.qyran.sampledata.sensor.SingleBandTiff;

/**
 * Writes the files of one flight's captures. Same camera, same light, same seed: same bytes.
 *
 * @param camera that took them
 * @param name of the flight, from which the maker's identifiers are made
 * @param powerOn when the camera was switched on, before the first capture
 * @param lightSensor on top of the aircraft
 */
public record MicaSenseFlight(
    MicaSenseCamera camera, String name, Instant powerOn, Downwelling.LightSensor lightSensor) {

  /** The newest firmware's number, and that nothing here came from it (as PEP 440 allows). */
  private static final String SOFTWARE = "v7.5.0+simulated.by.qyran";

  /** Later than the library's table: EXIF 2.3, and DNG. */
  private static final TagInfoLong ISO_SPEED =
      new TagInfoLong("ISOSpeed", 0x8833, TiffDirectoryType.EXIF_DIRECTORY_EXIF_IFD);

  private static final TagInfoShorts BLACK_LEVEL_REPEAT_DIM =
      new TagInfoShorts("BlackLevelRepeatDim", 0xC619, 2, TiffDirectoryType.EXIF_DIRECTORY_IFD0);
  private static final TagInfoShorts BLACK_LEVEL =
      new TagInfoShorts("BlackLevel", 0xC61A, 4, TiffDirectoryType.EXIF_DIRECTORY_IFD0);

  private static final String LETTERS =
      "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

  /**
   * The five files of a capture, by name.
   *
   * @param lights of the bands, in the order of the camera's
   * @param seed of the noise
   */
  public SortedMap<String, byte[]> files(MicaSenseShot shot, List<BandLight> lights, long seed)
      throws IOException {
    SortedMap<String, byte[]> files = new TreeMap<>();
    requireOnePerBand(lights);
    for (int index = 0; index < lights.size(); index++) {
      BandSensor sensor = camera.bands().get(index);
      files.put(
          shot.file(sensor.fileNumber()),
          file(shot, sensor, lights.get(index), ReflectancePanel.Found.NOTHING, seed));
    }
    return Collections.unmodifiableSortedMap(files);
  }

  /**
   * The five files of a capture of a panel that was pressed by hand and in which the camera found
   * the panel, as {@link ReflectancePanel} lays it out.
   */
  public SortedMap<String, byte[]> panelFiles(
      MicaSenseShot shot, ReflectancePanel panel, List<BandLight> lights, long seed)
      throws IOException {
    SortedMap<String, byte[]> files = new TreeMap<>();
    requireOnePerBand(lights);
    for (int index = 0; index < lights.size(); index++) {
      BandSensor sensor = camera.bands().get(index);
      files.put(
          shot.file(sensor.fileNumber()),
          file(shot, sensor, lights.get(index), panel.found(sensor), seed));
    }
    return Collections.unmodifiableSortedMap(files);
  }

  /** The file of the thermal core of a capture, by name. */
  public SortedMap<String, byte[]> thermalFile(
      MicaSenseShot shot, ThermalCore core, ThermalCore.Warmth warmth, long seed)
      throws IOException {
    TiffOutputSet tags =
        tags(
            shot,
            core.shutter(),
            ThermalCore.FOCAL_LENGTH_MILLIMETERS,
            ThermalCore.PITCH_MILLIMETERS,
            BandPacket.of(core, shared(shot, false), shot.airframe()));
    byte[] bytes =
        SingleBandTiff.of(
            core.counts(warmth, noiseSeed(shot, ThermalCore.FILE_NUMBER, seed)),
            core.lens().widthPixels(),
            core.lens().heightPixels(),
            tags);
    SortedMap<String, byte[]> files = new TreeMap<>();
    files.put(shot.file(ThermalCore.FILE_NUMBER), bytes);
    return Collections.unmodifiableSortedMap(files);
  }

  private void requireOnePerBand(List<BandLight> lights) {
    if (lights.size() != camera.bands().size()) {
      throw new IllegalArgumentException(
          "lights are of %d bands, must be of %d".formatted(lights.size(), camera.bands().size()));
    }
  }

  private static long noiseSeed(MicaSenseShot shot, int fileNumber, long seed) {
    return PixelNoise.seed(seed, shot.number() * 16L + fileNumber);
  }

  private byte[] file(
      MicaSenseShot shot,
      BandSensor sensor,
      BandLight light,
      ReflectancePanel.Found panel,
      long seed)
      throws IOException {
    if (light.radiance().length != sensor.pixels()) {
      throw new IllegalArgumentException(
          "radiance of band %s has %d pixels, must have %d"
              .formatted(sensor.writtenName(), light.radiance().length, sensor.pixels()));
    }
    Response response = sensor.response();
    Shutter shutter = Digitiser.shutter(light.radiance(), response);
    String xmp =
        BandPacket.of(
            sensor,
            shared(shot, panel.isThere()),
            light.downwelling(),
            lightSensor,
            shot.airframe(),
            panel);
    TiffOutputSet tags =
        tags(shot, shutter, sensor.nominalMillimeters(), sensor.pitchMillimeters(), xmp);
    TiffOutputDirectory root = tags.getOrCreateRootDirectory();
    short black = (short) response.blackLevel();
    root.add(BLACK_LEVEL_REPEAT_DIM, (short) 2, (short) 2);
    root.add(BLACK_LEVEL, black, black, black, black);
    return SingleBandTiff.of(
        Digitiser.counts(sensor, light, shutter, noiseSeed(shot, sensor.fileNumber(), seed)),
        sensor.lens().widthPixels(),
        sensor.lens().heightPixels(),
        tags);
  }

  private TiffOutputSet tags(
      MicaSenseShot shot,
      Shutter shutter,
      double focalLengthMillimeters,
      double pitchMillimeters,
      String xmp)
      throws IOException {
    OffsetDateTime time = shot.time().atOffset(ZoneOffset.UTC);
    TiffOutputSet tags = SingleBandTiff.tags();
    TiffOutputDirectory root = tags.getOrCreateRootDirectory();
    root.add(TiffTagConstants.TIFF_TAG_MAKE, "MicaSense");
    root.add(TiffTagConstants.TIFF_TAG_MODEL, camera.kind().model());
    root.add(TiffTagConstants.TIFF_TAG_SOFTWARE, SOFTWARE);
    root.add(TiffTagConstants.TIFF_TAG_DATE_TIME, ExifTags.TIME.format(time));
    root.add(TiffTagConstants.TIFF_TAG_XMP, xmp.getBytes(StandardCharsets.UTF_8));
    TiffOutputDirectory exif = tags.getOrCreateExifDirectory();
    exif.add(
        ExifTagConstants.EXIF_TAG_EXPOSURE_TIME,
        new RationalNumber((int) Math.round(shutter.exposureSeconds() * 1e9), 1_000_000_000));
    exif.add(ExifTagConstants.EXIF_TAG_FNUMBER, new RationalNumber(28, 10));
    exif.add(
        ExifTagConstants.EXIF_TAG_EXPOSURE_PROGRAM,
        (short) ExifTagConstants.EXPOSURE_PROGRAM_VALUE_PROGRAM_AE);
    exif.add(ISO_SPEED, shutter.iso());
    exif.add(
        new TiffOutputField(
            ExifTagConstants.EXIF_TAG_EXIF_VERSION,
            AbstractFieldType.UNDEFINED,
            4,
            "0230".getBytes(StandardCharsets.US_ASCII)));
    exif.add(ExifTagConstants.EXIF_TAG_DATE_TIME_ORIGINAL, ExifTags.TIME.format(time));
    exif.add(ExifTagConstants.EXIF_TAG_DATE_TIME_DIGITIZED, ExifTags.TIME.format(time));
    exif.add(
        ExifTagConstants.EXIF_TAG_METERING_MODE,
        (short) ExifTagConstants.METERING_MODE_VALUE_AVERAGE);
    exif.add(
        ExifTagConstants.EXIF_TAG_FOCAL_LENGTH,
        new RationalNumber((int) Math.round(focalLengthMillimeters * 1_000), 1_000));
    exif.add(
        ExifTagConstants.EXIF_TAG_SUB_SEC_TIME, String.format(Locale.ROOT, "%09d", time.getNano()));
    RationalNumber pixelsPerMillimeter =
        new RationalNumber((int) Math.round(1e6 / pitchMillimeters), 1_000_000);
    exif.add(ExifTagConstants.EXIF_TAG_FOCAL_PLANE_XRESOLUTION_EXIF_IFD, pixelsPerMillimeter);
    exif.add(ExifTagConstants.EXIF_TAG_FOCAL_PLANE_YRESOLUTION_EXIF_IFD, pixelsPerMillimeter);
    exif.add(
        ExifTagConstants.EXIF_TAG_FOCAL_PLANE_RESOLUTION_UNIT_EXIF_IFD,
        (short) ExifTagConstants.FOCAL_PLANE_RESOLUTION_UNIT_EXIF_IFD_VALUE_MM);
    exif.add(ExifTagConstants.EXIF_TAG_BODY_SERIAL_NUMBER, camera.serial());
    ExifTags.addPlace(tags, shot.position(), shot.meanSeaLevelMeters());
    tags.getOrCreateGpsDirectory()
        .add(GpsTagConstants.GPS_TAG_GPS_DOP, new RationalNumber(122, 100));
    return tags;
  }

  private BandPacket.Shared shared(MicaSenseShot shot, boolean manual) {
    return new BandPacket.Shared(
        identifier(shot.number()),
        identifier(-1),
        Duration.between(powerOn, shot.time()),
        manual,
        shot.meanSeaLevelMeters());
  }

  /** Twenty letters and digits that belong to this flight's capture, or to the flight itself. */
  private String identifier(int number) {
    PixelNoise random =
        new PixelNoise(PixelNoise.seed((camera.serial() + "/" + name).hashCode(), number));
    StringBuilder identifier = new StringBuilder();
    for (int place = 0; place < 20; place++) {
      identifier.append(
          LETTERS.charAt((int) Long.remainderUnsigned(random.bits(place), LETTERS.length())));
    }
    return identifier.toString();
  }
}
