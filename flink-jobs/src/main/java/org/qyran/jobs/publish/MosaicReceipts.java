package org.qyran.jobs.publish;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.qyran.model.Frame;
import org.qyran.model.FrameReceipt;
import org.qyran.model.FrameReceipt.Status;
import org.qyran.model.RunWarning;

/**
 * One receipt for each file, though an orthophoto leaves one for each window of it. A file of which
 * some windows could be read was processed, and a warning says that not all of it was.
 */
final class MosaicReceipts {

  private MosaicReceipts() {}

  /**
   * Joins the receipts of one file.
   *
   * @param receipts sorted
   * @param frames of the run
   * @param warnings grows
   */
  static List<FrameReceipt> joined(
      List<FrameReceipt> receipts, Collection<Frame> frames, List<RunWarning> warnings) {
    Set<String> mosaics =
        frames.stream()
            .filter(frame -> frame.findWindow().isPresent())
            .map(frame -> key(frame.flight(), frame.image().file()))
            .collect(Collectors.toSet());
    List<FrameReceipt> joined = new ArrayList<>();
    Map<String, List<FrameReceipt>> byFile = new LinkedHashMap<>();
    for (FrameReceipt receipt : receipts) {
      String key = key(receipt.flight(), receipt.file());
      if (mosaics.contains(key)) {
        byFile.computeIfAbsent(key, file -> new ArrayList<>()).add(receipt);
      } else {
        joined.add(receipt);
      }
    }
    for (List<FrameReceipt> ofFile : byFile.values()) {
      joined.add(best(ofFile));
      long missing = ofFile.stream().filter(r -> r.status() == Status.REFUSED).count();
      if (missing > 0 && missing < ofFile.size()) {
        warnings.add(
            new RunWarning(
                "MOSAIC_PARTLY_READ",
                "Of the orthophoto listed %d of %d windows could not be read, and are not covered: %s"
                    .formatted(missing, ofFile.size(), refusal(ofFile)),
                List.of(ofFile.get(0).file())));
      }
    }
    joined.sort(
        Comparator.comparing(FrameReceipt::flight)
            .thenComparing(FrameReceipt::file)
            .thenComparing(FrameReceipt::sha256));
    return joined;
  }

  private static String key(String flight, String file) {
    return flight + "\n" + file;
  }

  /** Of equal ones the first in the order of the words, as in {@link #refusal}. */
  private static FrameReceipt best(List<FrameReceipt> ofFile) {
    return Collections.min(
        ofFile, Comparator.comparingInt(MosaicReceipts::rank).thenComparing(FrameReceipt::detail));
  }

  private static int rank(FrameReceipt receipt) {
    return switch (receipt.status()) {
      case PROCESSED -> 0;
      case UNLOCATED -> 1;
      case REFUSED -> 2;
    };
  }

  /** The first in the order of the words, so that it does not depend on who was faster. */
  private static String refusal(List<FrameReceipt> ofFile) {
    return ofFile.stream()
        .filter(receipt -> receipt.status() == Status.REFUSED)
        .map(FrameReceipt::detail)
        .sorted()
        .findFirst()
        .orElse("");
  }
}
