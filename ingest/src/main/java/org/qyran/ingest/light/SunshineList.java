package org.qyran.ingest.light;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Base64;
import java.util.OptionalDouble;

/**
 * What a Parrot Sequoia's sunshine sensor measured around a picture, from the tag {@code
 * IrradianceList}: base 64 of 28 bytes a measurement, little-endian: microseconds (8 bytes), count
 * of the band, count of infrared, index of the gain, milliseconds (2 bytes each), yaw, pitch, roll
 * (4 bytes each). The last measurement is the picture's.
 *
 * <p>Light is count / (gain · time) in a unit that only this sensor has (Parrot, application note
 * SEQ-AN-02). The gains are those of the sensor's chip (ams TSL2591 data sheet, table 6): 1, 25,
 * 428, 9876. The tilt is not corrected: the sensor's diffuser makes up for small ones, and the
 * number is good for comparing pictures, not as an irradiance.
 */
public final class SunshineList {

  private static final int RECORD_BYTES = 28;
  private static final int COUNT_AT = 8;
  private static final int GAIN_AT = 12;
  private static final int MILLISECONDS_AT = 14;
  private static final double[] GAINS = {1, 25, 428, 9_876};
  private static final int FULL = 65_535;

  private SunshineList() {}

  /**
   * Counts per gain and second.
   *
   * @param list the tag as it stands in the picture
   * @return none when the tag is damaged, or the sensor was dark or saturated
   */
  public static OptionalDouble light(String list) {
    byte[] bytes;
    try {
      bytes = Base64.getDecoder().decode(list.strip());
    } catch (IllegalArgumentException e) {
      return OptionalDouble.empty();
    }
    if (bytes.length < RECORD_BYTES || bytes.length % RECORD_BYTES != 0) {
      return OptionalDouble.empty();
    }
    ByteBuffer last =
        ByteBuffer.wrap(bytes, bytes.length - RECORD_BYTES, RECORD_BYTES)
            .slice()
            .order(ByteOrder.LITTLE_ENDIAN);
    int count = Short.toUnsignedInt(last.getShort(COUNT_AT));
    int gain = Short.toUnsignedInt(last.getShort(GAIN_AT));
    int milliseconds = Short.toUnsignedInt(last.getShort(MILLISECONDS_AT));
    boolean good = count > 0 && count < FULL && gain < GAINS.length && milliseconds > 0;
    return good
        ? OptionalDouble.of(count / (GAINS[gain] * milliseconds / 1_000.0))
        : OptionalDouble.empty();
  }
}
