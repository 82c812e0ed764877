package org.qyran.evaluation.set;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.qyran.evaluation.set.crowns.CrownsSet;
import org.qyran.evaluation.set.flight.FlightSet;
import org.qyran.evaluation.set.hemp.HempSet;
import org.qyran.evaluation.set.honesty.HonestySet;
import org.qyran.evaluation.set.kampala.KampalaSet;
import org.qyran.evaluation.set.mucad.MucadSet;
import org.qyran.evaluation.set.page.SetPage;
import org.qyran.evaluation.set.result.LabelledSet;
import org.qyran.evaluation.set.result.SetResult;
import org.qyran.evaluation.set.wire.EvaluationJson;
import org.qyran.geo.survey.WholeFile;

/**
 * Scores today's detectors on a real labelled set: the door of this room for {@code qyran evaluate
 * --set}.
 *
 * <p>Assumes a folder laid out like one of the sets it knows; the pictures may be others. The
 * detectors run with default settings. The same folder gives the same bytes, but for what a
 * flight's own run writes about its seconds.
 */
public final class SetEvaluation {

  private static final String HONESTY = "honesty";

  private SetEvaluation() {}

  /**
   * Scores a set and writes {@code evaluation.json}, {@code evaluation.html} and {@code scores/};
   * for a flight also the run itself, in {@code run/}.
   *
   * @param name {@code mucad}, {@code kampala}, {@code crowns}, {@code brighton}, {@code seneca} or
   *     {@code hemp}, or the name of the folder that the set usually lies in; not {@code honesty}
   * @param data the folder of this one set
   * @param out made if need be; files of the same name are replaced
   * @throws IllegalArgumentException when the name is no set's, or the output lies in the data
   * @throws IOException when the folder is not laid out so, in one sentence, or cannot be read
   */
  public static SetResult evaluate(String name, Path data, Path out) throws IOException {
    LabelledSet set = named(name);
    if (!Files.isDirectory(data)) {
      throw new IOException("the data folder " + data + " does not exist");
    }
    if (absolute(out).startsWith(absolute(data))) {
      throw new IllegalArgumentException(
          "the output folder %s lies inside the data %s; name another".formatted(out, data));
    }
    return evaluate(set, data, out);
  }

  /** Whether a set lies in a folder; the simulated one does not. */
  public static boolean needsData(String name) {
    return !name.equals(HONESTY);
  }

  /**
   * Scores a set that needs no data, {@code honesty}, and writes the two files.
   *
   * @throws IllegalArgumentException when the name is no such set's
   */
  public static SetResult evaluate(String name, Path out) throws IOException {
    if (needsData(name)) {
      throw new IllegalArgumentException("the set '%s' lies in a folder".formatted(name));
    }
    return evaluate(named(name), out, out);
  }

  private static SetResult evaluate(LabelledSet set, Path data, Path out) throws IOException {
    Files.createDirectories(out);
    SetResult result = set.evaluate(data, out);
    write(out.resolve("evaluation.json"), EvaluationJson.write(result));
    write(out.resolve("evaluation.html"), SetPage.render(result));
    return result;
  }

  private static LabelledSet named(String name) {
    LabelledSet set = sets().get(name);
    if (set == null) {
      throw new IllegalArgumentException(
          "there is no set '%s'; the sets are %s"
              .formatted(name, String.join(", ", sets().keySet())));
    }
    return set;
  }

  private static Map<String, LabelledSet> sets() {
    Map<String, LabelledSet> sets = new LinkedHashMap<>();
    add(sets, "mucad", "camouflage_mucad", new MucadSet());
    add(sets, "kampala", "buildings_kampala", new KampalaSet());
    add(sets, "crowns", "tree_crowns", new CrownsSet());
    add(sets, "brighton", "brighton_dji", new FlightSet("brighton"));
    add(sets, "seneca", "seneca_sensefly_nir", new FlightSet("seneca"));
    add(sets, "hemp", "hemp_mit", new HempSet());
    sets.put(HONESTY, new HonestySet());
    return sets;
  }

  private static void add(
      Map<String, LabelledSet> sets, String name, String folder, LabelledSet set) {
    sets.put(name, set);
    sets.put(folder, set);
  }

  private static Path absolute(Path path) {
    return path.toAbsolutePath().normalize();
  }

  private static void write(Path file, byte[] bytes) throws IOException {
    WholeFile.write(file, stream -> stream.write(bytes));
  }
}
