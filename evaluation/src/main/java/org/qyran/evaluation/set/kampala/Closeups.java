package org.qyran.evaluation.set.kampala;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.util.AffineTransformation;
import org.qyran.evaluation.set.outline.OutlineMatching;
import org.qyran.evaluation.set.outline.PixelPolygon;
import org.qyran.evaluation.set.picture.Pictures;
import org.qyran.evaluation.set.result.Overlay;

/**
 * The worst cases of a mosaic: the largest roofs that were missed, and the largest false alarms.
 */
final class Closeups {

  private static final int SHOWN = 8;
  private static final double LOOSE = 0.25;
  private static final int MARGIN_PIXELS = 40;

  private Closeups() {}

  static List<Overlay> of(BufferedImage picture, MosaicScore score) {
    OutlineMatching matching = score.matched(LOOSE);
    List<Overlay> closeups = new ArrayList<>();
    largestLeft(score.roofs(), matching.truthsMatched())
        .forEach(roof -> closeups.add(closeup("missed roof", picture, roof, score, matching)));
    largestLeft(score.findings(), matching.findingsMatched())
        .forEach(
            finding -> closeups.add(closeup("false alarm", picture, finding, score, matching)));
    return closeups;
  }

  private static List<Geometry> largestLeft(List<Geometry> areas, Set<Integer> matched) {
    List<Geometry> left = new ArrayList<>();
    for (int i = 0; i < areas.size(); i++) {
      if (!matched.contains(i)) {
        left.add(areas.get(i));
      }
    }
    left.sort(Comparator.comparingDouble(Geometry::getArea).reversed());
    return left.subList(0, Math.min(SHOWN, left.size()));
  }

  private static Overlay closeup(
      String what,
      BufferedImage picture,
      Geometry centre,
      MosaicScore score,
      OutlineMatching matching) {
    Envelope bounds = centre.getEnvelopeInternal();
    int left = Math.max(0, (int) bounds.getMinX() - MARGIN_PIXELS);
    int top = Math.max(0, (int) bounds.getMinY() - MARGIN_PIXELS);
    int width = Math.min(picture.getWidth(), (int) bounds.getMaxX() + MARGIN_PIXELS) - left;
    int height = Math.min(picture.getHeight(), (int) bounds.getMaxY() + MARGIN_PIXELS) - top;
    Geometry window = PixelPolygon.box(left, top, left + width, top + height);
    AffineTransformation moved = AffineTransformation.translationInstance(-left, -top);
    List<Overlay.Shape> shapes = new ArrayList<>();
    for (int i = 0; i < score.roofs().size(); i++) {
      Overlay.Kind kind =
          matching.truthsMatched().contains(i) ? Overlay.Kind.FOUND : Overlay.Kind.MISSED;
      add(shapes, kind, moved.transform(score.roofs().get(i).intersection(window)));
    }
    for (int i = 0; i < score.findings().size(); i++) {
      Overlay.Kind kind =
          matching.findingsMatched().contains(i) ? Overlay.Kind.FINDING : Overlay.Kind.FALSE_ALARM;
      add(shapes, kind, moved.transform(score.findings().get(i).intersection(window)));
    }
    double meters = score.corner().groundMeters();
    return new Overlay(
        String.format(Locale.ROOT, "%s of %.0f m²", what, centre.getArea() * meters * meters),
        Pictures.jpeg(Pictures.cut(picture, left, top, width, height, 1)),
        width,
        height,
        shapes);
  }

  static void add(List<Overlay.Shape> shapes, Overlay.Kind kind, Geometry area) {
    PixelPolygon.outlines(area).forEach(outline -> shapes.add(new Overlay.Shape(kind, outline)));
  }
}
