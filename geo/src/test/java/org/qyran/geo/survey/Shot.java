package org.qyran.geo.survey;

import java.time.Instant;
import java.util.List;
import org.qyran.model.Attitude;
import org.qyran.model.Band;
import org.qyran.model.BandImage;
import org.qyran.model.CameraModel;
import org.qyran.model.Capture;
import org.qyran.model.Frame;
import org.qyran.model.GeoPoint;
import org.qyran.model.Height;
import org.qyran.model.ImageRef;
import org.qyran.model.PlatformState;
import org.qyran.model.PoseError;

/**
 * A frame in the making, for tests: 800 by 600 pixels, focal length 1,000 pixels, so that a pixel
 * at 100 m is 10 cm. Looks straight down unless told otherwise, top of the picture north.
 */
public record Shot(
    String name,
    GeoPoint camera,
    double ellipsoidHeightMeters,
    Attitude attitude,
    CameraModel.Source source,
    Instant time) {

  public static Shot from(String name, GeoPoint camera, double ellipsoidHeightMeters) {
    return new Shot(
        name,
        camera,
        ellipsoidHeightMeters,
        new Attitude(0, -90, 0),
        CameraModel.Source.CATALOG,
        Site.NOON);
  }

  public Shot looking(double yawDegrees, double pitchDegrees, double rollDegrees) {
    return new Shot(
        name,
        camera,
        ellipsoidHeightMeters,
        new Attitude(yawDegrees, pitchDegrees, rollDegrees),
        source,
        time);
  }

  public Shot by(CameraModel.Source known) {
    return new Shot(name, camera, ellipsoidHeightMeters, attitude, known, time);
  }

  public Shot at(Instant instant) {
    return new Shot(name, camera, ellipsoidHeightMeters, attitude, source, instant);
  }

  public Frame frame() {
    return new Frame(
        name,
        "flight-1",
        "test camera",
        time,
        Capture.TimeSource.GPS,
        List.of(
            new BandImage(
                new ImageRef("file:///" + name, "0".repeat(64), name + ".JPG", 1),
                0,
                new Band("red", 650, 60),
                new CameraModel(
                    "test camera",
                    800,
                    600,
                    1_000,
                    400,
                    300,
                    CameraModel.Distortion.NONE,
                    source,
                    0))),
        new PlatformState(
            time,
            camera,
            List.of(new Height(ellipsoidHeightMeters, Height.Datum.ELLIPSOID)),
            attitude,
            new PoseError(1.5, 1.5, 1.5, 0.5),
            PlatformState.Source.PICTURE),
        null,
        false);
  }
}
