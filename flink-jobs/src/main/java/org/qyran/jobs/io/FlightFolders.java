package org.qyran.jobs.io;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.qyran.ingest.upload.UploadDesk;

/** Finds the files of the flights that were handed in, and gives each flight a name of its own. */
public final class FlightFolders {

  private FlightFolders() {}

  /** A survey's folder keeps its flight under this name, beside what is no part of it. */
  private static final String WITHIN_A_SURVEY = "flight";

  /**
   * Every file below the paths, in a fixed order. A folder is a flight of its own name, a single
   * file one of its folder's name; a second flight of the same name gets {@code -2} behind it.
   *
   * <p>Of a folder that holds a folder {@code flight} only that one is read: it is a whole survey
   * that was handed in, and what lies beside its flight are elevations, notes, or the answers.
   *
   * @throws IllegalArgumentException when a folder holds no file
   */
  public static List<InputFile> list(List<Path> paths) {
    List<InputFile> files = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (Path path : paths) {
      Path root = flightOf(path.toAbsolutePath().normalize());
      String flight = ownName(nameOf(root), names);
      List<Path> found = UploadDesk.list(root);
      if (found.isEmpty()) {
        throw new IllegalArgumentException(
            "the flight %s holds no file; is the card mounted?".formatted(path));
      }
      for (Path file : found) {
        files.add(new InputFile(flight, root.toString(), file.toString()));
      }
    }
    return files;
  }

  private static Path flightOf(Path handedIn) {
    Path within = handedIn.resolve(WITHIN_A_SURVEY);
    return Files.isDirectory(within) ? within : handedIn;
  }

  private static String nameOf(Path root) {
    Path named = root.toFile().isDirectory() ? root : root.getParent();
    return named == null || named.getFileName() == null ? "flight" : named.getFileName().toString();
  }

  private static String ownName(String name, Set<String> taken) {
    String own = name;
    for (int next = 2; !taken.add(own); next++) {
      own = name + "-" + next;
    }
    return own;
  }
}
