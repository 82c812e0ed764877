package org.qyran.sampledata.rig;

import java.io.IOException;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.qyran.model.Attitude;
import org.qyran.model.Band;
import org.qyran.model.CameraModel;
import org.qyran.sampledata.camera.Air;
import org.qyran.sampledata.camera.LightImage;
import org.qyran.sampledata.camera.Photographer;
import org.qyran.sampledata.camera.SideView;
import org.qyran.sampledata.chance.Chance;
import org.qyran.sampledata.flight.Shot;
import org.qyran.sampledata.sensor.Turn;
import org.qyran.sampledata.sensor.micasense.BandLight;
import org.qyran.sampledata.sensor.micasense.BandSensor;
import org.qyran.sampledata.sensor.micasense.Downwelling;
import org.qyran.sampledata.sensor.micasense.MicaSenseCamera;
import org.qyran.sampledata.sensor.micasense.MicaSenseFlight;
import org.qyran.sampledata.sensor.micasense.MicaSenseShot;
import org.qyran.sampledata.sensor.micasense.ReflectancePanel;
import org.qyran.sampledata.sensor.micasense.ThermalCore;

/**
 * Five lenses side by side, a light sensor on top of the aircraft, a panel on the ground before
 * take-off, and a thermal core where there is one.
 */
public final class MultispectralRig implements Rig {

  private static final int MARGIN_PIXELS = 56;
  private static final double AIR_KELVIN = 298;

  private final MicaSenseCamera camera;
  private final boolean thermal;
  private final Home home;
  private final Day day;
  private final Flaws flaws;
  private final Chance chance;
  private final CameraModel ideal;
  private final List<SideView> views = new ArrayList<>();

  /**
   * The light of the day.
   *
   * @param air in this camera's bands
   * @param sunElevationDegrees above the horizon
   * @param sunAzimuthDegrees clockwise from north
   * @param rangeMeters to the ground ahead, for the smear
   */
  public record Day(
      Air air, double sunElevationDegrees, double sunAzimuthDegrees, double rangeMeters) {}

  /**
   * What is wrong with it.
   *
   * @param blurPixels deviation of an extra blur
   * @param bandShiftPixels by which a band is off what its tags say, one deviation
   * @param irradianceError deviation of the light sensor, as a share
   */
  public record Flaws(double blurPixels, double bandShiftPixels, double irradianceError) {}

  /** A camera over a site. */
  public MultispectralRig(
      MicaSenseCamera camera, boolean thermal, Home home, Day day, Flaws flaws, Chance chance) {
    this.camera = camera;
    this.thermal = thermal;
    this.home = home;
    this.day = day;
    this.flaws = flaws;
    this.chance = chance;
    this.ideal = SideView.ideal(reference().lens(), MARGIN_PIXELS);
    for (BandSensor band : camera.bands()) {
      views.add(new SideView(band.lens(), turn(band), ideal));
    }
  }

  @Override
  public String name() {
    return "MicaSense " + (thermal ? "Altum" : "RedEdge-M");
  }

  @Override
  public List<Band> bands() {
    return camera.bands().stream().map(BandSensor::band).toList();
  }

  @Override
  public CameraModel camera() {
    return reference().lens();
  }

  @Override
  public SortedMap<String, byte[]> expose(Shot shot, Photographer photographer) throws IOException {
    LightImage gathered =
        photographer.photograph(ideal, shot.truth(), shot.way()).blurred(flaws.blurPixels());
    double[] smear = Smear.pixels(shot, ideal, day.rangeMeters());
    List<BandLight> lights = new ArrayList<>();
    for (int band = 0; band < views.size(); band++) {
      float[] seen = views.get(band).see(gathered, band, smear[0], smear[1]);
      lights.add(new BandLight(seen, downwelling(band, shot.number()), drift(band, shot)));
    }
    MicaSenseFlight flight = flight(shot);
    SortedMap<String, byte[]> files =
        new TreeMap<>(flight.files(stated(shot), lights, chance.of("noise").key()));
    if (thermal) {
      files.putAll(heat(flight, shot, photographer));
    }
    return files;
  }

