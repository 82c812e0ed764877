package org.qyran.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.qyran.geo.axes.Enu;
import org.qyran.geo.axes.LocalAxes;
import org.qyran.geo.cover.CoverSettings;
import org.qyran.geo.cover.Coverage;
import org.qyran.geo.locate.Footprinter;
import org.qyran.geo.locate.LocateSettings;
import org.qyran.geo.terrain.Terrain;
import org.qyran.geo.terrain.TerrainSettings;
import org.qyran.jobs.io.FolderTree;
import org.qyran.model.Attitude;
import org.qyran.model.Band;
import org.qyran.model.BandImage;
import org.qyran.model.CameraModel;
import org.qyran.model.Capture;
import org.qyran.model.CoveragePatch;
import org.qyran.model.Footprint;
import org.qyran.model.Frame;
import org.qyran.model.GeoPoint;
import org.qyran.model.Height;
import org.qyran.model.ImageRef;
import org.qyran.model.PlatformState;
import org.qyran.model.PoseError;
import org.qyran.sampledata.chance.ValueNoise;
import org.qyran.sampledata.place.ElevationFile;
import org.qyran.sampledata.place.UtmZone;

/**
 * Footprints and coverage of a block of many frames over hills, by wall clock, in one thread:
 * seconds, the most heap, and what twice as many frames cost.
 *
 * <p>Pictures of 160 m by 120 m overlap by 60 % both ways; every tenth is tilted by 30°. The ground
 * rises and falls by some 40 m, in a raster of 10 m.
 */
public final class CoverBench {

  /** Seconds for {@link #BAR_FRAMES} frames. */
  public static final double BAR_SECONDS = 60;

  public static final int BAR_FRAMES = 10_000;

  private static final double ABOVE_METERS = 120;
  private static final double ALONG_METERS = 48;
  private static final double ACROSS_METERS = 64;

  private static final LocalAxes AXES = LocalAxes.at(new GeoPoint(43.0, 75.0), 0);

  private record Round(int frames, double footprintSeconds, double coverSeconds, int patches) {

    double seconds() {
      return footprintSeconds + coverSeconds;
    }
  }

  private final int frames;

  /** A block of so many frames, and one of half as many. */
  public CoverBench(int frames) {
    this.frames = frames;
  }

  /** One line for each block, and one that compares them. */
  public List<String> lines() throws IOException {
    Path folder = Files.createTempDirectory("qyran-bench-cover");
    try {
      Path file = folder.resolve("hills.tif");
      writeHills(file);
      Terrain terrain = Terrain.open(List.of(file), TerrainSettings.defaults());
      measure(terrain, Math.min(500, frames / 2)); // warms the compilers
      List<String> lines = new ArrayList<>();
      Round half = measure(terrain, frames / 2);
      lines.add(line(half, HeapPeak.bytes()));
      Round whole = measure(terrain, frames);
      lines.add(line(whole, HeapPeak.bytes()));
      lines.add(
          String.format(
              Locale.ROOT,
              "twice the frames cost %.2f times as much, bar 2.00; %,d frames may take %.0f s",
              whole.seconds() / half.seconds(),
              BAR_FRAMES,
              BAR_SECONDS));
      return lines;
    } finally {
      FolderTree.delete(folder);
    }
  }

  private static String line(Round round, long peakBytes) {
    return String.format(
        Locale.ROOT,
        "covering %,7d frames: footprints %6.2f s, coverage %6.2f s, %,d patches, peak heap %.0f MB",
        round.frames(),
        round.footprintSeconds(),
        round.coverSeconds(),
        round.patches(),
        peakBytes / 1e6);
  }

  private static Round measure(Terrain terrain, int frames) {
    HeapPeak.reset();
    int perLine = (int) Math.ceil(Math.sqrt(frames));
    Random random = new Random(1);
    Footprinter footprinter = new Footprinter(terrain, LocateSettings.defaults());
    List<Footprint> footprints = new ArrayList<>();
    long began = System.nanoTime();
    for (int at = 0; at < frames; at++) {
      Frame frame = frame(terrain, at, perLine, random);
      footprinter.footprint(frame).find().ifPresent(footprints::add);
    }
    long drawn = System.nanoTime();
    List<CoveragePatch> patches = new Coverage(CoverSettings.defaults(), terrain).cover(footprints);
    return new Round(
        frames, (drawn - began) / 1e9, (System.nanoTime() - drawn) / 1e9, patches.size());
  }

  private static Frame frame(Terrain terrain, int at, int perLine, Random random) {
    int line = at / perLine;
    int along = line % 2 == 0 ? at % perLine : perLine - 1 - at % perLine;
    Enu spot =
        new Enu(
            line * ACROSS_METERS + random.nextGaussian() * 2,
            along * ALONG_METERS + random.nextGaussian() * 2,
            0);
    GeoPoint below = AXES.toGeo(spot).point();
    double ground = terrain.findGround(below).orElseThrow().heightMeters();
    double pitch = at % 10 == 0 ? -60 : -90 + Math.abs(random.nextGaussian()) * 2;
    Instant time = Instant.parse("2026-07-01T06:00:00Z").plusSeconds(2L * at);
    return new Frame(
        "frame-%05d".formatted(at),
        "flight",
        "bench",
        time,
        Capture.TimeSource.GPS,
        List.of(
            new BandImage(
                new ImageRef("file:///bench", "0".repeat(64), "%05d.jpg".formatted(at), 1),
                0,
                new Band("red", 650, 60),
                new CameraModel(
                    "bench",
                    4_000,
                    3_000,
                    3_000,
                    2_000,
                    1_500,
                    CameraModel.Distortion.NONE,
                    CameraModel.Source.CATALOG,
                    0))),
        new PlatformState(
            time,
            below,
            List.of(new Height(ground + ABOVE_METERS, Height.Datum.ELLIPSOID)),
            new Attitude(
                (line % 2 == 0 ? 0 : 180) + random.nextGaussian() * 3,
                pitch,
                random.nextGaussian() * 2),
            new PoseError(1.5, 1.5, 1.5, 0.5),
            PlatformState.Source.PICTURE),
        null,
        false);
  }

  /** From 2 km south-west of the axes' origin to 8 km north-east: 75° E, 43° N in the UTM grid. */
  private static void writeHills(Path file) throws IOException {
    ValueNoise noise = new ValueNoise(7);
    new ElevationFile(new UtmZone(43), 498_000, 4_768_800, 10, 1_000)
        .write(
            file,
            at -> {
              Enu local = AXES.toLocal(at, 0);
              return 900
                  + 80 * noise.fractal(local.eastMeters() / 400, local.northMeters() / 400, 5);
            });
  }
}
