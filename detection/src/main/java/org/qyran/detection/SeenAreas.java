package org.qyran.detection;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
      return List.of(
          new SeenArea(
              PixelOutline.rectangle(0, 0, window.widthPixels(), window.heightPixels()),
              List.of()));
    }
    List<SeenArea> areas = new ArrayList<>();
    for (Mask.Area area : seen.areas()) {
      if (image.squareMeters(area.outer().areaPixels()) >= LEAST_SEEN_SQUARE_METERS) {
        List<PixelOutline> holes =
            area.holes().stream()
                .filter(hole -> image.squareMeters(hole.areaPixels()) >= LEAST_HOLE_SQUARE_METERS)
                .flatMap(hole -> rim(image, hole).stream())
                .toList();
        rim(image, area.outer()).ifPresent(rim -> areas.add(new SeenArea(rim, holes)));
      }
    }
    return areas;
  }

  /** Through the outermost pixels, not around them; corners are cut by the tolerance at most. */
  private static Optional<PixelOutline> rim(PreparedImage image, Blob blob) {
    List<PixelPoint> rim = blob.rim(TOLERANCE_PIXELS);
    return rim.isEmpty() ? Optional.empty() : Optional.of(image.inFrame(rim));
  }
}
