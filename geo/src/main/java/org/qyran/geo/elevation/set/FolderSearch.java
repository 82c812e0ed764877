package org.qyran.geo.elevation.set;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.qyran.geo.elevation.ElevationRaster;
import org.qyran.geo.elevation.file.ElevationFile;

/** The files of a folder of elevation, and an account of those that are of no use. */
final class FolderSearch {

  /** Virtual rasters first, then the finest, then by name. */
  static final Comparator<ElevationRaster> ORDER =
      Comparator.comparing((ElevationRaster raster) -> !isVirtual(raster))
          .thenComparing(raster -> raster.placement().spacingMeters())
          .thenComparing(ElevationRaster::name);

  private static final int DEEPEST = 16;
  private static final int MOST_ENTRIES = 200_000;
  private static final int MOST_RASTERS = 20_000;

  /** More names than these make a remark unreadable. */
  private static final int MOST_NAMES = 5;

  /** Files that other programs leave beside rasters. */
  private static final Set<String> SIDE_FILES =
      Set.of("aux", "xml", "ovr", "msk", "tfw", "tifw", "wld", "prj", "txt", "md", "html", "pdf");

  private final Path folder;
  private final List<Path> candidates = new ArrayList<>();
  private final List<String> reasons = new ArrayList<>();
  private final List<String> foreign = new ArrayList<>();

  private FolderSearch(Path folder) {
    this.folder = folder;
  }

  static FolderSearch of(Path folder) throws IOException {
    FolderSearch search = new FolderSearch(folder);
    try (Stream<Path> walk = Files.walk(folder, DEEPEST)) {
      List<Path> all = walk.limit(MOST_ENTRIES + 1).sorted().toList();
      if (all.size() > MOST_ENTRIES) {
        throw new IOException(
            "the folder %s holds more than %d files: hand in the folder of the elevation tiles alone"
                .formatted(folder, MOST_ENTRIES));
      }
      all.stream().filter(Files::isRegularFile).forEach(search::sort);
    } catch (UncheckedIOException e) {
      throw new IOException(
          "the folder %s cannot be searched: %s".formatted(folder, e.getMessage()), e);
    }
    if (search.candidates.size() > MOST_RASTERS) {
      throw new IOException(
          "the folder %s holds %d elevation rasters, more than %d: hand in the part that is needed"
              .formatted(folder, search.candidates.size(), MOST_RASTERS));
    }
    return search;
  }

  private void sort(Path file) {
    String name = ElevationSet.nameOf(file);
    if (name.startsWith(".")) {
      return;
    }
    if (ElevationFile.isNamedLikeOne(file)) {
      candidates.add(file);
    } else if (!SIDE_FILES.contains(
        name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT))) {
      foreign.add(inside(file));
    }
  }

  private String inside(Path file) {
    return folder.relativize(file).toString().replace('\\', '/');
  }

  /** In the order of their paths. */
  List<Path> candidates() {
    return List.copyOf(candidates);
  }

  void leaveOut(Path file, String why) {
    // The reason names the file by its whole path, which differs from one machine to the next.
    reasons.add(
        "%s: %s"
            .formatted(
                inside(file),
                why.replace(folder.toString() + folder.getFileSystem().getSeparator(), "")));
  }

  String nothingFound() {
    return "the folder %s holds no elevation that can be read: no GeoTIFF, HGT, DTED or VRT%s"
        .formatted(folder, reasons.isEmpty() ? "" : " but " + some(reasons, "; "));
  }

  List<String> remarks() {
    List<String> remarks = new ArrayList<>();
    if (!reasons.isEmpty()) {
      remarks.add(
          "Of the elevation folder %s, %d %s left out. %s."
              .formatted(
                  ElevationSet.nameOf(folder),
                  reasons.size(),
                  reasons.size() == 1 ? "file was" : "files were",
                  some(reasons, "; ")));
    }
    if (!foreign.isEmpty()) {
      remarks.add(
          "In the elevation folder %s, %d %s no elevation and not looked at: %s."
              .formatted(
                  ElevationSet.nameOf(folder),
                  foreign.size(),
                  foreign.size() == 1 ? "file is" : "files are",
                  some(foreign, ", ")));
    }
    return List.copyOf(remarks);
  }

  private static String some(List<String> names, String between) {
    String first = String.join(between, names.subList(0, Math.min(MOST_NAMES, names.size())));
    return names.size() > MOST_NAMES
        ? first + between + "and %d more".formatted(names.size() - MOST_NAMES)
        : first;
  }

  private static boolean isVirtual(ElevationRaster raster) {
    return raster.name().toLowerCase(Locale.ROOT).endsWith(".vrt");
  }
}
