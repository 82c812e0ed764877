package org.qyran.ingest.upload;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.qyran.model.FrameIssue;
import org.qyran.model.ImageRef;
import org.qyran.model.IssueCode;
import org.qyran.model.Outcome;

/**
 * Receives the files of one flight, and gives each a receipt: accepted under its hash, or refused
 * and why.
 *
 * <p>Assumes that the files rest and do not change while the run goes on. Each file is read once
 * from front to end, for its hash and, if it is a JPEG, for its structure; of a TIFF the
 * directories are then looked up. Memory stays below a megabyte whatever the file.
 *
 * <p>A damaged pixel inside a complete structure is not noticed here but where pixels are decoded.
 *
 * <p>Remembers the hashes it has seen; not for sharing between threads.
 */
public final class UploadDesk {

  private static final int BUFFER_BYTES = 1 << 17;

  private final String flight;
  private final Path root;
  private final Map<String, String> seen;
  private final UploadLimits limits;

  /** A desk that has seen nothing. */
  public UploadDesk(String flight, Path root) {
    this(flight, root, new HashMap<>());
  }

  /**
   * A desk that shares its memory with others of the same run.
   *
   * @param flight the flight the files belong to
   * @param root the folder that was handed in, or the single file
   * @param seen hashes met so far, and the file each was met as; grows
   */
  public UploadDesk(String flight, Path root, Map<String, String> seen) {
    this(flight, root, seen, UploadLimits.defaults());
  }

  public UploadDesk(String flight, Path root, Map<String, String> seen, UploadLimits limits) {
    this.flight = flight;
    this.root = root.toAbsolutePath().normalize();
    this.seen = seen;
    this.limits = limits;
  }

  /** Every file below this desk's root. */
  public List<Path> list() {
    return list(root);
  }

