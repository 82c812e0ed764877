package org.qyran.geo.locate;

import java.time.Instant;
import java.util.List;
import org.qyran.model.Attitude;
import org.qyran.model.Band;
import org.qyran.model.BandImage;
import org.qyran.model.CameraModel;
import org.qyran.model.Capture;
import org.qyran.model.Detection;
import org.qyran.model.DetectionType;
import org.qyran.model.Frame;
import org.qyran.model.FrameIssue;
import org.qyran.model.GeoPoint;
import org.qyran.model.Height;
import org.qyran.model.ImageRef;
import org.qyran.model.IssueCode;
import org.qyran.model.PixelOutline;
import org.qyran.model.PixelPoint;
import org.qyran.model.PlatformState;
import org.qyran.model.PoseError;

/**
 * Frames for tests: a camera of 800 x 600 pixels and a focal length of 1,000, so that a pixel at
 * 100 m is 10 cm.
 */
record Pictures(
    GeoPoint position,
    List<Height> heights,
    Attitude attitude,
    PoseError error,
    double focalLengthErrorFraction) {

  static final PixelPoint MIDDLE = new PixelPoint(400, 300);

  private static final Instant NOON = Instant.parse("2026-07-01T12:00:00Z");

  /** Looking straight down, top of the picture north, from this far above ground at height 0. */
  static Pictures above(GeoPoint position, double meters) {
    return new Pictures(
        position,
        List.of(
            new Height(meters, Height.Datum.ELLIPSOID), new Height(meters, Height.Datum.GROUND)),
        new Attitude(0, -90, 0),
        new PoseError(1.5, 1.5, 1.5, 0.5),
        0);
  }

  Pictures looking(double yawDegrees, double pitchDegrees, double rollDegrees) {
    return new Pictures(
        position,
        heights,
        new Attitude(yawDegrees, pitchDegrees, rollDegrees),
        error,
        focalLengthErrorFraction);
  }

  Pictures at(Height... known) {
    return new Pictures(position, List.of(known), attitude, error, focalLengthErrorFraction);
  }

  Pictures from(GeoPoint place) {
    return new Pictures(place, heights, attitude, error, focalLengthErrorFraction);
  }

  Pictures knownTo(PoseError stated, double focalFraction) {
    return new Pictures(position, heights, attitude, stated, focalFraction);
  }

  Frame frame() {
    return frame(1_000);
  }

  Frame frame(double focalLengthPixels) {
    return new Frame(
        "frame-1",
        "flight-1",
        "test camera",
        NOON,
        Capture.TimeSource.GPS,
        List.of(band(CameraModel.Source.CATALOG, focalLengthPixels)),
        new PlatformState(NOON, position, heights, attitude, error, PlatformState.Source.PICTURE),
        null,
        false);
  }

  Frame frameOfUnknownCamera() {
    Frame known = frame();
    return new Frame(
        known.id(),
        known.flight(),
        known.sensor(),
        known.time(),
        known.timeSource(),
        List.of(band(CameraModel.Source.UNKNOWN, 1_000)),
        known.findPlatform().orElseThrow(),
        null,
        false);
  }

  Frame unplacedFrame() {
    Frame known = frame();
    return new Frame(
        known.id(),
        known.flight(),
        known.sensor(),
        known.time(),
        known.timeSource(),
        known.bands(),
        null,
        FrameIssue.of(IssueCode.NO_ATTITUDE, "flight-1", known.image(), "no angles"),
        false);
  }

  static Detection detection(PixelPoint... ring) {
    return new Detection(
        "detection-1",
        "frame-1",
        DetectionType.STRUCTURE_OF_INTEREST,
        "",
        new PixelOutline(List.of(ring)),
        0.5,
        List.of(),
        List.of(),
        "test");
  }

  static PixelPoint pixel(double xPixels, double yPixels) {
    return new PixelPoint(xPixels, yPixels);
  }

  private BandImage band(CameraModel.Source source, double focalLengthPixels) {
    return new BandImage(
        new ImageRef("file:///a.jpg", "0".repeat(64), "a.jpg", 1),
        0,
        new Band("red", 650, 60),
        new CameraModel(
            "test camera",
            800,
            600,
            focalLengthPixels,
            400,
            300,
            CameraModel.Distortion.NONE,
            source,
            focalLengthErrorFraction));
  }
}
