package org.qyran.app.locate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.qyran.geo.mosaic.MosaicReader;
import org.qyran.ingest.frame.FrameAssembler;
import org.qyran.ingest.frame.PairedFlight;
import org.qyran.ingest.metadata.MetadataReader;
import org.qyran.ingest.telemetry.TelemetryReader;
import org.qyran.ingest.upload.Kind;
import org.qyran.ingest.upload.ReceivedFile;
import org.qyran.ingest.upload.UploadDesk;
import org.qyran.model.Capture;
import org.qyran.model.Frame;
import org.qyran.model.FrameIssue;
import org.qyran.model.ImageRef;
import org.qyran.model.IssueCode;
import org.qyran.model.Mosaic;
import org.qyran.model.MosaicWindow;
import org.qyran.model.Outcome;
import org.qyran.model.RunWarning;
import org.qyran.model.Telemetry;

/**
 * Reads the pictures that were named, each once, and pairs them as a run does.
 *
 * <p>Pictures of one folder are one flight, so that what one of them says of the take-off level
 * holds for all, and the flight logs that lie in the folder complete their poses. Only pictures
 * that were named are read: a run over the whole folder may know more.
 *
 * <p>A picture that is one band of an exposure keeps its own lens: a pixel is one of the file that
 * was named.
 */
final class NamedPictures {

  /** What a log is called; whether it is one, its bytes say. */
  private static final Pattern MAY_BE_A_LOG =
      Pattern.compile(".*\\.(ulg|ulog|bin|log|csv)", Pattern.CASE_INSENSITIVE);

  private final MetadataReader pictures;
  private final MosaicReader mosaics;
  private final Consumer<RunWarning> warnings;

  /**
   * A reader.
   *
   * @param warnings told what a person should know about a flight
   */
  NamedPictures(MetadataReader pictures, MosaicReader mosaics, Consumer<RunWarning> warnings) {
    this.pictures = pictures;
    this.mosaics = mosaics;
    this.warnings = warnings;
  }

  /** The frame of every file, or why there is none. */
  Map<Path, Outcome<Frame>> read(Collection<Path> files) {
    SortedMap<Path, List<Path>> flights = new TreeMap<>();
    for (Path file : files) {
      flights.computeIfAbsent(folderOf(file), folder -> new ArrayList<>()).add(file);
    }
    Map<Path, Outcome<Frame>> frames = new HashMap<>();
    flights.forEach((folder, named) -> frames.putAll(readFlight(folder, named)));
    return frames;
  }

  private static Path folderOf(Path file) {
    Path folder = file.toAbsolutePath().normalize().getParent();
    return folder == null ? Path.of("/") : folder;
  }

  private Map<Path, Outcome<Frame>> readFlight(Path folder, List<Path> files) {
    String flight = folder.getFileName() == null ? "flight" : folder.getFileName().toString();
    Map<Path, Outcome<Capture>> read = new HashMap<>();
    for (Path file : files) {
      read.put(file, capture(flight, folder, file));
    }
    List<Capture> captures =
        read.values().stream().flatMap(capture -> capture.find().stream()).toList();
    List<Telemetry> telemetry = captures.isEmpty() ? List.of() : telemetry(flight, folder);
    PairedFlight paired = new FrameAssembler().pair(captures, telemetry);
    paired.warnings().forEach(warnings);
    Map<Path, Outcome<Frame>> frames = new HashMap<>();
    read.forEach((file, capture) -> frames.put(file, capture.then(own -> frame(paired, own))));
    return frames;
  }

  private Outcome<Capture> capture(String flight, Path folder, Path file) {
    if (!Files.exists(file)) {
      return refused(IssueCode.UNREADABLE, flight, file, "There is no such file.");
    }
    if (Files.isDirectory(file)) {
      return refused(IssueCode.UNREADABLE, flight, file, "This is a folder; name a picture in it.");
    }
    // A desk of its own: a picture that was copied is asked about as well as the first.
    return new UploadDesk(flight, folder)
        .receive(file)
        .then(received -> read(received, flight, file));
  }

  private Outcome<Capture> read(ReceivedFile received, String flight, Path file) {
    if (received.kind() == Kind.MOSAIC) {
      return mosaics.read(received.image(), flight);
    }
    return received.kind().isPicture()
        ? pictures.read(received, flight)
        : refused(IssueCode.UNSUPPORTED_FORMAT, flight, file, "This is no picture.");
  }

  private static Outcome<Frame> frame(PairedFlight paired, Capture own) {
    Mosaic mosaic = own.mosaic();
    return mosaic == null
        ? frame(paired, own.image())
        : frame(paired, own.image()).then(piece -> Outcome.found(whole(piece, own, mosaic)));
  }

  /** However an orthophoto is cut, a pixel is one of the file. */
  private static Frame whole(Frame piece, Capture own, Mosaic mosaic) {
    int width = mosaic.widthPixels();
    int height = mosaic.heightPixels();
    return piece
        .at(new MosaicWindow(mosaic, 0, 0, width, height, 0, 0, width, height))
        .with(own.bands());
  }

  /** The frame that the file is part of, with the bands of the file alone. */
  private static Outcome<Frame> frame(PairedFlight paired, ImageRef image) {
    for (Frame frame : paired.frames()) {
      if (frame.images().contains(image)) {
        return Outcome.found(frame.only(image));
      }
    }
    return Outcome.rejected(
        paired.issues().stream()
            .filter(issue -> issue.file().equals(image.file()))
            .findFirst()
            .orElseThrow(() -> new IllegalStateException(image.file() + " came out of no frame")));
  }

  private List<Telemetry> telemetry(String flight, Path folder) {
    TelemetryReader logs = new TelemetryReader();
    UploadDesk desk = new UploadDesk(flight, folder);
    List<Telemetry> reports = new ArrayList<>();
    for (Path file : logFiles(folder)) {
      ReceivedFile log = desk.receive(file).find().orElse(null);
      if (log != null && log.kind().isLog()) {
        logs.read(log.image(), log.kind().logFormat(), flight)
            .split(
                read -> {
                  reports.addAll(read.reports());
                  read.warnings().forEach(warnings);
                },
                issue ->
                    warnings.accept(
                        new RunWarning(
                            issue.code().name(), issue.detail(), List.of(issue.file()))));
      }
    }
    return reports;
  }

  private static List<Path> logFiles(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> MAY_BE_A_LOG.matcher(file.toString()).matches())
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot list the folder " + folder, e);
    }
  }

  private static <T> Outcome<T> refused(IssueCode code, String flight, Path file, String detail) {
    return Outcome.rejected(new FrameIssue(code, flight, file.toString(), "", detail));
  }
}
