package org.qyran.sampledata.sensor.micasense;

import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.qyran.model.Attitude;
import org.qyran.model.CameraModel;

/**
 * The XMP packet of one band: three descriptions, one per namespace, properties as elements and
 * lists as sequences, as the maker's firmware writes them. Numbers are written so that reading them
 * gives the very same double.
 *
 * <p>Of what firmware 2 wrote everything is there; of later ones the rig, the unit of the focal
 * length, the figures of a DLS2 and the panel that the camera found. The private tags in which some
 * firmware repeats the packet in binary are not.
 */
final class BandPacket {

  private static final String PADDING = (" ".repeat(100) + "\n").repeat(20);

  private final StringBuilder text = new StringBuilder();

  private BandPacket() {}

  /** What all bands of a capture share. */
  record Shared(
      String captureId, String flightId, Duration sinceBoot, boolean manual, double heightMeters) {}

  /** The packet of a band that records light. */
  static String of(
      BandSensor sensor,
      Shared shared,
      Downwelling light,
      Downwelling.LightSensor lightSensor,
      Attitude airframe,
      ReflectancePanel.Found panel) {
    Response response = sensor.response();
    BandPacket packet = new BandPacket();
    packet.open("MicaSense", "http://micasense.com/MicaSense/1.0/");
    packet.element("BootTimestamp", shared.sinceBoot().toSeconds());
    packet.sequence("RadiometricCalibration", response.a1(), response.a2(), response.a3());
    packet.shared(shared);
    packet.sequence(
        "DarkRowValue",
        response.blackLevel() + 32,
        response.blackLevel() + 35,
        response.blackLevel() + 15,
        response.blackLevel() + 33);
    if (panel.isThere()) {
      packet.element("PanelSerial", panel.serial());
    }
    packet.open("Camera", "http://pix4d.com/1.0");
    packet.light(sensor.writtenName(), sensor.band().centerNanometers(), width(sensor));
    packet.sequence("VignettingCenter", response.vignetteXPixels(), response.vignetteYPixels());
    packet.sequence("VignettingPolynomial", response.vignette().toArray());
    packet.lens(sensor.lens(), sensor.pitchMillimeters());
    packet.element("BandSensitivity", 3.808e-5 / response.a1());
    packet.rig(sensor.rig(), sensor.fileNumber());
    double measured = light.measured(airframe) * units(lightSensor);
    packet.element("IrradianceExposureTime", 0.101);
    packet.element("IrradianceGain", 16);
    packet.element("Irradiance", measured);
    packet.angles(airframe);
    if (panel.isThere()) {
      packet.element("CalibrationPicture", 2);
      packet.element("Albedo", panel.reflectance());
      packet.element("ReflectArea", panel.area());
    }
    packet.open("DLS", "http://micasense.com/DLS/1.0/");
    packet.element("Serial", lightSensor + "-1706120-QY");
    packet.element("SwVersion", lightSensor == Downwelling.LightSensor.DLS1 ? "v0.3.33" : "v1.2.3");
    packet.element("SensorId", sensor.fileNumber() - 1);
    packet.element("CenterWavelength", sensor.band().centerNanometers());
    packet.element("Bandwidth", width(sensor));
    packet.element("TimeStamp", shared.sinceBoot().toMillis());
    packet.element("Exposure", 0.101);
    packet.element("Gain", 16);
    packet.element("SpectralIrradiance", measured);
    packet.element("RawMeasurement", Math.round(4_170 + light.measured(airframe) * 6_000));
    packet.element("OffMeasurement", 4_170);
    if (lightSensor == Downwelling.LightSensor.DLS2) {
      packet.directAndScattered(light, airframe);
    }
    packet.element("Yaw", Math.toRadians(turn(airframe.yawDegrees())));
    packet.element("Pitch", Math.toRadians(airframe.pitchDegrees()));
    packet.element("Roll", Math.toRadians(airframe.rollDegrees()));
    return packet.closed();
  }

  /**
   * The packet of the thermal core: the aircraft's angles, as for the other bands, and no light
   * from above. No real file of one was at hand; the maker's program takes such a band to have
   * neither.
   */
  static String of(ThermalCore core, Shared shared, Attitude airframe) {
    BandPacket packet = new BandPacket();
    packet.open("MicaSense", "http://micasense.com/MicaSense/1.0/");
    packet.element("BootTimestamp", shared.sinceBoot().toSeconds());
    packet.shared(shared);
    packet.open("Camera", "http://pix4d.com/1.0");
    packet.light("LWIR", ThermalCore.BAND.centerNanometers(), ThermalCore.BAND.widthNanometers());
    packet.lens(core.lens(), ThermalCore.PITCH_MILLIMETERS);
    packet.rig(core.rig(), ThermalCore.FILE_NUMBER);
    packet.angles(airframe);
    return packet.closed();
  }

