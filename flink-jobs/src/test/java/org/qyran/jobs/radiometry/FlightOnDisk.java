package org.qyran.jobs.radiometry;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.qyran.detection.image.ImageOpener;
import org.qyran.detection.image.PreparedImage;
import org.qyran.detection.image.WorkingScale;
import org.qyran.ingest.frame.FrameAssembler;
import org.qyran.ingest.metadata.MetadataReader;
import org.qyran.ingest.metadata.ReadSettings;
import org.qyran.ingest.upload.UploadDesk;
import org.qyran.model.Capture;
import org.qyran.model.Frame;

/** Takes the pictures of a folder the way of a run, as far as prepared pictures. */
final class FlightOnDisk {

  private FlightOnDisk() {}

  static List<Frame> frames(Path folder, ReadSettings settings) throws Exception {
    UploadDesk desk = new UploadDesk("flight", folder);
    MetadataReader reader = new MetadataReader(settings);
    List<Capture> captures = new ArrayList<>();
    for (Path file : desk.list()) {
      desk.receive(file)
          .find()
          .filter(received -> received.kind().isPicture())
          .flatMap(received -> reader.read(received, "flight").find())
          .ifPresent(captures::add);
    }
    return new FrameAssembler().pair(captures, List.of()).frames();
  }

  static PreparedImage open(Frame frame) {
    return new ImageOpener(500_000_000, 2_048)
        .open(frame, new WorkingScale(1, 0.08, true))
        .find()
        .orElseThrow();
  }
}
