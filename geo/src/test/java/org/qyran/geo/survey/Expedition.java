package org.qyran.geo.survey;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.qyran.geo.cover.CoverSettings;
import org.qyran.geo.cover.Coverage;
import org.qyran.geo.fuse.FuseSettings;
import org.qyran.geo.fuse.TargetFuser;
import org.qyran.geo.terrain.Terrain;
import org.qyran.model.Detection;
import org.qyran.model.DetectionType;
import org.qyran.model.Footprint;
import org.qyran.model.FrameReceipt;
import org.qyran.model.GeoPoint;
import org.qyran.model.IssueCode;
import org.qyran.model.RunWarning;
import org.qyran.model.Sighting;
import org.qyran.model.Target;

/** A small survey in which everything happens once, for the tests of the writers. */
public final class Expedition {

  /** A name that a crew would not give and an enemy would. */
  public static final String HOSTILE_FILE =
      "a\"b'</script><img src=x onerror=alert(1)>\u2028\u5927麻.JPG";

  private Expedition() {}

  /** Three frames, two things of which one was seen twice, one detection without a place. */
  public static SurveyResult inTheSteppe() {
    return at(new GeoPoint(43.3, 68.2));
  }

  public static SurveyResult at(GeoPoint origin) {
    Site site = Site.at(origin);
    List<Footprint> footprints =
        List.of(
            site.flown("1", site.rectangle(0, 0, 100, 80)).footprint(),
            site.flown("2", site.rectangle(60, 0, 100, 80))
                .at(Site.NOON.plusSeconds(3))
                .footprint(),
            site.flown("3", site.rectangle(30, 100, 160, 80))
                .at(Site.NOON.plusMillis(6_500))
                .footprint());
    List<Sighting> sightings =
        List.of(
            Site.seen("1/a", site.square(30, 0, 10)).sighting(),
            Site.seen("2/a", site.square(31, 1, 10)).at(Site.NOON.plusSeconds(3)).sighting(),
            Site.seen("3/b", site.rectangle(0, 90, 4, 6))
                .as(DetectionType.STRUCTURE_OF_INTEREST)
                .scoring(0.81)
                .within(2.25)
                .at(Site.NOON.plusMillis(6_500))
                .sighting());
    Detection lost = Site.seen("4/c", site.square(0, 0, 5)).scoring(0.3).sighting().detection();
    List<Target> targets = new TargetFuser(FuseSettings.defaults()).fuse(sightings);
    Map<String, List<String>> chips = new TreeMap<>();
    targets.forEach(target -> chips.put(target.id(), List.of("chips/" + target.id() + "-1.jpg")));
    return new SurveyResult(
        targets,
        sightings,
        List.of(
            new UnplacedDetection(
                lost,
                "flight-1",
                HOSTILE_FILE,
                "cd".repeat(32),
                Site.NOON.plusSeconds(9),
                IssueCode.NO_ATTITUDE)),
        footprints,
        new Coverage(CoverSettings.defaults(), Terrain.unknown()).cover(footprints),
        List.of(
            processed("1.JPG", Site.NOON),
            new FrameReceipt(
                HOSTILE_FILE,
                "cd".repeat(32),
                FrameReceipt.Status.UNLOCATED,
                IssueCode.NO_ATTITUDE,
                "no angles",
                Site.NOON.plusSeconds(9),
                origin,
                320.0,
                null,
                null,
                null,
                "flight-1",
                "DJI FC300S"),
            new FrameReceipt(
                "notes.txt",
                "ef".repeat(32),
                FrameReceipt.Status.REFUSED,
                IssueCode.UNSUPPORTED_FORMAT,
                "no picture",
                null,
                null,
                null,
                null,
                null,
                null,
                "flight-1",
                "")),
        List.of(new RunWarning("LEVEL_GROUND", "No terrain was given.", List.of())),
        new TreeMap<>(chips));
  }

  /** A survey of which nothing is left. */
  public static SurveyResult empty() {
    return new SurveyResult(
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        new TreeMap<>());
  }

  private static FrameReceipt processed(String file, Instant time) {
    return new FrameReceipt(
        file,
        "ab".repeat(32),
        FrameReceipt.Status.PROCESSED,
        null,
        "",
        time,
        null,
        null,
        null,
        null,
        null,
        "flight-1",
        "DJI FC300S");
  }
}
