package org.qyran.ingest.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.qyran.model.IssueCode.DUPLICATE;
import static org.qyran.model.IssueCode.UNREADABLE;
import static org.qyran.model.IssueCode.UNSUPPORTED_FORMAT;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.qyran.ingest.telemetry.LogFormat;
import org.qyran.model.Attitude;
import org.qyran.model.FrameIssue;
import org.qyran.model.GeoPoint;
import org.qyran.model.ImageRef;
import org.qyran.model.IssueCode;
import org.qyran.sampledata.camera.DjiPicture;

class UploadDeskTest {

  @TempDir private Path folder;

  private UploadDesk desk;

  @BeforeEach
  void openDesk() {
    desk = new UploadDesk("flight-7", folder);
  }

  @Test
  void aWholePictureIsAcceptedUnderItsHashAndItsNameWithinTheFolder() throws IOException {
    byte[] bytes = jpeg();
    Path file = write("card/DCIM/DJI_0001.JPG", bytes);

    ReceivedFile received = accepted(file);

    assertThat(received.kind()).isEqualTo(Kind.PICTURE_JPEG);
    assertThat(received.image().file()).isEqualTo("card/DCIM/DJI_0001.JPG");
    assertThat(received.image().uri()).isEqualTo(file.toUri().toString());
    assertThat(received.image().sizeBytes()).isEqualTo(bytes.length);
  }

  @Test
  void theHashIsTheSha256OfTheBytes() throws IOException {
    Path file = write("abc.txt", "abc".getBytes(StandardCharsets.US_ASCII));

    FrameIssue issue = refusal(file, UNSUPPORTED_FORMAT);

    // FIPS 180-2, appendix B.1: the digest of "abc".
    assertThat(issue.sha256())
        .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  }

  @Test
  void anEmptyFileIsUnreadableAndHasTheHashOfNothing() throws IOException {
    Path file = write("IMG_0001.JPG");

    FrameIssue issue = refusal(file, UNREADABLE);

    // printf '' | sha256sum
    assertThat(issue.sha256())
        .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    assertThat(issue.detail()).contains("empty");
    assertThat(issue.flight()).isEqualTo("flight-7");
  }

  @Test
  void aJpegIsUnreadableWhereverItWasCutShort() throws IOException {
    byte[] bytes = jpeg();
    Random random = new Random(20261124);
    for (int trial = 0; trial < 300; trial++) {
      int kept =
          trial < 20
              ? 3 + trial
              : trial < 40 ? bytes.length - (trial - 19) : 3 + random.nextInt(bytes.length - 3);
      Path file = write("cut.jpg", Arrays.copyOf(bytes, kept));

      assertThat(desk.receive(file).findIssue())
          .as("trial %d: the first %d of %d bytes", trial, kept, bytes.length)
          .hasValueSatisfying(issue -> assertThat(issue.code()).isEqualTo(UNREADABLE));
    }
  }

  @Test
  void twoBytesOfAJpegAreTooFewToTellWhatItWas() throws IOException {
    Path file = write("cut.jpg", (byte) 0xFF, (byte) 0xD8);

    refusal(file, UNSUPPORTED_FORMAT);
  }

  @Test
  void aThumbnailWithinTheHeaderDoesNotPassForTheEndOfThePicture() throws IOException {
    byte[] thumbnail = jpeg();
    byte[] whole = PictureFile.jpegWithExif(thumbnail, new byte[0]);
    Path file = write("cut.jpg", Arrays.copyOf(whole, thumbnail.length + 20));

    FrameIssue issue = refusal(file, UNREADABLE);

    assertThat(issue.detail()).contains("breaks off before its pixels");
  }

  @Test
  void whatFollowsTheEndOfAPictureIsNotLookedAt() throws IOException {
    byte[] bytes = Arrays.copyOf(jpeg(), 60_000);
    new Random(5).nextBytes(bytes);
    byte[] picture = jpeg();
    System.arraycopy(picture, 0, bytes, 0, picture.length);

    assertThat(accepted(write("thermal.jpg", bytes)).kind()).isEqualTo(Kind.PICTURE_JPEG);
  }

  @Test
  void aDamagedSegmentIsToldApartFromACut() throws IOException {
    byte[] bytes = jpeg();
    bytes[3] = 0; // 0xFF 0x00 is a pixel, and none may come yet

    assertThat(refusal(write("a.jpg", bytes), UNREADABLE).detail()).contains("damaged");
  }

  @Test
  void textNamedLikeAPictureIsUnsupported() throws IOException {
    Path file = write("IMG_0001.JPG", "these are my notes\n".getBytes(StandardCharsets.UTF_8));

    assertThat(refusal(file, UNSUPPORTED_FORMAT).detail()).contains("a text file");
  }

