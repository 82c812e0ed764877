package org.qyran.jobs.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.qyran.jobs.step.Room;

/**
 * What a room's door counted.
 *
 * @param room the room
 * @param in how many came in
 * @param out how many went out
 * @param refused how many were refused, by reason
 * @param seconds of work in the room, all its workers together
 */
public record RoomCounts(
    Room room, long in, long out, SortedMap<String, Long> refused, double seconds) {

  private static final String REFUSED = ".refused.";

  /** All rooms, in order, from the accumulators of a job. */
  public static List<RoomCounts> of(Map<String, Object> accumulators) {
    List<RoomCounts> all = new ArrayList<>();
    for (Room room : Room.values()) {
      SortedMap<String, Long> refused = new TreeMap<>();
      String prefix = room.title() + REFUSED;
      accumulators.forEach(
          (name, value) -> {
            if (name.startsWith(prefix)) {
              refused.put(name.substring(prefix.length()), (Long) value);
            }
          });
      all.add(
          new RoomCounts(
              room,
              count(accumulators, room, "in"),
              count(accumulators, room, "out"),
              refused,
              count(accumulators, room, "nanos") / 1e9));
    }
    return all;
  }

  private static long count(Map<String, Object> accumulators, Room room, String name) {
    Object value = accumulators.get(room.title() + "." + name);
    return value instanceof Long count ? count : 0;
  }
}
