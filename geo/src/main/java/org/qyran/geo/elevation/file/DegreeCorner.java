package org.qyran.geo.elevation.file;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.qyran.model.GeoPoint;

/**
 * The south-western corner of a tile of one degree, by which such tiles are named.
 *
 * @param latitudeDegrees of the southern edge, -90 to 89
 * @param longitudeDegrees of the western edge, -180 to 179
 */
public record DegreeCorner(int latitudeDegrees, int longitudeDegrees) {

  private static final Pattern NAME =
      Pattern.compile("([ns])(\\d{2})([ew])(\\d{3}).*", Pattern.CASE_INSENSITIVE);

  /** The tile that a point lies in. */
  public static DegreeCorner of(GeoPoint point) {
    int latitude = (int) Math.floor(point.latitudeDegrees());
    int longitude = (int) Math.floor(point.longitudeDegrees());
    return new DegreeCorner(Math.min(89, latitude), longitude >= 180 ? longitude - 360 : longitude);
  }

  /** The corner that a name like {@code N43E076.hgt} begins with. */
  static Optional<DegreeCorner> find(String name) {
    Matcher parts = NAME.matcher(name);
    if (!parts.matches()) {
      return Optional.empty();
    }
    int latitude = signed(parts.group(1), Integer.parseInt(parts.group(2)));
    int longitude = signed(parts.group(3), Integer.parseInt(parts.group(4)));
    return latitude >= -90 && latitude < 90 && longitude >= -180 && longitude < 180
        ? Optional.of(new DegreeCorner(latitude, longitude))
        : Optional.empty();
  }

  private static int signed(String letter, int degrees) {
    return letter.equalsIgnoreCase("s") || letter.equalsIgnoreCase("w") ? -degrees : degrees;
  }

  /** {@code N43} or {@code S01}. */
  public String latitudeName() {
    return String.format(
        Locale.ROOT, "%s%02d", latitudeDegrees < 0 ? "S" : "N", Math.abs(latitudeDegrees));
  }

  /** {@code E076} or {@code W071}. */
  public String longitudeName() {
    return String.format(
        Locale.ROOT, "%s%03d", longitudeDegrees < 0 ? "W" : "E", Math.abs(longitudeDegrees));
  }

  /** The name of another tile, written as the name of this one is: {@code e076/n43.dt1}. */
  public String rename(String name, DegreeCorner other) {
    return replace(
        replace(name, latitudeName(), other.latitudeName()),
        longitudeName(),
        other.longitudeName());
  }

  private static String replace(String name, String mine, String others) {
    return name.replace(mine, others)
        .replace(mine.toLowerCase(Locale.ROOT), others.toLowerCase(Locale.ROOT));
  }
}
