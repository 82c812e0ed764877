package org.qyran.detection;

import java.util.List;
import org.qyran.model.Detection;
import org.qyran.model.NotSearched;
import org.qyran.model.Search;
import org.qyran.model.SeenArea;

/**
 * What a look at a piece of a mosaic gave.
 *
 * @param detections best first; without those that a neighbouring window shows whole and will tell
 * @param seen the parts of the window, in its pixels, that are not cut out of the mosaic
 * @param search what was looked for in them
 * @param notSearched the detectors that could make nothing of it
 */
public record WindowInspection(
    List<Detection> detections, List<SeenArea> seen, Search search, List<NotSearched> notSearched) {

  public WindowInspection {
    detections = List.copyOf(detections);
    seen = List.copyOf(seen);
    notSearched = List.copyOf(notSearched);
  }
}
