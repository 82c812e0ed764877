package org.qyran.jobs.step;

import java.time.Instant;
import java.util.List;
import org.qyran.model.Attitude;
import org.qyran.model.Capture;
import org.qyran.model.Frame;
import org.qyran.model.GeoPoint;
import org.qyran.model.ImageRef;
import org.qyran.model.PoseError;
import org.qyran.sampledata.Scene;

/** Captures of pictures that nobody took, for the doors to let in. */
final class Captures {

  static final GeoPoint PLACE = new GeoPoint(43.3, 70.9);

  private Captures() {}

  static Capture of(String file) {
    return of(file, Scene.NOON);
  }

  static Capture of(String file, Instant time) {
    Scene scene = Scene.above(PLACE, 100).named(file.replace(".jpg", "")).at(time);
    Frame frame = scene.photograph();
    return new Capture(
        frame.image(),
        "flight",
        frame.image().sha256(),
        frame.sensor(),
        time,
        Capture.TimeSource.GPS,
        PLACE,
        scene.heights(),
        new Attitude(0, -90, 0),
        new PoseError(1, 1, 1, 1),
        null,
        frame.bands(),
        false);
  }

  static Capture withBytesOf(Capture other, String file) {
    ImageRef image =
        new ImageRef("file:///scene/" + file.replace(" ", "_"), other.image().sha256(), file, 1);
    return new Capture(
        image,
        other.flight(),
        other.exposure(),
        other.sensor(),
        other.time(),
        other.timeSource(),
        other.position(),
        other.heights(),
        other.cameraAttitude(),
        other.error(),
        null,
        List.copyOf(other.bands()),
        false);
  }
}
