package org.qyran.jobs.settings;

import java.io.IOException;
import java.io.Reader;
import java.io.Serializable;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.commons.text.similarity.LevenshteinDistance;
import org.qyran.detection.DetectionSettings;
import org.qyran.geo.mosaic.MosaicReader;
import org.qyran.geo.mosaic.MosaicSettings;
import org.qyran.ingest.metadata.ReadSettings;

/**
 * All settings of a run. A key is a room and a component of the room's settings record; its values
 * carry their unit. Everything is checked when this is built, and all mistakes are reported
 * together; an unknown key is a mistake that names its nearest neighbour.
 *
 * <p>Travels to the operators as plain text and is turned into records there.
 */
public final class Settings implements Serializable {

  private static final long serialVersionUID = 1;

  /** The rooms' records, in the order of the walk. */
  static final Map<String, Class<? extends Record>> ROOMS = Rooms.all();

  private final TreeMap<String, String> given;

  private Settings(SortedMap<String, String> given) {
    this.given = new TreeMap<>(given);
  }

  /** Nothing set. */
  public static Settings defaults() {
    return new Settings(new TreeMap<>());
  }

  /** A properties file. */
  public static Settings read(Path file) throws IOException, SettingsException {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      properties.load(reader);
    } catch (IllegalArgumentException e) {
      throw new SettingsException(List.of(file + " is no properties file: " + e.getMessage()));
    }
    SortedMap<String, String> given = new TreeMap<>();
    properties.stringPropertyNames().forEach(key -> given.put(key, properties.getProperty(key)));
    return of(given);
  }

  /** Keys and values. */
  public static Settings of(Map<String, String> given) throws SettingsException {
    Settings settings = new Settings(new TreeMap<>(given));
    List<String> mistakes = settings.mistakes();
    if (!mistakes.isEmpty()) {
      throw new SettingsException(mistakes);
    }
    return settings;
  }

  /** One room's record. */
  public <T extends Record> T room(Class<T> type) {
    String room = roomOf(type);
    try {
      return build(room, type);
    } catch (IllegalArgumentException e) {
      throw new IllegalStateException("settings of " + room + " were checked before", e);
    }
  }

  /** A reader of orthophotos, which needs what three rooms say. */
  public MosaicReader mosaicReader() {
    return new MosaicReader(
        room(MosaicSettings.class),
        room(DetectionSettings.class).workingGsdMeters(),
        room(ReadSettings.class).findZone());
  }

  /** Every key with the value in force, sorted. */
  public SortedMap<String, String> inForce() {
    SortedMap<String, String> all = new TreeMap<>();
    ROOMS.forEach(
        (room, type) -> {
          Record record = room(type);
          keys(room, type)
              .values()
              .forEach(key -> all.put(key.name(), key.show(valueOf(record, key))));
        });
    return Collections.unmodifiableSortedMap(all);
  }

  private List<String> mistakes() {
    List<String> mistakes = new ArrayList<>();
    SortedMap<String, SettingKey> known = allKeys();
    for (String key : given.keySet()) {
      if (!known.containsKey(key)) {
        mistakes.add("%s is no setting; did you mean %s?".formatted(key, nearest(key, known)));
      }
    }
    ROOMS.forEach(
        (room, type) -> {
          try {
            build(room, type);
          } catch (IllegalArgumentException e) {
            mistakes.add(Objects.requireNonNullElse(e.getMessage(), room + " cannot be set so"));
          }
        });
    return mistakes;
  }

  private <T extends Record> T build(String room, Class<T> type) {
    Record defaults = defaultsOf(type);
    List<String> mistakes = new ArrayList<>();
    List<Object> values = new ArrayList<>();
    for (SettingKey key : keys(room, type).values()) {
      String text = given.get(key.name());
      try {
        values.add(text == null ? valueOf(defaults, key) : key.parse(text));
      } catch (IllegalArgumentException e) {
        mistakes.add(Objects.requireNonNullElse(e.getMessage(), key.name() + " cannot be read"));
      }
    }
    if (!mistakes.isEmpty()) {
      throw new IllegalArgumentException(String.join(System.lineSeparator(), mistakes));
    }
    return construct(room, type, values);
  }

  private static <T extends Record> T construct(String room, Class<T> type, List<Object> values) {
    Class<?>[] types =
        List.of(type.getRecordComponents()).stream()
            .map(RecordComponent::getType)
            .toArray(Class<?>[]::new);
    try {
      return type.getDeclaredConstructor(types).newInstance(values.toArray());
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof IllegalArgumentException refused) {
        throw new IllegalArgumentException(room + ": " + refused.getMessage(), refused);
      }
      throw new IllegalStateException("cannot build the settings of " + room, e);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("cannot build the settings of " + room, e);
    }
  }

  static SortedMap<String, SettingKey> allKeys() {
    SortedMap<String, SettingKey> keys = new TreeMap<>();
    ROOMS.forEach((room, type) -> keys.putAll(keys(room, type)));
    return keys;
  }

  static Map<String, SettingKey> keys(String room, Class<? extends Record> type) {
    Map<String, SettingKey> keys = new LinkedHashMap<>();
    for (RecordComponent component : type.getRecordComponents()) {
      SettingKey key = SettingKey.of(room, component);
      keys.put(key.name(), key);
    }
    return keys;
  }

  static Record defaultsOf(Class<? extends Record> type) {
    try {
      return (Record) Objects.requireNonNull(type.getMethod("defaults").invoke(null));
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(type + " has no static defaults()", e);
    }
  }

  static Object valueOf(Record record, SettingKey key) {
    try {
      return Objects.requireNonNull(key.component().getAccessor().invoke(record));
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("cannot read " + key.name(), e);
    }
  }

  private static String roomOf(Class<? extends Record> type) {
    return ROOMS.entrySet().stream()
        .filter(entry -> entry.getValue() == type)
        .map(Map.Entry::getKey)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(type + " belongs to no room"));
  }

  private static String nearest(String key, SortedMap<String, SettingKey> known) {
    LevenshteinDistance distance = LevenshteinDistance.getDefaultInstance();
    return known.keySet().stream()
        .min(Comparator.comparing(candidate -> distance.apply(key, candidate)))
        .orElseThrow();
  }
}
