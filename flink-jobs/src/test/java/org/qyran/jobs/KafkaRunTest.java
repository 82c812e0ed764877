package org.qyran.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.qyran.ingest.metadata.ReadSettings;
import org.qyran.ingest.upload.UploadDesk;
import org.qyran.ingest.wire.FlightPublisher;
import org.qyran.ingest.wire.FlightSender;
import org.qyran.ingest.wire.TopicDesk;
import org.qyran.ingest.wire.Topics;
import org.qyran.jobs.report.RunSummary;
import org.qyran.jobs.settings.Settings;
import org.qyran.sampledata.RealData;

/** The same flight, from files and through a real broker. */
@Tag("slow")
class KafkaRunTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir static Path folder;

  private static Path fromFiles;
  private static Path fromKafka;
  private static RunSummary summary;
  private static KafkaBroker broker;

  @BeforeAll
  static void runBothWays() throws Exception {
    fromFiles = folder.resolve("files");
    fromKafka = folder.resolve("kafka");
    Path flight = SampleFlight.copyTo(folder.resolve("flight"));
    Files.writeString(flight.resolve("notes.jpg"), "no picture");
    broker = KafkaBroker.start(Files.createDirectory(folder.resolve("broker")));
    TopicDesk.ensureAll(broker.address());
    TopicDesk.ensureAll(broker.address()); // what exists is left alone
    send("flight", flight);
    send("flight", flight); // a crew that is not sure it worked
    send("survey", new Orthophoto(64, 48).write(folder.resolve("survey/ortho.tif")));
    SampleFlight.run(flight, fromFiles);
    summary =
        SampleFlight.run(new SurveyInput.Topics(broker.address()), fromKafka, Settings.defaults());
  }

  @AfterAll
  static void stop() {
    broker.close();
  }

  @ParameterizedTest
  @CsvSource({"targets.geojson", "detections.geojson", "coverage.geojson"})
  void filesAndKafkaGiveTheSameBytes(String result) throws IOException {
    assertThat(fromKafka.resolve(result)).hasSameTextualContentAs(fromFiles.resolve(result));
  }

  @Test
  void thereWasSomethingToCompare() throws IOException {
    assertThat(JSON.readTree(fromKafka.resolve("targets.geojson").toFile()).get("features"))
        .hasSizeGreaterThanOrEqualTo(3);
    assertThat(summary.processed()).isGreaterThanOrEqualTo(10);
  }

  @Test
  void sendingTwiceCountsOnce() {
    assertThat(summary.read()).isEqualTo(summary.processed() + summary.unlocated());
    assertThat(summary.refused()).isEmpty();
  }

  @Test
  void whatWasRefusedOnSendingIsOnItsTopic() throws IOException {
    assertThat(messages(Topics.REFUSED))
        .filteredOn(message -> message.get("file").asText().equals("notes.jpg"))
        .hasSize(2) // sent twice
        .allMatch(message -> message.get("code").asText().equals("UNSUPPORTED_FORMAT"));
  }

  /** Its record is no message yet; a crew that sends one must not believe that it was searched. */
  @Test
  void anOrthophotoIsRefusedOnSendingWithWhatToDoInstead() throws IOException {
    assertThat(messages(Topics.REFUSED))
        .filteredOn(message -> message.get("file").asText().equals("ortho.tif"))
        .singleElement()
        .satisfies(
            message -> {
              assertThat(message.get("flight").asText()).isEqualTo("survey");
              assertThat(message.get("code").asText()).isEqualTo("UNSUPPORTED_FORMAT");
              assertThat(message.get("detail").asText()).contains("hand this one to qyran run");
            });
  }

  @ParameterizedTest
  @CsvSource({
    "qyran.frames, capture",
    "qyran.detections, sighting",
    "qyran.targets, target",
    "qyran.coverage, coverage",
    "qyran.refused, refused",
  })
  void everyMessageKeepsToItsSchema(String topic, String schema) throws IOException {
    JsonSchema rules = schema(schema);
    List<JsonNode> messages = messages(topic);

    assertThat(messages).isNotEmpty();
    for (JsonNode message : messages) {
      Set<ValidationMessage> faults = rules.validate(message);
      assertThat(faults).as("%s", message).isEmpty();
    }
  }

  private static JsonSchema schema(String name) throws IOException {
    Path file = RealData.root().resolve("docs/schemas").resolve(name + ".schema.json");
    return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
        .getSchema(Files.readString(file));
  }

  private static void send(String flight, Path files) {
    try (FlightPublisher publisher = new FlightPublisher(broker.address())) {
      new FlightSender(Settings.defaults().room(ReadSettings.class), publisher)
          .send(flight, files, UploadDesk.list(files), new HashMap<>());
    }
  }

  private static List<JsonNode> messages(String topic) throws IOException {
    Properties properties = new Properties();
    properties.put("bootstrap.servers", broker.address());
    List<JsonNode> messages = new ArrayList<>();
    try (KafkaConsumer<String, byte[]> consumer =
        new KafkaConsumer<>(properties, new StringDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic).stream()
              .map(info -> new TopicPartition(topic, info.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.getOrDefault(p, 0L))) {
        for (ConsumerRecord<String, byte[]> record : consumer.poll(Duration.ofSeconds(1))) {
          messages.add(JSON.readTree(record.value()));
        }
      }
    }
    return messages;
  }
}
