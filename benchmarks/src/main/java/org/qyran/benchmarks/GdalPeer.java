package org.qyran.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import org.qyran.model.GeoPoint;

/**
 * GDAL's way from pixels to the ground: a camera looking straight down from 300 m, written as a
 * rational polynomial, and the same elevations in degrees, as GDAL likes them best.
 */
final class GdalPeer {

  private static final int WIDTH = 4_000;
  private static final int HEIGHT = 3_000;
  private static final double FOCAL_PIXELS = 3_000;
  private static final double ABOVE_GROUND_METERS = 300;

  /** Half of what the polynomial is scaled to: degrees, and metres of height. */
  private static final double SCALE_DEGREES = 0.004;

  private static final double SCALE_METERS = 150;

  /** A degree along the meridian at 43.3°, and along the parallel: any table of WGS 84. */
  private static final double METERS_PER_DEGREE_NORTH = 111_099;

  private static final double METERS_PER_DEGREE_EAST = 81_143;

  private final Path folder;
  private final Path elevations;
  private final GeoPoint middle;
  private final double groundMeters;

  /**
   * A peer.
   *
   * @param folder for its files
   * @param groundMeters the value of the raster in the middle
   */
  GdalPeer(Path folder, Path elevations, GeoPoint middle, double groundMeters) {
    this.folder = folder;
    this.elevations = elevations;
    this.middle = middle;
    this.groundMeters = groundMeters;
  }

  /** A line for a person: its rate and how we compare, or that it is not here. */
  String line(int points, double ourPointsPerSecond) throws IOException {
    if (!isInstalled("gdaltransform") || !isInstalled("gdalwarp")) {
      return "locating   GDAL is not installed (Debian: gdal-bin), so there is no peer to compare with";
    }
    run("gdalwarp -q -t_srs EPSG:4326 '%s' degrees.tif".formatted(elevations));
    Files.writeString(folder.resolve("frame.vrt"), picture());
    Files.writeString(folder.resolve("pixels.txt"), pixels(points));
    double best = Double.POSITIVE_INFINITY;
    for (int round = 0; round < 3; round++) {
      best =
          Math.min(
              best,
              run(
                  "gdaltransform -rpc -to RPC_DEM=degrees.tif -to RPC_DEMINTERPOLATION=bilinear"
                      + " -output_xy frame.vrt < pixels.txt > places.txt"));
    }
    long found = found();
    if (found < points) {
      throw new IOException("gdaltransform placed %d of %d pixels".formatted(found, points));
    }
    double rate = points / best;
    return String.format(
        Locale.ROOT,
        "locating   %-16s %,9.0f points/s of a core, no errors (gdaltransform -rpc); ours is %.2f"
            + " times that",
        "GDAL, down",
        rate,
        ourPointsPerSecond / rate);
  }

  private long found() throws IOException {
    try (Stream<String> lines = Files.lines(folder.resolve("places.txt"))) {
      return lines.filter(line -> line.matches("7[45]\\.\\d+ 43\\.\\d+")).count();
    }
  }

  /** Runs a command in the folder; its CPU seconds. */
  private double run(String command) throws IOException {
    Path log = folder.resolve("log.txt");
    Process process =
        new ProcessBuilder("bash", "-c", "TIMEFORMAT='%U %S'; time " + command)
            .directory(folder.toFile())
            .redirectOutput(log.toFile())
            .redirectErrorStream(true)
            .start();
    try {
      int status = process.waitFor();
      String told = Files.readString(log).strip();
      if (status != 0) {
        throw new IOException("%s ended with %d: %s".formatted(command, status, told));
      }
      String[] seconds = told.substring(told.lastIndexOf('\n') + 1).split(" ", -1);
      return Double.parseDouble(seconds[0]) + Double.parseDouble(seconds[1]);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while waiting for: " + command, e);
    }
  }

  private static boolean isInstalled(String program) {
    String path = System.getenv("PATH");
    return path != null
        && Stream.of(path.split(":", -1))
            .anyMatch(place -> Files.isExecutable(Path.of(place).resolve(program)));
  }

  private static String pixels(int points) {
    Random random = new Random(1);
    StringBuilder text = new StringBuilder();
    for (int point = 0; point < points; point++) {
      text.append(
          String.format(
              Locale.ROOT, "%.2f %.2f%n", random.nextDouble(WIDTH), random.nextDouble(HEIGHT)));
    }
    return text.toString();
  }

  /**
   * A picture without pixels. A pinhole is a rational function of the first degree: sample = f east
   * / (300 m - rise), line = -f north / (300 m - rise), the rise counted from the ground in the
   * middle.
   */
  private String picture() {
    double wide = FOCAL_PIXELS * SCALE_DEGREES * METERS_PER_DEGREE_EAST / ABOVE_GROUND_METERS;
    double high = FOCAL_PIXELS * SCALE_DEGREES * METERS_PER_DEGREE_NORTH / ABOVE_GROUND_METERS;
    StringBuilder text = new StringBuilder();
    text.append("<VRTDataset rasterXSize=\"%d\" rasterYSize=\"%d\">".formatted(WIDTH, HEIGHT));
    text.append("<Metadata domain=\"RPC\">");
    item(text, "LINE_OFF", HEIGHT / 2.0);
    item(text, "SAMP_OFF", WIDTH / 2.0);
    item(text, "LAT_OFF", middle.latitudeDegrees());
    item(text, "LONG_OFF", middle.longitudeDegrees());
    item(text, "HEIGHT_OFF", groundMeters);
    item(text, "LINE_SCALE", HEIGHT / 2.0);
    item(text, "SAMP_SCALE", WIDTH / 2.0);
    item(text, "LAT_SCALE", SCALE_DEGREES);
    item(text, "LONG_SCALE", SCALE_DEGREES);
    item(text, "HEIGHT_SCALE", SCALE_METERS);
    // The terms of the polynomials are 1, longitude, latitude, height and sixteen products of them.
    coefficients(text, "LINE_NUM_COEFF", 0, 0, -high / (HEIGHT / 2.0), 0);
    coefficients(text, "LINE_DEN_COEFF", 1, 0, 0, -SCALE_METERS / ABOVE_GROUND_METERS);
    coefficients(text, "SAMP_NUM_COEFF", 0, wide / (WIDTH / 2.0), 0, 0);
    coefficients(text, "SAMP_DEN_COEFF", 1, 0, 0, -SCALE_METERS / ABOVE_GROUND_METERS);
    text.append("</Metadata><VRTRasterBand dataType=\"Byte\" band=\"1\"/></VRTDataset>");
    return text.toString();
  }

  private static void item(StringBuilder text, String key, double value) {
    text.append("<MDI key=\"%s\">%s</MDI>".formatted(key, value));
  }

  private static void coefficients(StringBuilder text, String key, double... first) {
    StringBuilder values = new StringBuilder();
    for (double value : first) {
      values.append(value).append(' ');
    }
    values.append("0 ".repeat(20 - first.length));
    text.append("<MDI key=\"%s\">%s</MDI>".formatted(key, values.toString().strip()));
  }
}
