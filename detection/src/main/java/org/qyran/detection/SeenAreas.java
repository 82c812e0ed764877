package org.qyran.detection;

import java.util.ArrayList;
import java.util.List;
import org.qyran.detection.image.PreparedImage;
import org.qyran.detection.plane.Blob;
import org.qyran.detection.plane.Mask;
import org.qyran.detection.plane.Window;
import org.qyran.model.MosaicWindow;
import org.qyran.model.PixelOutline;
import org.qyran.model.PixelPoint;
import org.qyran.model.SeenArea;

/** Draws the outlines of what was seen of a picture. */
final class SeenAreas {

  /** Coarser than this, on the working grid, no outline is drawn. */
  private static final double TOLERANCE_PIXELS = 1.5;

  private static final double LEAST_SEEN_SQUARE_METERS = 1;
  private static final double LEAST_HOLE_SQUARE_METERS = 4;

  private SeenAreas() {}

  /** In pixels of the window. */
  static List<SeenArea> of(PreparedImage image, MosaicWindow window) {
    Window whole = image.whole();
    Mask seen = image.seen(whole);
    int count = seen.count();
    if (count == 0) {
      return List.of();
    }
    if (count == whole.width() * whole.height()) {
      return List.of(new SeenArea(all(window), List.of()));
    }
    List<Blob> unseen =
        inverse(seen).blobs().stream()
            .filter(blob -> image.squareMeters(blob.areaPixels()) >= LEAST_HOLE_SQUARE_METERS)
            .toList();
    List<SeenArea> areas = new ArrayList<>();
    for (Blob blob : seen.blobs()) {
      if (image.squareMeters(blob.areaPixels()) >= LEAST_SEEN_SQUARE_METERS) {
        areas.add(
            new SeenArea(
                image.inFrame(blob.outline(TOLERANCE_PIXELS)),
                unseen.stream()
                    .filter(hole -> meet(hole.bounds(), blob.bounds()))
                    .map(hole -> image.inFrame(hole.outline(TOLERANCE_PIXELS)))
                    .toList()));
      }
    }
    return areas;
  }

  private static PixelOutline all(MosaicWindow window) {
    double width = window.widthPixels();
    double height = window.heightPixels();
    return new PixelOutline(
        List.of(
            new PixelPoint(0, 0),
            new PixelPoint(width, 0),
            new PixelPoint(width, height),
            new PixelPoint(0, height)));
  }

  private static Mask inverse(Mask mask) {
    byte[] marks = new byte[mask.marks().length];
    for (int at = 0; at < marks.length; at++) {
      marks[at] = (byte) (1 - mask.marks()[at]);
    }
    return new Mask(mask.width(), mask.height(), marks);
  }

  private static boolean meet(Window one, Window other) {
    return one.x() < other.right()
        && other.x() < one.right()
        && one.y() < other.bottom()
        && other.y() < one.bottom();
  }
}
