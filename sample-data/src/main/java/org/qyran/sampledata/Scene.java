package org.qyran.sampledata;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
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
 * Lays out one photograph in metres and compass degrees, so that a test's expected numbers can be
 * had with a pencil: {@code Scene.above(place, 100).pitched(-45).facing(90).photograph()} is a
 * drone 100 m up that looks 100 m ahead, and ahead is east.
 *
 * <p>Until told otherwise the camera hangs over the place, looks straight down with the top of its
 * picture to the north, and takes 800 x 600 pixels through a perfect lens of 1000 pixels: a pixel
 * is a thousandth of the height. Each method answers a changed copy. Nothing is drawn: the file of
 * the frame does not exist, and its hash is the hash of its name.
 *
 * @param name of the frame; also names its file, {@code NAME.jpg}
 * @param time of the exposure
 * @param place straight below the camera
 * @param heights of the camera
 * @param cameraAttitude where the camera looks
 * @param camera what it looks through
 */
public record Scene(
    String name,
    Instant time,
    GeoPoint place,
    List<Height> heights,
    Attitude cameraAttitude,
    CameraModel camera) {

  /** 800 x 600 pixels, 1000 pixels of focal length, no distortion. */
  public static final CameraModel PLAIN_CAMERA =
      new CameraModel(
          "Plain 800x600",
          800,
          600,
          1_000,
          400,
          300,
          CameraModel.Distortion.NONE,
          CameraModel.Source.METADATA,
          0.001);

  /** A good consumer drone: small enough to ignore in a pencil test, never nothing. */
  public static final PoseError SMALL_ERROR = new PoseError(0.5, 0.5, 0.5, 0.2);

  /** A summer noon, for scenes in which the hour does not matter. */
  public static final Instant NOON = Instant.parse("2026-07-24T07:00:00Z");

  private static final Attitude STRAIGHT_DOWN = new Attitude(0, -90, 0);

  public Scene {
    heights = List.copyOf(heights);
  }

  /** A camera so many metres above the ground at a place, looking straight down. */
  public static Scene above(GeoPoint place, double heightMeters) {
    return new Scene(
        "scene",
        NOON,
        place,
        List.of(new Height(heightMeters, Height.Datum.GROUND)),
        STRAIGHT_DOWN,
        PLAIN_CAMERA);
  }

  /** Tilts the line of sight: 0 is the horizon, -90 straight down. */
  public Scene pitched(double pitchDegrees) {
    return withAttitude(
        new Attitude(cameraAttitude.yawDegrees(), pitchDegrees, cameraAttitude.rollDegrees()));
  }

  /** Turns the camera: 0 is north, 90 east. */
  public Scene facing(double yawDegrees) {
    return withAttitude(
        new Attitude(yawDegrees, cameraAttitude.pitchDegrees(), cameraAttitude.rollDegrees()));
  }

  /** Rolls the camera about its line of sight: positive lowers the right side of the picture. */
  public Scene rolled(double rollDegrees) {
    return withAttitude(
        new Attitude(cameraAttitude.yawDegrees(), cameraAttitude.pitchDegrees(), rollDegrees));
  }

  /** Takes the photograph at another time. */
  public Scene at(Instant newTime) {
    return new Scene(name, newTime, place, heights, cameraAttitude, camera);
  }

  /** Takes it with another camera. */
  public Scene withCamera(CameraModel newCamera) {
    return new Scene(name, time, place, heights, cameraAttitude, newCamera);
  }

  /** States this height and no other. */
  public Scene withHeight(Height height) {
    return new Scene(name, time, place, List.of(height), cameraAttitude, camera);
  }

  /** Names the frame and its file; two scenes with one name have the same bytes. */
  public Scene named(String newName) {
    return new Scene(newName, time, place, heights, cameraAttitude, camera);
  }

  /** The frame: flight {@code scene}, bands blue, green and red of one colour picture. */
  public Frame photograph() {
    String sha256 = sha256Of(name);
    ImageRef image = new ImageRef("file:///scene/" + name + ".jpg", sha256, name + ".jpg", 1);
    return new Frame(
        sha256,
        "scene",
        camera.name(),
        time,
        Capture.TimeSource.GPS,
        List.of(
            new BandImage(image, 2, new Band("blue", 465, 80), camera),
            new BandImage(image, 1, new Band("green", 545, 80), camera),
            new BandImage(image, 0, new Band("red", 620, 80), camera)),
        new PlatformState(
            time, place, heights, cameraAttitude, SMALL_ERROR, PlatformState.Source.PICTURE),
        null,
        false);
  }

  private Scene withAttitude(Attitude attitude) {
    return new Scene(name, time, place, heights, attitude, camera);
  }

  private static String sha256Of(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform must offer SHA-256", e);
    }
  }
}
