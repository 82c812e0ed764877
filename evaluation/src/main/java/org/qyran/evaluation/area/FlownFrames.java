package org.qyran.evaluation.area;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.qyran.evaluation.table.CsvTable;
import org.qyran.evaluation.truth.TruePose;
import org.qyran.evaluation.truth.Truth;
import org.qyran.geo.axes.Place;
import org.qyran.ingest.frame.FrameAssembler;
import org.qyran.ingest.metadata.MetadataReader;
import org.qyran.ingest.metadata.ReadSettings;
import org.qyran.ingest.upload.UploadDesk;
import org.qyran.model.Attitude;
import org.qyran.model.CameraModel;
import org.qyran.model.Capture;
import org.qyran.model.Frame;
import org.qyran.model.GeoPoint;

/**
 * The frames of a run that have a place, each with its camera and two poses: as the run used it and
 * as it was. The bands of one exposure are one frame.
 */
final class FlownFrames {

  /** A frame. */
  record Flown(CameraModel camera, TruePose used, TruePose truth) {}

  private FlownFrames() {}

  /** In the order of file names; none where the pictures are not there or have no true pose. */
  static List<Flown> of(Truth truth, Path run) throws IOException {
    Map<String, TruePose> used = used(run.resolve("frames.csv"));
    Map<String, TruePose> real =
        truth.poses().stream().collect(Collectors.toMap(TruePose::file, pose -> pose, (a, b) -> a));
    List<Flown> flown = new ArrayList<>();
    for (Frame frame : frames(truth, real)) {
      String file = frame.image().file();
      TruePose pose = used.get(file);
      TruePose was = real.get(file);
      if (pose != null && was != null) {
        flown.add(new Flown(frame.camera(), pose, was));
      }
    }
    return flown;
  }

  private static Map<String, TruePose> used(Path file) throws IOException {
    Map<String, TruePose> used = new HashMap<>();
    for (CsvTable.Row row : CsvTable.read(file).rows()) {
      if (row.findText("status").orElse("").equals("processed")
          && row.findText("lat").isPresent()
          && row.findText("yaw_deg").isPresent()
          && row.findText("height_m").isPresent()) {
        used.put(
            row.text("file"),
            new TruePose(
                row.text("file"),
                new Place(
                    new GeoPoint(row.number("lat"), row.number("lon")), row.number("height_m")),
                new Attitude(
                    row.number("yaw_deg"), row.number("pitch_deg"), row.number("roll_deg"))));
      }
    }
    return used;
  }

  private static List<Frame> frames(Truth truth, Map<String, TruePose> real) {
    MetadataReader metadata = new MetadataReader(ReadSettings.defaults());
    List<Capture> captures = new ArrayList<>();
    for (Path flight : truth.facts().flight()) {
      UploadDesk desk = new UploadDesk("flight", flight);
      for (String file : real.keySet().stream().sorted().toList()) {
        Path path = flight.resolve(file);
        if (Files.isRegularFile(path)) {
          desk.receive(path)
              .then(received -> metadata.read(received, "flight"))
              .find()
              .ifPresent(captures::add);
        }
      }
    }
    return captures.isEmpty() ? List.of() : new FrameAssembler().pair(captures, List.of()).frames();
  }
}
