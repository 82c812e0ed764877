/**
 * Where streams begin and end: lists of files and Kafka topics on one side, spool files and Kafka
 * topics on the other. Comes in: folders or brokers; goes out: records. Start with {@link
 * org.qyran.jobs.io.KafkaTopics} and {@link org.qyran.jobs.io.Spool}. No room is called here.
 */
@NullMarked
package org.qyran.jobs.io;

import org.jspecify.annotations.NullMarked;
