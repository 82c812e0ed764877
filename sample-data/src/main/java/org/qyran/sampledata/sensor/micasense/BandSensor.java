package org.qyran.sampledata.sensor.micasense;

import org.qyran.model.Band;
import org.qyran.model.CameraModel;

/**
 * One of the cameras in a rig: its light, its lens and what its sensor makes of radiance.
 *
 * @param fileNumber 1 to 5, the last figure of its file's name
 * @param band what light it records
 * @param writtenName of the band, as the maker writes it
 * @param lens with its distortion, for the picture it writes
 * @param nominalMillimeters focal length of all lenses of the kind, as EXIF has it
 * @param pitchMillimeters between pixels of the picture it writes
 * @param rig how it stands to the reference lens
 * @param response to radiance
 * @param wellElectrons that fill a pixel, at no amplification a full count
 */
public record BandSensor(
    int fileNumber,
    Band band,
    String writtenName,
    CameraModel lens,
    double nominalMillimeters,
    double pitchMillimeters,
    RigPlace rig,
    Response response,
    double wellElectrons) {

  /** Pixels of its picture. */
  public int pixels() {
    return lens.widthPixels() * lens.heightPixels();
  }
}
