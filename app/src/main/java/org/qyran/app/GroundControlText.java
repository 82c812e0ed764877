package org.qyran.app;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.qyran.geo.control.ControlObservation;
import org.qyran.geo.control.GroundControl;
import org.qyran.geo.control.GroundControlFile;
import org.qyran.model.FrameIssue;
import org.qyran.model.ImageRef;
import org.qyran.model.IssueCode;
import org.qyran.model.Outcome;

/** What was understood of a list of ground control points, for a person. */
final class GroundControlText {

  private GroundControlText() {}

  static Outcome<List<String>> of(ImageRef file, String flight) {
    try {
      GroundControl control = GroundControlFile.read(Path.of(URI.create(file.uri())));
      List<ControlObservation> seen = control.observations();
      return Outcome.found(
          List.of(
              "file: %s (ground control)".formatted(file.file()),
              "coordinates: %s".formatted(control.system()),
              "points: %d, seen %d times in %d pictures"
                  .formatted(
                      seen.stream().map(ControlObservation::point).distinct().count(),
                      seen.size(),
                      seen.stream().map(ControlObservation::image).distinct().count())));
    } catch (IOException e) {
      return Outcome.rejected(
          FrameIssue.of(
              IssueCode.UNSUPPORTED_FORMAT, flight, file, String.valueOf(e.getMessage())));
    }
  }
}
