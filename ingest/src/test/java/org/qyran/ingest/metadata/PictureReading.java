package org.qyran.ingest.metadata;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.qyran.ingest.camera.CameraCatalog;
import org.qyran.ingest.upload.Kind;
import org.qyran.ingest.upload.ReceivedFile;
import org.qyran.ingest.upload.UploadDesk;
import org.qyran.model.Capture;
import org.qyran.model.ImageRef;
import org.qyran.model.Outcome;

/** Reads pictures as the run does, and hands bytes to the reader that no desk would let in. */
final class PictureReading {

  private static final CameraCatalog CAMERAS = CameraCatalog.bundled();
  private static final String NO_HASH = "0".repeat(64);

  private PictureReading() {}

  /** A file past the desk. */
  static Capture capture(Path file) {
    return capture(file, ReadSettings.defaults());
  }

  static Capture capture(Path file, ReadSettings settings) {
    return new UploadDesk("flight", file)
        .receive(file)
        .then(received -> new MetadataReader(settings).read(received, "flight"))
        .find()
        .orElseThrow();
  }

  /** A JPEG from memory; whatever it says. */
  static Capture jpeg(Path folder, byte[] bytes) {
    return jpeg(folder, bytes, ReadSettings.defaults());
  }

  static Capture jpeg(Path folder, byte[] bytes, ReadSettings settings) {
    return outcome(folder, bytes, Kind.PICTURE_JPEG, settings).find().orElseThrow();
  }

  static Capture tiff(Path folder, byte[] bytes) {
    return outcome(folder, bytes, Kind.PICTURE_TIFF, ReadSettings.defaults()).find().orElseThrow();
  }

  static Outcome<Capture> outcome(Path folder, byte[] bytes, Kind kind) {
    return outcome(folder, bytes, kind, ReadSettings.defaults());
  }

  private static Outcome<Capture> outcome(
      Path folder, byte[] bytes, Kind kind, ReadSettings settings) {
    try {
      return outcome(Files.write(folder.resolve("picture"), bytes), kind, settings);
    } catch (IOException e) {
      throw new IllegalStateException("a test cannot write its picture", e);
    }
  }

  /** A file that lies there, whatever it is. */
  static Outcome<Capture> outcome(Path file, Kind kind, ReadSettings settings) {
    ImageRef image = new ImageRef(file.toUri().toString(), NO_HASH, "picture", 1);
    return new MetadataReader(settings, CAMERAS).read(new ReceivedFile(image, kind), "flight");
  }
}