  @ParameterizedTest(name = "{1} begins with {0}")
  @CsvSource({
    "89504E470D0A1A0A, a PNG picture",
    "474946383961, a GIF picture",
    "424D36000000, a BMP picture",
    "4C4153460000, a point cloud",
    "504B03040A00, a ZIP archive",
    "1F8B08000000, a gzip archive",
    "255044462D31, a PDF document",
    "53514C69746520666F726D61742033, a database",
    "00000018667479706865696300000000, a video or HEIF file",
    "0001020304, an unknown format",
  })
  void aStrangerIsNamedByItsBytesWhateverItsName(String hexadecimal, String words)
      throws IOException {
    Path file = write("DJI_0001.JPG", HexFormat.of().parseHex(hexadecimal));

    assertThat(refusal(file, UNSUPPORTED_FORMAT).detail()).contains(words);
  }

  @Test
  void logsAreKnownByTheirBytesAndTablesByTheirColumns() throws IOException {
    Path ulog = write("a.txt", HexFormat.of().parseHex("554C6F6701123501"));
    Path ardupilot = write("b.txt", HexFormat.of().parseHex("A395808059"));
    Path metadata = write("d.txt", HexFormat.of().parseHex("060E2B34020B0101"));
    byte[] packets = new byte[3 * 188];
    packets[0] = 0x47;
    packets[188] = 0x47;
    packets[376] = 0x47;
    Path video = write("e.jpg", packets);
    Path table =
        write(
            "c.CSV",
            "\uFEFF# made by hand\n\n\"Time\", Longitude,LATITUDE\n"
                .getBytes(StandardCharsets.UTF_8));

    assertThat(accepted(ulog).kind().logFormat()).isEqualTo(LogFormat.ULOG);
    assertThat(accepted(ardupilot).kind().logFormat()).isEqualTo(LogFormat.ARDUPILOT);
    assertThat(accepted(metadata).kind().logFormat()).isEqualTo(LogFormat.KLV);
    assertThat(accepted(video).kind().logFormat()).isEqualTo(LogFormat.TRANSPORT_STREAM);
    assertThat(accepted(table).kind().logFormat()).isEqualTo(LogFormat.CSV);
  }

  @Test
  void aTableWithoutPositionsIsUnsupportedAndToldWhichColumnsItLacks() throws IOException {
    Path file = write("list.csv", "time,name\n1,a\n".getBytes(StandardCharsets.UTF_8));

    assertThat(refusal(file, UNSUPPORTED_FORMAT).detail())
        .contains("a table without the columns time, latitude and longitude");
  }

  @Test
  void theSameBytesTwiceAreADuplicateOfTheFirstName() throws IOException {
    Path first = write("a/DJI_0001.JPG", jpeg());
    Path second = write("b/renamed.tif", jpeg());

    accepted(first);

    assertThat(refusal(second, DUPLICATE).detail()).contains("a/DJI_0001.JPG");
  }

  @Test
  void desksThatShareTheirMemoryKnowEachOthersFiles() throws IOException {
    Map<String, String> seen = new HashMap<>();
    Path first = write("one/a.jpg", jpeg());
    Path second = write("two/b.jpg", jpeg());

    new UploadDesk("one", folder.resolve("one"), seen).receive(first);

    assertThat(new UploadDesk("two", folder.resolve("two"), seen).receive(second).findIssue())
        .hasValueSatisfying(issue -> assertThat(issue.code()).isEqualTo(DUPLICATE));
  }

  @Test
  void aDamagedFileDoesNotMakeADuplicateOfItsCopy() throws IOException {
    byte[] cut = Arrays.copyOf(jpeg(), 400);

    refusal(write("a.jpg", cut), UNREADABLE);

    refusal(write("b.jpg", cut), UNREADABLE);
  }

  @Test
  void aLinkOutOfTheFolderIsRefusedAndOneWithinItIsNot() throws IOException {
    Path inside = folder.resolve("inside");
    Files.createDirectory(inside);
    Path secret = write("secret.jpg", jpeg());
    Path picture = write("inside/a.jpg", jpeg(7));
    Path out = Files.createSymbolicLink(inside.resolve("out.jpg"), secret);
    Path within = Files.createSymbolicLink(inside.resolve("within.jpg"), picture);
    desk = new UploadDesk("flight-7", inside);

    FrameIssue issue = refusal(out, UNREADABLE);

    assertThat(issue.detail()).contains("outside the folder");
    assertThat(issue.sha256()).as("nothing of the other file is told").isEmpty();
    assertThat(accepted(within).image().file()).isEqualTo("within.jpg");
  }

  @Test
  void aLinkToNowhereInACircleOrToAFolderIsRefused() throws IOException {
    Files.createDirectory(folder.resolve("sub"));
    Path nowhere = Files.createSymbolicLink(folder.resolve("nowhere.jpg"), folder.resolve("gone"));
    Path circle = Files.createSymbolicLink(folder.resolve("circle"), folder.resolve("circle"));
    Path directory = Files.createSymbolicLink(folder.resolve("link"), folder.resolve("sub"));

    refusal(nowhere, UNREADABLE);
    refusal(circle, UNREADABLE);

    assertThat(refusal(directory, UNREADABLE).detail()).contains("a link to a folder");
  }

