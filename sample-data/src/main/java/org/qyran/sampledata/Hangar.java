package org.qyran.sampledata;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.qyran.model.Band;
import org.qyran.model.CameraModel;
import org.qyran.sampledata.camera.Air;
import org.qyran.sampledata.chance.Chance;
import org.qyran.sampledata.rig.ColourRig;
import org.qyran.sampledata.rig.Home;
import org.qyran.sampledata.rig.MultispectralRig;
import org.qyran.sampledata.rig.Rig;
import org.qyran.sampledata.sensor.JpegCamera;
import org.qyran.sampledata.sensor.micasense.BandSensor;
import org.qyran.sampledata.sensor.micasense.MicaSenseCamera;
import org.qyran.sampledata.spectrum.BandSet;
import org.qyran.sampledata.spectrum.SunPosition;
import org.qyran.sampledata.world.Family;

/** Hangs cameras under the aircraft of a design. */
final class Hangar {

  private final SurveyDesign design;
  private final Home home;
  private final SunPosition sun;
  private final Function<List<Band>, Air> airIn;
  private final Chance chance;

  Hangar(
      SurveyDesign design,
      Home home,
      SunPosition sun,
      Function<List<Band>, Air> airIn,
      Chance chance) {
    this.design = design;
    this.home = home;
    this.sun = sun;
    this.airIn = airIn;
    this.chance = chance;
  }

  List<Rig> rigs() {
    List<Rig> rigs = new ArrayList<>();
    if (design.payload().hasColour()) {
      rigs.add(colour());
    }
    if (design.payload().hasBands()) {
      rigs.add(multispectral());
    }
    return rigs;
  }

  private Rig colour() {
    boolean aircraft = design.payload() == SurveyDesign.Payload.AIRCRAFT;
    return new ColourRig(
        aircraft
            ? JpegCamera.alpha7r4(
                1_800, 1_200, 85, new CameraModel.Distortion(-0.02, 0.01, 0, 0, 0))
            : phantom(),
        !aircraft,
        home,
        airIn.apply(BandSet.COLOUR_CAMERA.bands()),
        Math.sin(Math.toRadians(sun.elevationDegrees())),
        design.plan().aboveGroundMeters(),
        chance.of("colour").key());
  }

  /** A Phantom 4 Pro whose pictures are made smaller; its lens bends a little. */
  private JpegCamera phantom() {
    Chance lens = chance.of("lens");
    return new JpegCamera(
        "DJI",
        "FC6310",
        new CameraModel(
            "DJI FC6310",
            1_200,
            800,
            800,
            600 + 2 * lens.of(1).normal(),
            400 + 2 * lens.of(2).normal(),
            new CameraModel.Distortion(
                -0.006 + 0.003 * lens.of(3).normal(), 0.008 * lens.of(4).normal(), 0, 0, 0),
            CameraModel.Source.METADATA,
            0.001),
        8.8,
        24,
        5.6);
  }

  private Rig multispectral() {
    boolean thermal = design.payload() == SurveyDesign.Payload.THERMAL;
    MicaSenseCamera camera =
        thermal
            ? MicaSenseCamera.of(
                MicaSenseCamera.Kind.ALTUM, "AL05-2042157-SC", 1_032, 772, design.seed())
            : MicaSenseCamera.of(
                MicaSenseCamera.Kind.REDEDGE_M, "RX02-2142157-SC", 1_280, 960, design.seed());
    Family.Trouble trouble = design.family().trouble();
    return new MultispectralRig(
        camera,
        thermal,
        home,
        new MultispectralRig.Day(
            airIn.apply(camera.bands().stream().map(BandSensor::band).toList()),
            sun.elevationDegrees(),
            sun.azimuthDegrees(),
            design.plan().aboveGroundMeters()),
        new MultispectralRig.Flaws(
            trouble.blurPixels(), trouble.bandShiftPixels(), trouble.irradianceError()),
        chance.of("bands"));
  }
}
