package org.qyran.sampledata;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.qyran.model.Attitude;
import org.qyran.sampledata.FlightPlan.Shot;
import org.qyran.sampledata.camera.DjiPicture;
import org.qyran.sampledata.camera.Photographer;
import org.qyran.sampledata.camera.Pose;
import org.qyran.sampledata.place.ElevationFile;
import org.qyran.sampledata.place.LocalPlane;
import org.qyran.sampledata.place.PlanePoint;
import org.qyran.sampledata.place.UtmZone;
import org.qyran.sampledata.truth.TruePose;
import org.qyran.sampledata.truth.TruthFolder;
import org.qyran.sampledata.world.SteppeValley;
import org.qyran.sampledata.world.World;

/**
 * The survey that {@code qyran demo} runs: a small drone over an invented valley in the south of
 * Kazakhstan, on a morning in July, rendered from a seed.
 *
 * <p>It stands on the real Earth: the place is 43.3 N, 70.9 E, the elevation raster is a UTM grid,
 * and pictures state heights above the geoid. Geography is exact to a centimetre within the survey;
 * the poses that the pictures state are not, as a real drone's are not.
 */
public final class SampleSurvey {

  private static final UtmZone ZONE = new UtmZone(42);
  private static final double ORIGIN_EASTING_METERS = 654_100;
  private static final double ORIGIN_NORTHING_METERS = 4_795_900;

  /**
   * EGM96 above the ellipsoid. It changes by 2 cm over a kilometre here, so one figure serves the
   * valley: {@code echo 43.3 70.9 0 | cs2cs EPSG:4979 EPSG:4326+5773} answers 41.979, its negative.
   */
  private static final double UNDULATION_METERS = -41.98;

  /** Of the valley's floor above the ellipsoid: 645 m above the geoid. */
  private static final double PLANE_HEIGHT_METERS = 645 + UNDULATION_METERS;

  private static final ElevationFile ELEVATION =
      new ElevationFile(ZONE, ORIGIN_EASTING_METERS - 300, ORIGIN_NORTHING_METERS + 300, 4, 150);

  private static final Instant START = Instant.parse("2026-07-24T04:30:00Z");
  private static final ZoneOffset CAMERA_CLOCK = ZoneOffset.ofHours(5);

  /** By the track, where a car could stop. */
  private static final PlanePoint TAKEOFF = new PlanePoint(38, -26);

  private SampleSurvey() {}

  /**
   * Writes {@code flight/}, {@code dem.tif} and {@code truth/} into a folder, which is made where
   * it is missing. Files of the same names are replaced; others are left alone.
   *
   * @param seed of the world, the flight and the noise; same seed, same bytes
   */
  public static void write(Path folder, long seed) throws IOException {
    LocalPlane plane =
        new LocalPlane(
            ZONE.geoPointAt(ORIGIN_EASTING_METERS, ORIGIN_NORTHING_METERS), PLANE_HEIGHT_METERS);
    World world = SteppeValley.grow(seed);
    double takeoffMeters = world.groundMeters(TAKEOFF.eastMeters(), TAKEOFF.northMeters());
    List<Shot> shots =
        new FlightPlan(SteppeValley.HEADING_DEGREES, takeoffMeters, new Random(~seed)).shots(START);

    Path flight = Files.createDirectories(folder.resolve("flight"));
    Photographer photographer = new Photographer(world, DjiPicture.CAMERA);
    List<TruePose> truePoses = new ArrayList<>();
    for (Shot shot : shots) {
      long noiseSeed = seed * 1_000_000_007L + shot.time().getEpochSecond() * 1_000_003L;
      byte[] bytes =
          dressed(shot, plane, takeoffMeters)
              .toBytes(photographer.photograph(shot.truth(), noiseSeed));
      Files.write(flight.resolve(shot.file()), bytes);
      truePoses.add(new TruePose(shot.file(), shot.time(), shot.truth()));
    }
    ELEVATION.write(
        folder.resolve("dem.tif"),
        place -> {
          PlanePoint point = plane.pointAt(place);
          return world.groundMeters(point.eastMeters(), point.northMeters());
        });
    new TruthFolder(plane, UNDULATION_METERS).write(folder.resolve("truth"), world, truePoses);
  }

  private static DjiPicture dressed(Shot shot, LocalPlane plane, double takeoffMeters) {
    Pose stated = shot.stated();
    return new DjiPicture(
        shot.time().atOffset(CAMERA_CLOCK),
        plane.geoPointAt(stated.place()),
        stated.upMeters(),
        stated.upMeters() - takeoffMeters,
        stated.attitude(),
        new Attitude(shot.flightYawDegrees(), -4, 0));
  }
}
