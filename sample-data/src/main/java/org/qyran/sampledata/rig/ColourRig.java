package org.qyran.sampledata.rig;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.qyran.model.Attitude;
import org.qyran.model.Band;
import org.qyran.model.CameraModel;
import org.qyran.sampledata.camera.Air;
import org.qyran.sampledata.camera.DjiPicture;
import org.qyran.sampledata.camera.LightImage;
import org.qyran.sampledata.camera.Photographer;
import org.qyran.sampledata.camera.SideView;
import org.qyran.sampledata.flight.Shot;
import org.qyran.sampledata.sensor.AircraftPicture;
import org.qyran.sampledata.sensor.JpegCamera;
import org.qyran.sampledata.sensor.RgbDevelopment;
import org.qyran.sampledata.sensor.Shutter;
import org.qyran.sampledata.sensor.Turn;
import org.qyran.sampledata.spectrum.BandSet;

/**
 * A colour camera: under a drone, whose pictures tell place and angles in the maker's XMP, or under
 * an aircraft, whose pictures tell nothing but the time and leave the rest to the flight log.
 */
public final class ColourRig implements Rig {

  private static final ZoneOffset CAMERA_CLOCK = ZoneOffset.ofHours(5);
  private static final int MARGIN_PIXELS = 24;
  private static final double NOISE_STEPS = 1.1;

  private final JpegCamera camera;
  private final boolean speaksDji;
  private final CameraModel ideal;
  private final SideView view;
  private final Home home;
  private final ColourLight light;
  private final double rangeMeters;
  private final long seed;

  /**
   * A camera over a site.
   *
   * @param speaksDji whether pictures tell their pose in DJI's XMP
   * @param air in {@link BandSet#COLOUR_CAMERA}
   * @param rangeMeters to the ground ahead, for the smear
   */
  public ColourRig(
      JpegCamera camera,
      boolean speaksDji,
      Home home,
      Air air,
      double sunUpward,
      double rangeMeters,
      long seed) {
    this.camera = camera;
    this.speaksDji = speaksDji;
    this.ideal = SideView.ideal(camera.lens(), MARGIN_PIXELS);
    this.view = new SideView(camera.lens(), Turn.aboutPictureAxes(0, 0, 0), ideal);
    this.home = home;
    this.light = new ColourLight(air, sunUpward);
    this.rangeMeters = rangeMeters;
    this.seed = seed;
  }

  @Override
  public String name() {
    return camera.make() + " " + camera.model();
  }

  @Override
  public List<Band> bands() {
    return BandSet.COLOUR_CAMERA.bands();
  }

  @Override
  public CameraModel camera() {
    return camera.lens();
  }

  @Override
  public SortedMap<String, byte[]> expose(Shot shot, Photographer photographer) throws IOException {
    LightImage gathered = photographer.photograph(ideal, shot.truth(), shot.way());
    int width = camera.lens().widthPixels();
    float[] colours =
        light.expose(gathered, view, width, Smear.pixels(shot, ideal, rangeMeters), shot);
    BufferedImage picture =
        new RgbDevelopment(NOISE_STEPS)
            .develop(
                colours, width, camera.lens().heightPixels(), seed + 1_000_003L * shot.number());
    SortedMap<String, byte[]> files = new TreeMap<>();
    files.put(fileName(shot), bytes(shot, picture));
    return files;
  }

  @Override
  public SortedMap<String, byte[]> beforeTakeOff(Shot first) {
    return Collections.emptySortedMap();
  }

  private String fileName(Shot shot) {
    return (speaksDji ? "DJI_%04d.jpg" : "DSC%05d.JPG").formatted(shot.number());
  }

  private byte[] bytes(Shot shot, BufferedImage picture) throws IOException {
    Shutter shutter = new Shutter(shot.way().exposureSeconds(), 100);
    if (!speaksDji) {
      return new AircraftPicture(camera, shutter, shot.statedTime().atOffset(CAMERA_CLOCK))
          .toBytes(picture);
    }
    return new DjiPicture(
            shot.statedTime().atOffset(CAMERA_CLOCK),
            home.geoPointOf(shot.stated()),
            shot.stated().upMeters(),
            home.aboveTakeoffMeters(shot.stated()),
            shot.stated().attitude(),
            new Attitude(shot.flightYawDegrees(), -4, 0))
        .toBytes(picture, camera, shutter);
  }
}
