package org.qyran.evaluation.set.mucad;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.locationtech.jts.geom.Geometry;
import org.qyran.detection.DetectionSettings;
import org.qyran.detection.find.Finding;
import org.qyran.detection.plane.Blob;
import org.qyran.detection.plane.Mask;
import org.qyran.detection.structure.StructureDetector;
import org.qyran.evaluation.set.outline.OutlineMatching;
import org.qyran.evaluation.set.outline.PixelPolygon;
import org.qyran.evaluation.set.result.Overlay;
import org.qyran.evaluation.set.result.Row;
import org.qyran.model.PixelOutline;

/**
 * What the structure detector reports of targets as things, not pixels: a thing is found when
 * outlines cover a quarter of it, and an outline that touches no thing is a false alarm.
 */
final class FoundObjects {

  private static final double COVERED = 0.25;

  /** Smaller specks of a mask are strays of the one who drew it. */
  private static final double LEAST_PIXELS = 10;

  private final Map<String, int[]> foundOf = new TreeMap<>();
  private int captures;
  private int findings;
  private int falseAlarms;

  /** Looks at a capture; answers what to draw. */
  List<Overlay.Shape> add(MucadCapture capture) {
    DetectionSettings settings = DetectionSettings.defaults();
    StructureDetector detector =
        new StructureDetector(
            settings.structureAtLeastSquareMeters(), settings.structureAtMostSquareMeters());
    List<PixelOutline> outlines =
        detector.find(ScoreMethod.fiveBands(capture)).stream().map(Finding::outline).toList();
    Geometry flagged = PixelPolygon.union(outlines.stream().map(PixelPolygon::of).toList());
    List<Overlay.Shape> shapes = new ArrayList<>();
    List<Geometry> things = new ArrayList<>();
    for (Map.Entry<String, Mask> target : capture.targets().entrySet()) {
      int[] tally = foundOf.computeIfAbsent(target.getKey(), name -> new int[2]);
      for (Blob blob : target.getValue().blobs()) {
        if (blob.areaPixels() >= LEAST_PIXELS) {
          PixelOutline outline = new PixelOutline(blob.outline(0.5));
          Geometry thing = PixelPolygon.of(outline);
          boolean found = OutlineMatching.shareWithin(thing, flagged) >= COVERED;
          tally[0] += found ? 1 : 0;
          tally[1]++;
          things.add(thing);
          shapes.add(new Overlay.Shape(found ? Overlay.Kind.FOUND : Overlay.Kind.MISSED, outline));
        }
      }
    }
    captures++;
    for (PixelOutline outline : outlines) {
      boolean right =
          things.stream()
              .anyMatch(thing -> OutlineMatching.shareWithin(PixelPolygon.of(outline), thing) > 0);
      findings++;
      falseAlarms += right ? 0 : 1;
      shapes.add(
          new Overlay.Shape(right ? Overlay.Kind.FINDING : Overlay.Kind.FALSE_ALARM, outline));
    }
    return shapes;
  }

  List<Row> rows() {
    List<Row> rows = new ArrayList<>();
    int found = 0;
    int all = 0;
    for (Map.Entry<String, int[]> tally : foundOf.entrySet()) {
      found += tally.getValue()[0];
      all += tally.getValue()[1];
      rows.add(row(tally.getKey(), tally.getValue()[0], tally.getValue()[1]));
    }
    rows.add(
        row("all", found, all)
            .with("findings", findings)
            .with("false_alarms", falseAlarms)
            .with("false_alarms_per_capture", (double) falseAlarms / captures, 2));
    return rows;
  }

  private static Row row(String target, int found, int all) {
    return Row.of("class", target)
        .with("things", all)
        .with("found", found)
        .with("recall", (double) found / all, 3);
  }
}
