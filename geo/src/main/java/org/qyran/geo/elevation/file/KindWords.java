package org.qyran.geo.elevation.file;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.qyran.geo.elevation.SurfaceKind;

/**
 * Guesses from names and descriptions whether heights are of a surface or of the bare earth.
 *
 * <p>Only by words that mean nothing else: short names of the two kinds in the languages that
 * surveys offices write, and names of global models. A file with words of both kinds, or with
 * neither, is of unknown kind. DEM, MNE and the like are used for both and say nothing.
 */
final class KindWords {

  private static final Set<String> SURFACE =
      Set.of(
          "dsm",
          "mds",
          "mns",
          "srtm",
          "srtmgl",
          "copernicus",
          "copdem",
          "glo",
          "nasadem",
          "aw3d",
          "alpsmlc",
          "astgtm",
          "astgtmv",
          "gdem");

  private static final Set<String> BARE_EARTH = Set.of("dtm", "mdt", "dgm", "fabdem", "bareearth");

  private static final Pattern BETWEEN_WORDS = Pattern.compile("[^a-z0-9]+");

  private KindWords() {}

  static SurfaceKind guess(List<String> texts) {
    boolean surface = false;
    boolean bare = false;
    for (String text : texts) {
      String plain = text.toLowerCase(Locale.ROOT).replaceAll("bare[ _-]earth", "bareearth");
      for (String word : BETWEEN_WORDS.splitAsStream(plain).toList()) {
        // A number that ends a word tells an edition or a spacing: dsm025, aw3d30, glo30.
        String stem = word.replaceAll("\\d+$", "");
        surface |= SURFACE.contains(stem);
        bare |= BARE_EARTH.contains(stem);
      }
    }
    if (surface == bare) {
      return SurfaceKind.UNKNOWN;
    }
    return surface ? SurfaceKind.SURFACE : SurfaceKind.BARE_EARTH;
  }
}
