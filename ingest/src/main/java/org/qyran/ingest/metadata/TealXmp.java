package org.qyran.ingest.metadata;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.qyran.ingest.camera.GimbalMount;
import org.qyran.model.Attitude;
import org.qyran.model.PoseError;

/**
 * The angles that Teal's aircraft write into the pictures of their Teledyne FLIR cameras, in EXIF's
 * XMP namespace though EXIF has none.
 *
 * <p>{@code PlatformYaw}, {@code PlatformPitch} and {@code PlatformRoll} are the airframe's, {@code
 * CameraYaw} and so on the camera's <b>counted from the airframe</b>; all are fractions of degrees,
 * yaw from 0 to 360. EXIF's height counts from the sea (EGM96).
 */
final class TealXmp implements Dialect {

  private static final String EXIF = "http://ns.adobe.com/exif/1.0/";

  /** A single-frequency receiver and a small gimbal; two sets of angles add their errors. */
  private static final PoseError ERROR = new PoseError(3, 5, 5, 2);

  @Override
  public String name() {
    return "teal";
  }

  @Override
  public boolean speaks(PictureTags tags) {
    return Stream.of("PlatformYaw", "CameraYaw")
        .allMatch(name -> tags.xmpText(EXIF, name).isPresent());
  }

  @Override
  public AttitudeClaim attitude(PictureTags tags) {
    AttitudeClaim platform = angles(tags, "Platform");
    AttitudeClaim camera = angles(tags, "Camera");
    Attitude body = platform.attitude();
    Attitude inAirframe = camera.attitude();
    if (body == null || inAirframe == null) {
      return Stream.of(platform, camera)
          .filter(claim -> !claim.doubt().isEmpty())
          .findFirst()
          .orElse(AttitudeClaim.NONE);
    }
    return new AttitudeClaim(GimbalMount.camera(body, inAirframe), "");
  }

  private static AttitudeClaim angles(PictureTags tags, String of) {
    List<Double> angles =
        Stream.of("Yaw", "Pitch", "Roll")
            .map(name -> tags.xmpNumber(EXIF, of + name))
            .flatMap(TealXmp::stream)
            .toList();
    return angles.size() == 3
        ? AttitudeClaim.of(angles.get(0), angles.get(1), angles.get(2))
        : AttitudeClaim.NONE;
  }

  private static Stream<Double> stream(OptionalDouble number) {
    return number.isPresent() ? Optional.of(number.getAsDouble()).stream() : Stream.empty();
  }

  @Override
  public PoseError error(PictureTags tags) {
    return ERROR;
  }
}
