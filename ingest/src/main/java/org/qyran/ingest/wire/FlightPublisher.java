package org.qyran.ingest.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.qyran.model.Capture;
import org.qyran.model.FrameIssue;
import org.qyran.model.Telemetry;

/**
 * Puts what was read of a flight on the topics. Every message is acknowledged by all in-sync
 * replicas before {@link #close} returns; a message that the broker refuses fails the call.
 *
 * <p>One thread at a time.
 */
public final class FlightPublisher implements AutoCloseable {

  private static final RecordJson<Capture> CAPTURES = RecordJson.of(Capture.class);
  private static final RecordJson<Telemetry> TELEMETRY = RecordJson.of(Telemetry.class);
  private static final RecordJson<FrameIssue> ISSUES = RecordJson.of(FrameIssue.class);

  private final String brokers;
  private final Producer<String, byte[]> producer;
  private final List<Future<RecordMetadata>> unconfirmed = new ArrayList<>();

  public FlightPublisher(String brokers) {
    this.brokers = brokers;
    Properties properties = new Properties();
    properties.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, brokers);
    properties.put(ProducerConfig.ACKS_CONFIG, "all");
    properties.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    properties.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "gzip");
    properties.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 20_000);
    properties.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 60_000);
    producer = new KafkaProducer<>(properties, new StringSerializer(), new ByteArraySerializer());
  }

  public void capture(Capture capture) {
    send(Topics.FRAMES, capture.flight(), CAPTURES.write(capture));
  }

  public void telemetry(Telemetry report) {
    send(Topics.TELEMETRY, report.platform(), TELEMETRY.write(report));
  }

  public void refused(FrameIssue issue) {
    send(Topics.REFUSED, issue.flight(), ISSUES.write(issue));
  }

  /** Waits until the broker has everything; says which broker did not take it otherwise. */
  public void flush() {
    producer.flush();
    for (Future<RecordMetadata> answer : unconfirmed) {
      confirm(answer);
    }
    unconfirmed.clear();
  }

  @Override
  public void close() {
    try {
      flush();
    } finally {
      producer.close();
    }
  }

  private void send(String topic, String key, byte[] value) {
    unconfirmed.add(producer.send(new ProducerRecord<>(topic, key, value)));
    if (unconfirmed.size() >= 1_000) {
      flush();
    }
  }

  private void confirm(Future<RecordMetadata> answer) {
    try {
      answer.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while sending to Kafka at " + brokers, e);
    } catch (ExecutionException e) {
      throw new IllegalStateException(
          "Kafka at %s did not take a message: %s; is the broker up and the address right?"
              .formatted(
                  brokers, e.getCause() == null ? e.getMessage() : e.getCause().getMessage()),
          e);
    }
  }
}