  @Override
  public SortedMap<String, byte[]> beforeTakeOff(Shot first) throws IOException {
    ReflectancePanel panel =
        new ReflectancePanel(
            "RP04-%07d-OB".formatted(chance.of("panel").whole(0, 9_999_999)),
            List.of(0.49, 0.49, 0.49, 0.488, 0.489),
            chance.of("gravel").key());
    List<BandLight> lights = new ArrayList<>();
    for (int band = 0; band < views.size(); band++) {
      BandSensor sensor = camera.bands().get(band);
      double horizontal = trueDownwelling(band).horizontal();
      lights.add(new BandLight(panel.radiance(sensor, horizontal), downwelling(band, 0), 1));
    }
    MicaSenseShot shot =
        new MicaSenseShot(
            0,
            first.statedTime().minus(Duration.ofMinutes(4)),
            home.geoPointOf(first.stated()),
            home.takeoffMeters() + ReflectancePanel.DISTANCE_METERS,
            new Attitude(first.flightYawDegrees(), 0, 0));
    return flight(first).panelFiles(shot, panel, lights, chance.of("noise").key());
  }

  private BandSensor reference() {
    return camera.bands().get(MicaSenseCamera.REFERENCE_FILE_NUMBER - 1);
  }

  /** As the rig's tags say, and a little more that nobody measured. */
  private Turn turn(BandSensor band) {
    Chance off = chance.of("shift").of(band.fileNumber());
    double perPixel = Math.toDegrees(1 / band.lens().focalLengthPixels());
    boolean still = band.fileNumber() == MicaSenseCamera.REFERENCE_FILE_NUMBER;
    double shift = still ? 0 : flaws.bandShiftPixels() * perPixel;
    return band.rig()
        .turn()
        .times(Turn.aboutPictureAxes(shift * off.of(1).normal(), shift * off.of(2).normal(), 0));
  }

  private Downwelling trueDownwelling(int band) {
    return new Downwelling(
        day.air().direct()[band],
        day.air().diffuse()[band],
        day.sunElevationDegrees(),
        day.sunAzimuthDegrees());
  }

  /** As the light sensor knows it: off by a share for the flight, and a third of it a shot. */
  private Downwelling downwelling(int band, int number) {
    Chance sensor = chance.of("light").of(band);
    double factor =
        1
            + flaws.irradianceError()
                * (sensor.normal() + 0.33 * chance.of("light").of(number).normal());
    Downwelling truth = trueDownwelling(band);
    return new Downwelling(
        truth.directNormal() * factor,
        truth.scattered() * factor,
        day.sunElevationDegrees(),
        day.sunAzimuthDegrees());
  }

  /** Gain and residual vignette that calibration does not know: 2 % for a band, 1 % for a shot. */
  private double drift(int band, Shot shot) {
    return 1
        + 0.02 * chance.of("gain").of(band).normal()
        + 0.01 * chance.of("gain").of(band).of(shot.number()).normal();
  }

  private MicaSenseFlight flight(Shot shot) {
    // All shots of a flight name the same moment: the day's first minute.
    return new MicaSenseFlight(
        camera,
        "flight-%016x".formatted(chance.key()),
        shot.statedTime().truncatedTo(ChronoUnit.HOURS).minusSeconds(3_600),
        Downwelling.LightSensor.DLS2);
  }

  private MicaSenseShot stated(Shot shot) {
    Attitude gimbal = shot.stated().attitude();
    return new MicaSenseShot(
        shot.number(),
        shot.statedTime(),
        home.geoPointOf(shot.stated()),
        shot.stated().upMeters(),
        new Attitude(gimbal.yawDegrees(), gimbal.pitchDegrees() + 90, gimbal.rollDegrees()));
  }

  private SortedMap<String, byte[]> heat(
      MicaSenseFlight flight, Shot shot, Photographer photographer) throws IOException {
    ThermalCore core = ThermalCore.of(camera.serial(), chance.of("core").key());
    float[] kelvin = photographer.temperatures(core.lens(), shot.truth());
    for (int at = 0; at < kelvin.length; at++) {
      kelvin[at] += (float) AIR_KELVIN;
    }
    double drift =
        2 * chance.of("heat").normal() + 0.5 * chance.of("heat").of(shot.number()).normal();
    return flight.thermalFile(
        stated(shot), core, new ThermalCore.Warmth(kelvin, drift, 0.8), chance.of("noise").key());
  }
}
