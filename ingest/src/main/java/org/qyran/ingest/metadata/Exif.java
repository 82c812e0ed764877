package org.qyran.ingest.metadata;

import com.drew.metadata.exif.ExifDirectoryBase;
import com.drew.metadata.exif.GpsDirectory;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.qyran.ingest.camera.CameraFacts;
import org.qyran.model.GeoPoint;
import org.qyran.model.Height;
import org.qyran.model.PoseError;

/**
 * Plain EXIF (CIPA DC-008): what every camera writes, and what the other dialects fall back on. It
 * has no angles, so such a picture needs a flight log.
 */
final class Exif implements Dialect {

  /**
   * A single-frequency receiver is wrong by 1 to 3 m and in height by 2 to 5 m, slowly wandering;
   * the angles are those of whatever log completes the pose.
   */
  private static final PoseError ERROR = new PoseError(3, 5, 5, 3);

  @Override
  public String name() {
    return "";
  }

  @Override
  public boolean speaks(PictureTags tags) {
    return true;
  }

  @Override
  public PoseError error(PictureTags tags) {
    OptionalDouble stated = tags.gpsNumber(GpsDirectory.TAG_H_POSITIONING_ERROR);
    return stated.isPresent() && isError(stated.getAsDouble())
        ? new PoseError(
            stated.getAsDouble(), ERROR.verticalMeters(), ERROR.yawDegrees(), ERROR.tiltDegrees())
        : ERROR;
  }

  /** Whether a receiver can be wrong by so much, and still have a position. */
  static boolean isError(double meters) {
    return meters > 0 && meters < 1_000;
  }

  /** Make, model, size and lens as plain EXIF says them. */
  static CameraFacts camera(PictureTags tags, String dialect) {
    return new CameraFacts(
        tags.imageText(ExifDirectoryBase.TAG_MAKE).orElse(""),
        tags.imageText(ExifDirectoryBase.TAG_MODEL).orElse(""),
        dialect,
        tags.widthPixels(),
        tags.heightPixels(),
        tags.exposureNumber(ExifDirectoryBase.TAG_FOCAL_LENGTH).orElse(0),
        tags.exposureNumber(ExifDirectoryBase.TAG_35MM_FILM_EQUIV_FOCAL_LENGTH).orElse(0),
        pixelPitchMillimeters(tags, ExifDirectoryBase.TAG_FOCAL_PLANE_X_RESOLUTION),
        (int) tags.exposureNumber(ExifDirectoryBase.TAG_EXIF_IMAGE_WIDTH).orElse(0));
  }

  /** The distance between pixels from a focal plane resolution; 0 when it is not said. */
  static double pixelPitchMillimeters(PictureTags tags, int resolutionTag) {
    double pixelsPerUnit = tags.exposureNumber(resolutionTag).orElse(0);
    int unit =
        (int) tags.exposureNumber(ExifDirectoryBase.TAG_FOCAL_PLANE_RESOLUTION_UNIT).orElse(2);
    double unitMillimeters =
        switch (unit) {
          case 3 -> 10;
          case 4 -> 1;
          case 5 -> 0.001;
          default -> 25.4; // 2 is the inch, and what EXIF says to assume
        };
    return pixelsPerUnit > 0 ? unitMillimeters / pixelsPerUnit : 0;
  }

  static Optional<GeoPoint> place(PictureTags tags) {
    List<Double> degrees = tags.gpsDegrees();
    return degrees.isEmpty() ? Optional.empty() : place(degrees.get(0), degrees.get(1));
  }

  /** A place, unless it is outside the world, or exactly where no receiver with a fix ever is. */
  static Optional<GeoPoint> place(double latitudeDegrees, double longitudeDegrees) {
    boolean inWorld = Math.abs(latitudeDegrees) <= 90 && Math.abs(longitudeDegrees) <= 180;
    boolean nowhere = latitudeDegrees == 0 && longitudeDegrees == 0;
    return inWorld && !nowhere
        ? Optional.of(new GeoPoint(latitudeDegrees, longitudeDegrees))
        : Optional.empty();
  }

  /** EXIF counts from the sea; reference 1 (and 3 in EXIF 3.0) is below it. */
  static Optional<Height> heightAboveSea(PictureTags tags) {
    OptionalDouble meters = tags.gpsNumber(GpsDirectory.TAG_ALTITUDE);
    if (meters.isEmpty()) {
      return Optional.empty();
    }
    int reference = (int) tags.gpsNumber(GpsDirectory.TAG_ALTITUDE_REF).orElse(0);
    boolean below = (reference == 1 || reference == 3) && meters.getAsDouble() > 0;
    return height(
        OptionalDouble.of(below ? -meters.getAsDouble() : meters.getAsDouble()),
        Height.Datum.MEAN_SEA_LEVEL);
  }

  /** A height, unless it is not said or lies where nothing flies. */
  static Optional<Height> height(OptionalDouble meters, Height.Datum datum) {
    boolean flies =
        meters.isPresent() && meters.getAsDouble() >= -1_000 && meters.getAsDouble() <= 50_000;
    return flies ? Optional.of(new Height(meters.getAsDouble(), datum)) : Optional.empty();
  }

  static boolean isMadeBy(PictureTags tags, String maker) {
    return tags.imageText(ExifDirectoryBase.TAG_MAKE)
        .map(make -> make.toLowerCase(Locale.ROOT))
        .filter(maker.toLowerCase(Locale.ROOT)::equals)
        .isPresent();
  }
}
