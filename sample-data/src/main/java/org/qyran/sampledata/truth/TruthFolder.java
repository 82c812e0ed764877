package org.qyran.sampledata.truth;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.qyran.model.GeoPoint;
import org.qyran.sampledata.place.LocalPlane;
import org.qyran.sampledata.place.PlanePoint;
import org.qyran.sampledata.world.Landmark;
import org.qyran.sampledata.world.World;

/**
 * Writes {@code targets.geojson} (RFC 7946) and {@code poses.csv}. Degrees have eight decimals, a
 * millimetre; heights are above the WGS 84 ellipsoid unless the column says otherwise.
 *
 * @param plane that the world lives in
 * @param undulationMeters of the geoid there, above the ellipsoid
 */
public record TruthFolder(LocalPlane plane, double undulationMeters) {

  /** Writes both files into a folder, which is made where it is missing. */
  public void write(Path folder, World world, List<TruePose> poses) throws IOException {
    Files.createDirectories(folder);
    Files.writeString(folder.resolve("targets.geojson"), targets(world));
    Files.writeString(folder.resolve("poses.csv"), poses(poses));
  }

  private String targets(World world) {
    return world.landmarks().stream()
        .map(landmark -> feature(world, landmark))
        .collect(
            Collectors.joining(
                ",\n", "{\"type\": \"FeatureCollection\", \"features\": [\n", "\n]}\n"));
  }

  private String feature(World world, Landmark landmark) {
    PlanePoint middle = landmark.middle();
    GeoPoint center = plane.geoPointAt(middle);
    double ground = world.groundMeters(middle.eastMeters(), middle.northMeters());
    return String.format(
        Locale.ROOT,
        """
        {"type": "Feature", "id": "%s", "properties": {"id": "%s", "type": "%s", "subtype": "%s", \
        "area_m2": %.2f, "plants": %d, "lat": %.8f, "lon": %.8f, "height_m": %.2f, \
        "object_height_m": %.2f}, "geometry": {"type": "Polygon", "coordinates": [[%s]]}}""",
        landmark.name(),
        landmark.name(),
        landmark.type().wireName(),
        landmark.subtype(),
        landmark.lengthMeters() * landmark.widthMeters(),
        landmark.plants(),
        center.latitudeDegrees(),
        center.longitudeDegrees(),
        ground + undulationMeters,
        landmark.heightMeters(),
        positions(landmark.ring()));
  }

  /** GeoJSON wants longitude first, and the first corner again at the end. */
  private String positions(List<PlanePoint> ring) {
    List<PlanePoint> closed = new ArrayList<>(ring);
    closed.add(ring.get(0));
    return closed.stream()
        .map(plane::geoPointAt)
        .map(
            corner ->
                String.format(
                    Locale.ROOT,
                    "[%.8f, %.8f]",
                    corner.longitudeDegrees(),
                    corner.latitudeDegrees()))
        .collect(Collectors.joining(", "));
  }

  private String poses(List<TruePose> poses) {
    return poses.stream()
        .map(this::row)
        .collect(
            Collectors.joining(
                "", "file,time,lat,lon,height_m,height_msl_m,yaw_deg,pitch_deg,roll_deg\n", ""));
  }

  private String row(TruePose truth) {
    GeoPoint place = plane.geoPointAt(truth.pose().place());
    return String.format(
        Locale.ROOT,
        "%s,%s,%.8f,%.8f,%.3f,%.3f,%.3f,%.3f,%.3f\n",
        truth.file(),
        truth.time(),
        place.latitudeDegrees(),
        place.longitudeDegrees(),
        truth.pose().upMeters() + undulationMeters,
        truth.pose().upMeters(),
        truth.pose().attitude().yawDegrees(),
        truth.pose().attitude().pitchDegrees(),
        truth.pose().attitude().rollDegrees());
  }
}
