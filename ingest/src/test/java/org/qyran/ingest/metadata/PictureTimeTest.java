package org.qyran.ingest.metadata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.qyran.ingest.upload.PictureFile.Value.rationals;
import static org.qyran.ingest.upload.PictureFile.Value.text;

import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.qyran.ingest.upload.PictureFile;
import org.qyran.model.Capture;
import org.qyran.model.Capture.TimeSource;

/** The order of sources is that of docs/CONVENTIONS.md, "Time". */
class PictureTimeTest {

  private static final int CHANGED = 0x0132;
  private static final int ORIGINAL = 0x9003;
  private static final int OFFSET = 0x9010;
  private static final int OFFSET_ORIGINAL = 0x9011;
  private static final int SUBSECOND = 0x9290;
  private static final int SUBSECOND_ORIGINAL = 0x9291;
  private static final int GPS_TIME = 7;
  private static final int GPS_DATE = 29;

  private static final ReadSettings ALMATY = new ReadSettings("Asia/Almaty", "");

  @TempDir private Path folder;

  @Test
  void theReceiversTimeGoesBeforeEveryOther() {
    PictureFile picture =
        everything().gps(GPS_DATE, text("2020:07:01")).gps(GPS_TIME, rationals(6, 30, 15.25));

    assertTime(read(picture, ALMATY), "2020-07-01T06:30:15.250Z", TimeSource.GPS);
  }

  @Test
  void theMakersUtcGoesBeforeTheCamerasClock() {
    assertTime(read(everything(), ALMATY), "2020-07-01T06:31:00.500Z", TimeSource.UTC_TAG);
  }

  @Test
  void theOffsetInThePictureGoesBeforeTheZoneOfTheSetting() {
    PictureFile picture = plain("2020:07:01 12:00:00").exposure(OFFSET_ORIGINAL, text("+03:30"));

    assertTime(read(picture, ALMATY), "2020-07-01T08:30:00Z", TimeSource.OFFSET_TAG);
  }

  @Test
  void theOffsetOfTheFileStandsInForThatOfTheExposure() {
    PictureFile picture = plain("2020:07:01 12:00:00").exposure(OFFSET, text("-05:00"));

    assertTime(read(picture, ALMATY), "2020-07-01T17:00:00Z", TimeSource.OFFSET_TAG);
  }

  @ParameterizedTest(name = "{1} of {0} is {2}")
  @CsvSource({
    "Asia/Almaty, 2020:07:01 12:00:00, 2020-07-01T06:00:00Z", // +06:00 until March 2024
    "Asia/Almaty, 2024:07:01 12:00:00, 2024-07-01T07:00:00Z", // and +05:00 from then on
    "America/Chicago, 2016:01:23 16:31:59, 2016-01-23T22:31:59Z", // winter
    "America/Chicago, 2016:06:23 16:31:59, 2016-06-23T21:31:59Z", // summer
    "-03:30, 2016:06:23 22:00:00, 2016-06-24T01:30:00Z",
  })
  void aClockThatDoesNotSayItsZoneIsReadInThatOfTheSetting(
      String zone, String written, String utc) {
    Capture capture = read(plain(written), new ReadSettings(zone, ""));

    assertTime(capture, utc, TimeSource.ZONE_SETTING);
  }

  @Test
  void aClockOfUnknownZoneIsReadAsUtcAndSaysSo() {
    Capture capture = read(plain("2020:07:01 12:00:00"), ReadSettings.defaults());

    assertTime(capture, "2020-07-01T12:00:00Z", TimeSource.ASSUMED_UTC);
  }

