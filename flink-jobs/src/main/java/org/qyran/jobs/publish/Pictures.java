package org.qyran.jobs.publish;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.qyran.detection.chip.ChipMaker;
import org.qyran.detection.chip.ChipMaker.Drawing;
import org.qyran.detection.chip.ChipMaker.Wish;
import org.qyran.geo.mappage.Quicklook;
import org.qyran.jobs.io.FolderTree;
import org.qyran.jobs.report.Progress;
import org.qyran.model.Footprint;
import org.qyran.model.Frame;

/**
 * Draws the chips into their folder and the small pictures of the map page, opening each frame
 * once.
 *
 * <p>The page holds its pictures in itself, so there is a most of them: beyond it the chips are in
 * the folder only, and frames evenly over the survey are shown.
 */
final class Pictures {

  private static final int MOST_QUICKLOOKS = 120;
  private static final int MOST_CHIPS_IN_PAGE = 400;
  private static final int QUICKLOOK_PIXELS = 480;

  private final Path out;
  private final ChipMaker maker;
  private final SortedMap<String, byte[]> chips = new TreeMap<>();
  private final List<Quicklook> quicklooks = new ArrayList<>();

  Pictures(Path out, ChipMaker maker) {
    this.out = out;
    this.maker = maker;
  }

  /** The chips for the page, by path. */
  SortedMap<String, byte[]> chips() {
    return chips;
  }

  /** The small pictures for the page, by file. */
  List<Quicklook> quicklooks() {
    return quicklooks;
  }

  /** Draws everything; the folder of chips is replaced as a whole. */
  void draw(SurveyRecords survey, ChipPlan plan, Progress progress) throws IOException {
    Path beside = out.resolve(".chips.part");
    FolderTree.delete(beside);
    Files.createDirectories(beside);
    Map<String, Footprint> shown = shown(survey.result().footprints());
    Set<String> inPage =
        survey.result().targets().stream()
            .flatMap(target -> plan.byTarget().getOrDefault(target.id(), List.of()).stream())
            .limit(MOST_CHIPS_IN_PAGE)
            .collect(Collectors.toSet());
    Set<String> frames = new TreeSet<>(plan.byFrame().keySet());
    frames.addAll(shown.keySet());
    int done = 0;
    for (String id : frames) {
      Frame frame = survey.frames().get(id);
      if (frame == null) {
        throw new IllegalStateException("frame " + id + " was placed but not left in the spool");
      }
      draw(frame, plan.byFrame().getOrDefault(id, List.of()), shown.get(id), inPage, beside);
      progress.at("pictures drawn", ++done, frames.size());
    }
    quicklooks.sort(Comparator.comparing(Quicklook::file));
    FolderTree.delete(out.resolve("chips"));
    Files.move(beside, out.resolve("chips"));
  }

  private void draw(
      Frame frame,
      List<ChipPlan.Chip> wanted,
      @Nullable Footprint ground,
      Set<String> inPage,
      Path folder)
      throws IOException {
    List<Wish> wishes =
        wanted.stream()
            .map(
                chip -> new Wish(chip.look().outline(), chip.look().groundSamplingDistanceMeters()))
            .toList();
    Drawing drawing = maker.draw(frame, wishes, QUICKLOOK_PIXELS);
    for (int i = 0; i < wanted.size(); i++) {
      String path = wanted.get(i).path();
      byte[] jpeg = drawing.chips().get(i);
      Files.write(folder.resolve(path.substring("chips/".length())), jpeg);
      if (inPage.contains(path)) {
        chips.put(path, jpeg);
      }
    }
    if (ground != null) {
      quicklooks.add(new Quicklook(ground.file(), ground.corners(), drawing.whole()));
    }
  }

  /** Evenly over the survey; a frame without all of its corners cannot be laid on the map. */
  private static Map<String, Footprint> shown(List<Footprint> footprints) {
    List<Footprint> whole =
        footprints.stream().filter(footprint -> !footprint.corners().isEmpty()).toList();
    int step = Math.max(1, (whole.size() + MOST_QUICKLOOKS - 1) / MOST_QUICKLOOKS);
    Map<String, Footprint> shown = new TreeMap<>();
    for (int i = 0; i < whole.size(); i += step) {
      shown.put(whole.get(i).frameId(), whole.get(i));
    }
    return shown;
  }
}
