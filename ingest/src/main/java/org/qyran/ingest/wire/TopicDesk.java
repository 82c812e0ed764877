package org.qyran.ingest.wire;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;

/**
 * Makes the topics that are missing, as the product promises them: targets are compacted, so that
 * the topic keeps the last word on each. Partitions and replicas are what the broker gives by
 * default; topics that exist are left as they are.
 */
public final class TopicDesk {

  private static final int PATIENCE_SECONDS = 20;

  private TopicDesk() {}

  /**
   * Makes sure of all topics.
   *
   * @param brokers {@code host:port}, several joined by commas
   * @throws IllegalStateException naming the brokers when they cannot be reached or refuse
   */
  public static void ensureAll(String brokers) {
    try (Admin admin =
        Admin.create(
            Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                brokers,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                PATIENCE_SECONDS * 1_000,
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
                PATIENCE_SECONDS * 1_000))) {
      Set<String> present = admin.listTopics().names().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
      List<NewTopic> missing =
          Topics.ALL.stream()
              .filter(topic -> !present.contains(topic))
              .map(TopicDesk::described)
              .toList();
      admin.createTopics(missing).all().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while asking Kafka at " + brokers, e);
    } catch (ExecutionException e) {
      // Somebody else made one in between; the others were made with it or by them.
      if (!(e.getCause() instanceof TopicExistsException)) {
        throw unreachable(brokers, e);
      }
    } catch (TimeoutException e) {
      throw unreachable(brokers, e);
    }
  }

  private static NewTopic described(String topic) {
    NewTopic described = new NewTopic(topic, Optional.empty(), Optional.empty());
    return topic.equals(Topics.TARGETS)
        ? described.configs(
            Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT))
        : described;
  }

  private static IllegalStateException unreachable(String brokers, Exception e) {
    return new IllegalStateException(
        "Kafka at %s does not answer within %d s; is the broker up and the address right?"
            .formatted(brokers, PATIENCE_SECONDS),
        e);
  }
}
