package org.qyran.sampledata;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.qyran.model.Attitude;
import org.qyran.model.Band;
import org.qyran.model.CameraModel;
import org.qyran.sampledata.camera.Air;
import org.qyran.sampledata.camera.Photographer;
import org.qyran.sampledata.camera.Pose;
import org.qyran.sampledata.camera.Sight;
import org.qyran.sampledata.chance.Chance;
import org.qyran.sampledata.chance.ValueNoise;
import org.qyran.sampledata.flight.FlightPlan;
import org.qyran.sampledata.flight.Shot;
import org.qyran.sampledata.place.ElevationFile;
import org.qyran.sampledata.place.LocalPlane;
import org.qyran.sampledata.place.PlanePoint;
import org.qyran.sampledata.rig.Home;
import org.qyran.sampledata.rig.Rig;
import org.qyran.sampledata.sensor.LoggedPose;
import org.qyran.sampledata.sensor.TelemetryTable;
import org.qyran.sampledata.spectrum.BandResponse;
import org.qyran.sampledata.spectrum.SkyLight;
import org.qyran.sampledata.spectrum.SunPosition;
import org.qyran.sampledata.surface.CloudShadow;
import org.qyran.sampledata.surface.Country;
import org.qyran.sampledata.surface.Scale;
import org.qyran.sampledata.surface.SunDirection;
import org.qyran.sampledata.truth.TruthFolder;
import org.qyran.sampledata.truth.Visibility;
import org.qyran.sampledata.world.Composer;
import org.qyran.sampledata.world.Family;
import org.qyran.sampledata.world.Landscape;
import org.qyran.sampledata.world.TrueTarget;
import org.qyran.sampledata.world.Wardrobe;

/**
 * Writes a survey of an invented place as a crew would hand it in, and beside it what was really
 * there: the layout of docs/SIMULATION.md.
 *
 * <p>It stands on the real Earth: the elevation raster is a UTM grid, files state heights above the
 * geoid. Geography is exact to some centimetres within a survey; what files state is as wrong as
 * the design says. The same design writes the same bytes. Memory is bounded by the tiles that are
 * held, not by the survey.
 */
public final class Simulator {

  private static final double DUST_OPTICAL_DEPTH = 0.1;

  private final SurveyDesign design;
  private final Chance chance;
  private final LocalPlane plane;
  private final SunPosition sun;
  private final Landscape shape;

  /** The same country for whoever asks for heights alone. */
  private final Country bare;

  private final List<Shot> shots;
  private final Home home;

  /** Is told how far a simulation has come. */
  @FunctionalInterface
  public interface Progress {

    /** After every exposure. */
    void exposed(int done, int total);
  }

  private Simulator(SurveyDesign design) {
    this.design = design;
    this.chance = new Chance(design.seed()).of("flight");
    Family.Place place = design.family().place();
    this.plane =
        new LocalPlane(
            place.zone().geoPointAt(place.eastingMeters(), place.northingMeters()),
            design.family().lie().upMeters() + place.undulationMeters());
    this.sun = SunPosition.at(plane.origin(), design.start());
    this.shape = landscape(List.of());
    this.bare = country(shape, 1);
    this.shots =
        design
            .plan()
            .shots(design.start(), bare::groundMeters, design.errors(), chance.of("poses"));
    Pose first = shots.get(0).truth();
    this.home =
        new Home(plane, bare.groundMeters(first.place().eastMeters(), first.place().northMeters()));
  }

  /**
   * Writes {@code flight/}, {@code dem.tif} and {@code truth/} into a folder, which is made where
   * it is missing. Files of the same names are replaced; others are left alone.
   */
  public static void write(Path folder, SurveyDesign design, Progress progress) throws IOException {
    new Simulator(design).write(folder, progress);
  }

  private void write(Path folder, Progress progress) throws IOException {
    Path flight = Files.createDirectories(folder.resolve("flight"));
    List<Rig> rigs = rigs();
    List<TruthFolder.PosedFile> posed = new ArrayList<>();
    List<TruthFolder.Sighted> sighted = new ArrayList<>();
    int done = 0;
    for (Rig rig : rigs) {
      List<BandResponse> responses = responses(rig.bands());
      Landscape landscape = landscape(responses);
      Country country = country(landscape, pixelMeters(rig));
      Photographer photographer = new Photographer(country, air(responses), clouds());
      Visibility visibility = new Visibility(country);
      write(flight, rig.beforeTakeOff(shots.get(0)));
      for (Shot shot : shots) {
        SortedMap<String, byte[]> files = rig.expose(shot, photographer);
        write(flight, files);
        files.keySet().forEach(file -> posed.add(posed(file, shot)));
        sighted.addAll(sighted(files.firstKey(), rig, shot, landscape, visibility));
        progress.exposed(++done, rigs.size() * shots.size());
      }
    }
    Files.write(flight.resolve("telemetry.csv"), log());
    writeElevation(folder.resolve("dem.tif"));
    writeTruth(folder.resolve("truth"), rigs, posed, sighted);
  }

