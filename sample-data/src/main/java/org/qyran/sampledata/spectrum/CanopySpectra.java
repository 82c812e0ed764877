package org.qyran.sampledata.spectrum;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Reflectance of closed canopies, a different one for every seed.
 *
 * <p>The table beside this class holds, for each class of plants, the mean and six principal
 * components (each as long as its standard deviation) of the logarithm of the reflectance factor of
 * 1,500 runs of a leaf and canopy model (PROSPECT-D, Féret et al. 2017, and 4SAIL, Verhoef et al.
 * 2007); the sun 25 to 48 degrees from the zenith, the camera up to 22. A draw is exp(mean + Σ zₖ
 * componentₖ), z standard normal. z is cut at ±3, so that no draw leaves what the model gave.
 *
 * <p>Means per band come back within 6 %, spreads up to 30 % too small: the long tail of thin
 * stands over bare soil is lost, since the logarithm of the model's runs is not quite normal. For
 * the same reason a rare stand of steppe grass has less infrared than red, which nature has not.
 * The canopy is a flat layer of leaves: crowns, gaps and shadows are for whoever places it.
 * Immutable.
 */
public final class CanopySpectra {

  private static final String TABLE = "canopy_log_reflectance.csv";
  private static final int COMPONENTS = 6;
  private static final double FARTHEST_SIGMAS = 3;

  private final Map<PlantClass, double[][]> rows;

  private CanopySpectra(Map<PlantClass, double[][]> rows) {
    this.rows = rows;
  }

  /** Reads the table that comes with the program. */
  public static CanopySpectra load() {
    try (InputStream stream = CanopySpectra.class.getResourceAsStream(TABLE)) {
      if (stream == null) {
        throw new IllegalStateException(TABLE + " is missing beside " + CanopySpectra.class);
      }
      return new CanopySpectra(
          read(new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + TABLE, e);
    }
  }

  /** The reflectance of one stand; the same seed gives the same stand. */
  public Spectrum draw(PlantClass plant, long seed) {
    return plant
        .recipe()
        .map(recipe -> derived(plant, recipe, seed))
        .orElseGet(() -> modelled(plant, StandardNormals.of(seed, plant.name(), COMPONENTS)));
  }

  /** The reflectance in the middle of a class. */
  public Spectrum typical(PlantClass plant) {
    double[] middle = new double[COMPONENTS];
    return plant
        .recipe()
        .map(
            recipe ->
                cooked(recipe, modelled(recipe.base(), middle), modelled(recipe.other(), middle)))
        .orElseGet(() -> modelled(plant, middle));
  }

  private Spectrum derived(PlantClass plant, PlantClass.Recipe recipe, long seed) {
    // One set of numbers for both parts: a lush stand is lush in all it is made of.
    double[] normals = StandardNormals.of(seed, plant.name(), COMPONENTS);
    return cooked(recipe, modelled(recipe.base(), normals), modelled(recipe.other(), normals));
  }

  private static Spectrum cooked(PlantClass.Recipe recipe, Spectrum base, Spectrum other) {
    Spectrum mixed = base.mixed(other, recipe.otherShare());
    Spectrum gain = Spectrum.through(680, recipe.visibleGain(), 760, recipe.infraredGain());
    return mixed.times(gain).plus(Spectrum.flat(recipe.waxOffset())).boundedShare();
  }

  private Spectrum modelled(PlantClass plant, double[] normals) {
    double[][] table = rowsOf(plant);
    return Spectrum.of(
            nanometers -> {
              int index =
                  (int)
                      Math.round(
                          (nanometers - Spectrum.FIRST_NANOMETERS) / Spectrum.STEP_NANOMETERS);
              double logarithm = table[0][index];
              for (int component = 0; component < COMPONENTS; component++) {
                double sigmas =
                    Math.max(-FARTHEST_SIGMAS, Math.min(FARTHEST_SIGMAS, normals[component]));
                logarithm += sigmas * table[component + 1][index];
              }
              return Math.exp(logarithm);
            })
        .boundedShare();
  }

  private double[][] rowsOf(PlantClass plant) {
    double[][] table = rows.get(plant);
    if (table == null) {
      throw new IllegalStateException("%s lacks %s".formatted(TABLE, plant.wireName()));
    }
    return table;
  }

  private static Map<PlantClass, double[][]> read(BufferedReader reader) throws IOException {
    Map<PlantClass, double[][]> rows = new EnumMap<>(PlantClass.class);
    CSVFormat format = CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();
    try (CSVParser parser = format.parse(reader)) {
      for (CSVRecord record : parser) {
        String name = record.get("class");
        PlantClass plant =
            PlantClass.find(name)
                .orElseThrow(
                    () -> new IllegalStateException("%s names unknown %s".formatted(TABLE, name)));
        double[][] table = rows.computeIfAbsent(plant, absent -> new double[COMPONENTS + 1][]);
        int row = rowOf(record.get("component"));
        table[row] = row == 0 ? valuesOf(record) : brightening(valuesOf(record));
      }
    }
    return rows;
  }

  private static int rowOf(String component) {
    return component.equals("mean") ? 0 : Integer.parseInt(component.substring("pc".length()));
  }

  private static double[] valuesOf(CSVRecord record) {
    double[] values = new double[Spectrum.COUNT];
    for (int index = 0; index < Spectrum.COUNT; index++) {
      values[index] = Double.parseDouble(record.get(2 + index));
    }
    return values;
  }

  /**
   * Principal components have no sign of their own; each is turned to brighten more than it dims,
   * so that the same z makes both parts of a mixture brighter and not one brighter and one darker.
   */
  private static double[] brightening(double[] component) {
    double sum = Arrays.stream(component).sum();
    return sum < 0 ? Arrays.stream(component).map(value -> -value).toArray() : component;
  }
}
