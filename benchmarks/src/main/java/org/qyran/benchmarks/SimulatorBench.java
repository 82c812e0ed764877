package org.qyran.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.qyran.jobs.io.FolderTree;
import org.qyran.model.Attitude;
import org.qyran.model.CameraModel;
import org.qyran.sampledata.Simulator;
import org.qyran.sampledata.SurveyDesign;
import org.qyran.sampledata.camera.Air;
import org.qyran.sampledata.camera.Flightway;
import org.qyran.sampledata.camera.Photographer;
import org.qyran.sampledata.camera.Pose;
import org.qyran.sampledata.chance.ValueNoise;
import org.qyran.sampledata.flight.FlightPlan;
import org.qyran.sampledata.place.PlanePoint;
import org.qyran.sampledata.shape.Outline;
import org.qyran.sampledata.spectrum.BandResponse;
import org.qyran.sampledata.spectrum.BandSet;
import org.qyran.sampledata.spectrum.SkyLight;
import org.qyran.sampledata.surface.CloudShadow;
import org.qyran.sampledata.surface.Country;
import org.qyran.sampledata.surface.Scale;
import org.qyran.sampledata.surface.SunDirection;
import org.qyran.sampledata.world.Composer;
import org.qyran.sampledata.world.Landscape;
import org.qyran.sampledata.world.Wardrobe;

/**
 * How many pixels a second of one core simulates: whole surveys of five bands, country drawn, files
 * and truth written; and the light of the same pictures alone, country drawn but nothing written.
 *
 * <p>A small block is flown as the worlds are by default, after another of the same world that
 * warms the compilers. Neighbouring pictures of a larger block share more of the country, and the
 * panel and the lenses are drawn once for a survey, so a whole one is somewhat faster than this.
 */
public final class SimulatorBench {

  /** Megapixels times bands for a second of one core, which a survey must reach. */
  public static final double BAR = 2.0;

  private static final int BANDS = 5;
  private static final int WIDTH = 1_280;
  private static final int HEIGHT = 960;
  private static final double FOCAL_PIXELS = 1_450;
  private static final double SUN_ELEVATION_DEGREES = 50;

  private final int strips;
  private final int shotsPerStrip;

  /** Flies blocks of so many pictures. */
  public SimulatorBench(int strips, int shotsPerStrip) {
    this.strips = strips;
    this.shotsPerStrip = shotsPerStrip;
  }

  /** Two lines for each of open steppe, and forest, where nearly every ray meets a tree. */
  public List<String> lines() throws IOException {
    List<String> lines = new ArrayList<>();
    for (String world : List.of("steppe-river", "mountain-forest")) {
      surveyCpuSeconds(design(world, 2, 1, 2));
      SurveyDesign design = design(world, 1, strips, shotsPerStrip);
      lines.add(line(world, "survey written", surveyCpuSeconds(design)));
      lines.add(line(world, "light alone", lightCpuSeconds(design)));
    }
    return lines;
  }

  private String line(String world, String what, double cpuSeconds) {
    int frames = strips * shotsPerStrip;
    return String.format(
        Locale.ROOT,
        "simulating %-16s %-15s %3d frames %7.2f s CPU %6.2f Mpx x bands/s of a core, bar %.1f",
        world,
        what,
        frames,
        cpuSeconds,
        frames * BANDS * (WIDTH * HEIGHT / 1e6) / cpuSeconds,
        BAR);
  }

  private static double surveyCpuSeconds(SurveyDesign design) throws IOException {
    Path out = Files.createTempDirectory("qyran-bench-simulator");
    try {
      CpuClock cpu = new CpuClock();
      Simulator.write(out, design, (done, total) -> {});
      return cpu.lapSeconds();
    } finally {
      FolderTree.delete(out);
    }
  }

  private static double lightCpuSeconds(SurveyDesign design) {
    FlightPlan plan = design.plan();
    CpuClock cpu = new CpuClock();
    List<BandResponse> responses = BandSet.MICASENSE_FIVE.responses();
    Landscape landscape =
        Composer.compose(
            design.family(),
            design.season(),
            new Wardrobe(responses),
            new Composer.Block(plan.lengthMeters(), plan.widthMeters(), plan.headingDegrees()),
            design.seed());
    Country country =
        new Country(
            landscape.relief(),
            landscape.layers(),
            Scale.forPixel(
                plan.aboveGroundMeters() / FOCAL_PIXELS,
                landscape.tallestMeters(),
                design.family().lie().steepest()),
            SunDirection.of(SUN_ELEVATION_DEGREES, 115));
    SkyLight sky = SkyLight.clear(SUN_ELEVATION_DEGREES, 0.1, design.family().lie().upMeters());
    Photographer photographer =
        new Photographer(
            country, Air.of(sky, responses, 1), new CloudShadow(0, new ValueNoise(design.seed())));
    for (int strip = 0; strip < plan.strips(); strip++) {
      for (int shot = 0; shot < plan.shotsPerStrip(); shot++) {
        PlanePoint place =
            Outline.offset(
                new PlanePoint(0, 0),
                shot * plan.shotMeters() - plan.lengthMeters() / 2,
                strip * plan.stripMeters() - plan.widthMeters() / 2,
                plan.headingDegrees());
        double up = country.groundMeters(place.eastMeters(), place.northMeters());
        photographer.photograph(
            camera(),
            new Pose(
                place, up + plan.aboveGroundMeters(), new Attitude(plan.headingDegrees(), -90, 0)),
            Flightway.STILL);
      }
    }
    return cpu.lapSeconds();
  }

  private static CameraModel camera() {
    return new CameraModel(
        "five bands",
        WIDTH,
        HEIGHT,
        FOCAL_PIXELS,
        WIDTH / 2.0,
        HEIGHT / 2.0,
        CameraModel.Distortion.NONE,
        CameraModel.Source.METADATA,
        0);
  }

  private static SurveyDesign design(String world, long seed, int strips, int shotsPerStrip) {
    SurveyDesign whole = SurveyDesign.of(world, seed);
    FlightPlan plan = whole.plan();
    return new SurveyDesign(
        whole.family(),
        whole.seed(),
        whole.season(),
        SurveyDesign.Payload.MULTISPECTRAL,
        new FlightPlan(
            plan.headingDegrees(),
            strips,
            plan.stripMeters(),
            shotsPerStrip,
            plan.shotMeters(),
            plan.aboveGroundMeters(),
            plan.pitchDegrees(),
            plan.metersPerSecond(),
            Set.of(),
            Set.of(),
            plan.exposureSeconds(),
            plan.readoutSeconds()),
        whole.errors(),
        whole.elevation());
  }
}
