package org.qyran.training.label;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.qyran.evaluation.geojson.GroundArea;
import org.qyran.evaluation.truth.Confuser;
import org.qyran.evaluation.truth.TargetKind;
import org.qyran.evaluation.truth.TrueObject;
import org.qyran.evaluation.truth.TrueTarget;
import org.qyran.evaluation.truth.TrueView;
import org.qyran.evaluation.truth.Truth;
import org.qyran.geo.terrain.Terrain;
import org.qyran.geo.terrain.TerrainSettings;
import org.qyran.model.GeoPoint;
import org.qyran.model.PixelOutline;
import org.qyran.model.PixelPoint;

/** Everything that stands in a survey, each with the height of its ground. */
final class TruthOnGround {

  private static final int CIRCLE_CORNERS = 12;
  private static final double METERS_PER_DEGREE = 111_195;

  private final List<Thing> things;

  /** Something with an outline. */
  private record Thing(String kind, boolean single, List<GroundArea> areas, double heightMeters) {}

  private TruthOnGround(List<Thing> things) {
    this.things = things;
  }

  static TruthOnGround of(Truth truth, Path elevation) throws IOException {
    Terrain terrain = Terrain.open(List.of(elevation), TerrainSettings.defaults());
    List<Thing> things = new ArrayList<>();
    for (TrueTarget target : truth.targets()) {
      things.add(new Thing(kind(target), false, target.areas(), target.groundHeightMeters()));
    }
    for (Confuser confuser : truth.confusers()) {
      GeoPoint place = confuser.areas().get(0).ring().get(0);
      height(terrain, place)
          .ifPresent(
              meters -> things.add(new Thing(confuser.name(), false, confuser.areas(), meters)));
    }
    for (TrueObject object : truth.objects()) {
      height(terrain, object.place())
          .ifPresent(
              meters ->
                  things.add(new Thing(object.name(), true, List.of(circle(object)), meters)));
    }
    return new TruthOnGround(things);
  }

  private static String kind(TrueTarget target) {
    if (target.kind() != TargetKind.PLANTATION) {
      return target.subtype();
    }
    return target.subtype().equals("wild") ? "cannabis_wild" : "cannabis_tended";
  }

  private static Optional<Double> height(Terrain terrain, GeoPoint place) {
    return terrain.findGround(place).map(ground -> ground.heightMeters());
  }

  private static GroundArea circle(TrueObject object) {
    List<GeoPoint> ring = new ArrayList<>();
    double perLongitude =
        METERS_PER_DEGREE * Math.cos(Math.toRadians(object.place().latitudeDegrees()));
    for (int corner = 0; corner < CIRCLE_CORNERS; corner++) {
      double angle = 2 * Math.PI * corner / CIRCLE_CORNERS;
      ring.add(
          new GeoPoint(
              object.place().latitudeDegrees()
                  + object.radiusMeters() * Math.sin(angle) / METERS_PER_DEGREE,
              object.place().longitudeDegrees()
                  + object.radiusMeters() * Math.cos(angle) / perLongitude));
    }
    return new GroundArea(ring, List.of());
  }

  /** Ground size of a pixel in the middle of a picture, from the things around. */
  double gsdMeters(TruthInPicture.Lens lens) {
    double lowest = things.stream().mapToDouble(Thing::heightMeters).average().orElse(0);
    return (lens.pose().place().heightMeters() - lowest) / lens.camera().focalLengthPixels();
  }

  /** What of it a picture shows. */
  TruthInPicture in(TruthInPicture.Lens lens, double scale) {
    TrueView view = new TrueView(lens.pose(), lens.camera());
    List<TruthInPicture.Shape> shapes = new ArrayList<>();
    for (Thing thing : things) {
      for (GroundArea area : thing.areas()) {
        view.outline(area, thing.heightMeters())
            .map(outline -> scaled(outline, scale))
            .ifPresent(
                ring -> shapes.add(TruthInPicture.Shape.of(thing.kind(), thing.single(), ring)));
      }
    }
    return new TruthInPicture(shapes);
  }

  private static List<PixelPoint> scaled(PixelOutline outline, double scale) {
    return outline.ring().stream()
        .map(corner -> new PixelPoint(corner.xPixels() * scale, corner.yPixels() * scale))
        .toList();
  }
}