  @Test
  void aZoneThatDoesNotExistIsRefusedByName() {
    assertThatThrownBy(() -> new ReadSettings("Asia/Atlantis", ""))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'Asia/Atlantis'");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1970:01:01 00:05:41", // seconds since switching on
        "1989:12:31 23:59:59",
        "0000:00:00 00:00:00",
        "2020:13:01 00:00:00",
        "2020:02:30 12:00:00",
        "    :  :     :  :  ",
        "yesterday",
      })
  void aClockThatWasNeverSetIsNoTime(String written) {
    Capture capture = read(plain(written), ReadSettings.defaults());

    assertThat(capture.time()).isNull();
    assertThat(capture.timeSource()).isEqualTo(TimeSource.NONE);
  }

  @Test
  void theFirstInstantThatIsBelievedIsNewYear1990() {
    assertTime(
        read(plain("1990:01:01 00:00:00"), ReadSettings.defaults()),
        "1990-01-01T00:00:00Z",
        TimeSource.ASSUMED_UTC);
  }

  @Test
  void aReceiverWithoutAFixThatWrites1980LeavesTheCamerasClock() {
    PictureFile picture =
        plain("2020:07:01 12:00:00")
            .gps(GPS_DATE, text("1980:01:06"))
            .gps(GPS_TIME, rationals(0, 0, 3));

    assertTime(
        read(picture, ReadSettings.defaults()), "2020-07-01T12:00:00Z", TimeSource.ASSUMED_UTC);
  }

  @ParameterizedTest(name = "GPS date {0}")
  @ValueSource(
      strings = {
        "2020:07",
        "2020:07:01:02",
        "2020:02:30",
        "99999:07:01",
        "999999999:07:01",
        "x:y:z"
      })
  void aReceiversDateThatIsNoneLeavesTheCamerasClock(String date) {
    PictureFile picture =
        plain("2020:07:01 12:00:00").gps(GPS_DATE, text(date)).gps(GPS_TIME, rationals(1, 2, 3));

    assertTime(
        read(picture, ReadSettings.defaults()), "2020-07-01T12:00:00Z", TimeSource.ASSUMED_UTC);
  }

  @Test
  void aReceiversTimeWithoutADateOrOfMoreThanADayLeavesTheCamerasClock() {
    PictureFile undated = plain("2020:07:01 12:00:00").gps(GPS_TIME, rationals(1, 2, 3));
    PictureFile late =
        plain("2020:07:01 12:00:00")
            .gps(GPS_DATE, text("2020:07:01"))
            .gps(GPS_TIME, rationals(24, 0, 2));

    assertThat(read(undated, ReadSettings.defaults()).timeSource())
        .isEqualTo(TimeSource.ASSUMED_UTC);
    assertThat(read(late, ReadSettings.defaults()).timeSource()).isEqualTo(TimeSource.ASSUMED_UTC);
  }

  @Test
  void aDateWithHyphensIsTakenAsParrotAndSomePhonesWriteIt() {
    PictureFile picture =
        plain("2020:07:01 12:00:00")
            .gps(GPS_DATE, text("2020-06-30"))
            .gps(GPS_TIME, rationals(23, 59, 59));

    assertTime(read(picture, ReadSettings.defaults()), "2020-06-30T23:59:59Z", TimeSource.GPS);
  }

  @Test
  void theFractionOfASecondIsThatOfTheExposure() {
    PictureFile picture =
        plain("2020:07:01 12:00:00")
            .exposure(SUBSECOND, text("9"))
            .exposure(SUBSECOND_ORIGINAL, text("047 "));

    assertTime(
        read(picture, ReadSettings.defaults()), "2020-07-01T12:00:00.047Z", TimeSource.ASSUMED_UTC);
  }

  @Test
  void theFractionOfTheFileCountsOnlyWhereTheFileIsAsOldAsTheExposure() {
    PictureFile same =
        plain("2020:07:01 12:00:00")
            .image(CHANGED, text("2020:07:01 12:00:00"))
            .exposure(SUBSECOND, text("25"));
    PictureFile edited =
        plain("2020:07:01 12:00:00")
            .image(CHANGED, text("2021:01:01 00:00:00"))
            .exposure(SUBSECOND, text("25"));

    assertThat(read(same, ReadSettings.defaults()).time())
        .isEqualTo(Instant.parse("2020-07-01T12:00:00.250Z"));
    assertThat(read(edited, ReadSettings.defaults()).time())
        .isEqualTo(Instant.parse("2020-07-01T12:00:00Z"));
  }

  @Test
  void theTimeOfTheFileStandsInForThatOfTheExposure() {
    PictureFile picture =
        PictureFile.sized(40, 30).by("A", "B").image(CHANGED, text("2020:07:01 12:00:00"));

    assertTime(
        read(picture, ReadSettings.defaults()), "2020-07-01T12:00:00Z", TimeSource.ASSUMED_UTC);
  }

  @ParameterizedTest(name = "UTCAtExposure {0}")
  @CsvSource({
    "2022-07-04T10:11:12.123456, 2022-07-04T10:11:12.123456Z",
    "2022:07:04 10:11:12, 2022-07-04T10:11:12Z",
    "2022-07-04T10:11:12+02:00, 2022-07-04T08:11:12Z",
    "2022-07-04T10:11:12Z, 2022-07-04T10:11:12Z",
  })
  void theMakersUtcIsReadInAllItsSpellings(String written, String utc) {
    PictureFile picture =
        PictureFile.sized(40, 30)
            .by("DJI", "M3E")
            .xmp(PictureFile.packet("drone-dji:UTCAtExposure=\"" + written + "\""));

    assertTime(read(picture, ReadSettings.defaults()), utc, TimeSource.UTC_TAG);
  }

  @ParameterizedTest(name = "UTCAtExposure {0}")
  @ValueSource(
      strings = {"2022-07-04T10:11:12+99:00", "2022-07-04T10:11:12-07:77", "2022-07-04", "noon"})
  void aMakersUtcThatIsNoTimeLeavesTheCamerasClock(String written) {
    PictureFile picture =
        plain("2020:07:01 12:00:00")
            .by("DJI", "M3E")
            .xmp(PictureFile.packet("drone-dji:UTCAtExposure=\"" + written + "\""));

    assertTime(
        read(picture, ReadSettings.defaults()), "2020-07-01T12:00:00Z", TimeSource.ASSUMED_UTC);
  }

  @ParameterizedTest(name = "offset {0}")
  @ValueSource(strings = {"+99:00", "   :  ", "five"})
  void anOffsetThatIsNoneLeavesTheZoneOfTheSetting(String offset) {
    PictureFile picture = plain("2020:07:01 12:00:00").exposure(OFFSET_ORIGINAL, text(offset));

    assertTime(read(picture, ALMATY), "2020-07-01T06:00:00Z", TimeSource.ZONE_SETTING);
  }

  private static PictureFile plain(String original) {
    return PictureFile.sized(40, 30).by("A", "B").exposure(ORIGINAL, text(original));
  }

  private static PictureFile everything() {
    return plain("2020:07:01 12:31:00")
        .by("DJI", "M3E")
        .exposure(OFFSET_ORIGINAL, text("+06:00"))
        .xmp(PictureFile.packet("drone-dji:UTCAtExposure=\"2020-07-01T06:31:00.5\""));
  }

  private Capture read(PictureFile picture, ReadSettings settings) {
    return PictureReading.jpeg(folder, picture.toJpeg(), settings);
  }

  private static void assertTime(Capture capture, String utc, TimeSource source) {
    assertThat(capture.time()).isEqualTo(Instant.parse(utc));
    assertThat(capture.timeSource()).isEqualTo(source);
  }
}
