package org.qyran.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** A picture of the sample survey, its metadata spoiled so that nothing else of the file moves. */
final class SpoiledPicture {

  private SpoiledPicture() {}

  /** Every date of the metadata moved to another year; same length, so nothing else moves. */
  static byte[] withYear(byte[] picture, String year) {
    String text = new String(picture, StandardCharsets.ISO_8859_1);
    return text.replaceAll("20[12]\\d([:-]\\d\\d[:-]\\d\\d)", year + "$1")
        .getBytes(StandardCharsets.ISO_8859_1);
  }

  /** The pointer to the GPS directory (tag 0x8825) renamed to a tag that nobody reads. */
  static byte[] withoutPosition(byte[] picture) {
    byte[] changed = picture.clone();
    int found = 0;
    for (int i = 0; i + 4 < Math.min(changed.length, 4_096); i++) {
      boolean little = changed[i] == 0x25 && changed[i + 1] == (byte) 0x88 && changed[i + 2] == 4;
      boolean big = changed[i] == (byte) 0x88 && changed[i + 1] == 0x25 && changed[i + 3] == 4;
      if (little) {
        changed[i + 1] = (byte) 0xF8;
        found++;
      } else if (big) {
        changed[i] = (byte) 0xF8;
        found++;
      }
    }
    assertThat(found).as("pointers to a GPS directory").isEqualTo(1);
    return changed;
  }

  /** Same length, so that nothing else of the file moves. */
  static byte[] withZeroedGimbal(byte[] picture) {
    String text = new String(picture, StandardCharsets.ISO_8859_1);
    String zeroed =
        Pattern.compile("Gimbal(?:Yaw|Pitch|Roll)Degree=\"[^\"]*\"")
            .matcher(text)
            .replaceAll(angle -> angle.group().replaceAll("[1-9]", "0"));
    assertThat(zeroed).isNotEqualTo(text);
    return zeroed.getBytes(StandardCharsets.ISO_8859_1);
  }
}