  /**
   * Every file below a folder, sorted by its name within the folder; or the file itself. Links are
   * listed but not followed: {@link #receive} says what is wrong with one that leads elsewhere.
   *
   * @throws UncheckedIOException when the folder is not there or cannot be listed
   */
  public static List<Path> list(Path root) {
    Path start = root.toAbsolutePath().normalize();
    if (!Files.exists(start)) {
      throw new UncheckedIOException(
          new NoSuchFileException(start.toString(), null, "there is no such file or folder"));
    }
    if (!Files.isDirectory(start)) {
      return List.of(start);
    }
    try (Stream<Path> paths = Files.walk(start.toRealPath())) {
      Path real = start.toRealPath();
      return paths
          .filter(path -> !Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS))
          .map(path -> start.resolve(real.relativize(path)))
          .sorted(Comparator.comparing(path -> nameWithin(start, path)))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot list the folder " + start, e);
    }
  }

  /**
   * Receives one file.
   *
   * @return the file under its hash; or {@link IssueCode#UNREADABLE} when it is empty, cut short or
   *     cannot be read, {@link IssueCode#UNSUPPORTED_FORMAT} when it is neither picture nor flight
   *     log, {@link IssueCode#DUPLICATE} when its bytes were received before
   */
  public Outcome<ReceivedFile> receive(Path file) {
    String name = nameWithin(root, file.toAbsolutePath().normalize());
    Optional<String> astray = astray(file);
    if (astray.isPresent()) {
      return refused(IssueCode.UNREADABLE, name, "", astray.get());
    }
    try (InputStream bytes = Files.newInputStream(file)) {
      return judge(file, name, Reading.of(bytes));
    } catch (AccessDeniedException e) {
      return refused(
          IssueCode.UNREADABLE, name, "", "The file may not be read; grant the right to read it.");
    } catch (IOException e) {
      return refused(
          IssueCode.UNREADABLE,
          name,
          "",
          "Reading the file failed (%s); copy it again from the card.".formatted(e.getMessage()));
    }
  }

  /** What one reading of all bytes tells. */
  private record Reading(String sha256, long sizeBytes, FirstBytes first, JpegStream jpeg) {

    static Reading of(InputStream bytes) throws IOException {
      MessageDigest digest = newDigest();
      JpegStream jpeg = new JpegStream();
      byte[] buffer = new byte[BUFFER_BYTES];
      int count = bytes.readNBytes(buffer, 0, BUFFER_BYTES);
      FirstBytes first = new FirstBytes(buffer, count);
      boolean followed = first.findKind("").filter(Kind.PICTURE_JPEG::equals).isPresent();
      long sizeBytes = 0;
      while (count > 0) {
        digest.update(buffer, 0, count);
        if (followed) {
          jpeg.accept(buffer, count);
        }
        sizeBytes += count;
        count = bytes.readNBytes(buffer, 0, BUFFER_BYTES);
      }
      return new Reading(HexFormat.of().formatHex(digest.digest()), sizeBytes, first, jpeg);
    }

    private static MessageDigest newDigest() {
      try {
        return MessageDigest.getInstance("SHA-256");
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException("every Java has SHA-256, this one has not", e);
      }
    }
  }

  private Outcome<ReceivedFile> judge(Path file, String name, Reading reading) throws IOException {
    if (reading.sizeBytes() == 0) {
      return refused(
          IssueCode.UNREADABLE,
          name,
          reading.sha256(),
          "The file is empty; copy it again from the card.");
    }
    Optional<Kind> kind = reading.first().findKind(name);
    if (kind.isEmpty()) {
      return refused(
          IssueCode.UNSUPPORTED_FORMAT,
          name,
          reading.sha256(),
          "By its bytes this is %s; hand in JPEG or TIFF pictures as the camera wrote them, ULog, ArduPilot or CSV logs."
              .formatted(reading.first().stranger(name)));
    }
    TiffLayout.Finding tiff = tiff(file, kind.get());
    Kind found = tiff.onMap() ? Kind.MOSAIC : kind.get();
    long most = found == Kind.MOSAIC ? limits.mosaicBytes() : limits.pictureBytes();
    if ((found.isPicture() || found == Kind.MOSAIC) && reading.sizeBytes() > most) {
      return refused(
          IssueCode.UNSUPPORTED_FORMAT,
          name,
          reading.sha256(),
          "The picture has %d bytes and at most %d are read; hand it in as tiles."
              .formatted(reading.sizeBytes(), most));
    }
    String complaint =
        kind.get() == Kind.PICTURE_JPEG ? complaint(reading.jpeg()) : tiff.complaint();
    if (!complaint.isEmpty()) {
      return refused(
          IssueCode.UNREADABLE,
          name,
          reading.sha256(),
          "The picture cannot be used because %s; copy it again from the card."
              .formatted(complaint));
    }
    String first = seen.putIfAbsent(reading.sha256(), name);
    if (first != null) {
      return refused(
          IssueCode.DUPLICATE,
          name,
          reading.sha256(),
          "The file has the same bytes as %s, which was used; nothing needs to be done."
              .formatted(first));
    }
    String uri = file.toAbsolutePath().normalize().toUri().toString();
    return Outcome.found(
        new ReceivedFile(new ImageRef(uri, reading.sha256(), name, reading.sizeBytes()), found));
  }

  private TiffLayout.Finding tiff(Path file, Kind kind) throws IOException {
    if (kind != Kind.PICTURE_TIFF) {
      return new TiffLayout.Finding("", false);
    }
    try (SeekableByteChannel channel = Files.newByteChannel(file)) {
      return TiffLayout.of(channel, limits);
    }
  }

  private String complaint(JpegStream jpeg) {
    if (!jpeg.isComplete()) {
      return jpeg.complaint();
    }
    return jpeg.headerBytes() > limits.metadataBytes()
        ? "its metadata has more than %d bytes".formatted(limits.metadataBytes())
        : "";
  }

  /** What is wrong with the path itself, before a byte is read. */
  private Optional<String> astray(Path file) {
    try {
      Path real = file.toRealPath();
      if (!Files.isRegularFile(real)) {
        return Optional.of("This is a link to a folder or a device; hand in the folder itself.");
      }
      return real.startsWith(root.toRealPath())
          ? Optional.empty()
          : Optional.of(
              "This is a link to a file outside the folder; copy the file here, or hand in its own folder.");
    } catch (NoSuchFileException e) {
      return Optional.of("There is no such file, or a link that leads nowhere; copy it again.");
    } catch (IOException e) {
      return Optional.of(
          "The file cannot be reached (%s); copy it again from the card."
              .formatted(e.getMessage()));
    }
  }

  private Outcome<ReceivedFile> refused(IssueCode code, String name, String sha256, String detail) {
    return Outcome.rejected(new FrameIssue(code, flight, name, sha256, detail));
  }

  /** The name within the folder that was handed in, with {@code /} on every system. */
  private static String nameWithin(Path root, Path file) {
    Path relative = file.startsWith(root) && !file.equals(root) ? root.relativize(file) : file;
    if (relative.isAbsolute()) {
      Path last = file.getFileName();
      return last == null ? file.toString() : last.toString();
    }
    return relative.toString().replace(relative.getFileSystem().getSeparator(), "/");
  }
}
