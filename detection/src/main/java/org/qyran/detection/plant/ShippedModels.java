package org.qyran.detection.plant;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.qyran.detection.learn.PlantModel;
import org.qyran.detection.learn.wire.ModelFile;

/**
 * The models that come with the program. They are read when the first of them is asked for, once
 * for all detectors: their files are half a megabyte of trees each.
 */
public final class ShippedModels {

  private ShippedModels() {}

  /** Loaded by the virtual machine when it is first touched, by one thread. */
  private static final class Read {
    private static final Map<Palette, PlantModel> MODELS = readAll();
  }

  /** The model for such a camera, where there is one. */
  public static Optional<PlantModel> find(Palette palette) {
    return Optional.ofNullable(Read.MODELS.get(palette));
  }

  private static Map<Palette, PlantModel> readAll() {
    Map<Palette, PlantModel> models = new EnumMap<>(Palette.class);
    for (Palette palette : Palette.values()) {
      read(palette).ifPresent(model -> models.put(palette, model));
    }
    return models;
  }

  private static Optional<PlantModel> read(Palette palette) {
    String file = "plantation-%s.json".formatted(palette.word());
    try (@Nullable InputStream stream = ShippedModels.class.getResourceAsStream(file)) {
      return stream == null ? Optional.empty() : Optional.of(ModelFile.read(stream));
    } catch (IOException e) {
      throw new UncheckedIOException("the model " + file + " cannot be read", e);
    }
  }
}
