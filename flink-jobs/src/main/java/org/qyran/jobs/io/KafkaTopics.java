package org.qyran.jobs.io;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.serialization.DeserializationSchema;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.function.SerializableFunction;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.qyran.ingest.wire.RecordJson;

/**
 * Records from and to Kafka.
 *
 * <p>Reading is bounded: from the first message to the last one present when the job starts, so the
 * run ends and its result folder is complete. Writing is at least once: a restarted job may send a
 * record again, with the same key and the same bytes.
 */
public final class KafkaTopics {

  private final String brokers;

  public KafkaTopics(String brokers) {
    this.brokers = brokers;
  }

  /** Everything on a topic by now. */
  public <T extends Record> DataStream<T> read(
      StreamExecutionEnvironment environment, String topic, Class<T> type) {
    KafkaSource<T> source =
        KafkaSource.<T>builder()
            .setBootstrapServers(brokers)
            .setTopics(topic)
            .setStartingOffsets(OffsetsInitializer.earliest())
            .setBounded(OffsetsInitializer.latest())
            .setValueOnlyDeserializer(new FromJson<>(topic, type))
            .build();
    return environment
        .fromSource(source, WatermarkStrategy.noWatermarks(), topic, TypeInformation.of(type))
        .uid(topic);
  }

  /** Sends a stream to a topic, each record under its key. */
  public <T extends Record> void write(
      DataStream<T> records, String topic, Class<T> type, SerializableFunction<T, String> key) {
    KafkaSink<T> sink =
        KafkaSink.<T>builder()
            .setBootstrapServers(brokers)
            .setDeliveryGuarantee(DeliveryGuarantee.AT_LEAST_ONCE)
            .setRecordSerializer(new ToJson<>(topic, type, key))
            .build();
    records.sinkTo(sink).name(topic).uid(topic + "-sink");
  }

  private static final class FromJson<T extends Record> implements DeserializationSchema<T> {

    private static final long serialVersionUID = 1;

    private final String topic;
    private final Class<T> type;

    FromJson(String topic, Class<T> type) {
      this.topic = topic;
      this.type = type;
    }

    @Override
    public T deserialize(byte[] message) throws IOException {
      try {
        return RecordJson.of(type).read(message);
      } catch (IOException e) {
        throw new IOException("topic " + topic + ": " + e.getMessage(), e);
      }
    }

    @Override
    public boolean isEndOfStream(T record) {
      return false;
    }

    @Override
    public TypeInformation<T> getProducedType() {
      return TypeInformation.of(type);
    }
  }

  private static final class ToJson<T extends Record> implements KafkaRecordSerializationSchema<T> {

    private static final long serialVersionUID = 1;

    private final String topic;
    private final Class<T> type;
    private final Function<T, String> key;

    <F extends Function<T, String> & java.io.Serializable> ToJson(
        String topic, Class<T> type, F key) {
      this.topic = topic;
      this.type = type;
      this.key = key;
    }

    @Override
    public ProducerRecord<byte[], byte[]> serialize(
        T record, KafkaSinkContext context, @Nullable Long timestamp) {
      return new ProducerRecord<>(
          topic,
          key.apply(record).getBytes(StandardCharsets.UTF_8),
          RecordJson.of(type).write(record));
    }
  }
}
