package org.qyran.geo.look;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.qyran.geo.locate.Footprinter;
import org.qyran.geo.locate.GroundFix;
import org.qyran.geo.locate.GroundLocator;
import org.qyran.geo.locate.LocateSettings;
import org.qyran.geo.ring.LevelRings;
import org.qyran.geo.survey.Shot;
import org.qyran.geo.survey.Site;
import org.qyran.geo.terrain.LevelPlane;
import org.qyran.model.Footprint;
import org.qyran.model.PixelPoint;

class ViewTest {

  private final Site site = Site.inTheSteppe();
  private final LevelPlane plain = new LevelPlane(200, 1);

  @Test
  void everyPointIsSeenAsFinelyAndAsSteeplyAsItsPixelSays() {
    // The locator moves the ray by a pixel each way and takes the area between: another way round.
    Random random = new Random(11);
    GroundLocator locator = new GroundLocator(plain, LocateSettings.defaults());
    Footprinter footprinter = new Footprinter(plain, LocateSettings.defaults());
    for (int trial = 0; trial < 1_000; trial++) {
      Shot shot =
          Shot.from("f", site.point(0, 0), 200 + random.nextDouble(30, 300))
              .looking(
                  random.nextDouble(360), random.nextDouble(-90, -30), random.nextDouble(-9, 9));
      Footprint footprint = footprinter.footprint(shot.frame()).find().orElseThrow();
      LevelRings rings = LevelRings.around(List.of(footprint.center()));
      View view = View.of(footprint, rings);
      GroundFix fix =
          locator
              .locate(shot.frame(), new PixelPoint(random.nextDouble(800), random.nextDouble(600)))
              .find()
              .orElseThrow();
      Coordinate place = rings.toLevel(fix.point());

      assertThat(view.samplingMeters(place.getX(), place.getY(), 200))
          .as("trial %d: %s", trial, shot)
          .isCloseTo(fix.groundSamplingDistanceMeters(), Percentage.withPercentage(0.2));
      assertThat(view.offNadirDegrees(place.getX(), place.getY(), 200))
          .as("trial %d: %s", trial, shot)
          .isCloseTo(fix.offNadirDegrees(), Offset.offset(0.02));
    }
  }
}
