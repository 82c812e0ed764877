package org.qyran.jobs.io;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;

/**
 * Writes each kind of record to a JSON-lines file of its own. Lines come in any order; whoever
 * reads them sorts. Runs as a single writer of a bounded job, in a folder of that run alone, so a
 * job that fails leaves nothing a later run could mistake for its own.
 */
public final class SpoolSink implements Sink<SpoolLine> {

  private static final long serialVersionUID = 1;

  private final String folder;

  public SpoolSink(Path folder) {
    this.folder = folder.toString();
  }

  @Override
  public SinkWriter<SpoolLine> createWriter(WriterInitContext context) throws IOException {
    return new Writer(Files.createDirectories(Path.of(folder)));
  }

  private static final class Writer implements SinkWriter<SpoolLine> {

    private final Path folder;
    private final Map<String, BufferedWriter> files = new TreeMap<>();

    Writer(Path folder) {
      this.folder = folder;
    }

    @Override
    public void write(SpoolLine line, Context context) throws IOException {
      BufferedWriter file = files.get(line.kind());
      if (file == null) {
        file = Files.newBufferedWriter(folder.resolve(line.kind() + ".jsonl"));
        files.put(line.kind(), file);
      }
      file.write(line.json());
      file.write('\n');
    }

    @Override
    public void flush(boolean endOfInput) throws IOException {
      for (BufferedWriter file : files.values()) {
        file.flush();
      }
    }

    @Override
    public void close() throws IOException {
      for (BufferedWriter file : files.values()) {
        file.close();
      }
    }
  }
}
