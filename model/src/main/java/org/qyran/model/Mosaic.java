package org.qyran.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A georeferenced raster, an orthophoto for the most part: where it lies, how its values are meant,
 * and how it is to be cut for looking at.
 *
 * @param widthPixels of the whole raster
 * @param heightPixels of the whole raster
 * @param transform from pixels to the plane of its map
 * @param system the map's coordinate system, {@code EPSG:32643} or well-known text
 * @param groundSamplingDistanceMeters the side of a square as large as the pixel in its middle
 * @param ce90Meters how far all of it may be shifted, in 90 of 100 cases; stated, not measured
 * @param values how its values are meant
 * @param windowPixels the longest side of a window that it is looked at by
 * @param overlapPixels that neighbouring windows share
 */
public record Mosaic(
    int widthPixels,
    int heightPixels,
    Transform transform,
    String system,
    double groundSamplingDistanceMeters,
    double ce90Meters,
    Values values,
    int windowPixels,
    int overlapPixels) {

  /**
   * From pixel corners to a map: x = originX + xPerColumn · column + xPerRow · row, y likewise (OGC
   * 19-008r4, GeoTIFF 1.1, annex B.6).
   */
  public record Transform(
      double originX,
      double originY,
      double xPerColumn,
      double xPerRow,
      double yPerColumn,
      double yPerRow) {

    public Transform {
      Require.finite("originX", originX);
      Require.finite("originY", originY);
      double area = xPerColumn * yPerRow - xPerRow * yPerColumn;
      if (!Double.isFinite(area) || area == 0) {
        throw new IllegalArgumentException(
            "(%s, %s; %s, %s) gives pixels no area"
                .formatted(xPerColumn, xPerRow, yPerColumn, yPerRow));
      }
    }
  }

  /**
   * How stored numbers are meant.
   *
   * @param alphaChannel the channel that is 0 where nothing was seen; -1 for none
   * @param noData the number that stands for nothing seen where all bands have it; null for none
   * @param gains by channel: a value is stored number · gain + offset; none when numbers are meant
   *     as they are stored
   * @param offsets by channel, as many as gains
   */
  public record Values(
      int alphaChannel, @Nullable Double noData, List<Double> gains, List<Double> offsets) {

    /** Every stored number was seen, and is meant as it is. */
    public static final Values AS_STORED = new Values(-1, null, List.of(), List.of());

    public Values {
      gains = List.copyOf(gains);
      offsets = List.copyOf(offsets);
      Require.inRange("alphaChannel", alphaChannel, -1, 63);
      if (gains.size() != offsets.size()) {
        throw new IllegalArgumentException(
            "%d gains do not go with %d offsets".formatted(gains.size(), offsets.size()));
      }
    }
  }

  public Mosaic {
    Require.inRange("widthPixels", widthPixels, 1, 10_000_000);
    Require.inRange("heightPixels", heightPixels, 1, 10_000_000);
    Require.notBlank("system", system);
    Require.positive("groundSamplingDistanceMeters", groundSamplingDistanceMeters);
    Require.positive("ce90Meters", ce90Meters);
    Require.inRange("windowPixels", windowPixels, 16, 200_000);
    Require.inRange("overlapPixels", overlapPixels, 0, windowPixels / 2.0);
  }
}
