package org.qyran.ingest.wire;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * One kind of record as JSON: the record's own component names, times as ISO 8601, absent values as
 * null, and {@code "version": 1} in front. Fields that a later minor version adds are ignored by an
 * earlier reader; another version number is refused, naming both.
 *
 * <p>Threads may share it.
 *
 * @param <T> the record
 */
public final class RecordJson<T> {

  /** The version that this program writes and reads. */
  public static final int VERSION = 1;

  private static final String VERSION_FIELD = "version";

  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  private final Class<T> type;

  private RecordJson(Class<T> type) {
    this.type = type;
  }

  public static <T extends Record> RecordJson<T> of(Class<T> type) {
    return new RecordJson<>(type);
  }

  /** One line of UTF-8 JSON, without a line break. */
  public byte[] write(T value) {
    ObjectNode versioned = MAPPER.createObjectNode().put(VERSION_FIELD, VERSION);
    versioned.setAll((ObjectNode) MAPPER.valueToTree(value));
    try {
      return MAPPER.writeValueAsBytes(versioned);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException("cannot write %s as JSON".formatted(type.getSimpleName()), e);
    }
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @throws IOException naming the kind of record, when the bytes are not one of this version
   */
  public T read(byte[] json) throws IOException {
    try {
      JsonNode tree = MAPPER.readTree(json);
      int version = tree.path(VERSION_FIELD).asInt(0);
      if (version != VERSION) {
        throw new IOException(
            "a %s message has version %d, this program reads version %d"
                .formatted(type.getSimpleName(), version, VERSION));
      }
      return MAPPER.treeToValue(tree, type);
    } catch (JsonProcessingException e) {
      throw new IOException(
          "a message is no %s: %s".formatted(type.getSimpleName(), e.getOriginalMessage()), e);
    }
  }
}