  private static void write(Path flight, Map<String, byte[]> files) throws IOException {
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      Files.write(flight.resolve(file.getKey()), file.getValue());
    }
  }

  private List<Rig> rigs() {
    return new Hangar(design, home, sun, this::airOf, chance).rigs();
  }

  private Air airOf(List<Band> bands) {
    return air(responses(bands));
  }

  private Air air(List<BandResponse> responses) {
    SkyLight sky =
        SkyLight.clear(
            sun.elevationDegrees(), DUST_OPTICAL_DEPTH, design.family().lie().upMeters());
    return Air.of(sky, responses, design.family().trouble().haze());
  }

  private CloudShadow clouds() {
    return new CloudShadow(
        design.family().trouble().cloudShare(), new ValueNoise(chance.of("clouds").key()));
  }

  private static List<BandResponse> responses(List<Band> bands) {
    return bands.stream().map(BandResponse::of).toList();
  }

  private Landscape landscape(List<BandResponse> responses) {
    FlightPlan plan = design.plan();
    return Composer.compose(
        design.family(),
        design.season(),
        new Wardrobe(responses),
        new Composer.Block(
            plan.lengthMeters() + 0.25 * plan.aboveGroundMeters(),
            plan.widthMeters() + 0.35 * plan.aboveGroundMeters(),
            plan.headingDegrees()),
        design.seed());
  }

  private Country country(Landscape landscape, double pixelMeters) {
    return new Country(
        landscape.relief(),
        landscape.layers(),
        Scale.forPixel(pixelMeters, landscape.tallestMeters(), design.family().lie().steepest()),
        SunDirection.of(sun.elevationDegrees(), sun.azimuthDegrees()));
  }

  private double pixelMeters(Rig rig) {
    return design.plan().aboveGroundMeters() / rig.camera().focalLengthPixels();
  }

  private TruthFolder.PosedFile posed(String file, Shot shot) {
    return new TruthFolder.PosedFile(
        file, shot.time(), shot.truth(), shot.statedTime(), shot.stated());
  }

  private static List<TruthFolder.Sighted> sighted(
      String file, Rig rig, Shot shot, Landscape landscape, Visibility visibility) {
    List<TruthFolder.Sighted> sighted = new ArrayList<>();
    for (TrueTarget target : landscape.targets()) {
      visibility
          .of(target, rig.camera(), shot.truth())
          .ifPresent(seen -> sighted.add(new TruthFolder.Sighted(file, target.id(), seen)));
    }
    return sighted;
  }

  /**
   * The log runs by the right clock, so it has the place of a stamp at the time of the stamp; the
   * picture was taken when the aircraft was not there yet.
   */
  private byte[] log() {
    List<LoggedPose> poses = new ArrayList<>();
    poses.add(logged(shots.get(0), Duration.ofSeconds(-3)));
    shots.forEach(shot -> poses.add(logged(shot, Duration.ZERO)));
    poses.add(logged(shots.get(shots.size() - 1), Duration.ofSeconds(3)));
    return new TelemetryTable(
            "simulated", TelemetryTable.FIVE_HERTZ, Duration.ZERO, TelemetryTable.Angles.CAMERA)
        .toBytes(poses);
  }

  private LoggedPose logged(Shot shot, Duration later) {
    double seconds = later.toMillis() / 1_000.0;
    PlanePoint place = shot.stated().place();
    PlanePoint moved =
        new PlanePoint(
            place.eastMeters() + seconds * shot.way().eastMetersPerSecond(),
            place.northMeters() + seconds * shot.way().northMetersPerSecond());
    return new LoggedPose(
        shot.statedTime().plus(later),
        plane.geoPointAt(moved),
        shot.stated().upMeters(),
        new Attitude(shot.flightYawDegrees(), 0, 0),
        shot.stated().attitude());
  }

  private void writeElevation(Path file) throws IOException {
    SurveyDesign.Elevation wrong = design.elevation();
    ValueNoise wander = new ValueNoise(chance.of("elevation").key());
    double bias = wrong.biasMeters() * chance.of("bias").heavyTailed(4);
    double half = groundReachMeters() + 150;
    int cells = (int) Math.ceil(2 * half / wrong.cellMeters());
    Family.Place place = design.family().place();
    new ElevationFile(
            place.zone(),
            place.eastingMeters() - half,
            place.northingMeters() + half,
            wrong.cellMeters(),
            cells)
        .write(
            file,
            at -> {
              PlanePoint point = plane.pointAt(at);
              double east = point.eastMeters();
              double north = point.northMeters();
              // The fractal's deviation is about 0.27; its tails are cut, the cube gives them back.
              double error = wander.fractal(east / 60, north / 60, 3) / 0.27;
              return bare.groundMeters(east, north)
                  + bias
                  + wrong.deviationMeters() * (0.8 * error + 0.1 * error * error * error);
            });
  }

  /** No frame sees ground farther from the origin, as far as frames look down. */
  private double groundReachMeters() {
    FlightPlan plan = design.plan();
    double ahead = Math.tan(Math.toRadians(Math.min(75, plan.pitchDegrees() + 90 + 35)));
    return Math.hypot(plan.lengthMeters(), plan.widthMeters()) / 2
        + plan.aboveGroundMeters() * Math.max(0.9, ahead);
  }

  private void writeTruth(
      Path folder,
      List<Rig> rigs,
      List<TruthFolder.PosedFile> posed,
      List<TruthFolder.Sighted> sighted)
      throws IOException {
    TruthFolder truth =
        new TruthFolder(folder, plane, design.family().place().undulationMeters(), bare);
    truth.targets(
        shape.targets(), design.start().atOffset(ZoneOffset.UTC).toLocalDate().toString());
    truth.confusers(shape.lookalikes());
    truth.objects(consumer -> shape.forEachSingle(groundReachMeters(), consumer));
    truth.poses(posed);
    truth.visibility(sighted);
    truth.survey(survey(rigs));
  }

  private List<String> survey(List<Rig> rigs) {
    CameraModel camera = rigs.get(0).camera();
    return List.of(
        "\"simulated\": true",
        text("world", design.family().name()),
        "\"seed\": %d".formatted(design.seed()),
        text("date", design.start().atOffset(ZoneOffset.UTC).toLocalDate().toString()),
        "\"month\": %d".formatted(design.season().month()),
        text("camera", String.join(", ", rigs.stream().map(Rig::name).toList())),
        "\"bands\": [%s]"
            .formatted(
                String.join(
                    ", ",
                    Stream.concat(
                            rigs.stream().flatMap(rig -> rig.bands().stream()).map(Band::name),
                            design.payload() == SurveyDesign.Payload.THERMAL
                                ? Stream.of("thermal")
                                : Stream.of())
                        .map("\"%s\""::formatted)
                        .toList())),
        text("flight", "../flight"),
        text("terrain", "../dem.tif"),
        number("height_above_ground_m", design.plan().aboveGroundMeters()),
        number("gsd_m", design.plan().aboveGroundMeters() / camera.focalLengthPixels()),
        number("sun_elevation_deg", sun.elevationDegrees()),
        number("sun_azimuth_deg", sun.azimuthDegrees()),
        number("surveyed_m2", surveyedSquareMeters(camera)));
  }

  /** Ground in any frame, counted in squares of 3 m; what is hidden counts as surveyed. */
  private double surveyedSquareMeters(CameraModel camera) {
    double step = 3;
    double half = groundReachMeters();
    List<Sight> sights = shots.stream().map(shot -> Sight.of(camera, shot.truth())).toList();
    int squares = 0;
    for (double north = -half; north < half; north += step) {
      for (double east = -half; east < half; east += step) {
        double up = bare.groundMeters(east, north);
        double toEast = east;
        double toNorth = north;
        if (sights.stream().anyMatch(sight -> sight.find(toEast, toNorth, up).isPresent())) {
          squares++;
        }
      }
    }
    return squares * step * step;
  }

  private static String text(String name, String value) {
    return "\"%s\": \"%s\"".formatted(name, value);
  }

  private static String number(String name, double value) {
    return String.format(Locale.ROOT, "\"%s\": %.4f", name, value);
  }
}
