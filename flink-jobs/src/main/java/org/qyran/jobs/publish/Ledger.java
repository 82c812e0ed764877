package org.qyran.jobs.publish;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.qyran.jobs.io.InputFile;
import org.qyran.model.FrameReceipt;
import org.qyran.model.FrameReceipt.Status;
import org.qyran.model.IssueCode;

/**
 * The receipts of a run, counted.
 *
 * @param receipts one for each input file
 */
record Ledger(List<FrameReceipt> receipts) {

  Ledger {
    receipts = List.copyOf(receipts);
  }

  /**
   * In = out + refused, flight by flight.
   *
   * @throws IllegalStateException when a file was lost or counted twice: a fault of this program
   */
  void balance(List<InputFile> files) {
    Map<String, Long> handedIn =
        files.stream().collect(Collectors.groupingBy(InputFile::flight, Collectors.counting()));
    Map<String, Long> answered =
        receipts.stream()
            .collect(
                Collectors.groupingBy(
                    FrameReceipt::flight,
                    Collectors.mapping(FrameReceipt::file, Collectors.toSet())))
            .entrySet()
            .stream()
            .collect(
                Collectors.toMap(Map.Entry::getKey, flight -> (long) flight.getValue().size()));
    if (!handedIn.equals(answered) || receipts.size() != files.size()) {
      throw new IllegalStateException(
          "files were lost or counted twice: handed in %s, receipts %s in all %d; this is a fault of the program, please report it"
              .formatted(new TreeMap<>(handedIn), new TreeMap<>(answered), receipts.size()));
    }
  }

  long count(Status status) {
    return receipts.stream().filter(receipt -> receipt.status() == status).count();
  }

  SortedMap<String, Long> refused() {
    Function<FrameReceipt, String> reason =
        receipt -> {
          IssueCode code = receipt.reason();
          return code == null ? "" : code.name();
        };
    return receipts.stream()
        .filter(receipt -> receipt.status() == Status.REFUSED)
        .collect(Collectors.groupingBy(reason, TreeMap::new, Collectors.counting()));
  }
}
