package org.qyran.ingest.telemetry.klv;

import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;

/**
 * Reads the sets of a metadata file or of a video, front to back, in bounded memory. Damage never
 * stops it. Stateless; threads may share it.
 */
public final class KlvFile {

  private static final int CHUNK_BYTES = 16 * 1024;

  private KlvFile() {}

  /**
   * Reads a file of bare sets, one after the other.
   *
   * @param reports is told each set that could be read
   */
  public static KlvAccount read(InputStream in, Consumer<MisbReport> reports) throws IOException {
    KlvScanner scanner = new KlvScanner(reports);
    byte[] chunk = new byte[CHUNK_BYTES];
    for (int count = in.read(chunk); count > 0; count = in.read(chunk)) {
      scanner.accept(chunk, 0, count);
    }
    scanner.finish();
    return scanner.account(true);
  }

  /**
   * Reads the sets that an MPEG transport stream carries.
   *
   * @param reports is told each set that could be read
   */
  public static KlvAccount readVideo(InputStream in, Consumer<MisbReport> reports)
      throws IOException {
    KlvScanner scanner = new KlvScanner(reports);
    boolean metadata = TransportStream.read(in, scanner);
    scanner.finish();
    return scanner.account(metadata);
  }
}