  @Test
  void aFolderThatIsItselfALinkCanBeHandedIn() throws IOException {
    write("card/a.jpg", jpeg());
    Path link = Files.createSymbolicLink(folder.resolve("latest"), folder.resolve("card"));
    desk = new UploadDesk("flight-7", link);

    List<Path> files = desk.list();

    assertThat(files).containsExactly(link.resolve("a.jpg"));
    assertThat(accepted(files.get(0)).image().file()).isEqualTo("a.jpg");
  }

  @Test
  void filesAreListedByTheirNamesWithinTheFolderAndLinkedFoldersAreNotEntered() throws IOException {
    write("b.jpg", jpeg());
    write("B.jpg", jpeg());
    write("a/2.jpg", jpeg());
    write("a/10.jpg", jpeg());
    write("a-1.jpg", jpeg());
    Files.createDirectory(folder.resolve("empty"));
    Files.createSymbolicLink(folder.resolve("z"), folder.resolve("a"));

    assertThat(desk.list().stream().map(path -> folder.relativize(path).toString()))
        .containsExactly("B.jpg", "a-1.jpg", "a/10.jpg", "a/2.jpg", "b.jpg", "z");
  }

  @Test
  void aSingleFileIsListedAsItselfAndReceivedUnderItsOwnName() throws IOException {
    Path file = write("card/DJI_0001.JPG", jpeg());
    desk = new UploadDesk("flight-7", file);

    assertThat(desk.list()).containsExactly(file);
    assertThat(accepted(file).image().file()).isEqualTo("DJI_0001.JPG");
  }

  @Test
  void aFolderThatIsNotThereIsSaidSo() {
    assertThatThrownBy(() -> UploadDesk.list(folder.resolve("gone")))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("there is no such file or folder");
  }

  @Test
  void aPictureLargerThanTheLimitIsRefusedBeforeItIsLookedInto() throws IOException {
    desk =
        new UploadDesk("flight-7", folder, new HashMap<>(), new UploadLimits(100, 100, 1 << 20, 8));

    FrameIssue issue = refusal(write("a.jpg", jpeg()), UNSUPPORTED_FORMAT);

    assertThat(issue.detail()).contains("at most 100 are read");
  }

  @Test
  void metadataLargerThanTheLimitIsRefused() throws IOException {
    desk =
        new UploadDesk(
            "flight-7", folder, new HashMap<>(), new UploadLimits(1 << 20, 1 << 20, 500, 8));

    FrameIssue issue =
        refusal(write("a.jpg", PictureFile.jpegWithExif(new byte[600], new byte[0])), UNREADABLE);

    assertThat(issue.detail()).contains("more than 500 bytes");
  }

  @Test
  void aBrokenCopyIsToldWithTheHashThatALaterCopyCanBeComparedBy() throws IOException {
    FrameIssue issue = refusal(write("a.jpg", Arrays.copyOf(jpeg(), 300)), UNREADABLE);

    assertThat(issue.sha256()).matches("[0-9a-f]{64}");
    assertThat(issue.detail()).contains("copy it again");
  }

  private static byte[] jpeg() {
    return jpeg(1);
  }

  /** A real JPEG by another program's encoder, noise so that every byte value occurs. */
  private static byte[] jpeg(long seed) {
    BufferedImage picture = new BufferedImage(96, 64, BufferedImage.TYPE_INT_RGB);
    Random random = new Random(seed);
    for (int index = 0; index < 96 * 64; index++) {
      picture.setRGB(index % 96, index / 96, random.nextInt());
    }
    DjiPicture camera =
        new DjiPicture(
            OffsetDateTime.parse("2026-07-24T12:00:00+05:00"),
            new GeoPoint(43.3, 70.9),
            812.5,
            80,
            new Attitude(0, -90, 0),
            new Attitude(0, 0, 0));
    try {
      return camera.toBytes(picture);
    } catch (IOException e) {
      throw new UncheckedIOException("a picture of noise cannot be written", e);
    }
  }

  private Path write(String name, byte... bytes) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.resolveSibling("."));
    return Files.write(file, bytes);
  }

  private ReceivedFile accepted(Path file) {
    ReceivedFile received = desk.receive(file).find().orElseThrow();
    ImageRef image = received.image();
    assertThat(image.sha256()).matches("[0-9a-f]{64}");
    return received;
  }

  private FrameIssue refusal(Path file, IssueCode code) {
    FrameIssue issue = desk.receive(file).findIssue().orElseThrow();
    assertThat(issue.code()).as(issue.detail()).isEqualTo(code);
    return issue;
  }
}