  private static double width(BandSensor sensor) {
    return sensor.band().widthNanometers();
  }

  /** From W m⁻² nm⁻¹ to what the sensor writes. */
  private static double units(Downwelling.LightSensor sensor) {
    return switch (sensor) {
      case DLS1 -> 1;
      case DLS2 -> 100;
    };
  }

  /** In [-180, 180]. */
  private static double turn(double degrees) {
    return Math.IEEEremainder(degrees, 360);
  }

  private void shared(Shared shared) {
    element("FlightId", shared.flightId());
    element("CaptureId", shared.captureId());
    element("TriggerMethod", shared.manual() ? 0 : 4);
    element("PressureAlt", shared.heightMeters());
  }

  private void light(String name, double centerNanometers, double widthNanometers) {
    element("BandName", name);
    element("CentralWavelength", centerNanometers);
    element("WavelengthFWHM", widthNanometers);
  }

  private void lens(CameraModel lens, double pitchMillimeters) {
    element("ModelType", "perspective");
    element(
        "PrincipalPoint",
        lens.principalXPixels() * pitchMillimeters
            + ","
            + lens.principalYPixels() * pitchMillimeters);
    element("PerspectiveFocalLength", lens.focalLengthPixels() * pitchMillimeters);
    element("PerspectiveFocalLengthUnits", "mm");
    CameraModel.Distortion bend = lens.distortion();
    sequence("PerspectiveDistortion", bend.k1(), bend.k2(), bend.k3(), bend.p1(), bend.p2());
  }

  private void rig(RigPlace rig, int fileNumber) {
    element("RigName", "MicaSense");
    element("RigCameraIndex", fileNumber - 1);
    element("RigRelatives", rig.xDegrees() + "," + rig.yDegrees() + "," + rig.zDegrees());
    element("RigTranslations", rig.rightMeters() + "," + rig.belowMeters() + ",0.0");
    element("RigRelativesReferenceRigCameraIndex", MicaSenseCamera.REFERENCE_FILE_NUMBER - 1);
  }

  private void angles(Attitude airframe) {
    element("IrradianceYaw", turn(airframe.yawDegrees()));
    element("IrradiancePitch", airframe.pitchDegrees());
    element("IrradianceRoll", airframe.rollDegrees());
  }

  private void directAndScattered(Downwelling light, Attitude airframe) {
    double units = units(Downwelling.LightSensor.DLS2);
    element("HorizontalIrradiance", light.horizontal() * units);
    element("DirectIrradiance", light.directNormal() * units);
    element("ScatteredIrradiance", light.scattered() * units);
    element("IrradianceScaleToSIUnits", 0.01);
    element("SolarElevation", Math.toRadians(light.sunElevationDegrees()));
    element("SolarAzimuth", Math.toRadians(light.sunAzimuthDegrees()));
    double[] sun = light.sunSeenFrom(airframe);
    sequence("EstimatedDirectLightVector", sun[0], sun[1], sun[2]);
  }

  private String prefix = "";

  private void open(String namespace, String uri) {
    if (!prefix.isEmpty()) {
      text.append("      </rdf:Description>\n");
    }
    prefix = namespace;
    text.append("      <rdf:Description rdf:about=\"Pix4D Camera Information\"\n            xmlns:")
        .append(namespace)
        .append("=\"")
        .append(uri)
        .append("\">\n");
  }

  /** A whole number without a point, as the maker writes it. */
  private static String plain(Object value) {
    return value instanceof Double number && number == Math.rint(number) && Math.abs(number) < 1e9
        ? Long.toString(Math.round(number))
        : value.toString();
  }

  private void element(String name, Object value) {
    String tag = prefix + ":" + name;
    text.append("         <%s>%s</%s>\n".formatted(tag, plain(value), tag));
  }

  private void sequence(String name, Object... values) {
    String tag = prefix + ":" + name;
    text.append(
        Arrays.stream(values)
            .map(value -> "               <rdf:li>" + plain(value) + "</rdf:li>\n")
            .collect(
                Collectors.joining(
                    "",
                    "         <" + tag + ">\n            <rdf:Seq>\n",
                    "            </rdf:Seq>\n         </" + tag + ">\n")));
  }

  private String closed() {
    return """
    <?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
    <x:xmpmeta xmlns:x="adobe:ns:meta/" x:xmptk="XMP Core 4.4.0">
       <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
    %s      </rdf:Description>
       </rdf:RDF>
    </x:xmpmeta>
    %s<?xpacket end="w"?>"""
        .formatted(text, PADDING);
  }
}
