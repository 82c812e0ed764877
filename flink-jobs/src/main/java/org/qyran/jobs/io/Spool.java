package org.qyran.jobs.io;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.flink.api.common.functions.MapFunction;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.qyran.ingest.wire.RecordJson;

/** The folder in which a bounded job leaves its records for the publish room. */
public final class Spool {

  private final Path folder;

  public Spool(Path folder) {
    this.folder = folder;
  }

  /** A sink for everything this spool takes. */
  public SpoolSink sink() {
    return new SpoolSink(folder);
  }

  /** The records of a stream as lines for the sink. */
  public static <T extends Record> DataStream<SpoolLine> lines(
      DataStream<T> records, Class<T> type) {
    return records
        .map(new ToLine<>(type), TypeInformation.of(SpoolLine.class))
        .name("spool " + kind(type))
        .uid("spool-" + kind(type));
  }

  /** All records of one kind, in no order; empty when the job made none. */
  public <T extends Record> List<T> read(Class<T> type) throws IOException {
    Path file = folder.resolve(kind(type) + ".jsonl");
    List<T> records = new ArrayList<>();
    if (Files.exists(file)) {
      RecordJson<T> json = RecordJson.of(type);
      try (BufferedReader lines = Files.newBufferedReader(file)) {
        lines.lines().map(line -> parse(json, line)).forEach(records::add);
      } catch (UncheckedIOException e) {
        throw new IOException("cannot read " + file + ": " + e.getMessage(), e);
      }
    }
    return records;
  }

  private static <T extends Record> T parse(RecordJson<T> json, String line) {
    try {
      return json.read(line.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String kind(Class<?> type) {
    return type.getSimpleName().toLowerCase(Locale.ROOT);
  }

  private static final class ToLine<T extends Record> implements MapFunction<T, SpoolLine> {

    private static final long serialVersionUID = 1;

    private final Class<T> type;
    private transient RecordJson<T> json;

    ToLine(Class<T> type) {
      this.type = type;
      this.json = RecordJson.of(type);
    }

    private void readObject(java.io.ObjectInputStream in)
        throws IOException, ClassNotFoundException {
      in.defaultReadObject();
      json = RecordJson.of(type);
    }

    @Override
    public SpoolLine map(T value) {
      return new SpoolLine(kind(type), new String(json.write(value), StandardCharsets.UTF_8));
    }
  }
}
